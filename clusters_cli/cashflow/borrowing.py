"""The terms on which a bank carries the advance: a rate, a fee, a guarantee, a ceiling, what it charges by the quarter.

What they mean is said in ``docs/borrowing.md``, with the practice that each follows.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from clusters_cli.foundations.errors import UsageError
from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.money import cents
from clusters_cli.foundations.text import Share, Text, Typed

IMPOSSIBLE_RATE = Explanation(
    "USE131",
    Text("a rate that cannot be"),
    Text("The yearly rate of the credit, typed or meant by a cost, is negative or so high that a unit is wrong."),
    Text("Type the rate in percent: 4.5 means 4.5 % a year; look again at the cost, and at the grant."),
)


DayCount = Literal[360, 365]
"""Days by which a yearly rate is divided; the days themselves are always counted one by one."""
HIGHEST_RATE = Decimal(100)
"""Percent a year; anything above is a typing mistake, whether it was typed or follows from what a bank asked."""


@dataclass(frozen=True, slots=True)
class Charge:
    """What a bank asks once: euros, or percent of the credit line."""

    value: Decimal
    is_percent: bool = False

    def on(self, line: Decimal) -> Decimal:
        """Return the charge in euros, for a credit line in euros."""
        return cents(line * self.value / 100) if self.is_percent else self.value


@dataclass(frozen=True, slots=True)
class Credit:
    """The terms of a short-term credit; what is ``None`` is not known and not assumed.

    Attributes:
        rate: yearly interest rate in percent.
        day_count: 365, or 360 as banks count short-term credit.
        fee: arrangement fee.
        guarantee: cost of the guarantee.
        ceiling: largest amount that may be drawn, in euros.
        bank_cost: what the bank asked in all, in euros, to find the rate that it means.
        quarterly: whether interest and commission are charged at the end of each quarter, and then draw interest.
        overdraft_commission: on the highest overdraft of each month, in percent of it.
        commission_cap: the most that this commission may be, as a share of the interest of the quarter.
        dailly: share that the bank lends of what is notified and not yet paid, where grants are assigned to it.
        dailly_fee: for each instalment that is assigned: euros, or percent of it.
        advance_guarantee: of a bank's guarantee of advances: euros for a grant, or percent a year of what it covers.
    """

    rate: Decimal | None = None
    day_count: DayCount = 365
    fee: Charge | None = None
    guarantee: Charge | None = None
    ceiling: Decimal | None = None
    bank_cost: Decimal | None = None
    quarterly: bool = False
    overdraft_commission: Decimal | None = None
    commission_cap: Decimal | None = None
    dailly: Decimal | None = None
    dailly_fee: Charge | None = None
    advance_guarantee: Charge | None = None

    def __post_init__(self) -> None:
        for fault in _faults(self):
            raise fault

    @property
    def is_priced(self) -> bool:
        """Whether anything is known of what it costs."""
        prices = (
            self.rate,
            self.fee,
            self.guarantee,
            self.overdraft_commission,
            self.dailly_fee,
            self.advance_guarantee,
        )
        return any(price is not None for price in prices)

    @property
    def charges_by_quarter(self) -> bool:
        """Whether the bank looks at each quarter for itself."""
        return self.quarterly or self.overdraft_commission is not None


def is_plausible(rate: Decimal) -> bool:
    """Return whether a yearly rate in percent may be meant."""
    return rate <= HIGHEST_RATE


def interest(euro_days_: Decimal, rate: Decimal, day_count: DayCount = 365) -> Decimal:
    """Return simple interest in euros, for a yearly rate in percent.

    >>> interest(Decimal(36500), Decimal(1))
    Decimal('1.00')
    """
    return cents(euro_days_ * rate / 100 / day_count)


def _faults(credit: Credit) -> Iterator[UsageError]:
    """Yield what no bank asks: a unit is wrong, or another figure was meant."""
    if credit.rate is not None:
        yield from _rate_faults(credit.rate)
    for charge in (credit.fee, credit.guarantee):
        if charge is not None and charge.is_percent and not is_plausible(charge.value):
            message = Text("{rate}% of the credit line is not plausible", rate=Typed(f"{charge.value:f}"))
            yield UsageError(message, IMPOSSIBLE_RATE, hint=Text("type an amount without %"))
    if credit.overdraft_commission is not None and not is_plausible(credit.overdraft_commission):
        message = Text("{rate}% of an overdraft is not plausible", rate=Typed(f"{credit.overdraft_commission:f}"))
        yield UsageError(message, IMPOSSIBLE_RATE, hint=Text("banks ask for a small part of a percent, such as 0.05%"))
    if credit.commission_cap is not None and credit.commission_cap > 1:
        message = Text("--commission-cap: at most 100% of the interest, found {cap}", cap=Share(credit.commission_cap))
        yield UsageError(message, IMPOSSIBLE_RATE)
    yield from _assignment_faults(credit)


def _rate_faults(rate: Decimal) -> Iterator[UsageError]:
    if not is_plausible(rate):
        message = Text("a rate of {rate}% a year is not plausible", rate=Typed(f"{rate:f}"))
        yield UsageError(message, IMPOSSIBLE_RATE, hint=Text("did you mean {rate}?", rate=Typed(f"{rate / 100:.2f}")))
    if rate < 0:
        yield UsageError(Text("a rate must not be negative"), IMPOSSIBLE_RATE)


def _assignment_faults(credit: Credit) -> Iterator[UsageError]:
    if credit.dailly is not None and not 0 < credit.dailly <= 1:
        message = Text("--dailly: a share above 0% and up to 100% of what is assigned, found {share}")
        yield UsageError(message.given(share=Share(credit.dailly)), IMPOSSIBLE_RATE)
    if credit.dailly_fee is not None and credit.dailly_fee.is_percent and not is_plausible(credit.dailly_fee.value):
        message = Text("{rate}% of an instalment is not plausible", rate=Typed(f"{credit.dailly_fee.value:f}"))
        yield UsageError(message, IMPOSSIBLE_RATE, hint=Text("type an amount without %"))
    if credit.advance_guarantee is not None and credit.advance_guarantee.is_percent:
        yield from _rate_faults(credit.advance_guarantee.value)


NO_CREDIT = Credit()
