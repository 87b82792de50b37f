"""The terms on which a bank carries the advance: a rate, a fee, a guarantee, a ceiling, what it charges by the quarter.

What they mean is said in ``docs/borrowing.md``, with the practice that each follows.
"""

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

    def __post_init__(self) -> None:
        if self.rate is not None and not is_plausible(self.rate):
            message = Text("a rate of {rate}% a year is not plausible", rate=Typed(f"{self.rate:f}"))
            hint = Text("did you mean {rate}?", rate=Typed(f"{self.rate / 100:.2f}"))
            raise UsageError(message, IMPOSSIBLE_RATE, hint=hint)
        for charge in (self.fee, self.guarantee):
            if charge is not None and charge.is_percent and charge.value > HIGHEST_RATE:
                message = Text("{rate}% of the credit line is not plausible", rate=Typed(f"{charge.value:f}"))
                raise UsageError(message, IMPOSSIBLE_RATE, hint=Text("type an amount without %"))
        if self.overdraft_commission is not None and not is_plausible(self.overdraft_commission):
            message = Text("{rate}% of an overdraft is not plausible", rate=Typed(f"{self.overdraft_commission:f}"))
            raise UsageError(
                message, IMPOSSIBLE_RATE, hint=Text("banks ask for a small part of a percent, such as 0.05%")
            )
        if self.commission_cap is not None and self.commission_cap > 1:
            message = Text("--commission-cap: at most 100% of the interest, found {cap}")
            raise UsageError(message.given(cap=Share(self.commission_cap)), IMPOSSIBLE_RATE)
        if self.rate is not None and self.rate < 0:
            raise UsageError(Text("a rate must not be negative"), IMPOSSIBLE_RATE)

    @property
    def is_priced(self) -> bool:
        """Whether anything is known of what it costs."""
        return any(price is not None for price in (self.rate, self.fee, self.guarantee, self.overdraft_commission))

    @property
    def charges_by_quarter(self) -> bool:
        """Whether the bank looks at each quarter for itself."""
        return self.quarterly or self.overdraft_commission is not None


NO_CREDIT = Credit()


def is_plausible(rate: Decimal) -> bool:
    """Return whether a yearly rate in percent may be meant."""
    return rate <= HIGHEST_RATE


def interest(euro_days_: Decimal, rate: Decimal, day_count: DayCount = 365) -> Decimal:
    """Return simple interest in euros, for a yearly rate in percent.

    >>> interest(Decimal(36500), Decimal(1))
    Decimal('1.00')
    """
    return cents(euro_days_ * rate / 100 / day_count)
