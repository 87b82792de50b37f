"""An overdraft as a bank charges it: interest and commission of each calendar quarter, debited on its last day.

Interest counts the balance at the end of each day, as everywhere here.  What is debited draws interest from the next
day on where it is charged by the quarter, and cash that comes ahead of its use pays it back.  The commission on the
highest overdraft counts, for each month, the highest balance at the end of a day.  After the last flow the account is
settled: what is owed until then is charged on that day.  Where this is written: ``docs/borrowing.md``.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import groupby, zip_longest
from typing import NamedTuple

from clusters_cli.cashflow.advance import Curve, Window, euro_days
from clusters_cli.cashflow.borrowing import Credit, interest
from clusters_cli.foundations.data_shape import in_data
from clusters_cli.foundations.dates import month_end
from clusters_cli.foundations.money import ZERO, cents

_MONTHS_A_QUARTER = 3


@in_data(first="from", last="to")
class QuarterCharge(NamedTuple):
    """What a bank charges for a calendar quarter, or for the part of it that the plan covers, in euros.

    Attributes:
        first: the first day that is counted.
        last: the last one, on which it is debited.
        highest: the highest overdraft at the end of a day.
        interest: on the overdraft of each day.
        commission: on the highest overdraft of each month.
    """

    first: date
    last: date
    highest: Decimal
    interest: Decimal
    commission: Decimal


def quarter_charges(drawn: Curve, credit: Credit) -> tuple[QuarterCharge, ...]:
    """Return what a bank charges for each quarter, from the first flow to the last.

    Args:
        drawn: what is drawn over time; below zero, cash has come ahead of its use.
        credit: its terms; without a rate there is no interest, without a commission none.
    """
    charged: list[QuarterCharge] = []
    owed = ZERO
    for _quarter, runs in groupby(_by_month(drawn), key=lambda run: (run.first.year, _quarter_of(run.first))):
        charge = _charge([Window(max(run.amount + owed, ZERO), run.first, run.last) for run in runs], credit)
        charged.append(charge)
        owed += charge.interest + charge.commission if credit.quarterly else ZERO
    return tuple(charged)


def interest_charged(quarters: Iterable[QuarterCharge]) -> Decimal:
    """Return the interest of several quarters, in euros."""
    return sum((quarter.interest for quarter in quarters), ZERO)


def commission_charged(quarters: Iterable[QuarterCharge]) -> Decimal:
    """Return the commission of several quarters, in euros."""
    return sum((quarter.commission for quarter in quarters), ZERO)


def _charge(overdrafts: Sequence[Window], credit: Credit) -> QuarterCharge:
    """Return what is charged for a quarter, of which every run of days with one overdraft is given, month by month."""
    interest_ = ZERO if credit.rate is None else interest(euro_days(overdrafts), credit.rate, credit.day_count)
    months = [list(runs) for _month, runs in groupby(overdrafts, key=lambda run: run.first.month)]
    highest = [max(run.amount for run in runs) for runs in months]
    commission = cents(sum(highest, ZERO) * (credit.overdraft_commission or ZERO) / 100)
    if credit.commission_cap is not None:
        commission = min(commission, cents(interest_ * credit.commission_cap))
    return QuarterCharge(overdrafts[0].first, overdrafts[-1].last, max(highest), interest_, commission)


def _by_month(drawn: Curve) -> Iterator[Window]:
    """Yield the runs of days with one balance, whatever its sign, cut at the end of each month."""
    for step, following in zip_longest(drawn.steps, drawn.steps[1:]):
        first, last = step.day, following.day - timedelta(days=1) if following else step.day
        while first <= last:
            end = min(month_end(first), last)
            yield Window(step.after, first, end)
            first = end + timedelta(days=1)


def _quarter_of(day: date) -> int:
    return (day.month - 1) // _MONTHS_A_QUARTER
