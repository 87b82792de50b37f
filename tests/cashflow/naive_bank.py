"""What a bank charges, computed once more as simply as one can: an account walked day by day, in exact fractions.

It shares no code with the program; amounts are cents, rates and shares are fractions of 1.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

Dated = Sequence[tuple[date, int]]
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Bank:
    """How a bank charges an overdraft."""

    rate: Fraction = Fraction(0)
    days_a_year: int = 365
    by_quarter: bool = False
    commission: Fraction = Fraction(0)
    cap: Fraction | None = None
    ceiling: int | None = None


@dataclass(frozen=True)
class Bill:
    """What is debited at the end of a quarter, or on the last day."""

    day: date
    interest: int
    commission: int
    highest: int


def half_up(amount: Fraction) -> int:
    """Round to whole cents."""
    return int((2 * amount + 1) // 2)


def every_day(flows: Dated) -> Iterable[date]:
    """Yield the days from the first flow to the last."""
    day, last = min(day for day, _amount in flows), max(day for day, _amount in flows)
    while day <= last:
        yield day
        day += ONE_DAY


def bills(spent: Dated, received: Dated, bank: Bank) -> list[Bill]:
    """Walk the account, and bill it whenever the next day is in another quarter, and on the last day."""
    moved: dict[date, int] = defaultdict(int)
    for day, amount in spent:
        moved[day] += amount
    for day, amount in received:
        moved[day] -= amount
    days = list(every_day([*spent, *received]))
    made: list[Bill] = []
    advance = charged = 0
    numbers = Fraction(0)
    highest_of_month: dict[int, int] = defaultdict(int)
    for day in days:
        advance += moved[day]
        drawn = advance if bank.ceiling is None else min(advance, bank.ceiling)
        overdraft = max(drawn + charged, 0)
        numbers += overdraft
        highest_of_month[day.month] = max(highest_of_month[day.month], overdraft)
        tomorrow = day + ONE_DAY
        if day != days[-1] and (day.month - 1) // 3 == (tomorrow.month - 1) // 3:
            continue
        interest = half_up(numbers * bank.rate / bank.days_a_year)
        commission = half_up(sum(highest_of_month.values()) * bank.commission)
        if bank.cap is not None:
            commission = min(commission, half_up(interest * bank.cap))
        made.append(Bill(day, interest, commission, max(highest_of_month.values())))
        charged += interest + commission if bank.by_quarter else 0
        numbers, highest_of_month = Fraction(0), defaultdict(int)
    return made


@dataclass(frozen=True)
class Claim:
    """A payment of a funder: when it is notified, when it is paid, and its cents."""

    notified: date
    paid: date
    amount: int


@dataclass(frozen=True)
class Assignment:
    """What an assignment of claims lends, and what it leaves: cents times days lent, and the worst morning."""

    lent: int
    most_lent: int
    most_missing: int
    missing_on: date | None


def assignment(spent: Dated, claims: Sequence[Claim], share: Fraction, ceiling: int | None = None) -> Assignment:
    """Walk the days: in the morning costs are paid and nothing has arrived yet, in the evening the funder has paid."""
    flows = [*spent, *((claim.paid, claim.amount) for claim in claims)]
    notified = [(claim.notified, 0) for claim in claims if claim.notified < claim.paid]
    lent = most_lent = most_missing = advance = 0
    missing_on = None
    for day in every_day([*flows, *notified]):
        morning = advance + sum(amount for on, amount in spent if on == day)
        evening = morning - sum(claim.amount for claim in claims if claim.paid == day)
        owed = sum(
            claim.amount for claim in claims if claim.notified <= day <= claim.paid and claim.notified < claim.paid
        )
        left = sum(claim.amount for claim in claims if claim.notified <= day < claim.paid)
        rooms = [half_up(owed * share), half_up(left * share)]
        at_dawn, at_dusk = (room if ceiling is None else min(room, ceiling) for room in rooms)
        most_lent = max(most_lent, min(morning, at_dawn))
        if morning - at_dawn > most_missing:
            most_missing, missing_on = morning - at_dawn, day
        lent += max(min(evening, at_dusk), 0)
        advance = evening
    return Assignment(lent, most_lent, most_missing, missing_on)


def guarantee_days(advances: Sequence[tuple[date, int]], recoveries: Dated, balance: date, cover: Fraction) -> int:
    """Return cents times days guaranteed: every advance from its payment until all are taken back, or the balance."""
    total, day, taken, counted = sum(amount for _day, amount in advances), min(day for day, _a in advances), 0, 0
    while True:
        taken += sum(amount for on, amount in recoveries if on == day)
        if taken >= total or day >= balance:
            return counted
        counted += sum(half_up(amount * cover) for on, amount in advances if on <= day)
        day += ONE_DAY
