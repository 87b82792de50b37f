"""What never breaks, whatever the scheme; and that the random schemes show the whole language."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import combinations, islice
from random import Random
from typing import Any

import pytest

from tests.cashflow.naive import Case, Planned, planned
from tests.cashflow.naive.dates import share_of
from tests.cashflow.naive.pieces import Piece
from tests.cashflow.random_schemes import random_case, random_cases

FEW = range(2)
MANY = [pytest.param(seed, marks=pytest.mark.long) for seed in range(2, 100)]
SEEDS = pytest.mark.parametrize("seed", [*FEW, *MANY])


def drawn(seed: int, count: int = 50) -> Iterator[tuple[Case, int, Planned]]:
    random = Random(f"properties {seed}")
    for _number in range(count):
        yield random_case(random)


def pieces(seed: int) -> Iterator[Piece]:
    return (piece for _case, _grant, plan in drawn(seed) for piece in plan.pieces)


@SEEDS
def test_the_lines_of_a_grant_add_up_to_what_is_earned(seed: int) -> None:
    for piece in pieces(seed):
        total = sum(payment.amount for payment in piece.ledger.payments)

        assert abs(total - piece.costs.earned) <= Fraction(1, 2)


@SEEDS
def test_before_the_balance_nothing_is_taken_back_and_the_ceiling_holds(seed: int) -> None:
    for piece in pieces(seed):
        before = _before_the_last(piece)

        assert all(payment.amount > 0 for payment in before)
        most = share_of(piece.terms.get("cap", "1")) * piece.costs.grant
        assert sum(payment.amount for payment in before) <= most + Fraction(1, 2)


@SEEDS
def test_a_payment_follows_its_claim_and_a_claim_its_cut_off(seed: int) -> None:
    for piece in pieces(seed):
        payments = piece.ledger.payments
        for payment in payments:
            assert payment.cut_off <= payment.claim <= payment.day
            assert payment.claim >= piece.stretch.signed
        balance = payments[len(_before_the_last(piece))]
        assert all(payment.claim <= balance.claim for payment in _before_the_last(piece))


@SEEDS
def test_no_more_is_recovered_than_was_advanced_and_nothing_is_held_in_the_end(seed: int) -> None:
    for piece in pieces(seed):
        ledger = piece.ledger

        assert ledger.recovered <= ledger.advances
        assert all(kept >= 0 for kept in ledger.retained.values())
        assert ledger.handed == piece.costs.earned


@SEEDS
def test_amounts_do_not_depend_on_delays(seed: int) -> None:
    for case, grant, plan in drawn(seed, 20):
        slower = replace(
            case, scheme=_changed(case.scheme, {"payment_delay": lambda _text: "77d"}), late={"interim": "2m"}
        )

        assert [one.amount for one in planned(slower, grant).payments] == [one.amount for one in plan.payments]


@SEEDS
def test_ten_times_the_money_is_ten_times_each_line(seed: int) -> None:
    def ten_times(text: str) -> str:
        return text if "%" in text or "/" in text else str(int(text) * 10)

    amounts = dict.fromkeys(("min_amount", "min_costs", "grant_below", "grant_up_to"), ten_times)
    for case, grant, plan in drawn(seed, 20):
        cost = None if case.cost is None else case.cost * 10
        larger = replace(case, scheme=_changed(case.scheme, amounts), cost=cost)
        one, ten = plan.payments, planned(larger, grant * 10).payments
        if grant % 100 or len(case.scheme.get("parts", [])) > 0:
            continue  # a limit of whole cents may fall between the two

        assert [payment.day for payment in one] == [payment.day for payment in ten]
        assert all(abs(first.amount * 10 - second.amount) <= 20 for first, second in zip(one, ten, strict=True))


def _before_the_last(piece: Piece) -> list[Any]:
    payments = [payment for payment in piece.ledger.payments if payment.kind != "release"]
    return payments[:-1]


def _changed(mapping: Any, changes: dict[str, Any], key: str = "") -> Any:
    """Return a scheme with what stands under some keys changed, wherever they are."""
    if isinstance(mapping, dict):
        return {name: _changed(value, changes, name) for name, value in mapping.items()}
    if isinstance(mapping, list):
        return [_changed(value, changes, key) for value in mapping]
    return changes[key](mapping) if key in changes else mapping


KEYS = {
    *("years", "signature", "renewal", "months", "end", "start", "periods", "kind", "share", "of", "anchor", "offset"),
    *("on", "reached", "claim", "not_before", "payment_delay", "cap", "recover", "from", "to", "retain", "release"),
    *("min_amount", "min_costs", "cofinancing", "tolerance", "variants", "when", "grant_below", "grant_up_to", "year"),
    *("longer_than", "parts", "guarantee", "spending", "instalments"),
}
"""Every key of the language that says when or how much is paid."""


def test_random_schemes_show_every_key_and_reason_and_few_are_drawn_again() -> None:
    keys: set[str] = set()
    reasons: Counter[str] = Counter()
    draws = list(islice(random_cases(Random(1)), 300))
    for case, _grant, plan in draws:
        if plan is not None:
            keys |= _keys(case.scheme)
            reasons.update(line.reason for line in plan.unpaid)

    assert keys >= KEYS
    assert set(reasons) == {"costs", "ceiling", "recovery", "retained", "least", "reached"}
    assert sum(plan is None for _case, _grant, plan in draws) < len(draws) / 3


def _keys(mapping: Any) -> set[str]:
    if isinstance(mapping, list):
        return {key for one in mapping for key in _keys(one)}
    if isinstance(mapping, dict):
        return {*mapping, *(key for value in mapping.values() for key in _keys(value))}
    return set()


WAYS = {
    "of": {"grant", "costs", "period"},
    "recover": {"balance", "first", "from-to"},
    "cap": {"none", "scheme", "instalment"},
    "retain": {"none", "payment", "grant", "released"},
}
"""The ways in which an amount is found, which all go together."""


def test_random_schemes_show_every_pair_of_ways_to_find_an_amount() -> None:
    wanted = {
        frozenset({(first, one), (second, other)})
        for first, second in combinations(WAYS, 2)
        for one in WAYS[first]
        for other in WAYS[second]
    }
    found = set()
    for case, _grant, plan in islice(random_cases(Random(2)), 300):
        for rule in case.scheme["instalments"][:-1] if plan is not None else []:
            found |= {frozenset(pair) for pair in combinations(_ways(case.scheme, rule).items(), 2)}

    assert found >= wanted


def _ways(scheme: dict[str, Any], rule: dict[str, Any]) -> dict[str, str]:
    """Return how the amount of a line is found."""
    recover, retain = scheme.get("recover", "balance"), rule.get("retain")
    kept = "none" if retain is None else "payment"
    if isinstance(retain, dict):
        kept = "released" if "release" in retain else retain.get("of", "payment")
    cap = "scheme" if "cap" in scheme else "none"
    return {
        "of": rule.get("of", "grant"),
        "recover": recover if isinstance(recover, str) else "from-to",
        "cap": "instalment" if "cap" in rule else cap,
        "retain": kept,
    }
