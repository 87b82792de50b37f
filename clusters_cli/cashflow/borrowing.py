"""What borrowing the advance costs: interest on each day, a fee, a guarantee, and what a ceiling leaves unfunded."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from clusters_cli.cashflow.advance import Curve, Window, euro_days
from clusters_cli.foundations.data_shape import in_data
from clusters_cli.foundations.errors import UsageError
from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.money import ZERO, cents
from clusters_cli.foundations.text import Euros, Text, Typed

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
    """

    rate: Decimal | None = None
    day_count: DayCount = 365
    fee: Charge | None = None
    guarantee: Charge | None = None
    ceiling: Decimal | None = None
    bank_cost: Decimal | None = None

    def __post_init__(self) -> None:
        if self.rate is not None and not is_plausible(self.rate):
            message = Text("a rate of {rate}% a year is not plausible", rate=Typed(f"{self.rate:f}"))
            hint = Text("did you mean {rate}?", rate=Typed(f"{self.rate / 100:.2f}"))
            raise UsageError(message, IMPOSSIBLE_RATE, hint=hint)
        for charge in (self.fee, self.guarantee):
            if charge is not None and charge.is_percent and charge.value > HIGHEST_RATE:
                message = Text("{rate}% of the credit line is not plausible", rate=Typed(f"{charge.value:f}"))
                raise UsageError(message, IMPOSSIBLE_RATE, hint=Text("type an amount without %"))
        if self.rate is not None and self.rate < 0:
            raise UsageError(Text("a rate must not be negative"), IMPOSSIBLE_RATE)


NO_CREDIT = Credit()


@in_data(without=("gaps",))
@dataclass(frozen=True, slots=True)
class CreditUse:
    """What an advance costs under a credit.

    Attributes:
        interest: on the amounts drawn, in euros; ``None`` if no rate was given.
        fee: in euros; ``None`` if none was given.
        guarantee: in euros; ``None`` if none was given.
        cost: interest, fee and guarantee together; ``None`` if none of them was given.
        drawn: largest amount drawn, in euros.
        gap: largest part of the advance that the ceiling leaves unfunded, in euros, before the receipts of its day.
        gap_date: the first day of the largest gap; ``None`` if there is none.
        gaps: runs of days whose end-of-day advance exceeds the ceiling by the same amount.
        implied_rate: yearly rate in percent, to two decimals, at which the bank's cost is reached; ``None`` if no
            cost was given or no rate gives it.
    """

    interest: Decimal | None
    fee: Decimal | None
    guarantee: Decimal | None
    cost: Decimal | None
    drawn: Decimal
    gap: Decimal
    gap_date: date | None
    gaps: tuple[Window, ...]
    implied_rate: Decimal | None


def use_of(advance: Curve, credit: Credit) -> CreditUse:
    """Return what an advance costs and what of it stays unfunded."""
    ceiling = advance.peak if credit.ceiling is None else credit.ceiling
    gaps = () if credit.ceiling is None else advance.above(ceiling)
    drawn_days = advance.euro_days - euro_days(gaps)
    fee, guarantee = (charge.on(ceiling) if charge else None for charge in (credit.fee, credit.guarantee))
    interest_ = None if credit.rate is None else interest(drawn_days, credit.rate, credit.day_count)
    parts = [part for part in (interest_, fee, guarantee) if part is not None]
    gap = max(advance.peak - ceiling, ZERO)
    return CreditUse(
        interest=interest_,
        fee=fee,
        guarantee=guarantee,
        cost=sum(parts, ZERO) if parts else None,
        drawn=min(advance.peak, ceiling),
        gap=gap,
        gap_date=advance.peak_date if gap else None,
        gaps=gaps,
        implied_rate=_implied_rate(drawn_days, (fee or ZERO) + (guarantee or ZERO), credit),
    )


def is_plausible(rate: Decimal) -> bool:
    """Return whether a yearly rate in percent may be meant."""
    return rate <= HIGHEST_RATE


def check_bank_cost(uses: Iterable[CreditUse], credit: Credit) -> None:
    """Refuse a cost that no plausible rate explains in any of the answers.

    Raises:
        UsageError: each of the rates that it means is too high.
    """
    rates = [used.implied_rate for used in uses if used.implied_rate is not None]
    if credit.bank_cost is None or not rates or is_plausible(min(rates)):
        return
    most = credit.bank_cost * HIGHEST_RATE / min(rates)
    raise UsageError(
        Text(
            "--bank-cost: {cost} would mean a rate of {rate}% a year, which is not plausible",
            cost=Euros(credit.bank_cost),
            rate=Typed(f"{min(rates):f}"),
        ),
        IMPOSSIBLE_RATE,
        hint=Text(
            "{highest}% a year would be about {most}: perhaps another amount was meant, or another --grant",
            highest=Typed(f"{HIGHEST_RATE:f}"),
            most=Euros(cents(most)),
        ),
    )


def interest(euro_days_: Decimal, rate: Decimal, day_count: DayCount = 365) -> Decimal:
    """Return simple interest in euros, for a yearly rate in percent.

    >>> interest(Decimal(36500), Decimal(1))
    Decimal('1.00')
    """
    return cents(euro_days_ * rate / 100 / day_count)


def _implied_rate(drawn_days: Decimal, charges: Decimal, credit: Credit) -> Decimal | None:
    """Solve ``interest + charges = bank cost`` for the rate: it is one linear equation."""
    if credit.bank_cost is None or not drawn_days or credit.bank_cost < charges:
        return None
    return cents((credit.bank_cost - charges) * 100 * credit.day_count / drawn_days)
