"""The clauses of tests/cases/schemes.yaml come out as they were worked out by hand: to the cent and to the day."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Annotated, Any

import pytest
from pydantic import Field

from clusters_cli.cashflow.own_schemes import OwnScheme
from clusters_cli.cashflow.plan import Plan, make_plan
from clusters_cli.cashflow.terms import Terms
from clusters_cli.cashflow.unpaid_words import WhyUnpaid
from clusters_cli.foundations.fields import Amount, Count, Day, Identifier, Line, Model, Share, SignedAmount, Url, Year
from clusters_cli.foundations.strict_yaml import read_yaml
from clusters_cli.registry.models.agreements import Agreement
from clusters_cli.registry.models.instalment_rules import InstalmentRule, Reached, Retention
from clusters_cli.registry.models.payment_terms import GradualRecovery, SchemePart, Variant, When
from clusters_cli.registry.models.scheme_words import InstalmentKind
from clusters_cli.registry.models.schemes import PaymentScheme
from tests.cases_of import read_cases

FILE = Path(__file__).parent.parent / "cases" / "schemes.yaml"
CLAUSES = {
    *(f"O{number}" for number in range(1, 19)),
    *("O3-dated", "O4-guarantee", "O7-small", "O14-first", "O16-large"),
    *("worked", "horizon-europe", "feder-massif-central", "half-spent", "tranche-consumed", "thirds"),
    *(
        "parts",
        "retention",
        "tolerance",
        "late-signature",
        "cost-given",
        "limit-included",
        "lengths-in-turn",
        "several-waits",
    ),
}
"""What the file must have a case for: the open clauses, the other readings of some, and what else the language says."""
ELSEWHERE = {"source", "locator", "confidence", "as_of", "note", "status", "status_note", "assumptions"}
"""Keys of a scheme that say where it comes from, and move no payment."""


class ClauseSource(Model):
    """Where a clause stands, and what it says there."""

    title: Line
    url: Url | None = None
    says: str | None = None


class Payment(Model):
    """A payment that must come out; it is claimed on the day it is due, unless another is said."""

    kind: InstalmentKind
    amount: SignedAmount
    due: Day
    claimed: Day | None = None
    paid: Day
    part: Identifier | None = None


class Unpaid(Model):
    """A claim that must come to nothing."""

    due: Day
    reason: WhyUnpaid


class Peak(Model):
    """The highest need and its first day."""

    amount: Amount
    on: Day


class Need(Model):
    """A run of days on which the same amount is advanced."""

    amount: Amount
    start: Day
    end: Day


class Planned(Model):
    """A grant under the scheme of a clause, and what must come out, worked out by hand."""

    name: Line | None = None
    working: str
    grant: Amount
    cost: Amount | None = None
    start: Year | None = None
    years: Count = 1
    months: Count | None = None
    by_year: Mapping[Year, Amount] = Field(default_factory=dict)
    actual_cost: Share = Fraction(1)
    accepted: Share | None = None
    others_paid: Day | None = None
    payments: Annotated[tuple[Payment, ...], Field(min_length=1)]
    unpaid: tuple[Unpaid, ...] = ()
    peak: Peak | None = None
    whole_peak: Peak | None = None
    windows: tuple[Need, ...] = ()


class Clause(Model):
    """A clause of real agreements as a payment scheme."""

    id: Identifier | Line
    clause: Line
    source: ClauseSource
    chosen: str | None = None
    scheme: OwnScheme
    plans: Annotated[tuple[Planned, ...], Field(min_length=1)]


class ClausesFile(Model):
    """The file of clauses."""

    clauses: tuple[Clause, ...]


CASES = [(clause, planned) for clause in read_cases(FILE, ClausesFile).clauses for planned in clause.plans]


def tried(wanted: Callable[[Planned], object] = lambda _planned: True) -> pytest.MarkDecorator:
    """Return the mark that tries a test on the plans of the file of which something is expected."""
    named = [
        pytest.param(clause.scheme, planned, id=f"{clause.id}-{planned.name or 'as-written'}")
        for clause, planned in CASES
        if wanted(planned)
    ]
    return pytest.mark.parametrize(("scheme", "expected"), named)


def plan_of(scheme: OwnScheme, expected: Planned) -> Plan:
    first = scheme.agreement.start
    start = expected.start or (first.year if isinstance(first, date) else None)
    assert start is not None, "a plan of a scheme without a start in full names its first year"
    terms = Terms(
        start,
        years=expected.years,
        project_months=expected.months,
        actual_cost=_decimal(expected.actual_cost),
        accepted=None if expected.accepted is None else _decimal(expected.accepted),
        cost=expected.cost,
        others_paid=expected.others_paid,
    )
    return make_plan(scheme, expected.grant, terms, by_year=expected.by_year or None)


def _decimal(share: Fraction) -> Decimal:
    return Decimal(share.numerator) / share.denominator


@tried()
def test_a_clause_is_paid_to_the_cent_and_to_the_day(scheme: OwnScheme, expected: Planned) -> None:
    made = plan_of(scheme, expected).instalments

    assert [(one.kind, one.amount, one.due, one.claimable, one.paid, one.part) for one in made] == [
        (one.kind, one.amount, one.due, one.claimed or one.due, one.paid, one.part) for one in expected.payments
    ]


@tried()
def test_a_claim_that_comes_to_nothing_says_why(scheme: OwnScheme, expected: Planned) -> None:
    unpaid = [(one.due, one.reason) for one in plan_of(scheme, expected).unpaid]

    assert unpaid == [(one.due, one.reason) for one in expected.unpaid]


@tried(lambda planned: planned.peak)
def test_the_highest_need_is_that_of_the_case(scheme: OwnScheme, expected: Planned) -> None:
    summary = plan_of(scheme, expected).summary

    assert expected.peak
    assert (summary.peak_advance, summary.peak_date) == (expected.peak.amount, expected.peak.on)


@tried(lambda planned: planned.whole_peak)
def test_the_highest_need_on_the_whole_costs_is_that_of_the_case(scheme: OwnScheme, expected: Planned) -> None:
    need = plan_of(scheme, expected).whole_need

    assert need
    assert expected.whole_peak
    assert (need.peak_advance, need.peak_date) == (expected.whole_peak.amount, expected.whole_peak.on)


@tried(lambda planned: planned.windows)
def test_the_windows_of_need_are_those_of_the_case(scheme: OwnScheme, expected: Planned) -> None:
    windows = [(one.amount, one.first, one.last) for one in plan_of(scheme, expected).windows]

    assert windows == [(one.amount, one.start, one.end) for one in expected.windows]


def test_every_clause_has_its_case_and_every_case_its_clause() -> None:
    found = Counter(clause.id for clause in read_cases(FILE, ClausesFile).clauses)

    assert not CLAUSES - found.keys(), f"no case in {FILE.name}"
    assert not found.keys() - CLAUSES, "not a clause of the list"
    assert not [name for name, times in found.items() if times > 1]


def test_every_key_of_the_language_is_used_by_a_case() -> None:
    models = (PaymentScheme, Agreement, InstalmentRule, Reached, Retention, GradualRecovery, SchemePart, Variant, When)
    keys = {info.alias or key for model in models for key, info in model.model_fields.items()} - ELSEWHERE

    assert not keys - set(_keys(read_yaml(FILE).data))


def _keys(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield str(key)
            yield from _keys(value)
    elif isinstance(data, list):
        for value in data:
            yield from _keys(value)
