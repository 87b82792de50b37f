"""A whole plan: part by part and year by year, what is spent, paid and not paid."""

from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any

from tests.cashflow.naive.amounts import pay
from tests.cashflow.naive.case import Case, Refused
from tests.cashflow.naive.costs import Costs, rhythm
from tests.cashflow.naive.dates import ONE_DAY, Dated, later, rounded, share_of
from tests.cashflow.naive.pieces import Payment, Piece, Unpaid
from tests.cashflow.naive.stretches import Stretch, stretches

NO_TERMS = ("id", "name", "share", "when")
"""Keys of a part or a variant that are no terms of payment."""


@dataclass
class Planned:
    """What comes of a case: its pieces, part by part and year by year."""

    pieces: list[Piece] = field(default_factory=list)

    @property
    def spent(self) -> Dated:
        """The grant's share of the costs, as they are spent."""
        return [one for piece in self.pieces for one in piece.costs.on_the_grant()]

    @property
    def costs(self) -> Dated:
        """The whole costs, as they are spent."""
        return [one for piece in self.pieces for one in piece.costs.in_full()]

    @property
    def payments(self) -> list[Payment]:
        """What is paid, in each piece in the order in which it is claimed."""
        return [payment for piece in self.pieces for payment in piece.ledger.payments]

    @property
    def unpaid(self) -> list[Unpaid]:
        """Lines that pay nothing."""
        return [line for piece in self.pieces for line in piece.ledger.unpaid]


def flows(case: Case, grant: int) -> tuple[Dated, Dated]:
    """Return what is spent and what is paid under a grant."""
    plan = planned(case, grant)
    return plan.spent, [(payment.day, payment.amount) for payment in plan.payments]


def planned(case: Case, grant: int) -> Planned:
    """Return what is spent and paid under a grant of so many cents a year or in all."""
    if case.cost is not None and grant > case.cost:
        raise Refused("a grant above its costs")
    plan = Planned()
    share, granted, cost = Fraction(0), 0, 0
    for part in case.scheme.get("parts", [{"share": "1"}]):
        share += share_of(part["share"])
        up_to = 0 if case.cost is None else rounded(case.cost * share)
        alone = replace(case, cost=None if case.cost is None else up_to - cost)
        for stretch in stretches(case):
            terms = {**_terms(case.scheme, grant, stretch), **_without(NO_TERMS, part)}
            costs = costs_of(terms, stretch, alone, rounded(grant * share) - granted)
            piece = Piece(alone, terms, stretch, costs)
            pay(piece)
            plan.pieces.append(piece)
        granted, cost = rounded(grant * share), up_to
    return plan


def costs_of(terms: dict[str, Any], stretch: Stretch, case: Case, grant: int) -> Costs:
    """Return the costs of a grant: as they are given, else the grant divided by its rate, else the grant itself."""
    rate = share_of(terms["cofinancing"]) if "cofinancing" in terms else None
    if case.cost is None:
        rate = rate or Fraction(1)
        costs = grant / rate
    else:
        costs = Fraction(case.cost)
        rate = rate or grant / costs
    actual = Fraction(case.actual, 100)
    accepted = actual if case.accepted is None else Fraction(case.accepted, 100)
    dates = rhythm(stretch.first, stretch.last, terms.get("spending", "even"))
    return Costs(grant, costs, rate, actual, accepted, share_of(terms.get("tolerance", "0")), dates)


def _terms(scheme: dict[str, Any], grant: int, stretch: Stretch) -> dict[str, Any]:
    """Return the scheme with the keys of the first variant that holds."""
    for variant in scheme.get("variants", []):
        if all(_holds(key, value, grant, stretch) for key, value in variant["when"].items()):
            return {**scheme, **_without(NO_TERMS, variant)}
    return scheme


def _holds(key: str, value: str, grant: int, stretch: Stretch) -> bool:
    if key == "grant_below":
        return grant < Fraction(value) * 100
    if key == "grant_up_to":
        return grant <= Fraction(value) * 100
    if key == "year":
        return stretch.number == int(value)
    assert key == "longer_than"
    return stretch.last > later(stretch.first, value) - ONE_DAY


def _without(keys: tuple[str, ...], mapping: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in mapping.items() if key not in keys}
