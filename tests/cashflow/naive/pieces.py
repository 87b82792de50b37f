"""A year or project, or a part of it, which is planned as a grant of its own; and what is known of its money."""

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple

from tests.cashflow.naive.case import Case
from tests.cashflow.naive.costs import Costs
from tests.cashflow.naive.dates import rounded
from tests.cashflow.naive.stretches import Stretch


class Payment(NamedTuple):
    """Cents that move on a day, and from when to when its line waited for them."""

    day: date
    amount: int
    kind: str
    cut_off: date
    claim: date


class Unpaid(NamedTuple):
    """A line that pays nothing, and why: costs, ceiling, recovery, retained, least or reached."""

    kind: str
    cut_off: date | None
    reason: str


@dataclass
class Ledger:
    """What is known when the next line comes, exactly and in cents.

    Attributes:
        declared: costs declared so far.
        advances: advances as they were granted.
        recovered: what claims have taken back of them.
        granted: all that was granted, after recovery and before retention.
        handed: all that was handed over, after retention.
        retained: by place of a line, what it has kept back.
        payments: what was paid.
        unpaid: lines that paid nothing.
    """

    declared: Fraction = Fraction(0)
    advances: Fraction = Fraction(0)
    recovered: Fraction = Fraction(0)
    granted: Fraction = Fraction(0)
    handed: Fraction = Fraction(0)
    retained: dict[int, Fraction] = field(default_factory=dict)
    payments: list[Payment] = field(default_factory=list)
    unpaid: list[Unpaid] = field(default_factory=list)

    def hand(self, up_to: Fraction) -> int:
        """Hand over what is missing to an amount in all; return the cents that this takes."""
        amount = rounded(up_to) - rounded(self.handed)
        self.handed = up_to
        return amount


@dataclass
class Piece:
    """A grant of its own.

    Attributes:
        case: the scheme with what is assumed of it.
        terms: the keys of the scheme, as a variant and a part replace them.
        stretch: the year or project.
        costs: the grant and its costs.
        ledger: what is paid, and what is not.
    """

    case: Case
    terms: dict[str, Any]
    stretch: Stretch
    costs: Costs
    ledger: Ledger = field(default_factory=Ledger)

    @property
    def rules(self) -> list[dict[str, Any]]:
        """The lines of its list."""
        rules: list[dict[str, Any]] = self.terms["instalments"]
        return rules

    def delay(self, rule: dict[str, Any]) -> str:
        """Return the time from a claim to its payment."""
        delay: str = rule.get("payment_delay", self.terms["payment_delay"])
        return delay if self.case.payment_delay is None else self.case.payment_delay
