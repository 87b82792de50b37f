"""What borrowing the advance costs, and what of the advance a credit leaves unfunded."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from clusters_cli.cashflow.advance import Curve, Window
from clusters_cli.cashflow.borrowing import HIGHEST_RATE, IMPOSSIBLE_RATE, Credit, interest, is_plausible
from clusters_cli.cashflow.funding import constant, funding
from clusters_cli.cashflow.overdraft import QuarterCharge, commission_charged, interest_charged, quarter_charges
from clusters_cli.foundations.data_shape import in_data
from clusters_cli.foundations.errors import UsageError
from clusters_cli.foundations.money import ZERO, cents
from clusters_cli.foundations.text import Euros, Text, Typed


@in_data(without=("gaps", "quarters"))
@dataclass(frozen=True, slots=True)
class CreditUse:
    """What an advance costs under a credit.

    Attributes:
        interest: on the amounts drawn, in euros; ``None`` if no rate was given.
        quarterly_charging: what charging by the quarter adds to the interest, in euros; ``None`` if not asked for.
        overdraft_commission: on the highest overdrafts, in euros; ``None`` if none was given.
        fee: in euros; ``None`` if none was given.
        guarantee: in euros; ``None`` if none was given.
        cost: all of these together; ``None`` if none of them was given.
        drawn: largest amount drawn, in euros.
        gap: largest part of the advance that the ceiling leaves unfunded, in euros, before the receipts of its day.
        gap_date: the first day of the largest gap; ``None`` if there is none.
        gaps: runs of days whose end-of-day advance exceeds the ceiling by the same amount.
        implied_rate: yearly rate in percent, to two decimals, at which the bank's cost is reached; ``None`` if no
            cost was given or no rate gives it.
        quarters: what the bank charges for each quarter; empty where it does not charge by the quarter.
    """

    interest: Decimal | None
    quarterly_charging: Decimal | None
    overdraft_commission: Decimal | None
    fee: Decimal | None
    guarantee: Decimal | None
    cost: Decimal | None
    drawn: Decimal
    gap: Decimal
    gap_date: date | None
    gaps: tuple[Window, ...]
    implied_rate: Decimal | None
    quarters: tuple[QuarterCharge, ...]


def use_of(advance: Curve, credit: Credit) -> CreditUse:
    """Return what an advance costs and what of it stays unfunded."""
    drawn, unfunded = funding(advance, None if credit.ceiling is None else constant(credit.ceiling))
    line = drawn.peak if credit.ceiling is None else credit.ceiling
    fee, guarantee = (charge.on(line) if charge else None for charge in (credit.fee, credit.guarantee))
    interest_ = None if credit.rate is None else interest(drawn.euro_days, credit.rate, credit.day_count)
    quarters = quarter_charges(drawn, credit) if credit.charges_by_quarter else ()
    added = interest_charged(quarters) - interest_ if credit.quarterly and interest_ is not None else None
    commission = commission_charged(quarters) if credit.overdraft_commission is not None else None
    parts = [part for part in (interest_, added, commission, fee, guarantee) if part is not None]
    return CreditUse(
        interest=interest_,
        quarterly_charging=added,
        overdraft_commission=commission,
        fee=fee,
        guarantee=guarantee,
        cost=sum(parts, ZERO) if parts else None,
        drawn=drawn.peak,
        gap=unfunded.peak,
        gap_date=unfunded.peak_date,
        gaps=unfunded.windows,
        implied_rate=_implied_rate(drawn.euro_days, (fee or ZERO) + (guarantee or ZERO), credit),
        quarters=quarters,
    )


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


def _implied_rate(drawn_days: Decimal, charges: Decimal, credit: Credit) -> Decimal | None:
    """Solve ``interest + charges = bank cost`` for the rate: it is one linear equation."""
    if credit.bank_cost is None or not drawn_days or credit.bank_cost < charges:
        return None
    return cents((credit.bank_cost - charges) * 100 * credit.day_count / drawn_days)
