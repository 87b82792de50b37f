"""The cash advance computed once more, as simply as one can: exact fractions, rounded once, every single day walked.

It shares no code with the program: it reads a scheme as the plain mapping that a YAML file holds.  Amounts are cents.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

FIRST_YEAR = 2023
ONE_DAY = timedelta(days=1)

Dated = list[tuple[date, int]]
Costs = list[tuple[date, Fraction]]
"""The share of a grant's justified costs spent on each day, exactly."""


@dataclass
class Month:
    """What moves in a calendar month, the advance at its end, and the highest with its first day."""

    spent: int = 0
    received: int = 0
    end: int = 0
    highest: int = 0
    highest_on: date | None = None


@dataclass
class Walk:
    """What was seen day after day."""

    peak: int = 0
    peak_date: date | None = None
    days: int = 0
    cent_days: int = 0
    final: int = 0
    paid: Dated = field(default_factory=list)
    evenings: dict[date, int] = field(default_factory=dict)
    highs: dict[date, int] = field(default_factory=dict)
    months: dict[tuple[int, int], Month] = field(default_factory=dict)

    @property
    def windows(self) -> list[tuple[int, date, date]]:
        """Runs of days that end with the same advance above zero."""
        found: list[tuple[int, date, date]] = []
        for day, advance in self.evenings.items():
            if advance <= 0:
                continue
            if found and found[-1][0] == advance and found[-1][2] + ONE_DAY == day:
                found[-1] = (advance, found[-1][1], day)
            else:
                found.append((advance, day, day))
        return found


@dataclass
class Case:
    """A scheme with what is assumed of it; ``actual`` is the percentage of the costs that is justified."""

    scheme: dict[str, Any]
    years: int = 1
    late: dict[str, str] = field(default_factory=dict)
    actual: int = 100
    first_year: int = FIRST_YEAR


def walk(case: Case, grant: int) -> Walk:
    """Walk through a plan."""
    spent, payments = flows(case, grant)
    return walked(spent, payments)


def flows(case: Case, grant: int) -> tuple[Dated, Dated]:
    """Return what is spent and what is paid under a grant, in order of the years."""
    if "parts" in case.scheme:
        return of_parts(case, grant)
    spent: Dated = []
    payments: Dated = []
    agreement = case.scheme["agreement"]
    for index in range(case.years if "years" in agreement else 1):
        dates = period(agreement, index, case.first_year)
        costs = spending(dates[0], dates[1], case.scheme.get("spending", "even"))
        spent += in_cents(Fraction(grant * case.actual, 100), costs)
        payments += instalments(case, grant, dates, costs)
    return spent, payments


def of_parts(case: Case, grant: int) -> tuple[Dated, Dated]:
    """Walk each part of a grant as a grant of its own, with what the part has otherwise than the scheme."""
    spent: Dated = []
    payments: Dated = []
    whole, share, before = case.scheme, Fraction(0), 0
    for part in whole["parts"]:
        share += Fraction(part["share"])
        alone = {key: value for key, value in {**whole, **part}.items() if key not in ("parts", "share")}
        its_own = rounded(grant * share) - before
        before += its_own
        some = flows(Case(alone, case.years, case.late, case.actual, case.first_year), its_own)
        spent += some[0]
        payments += some[1]
    return spent, payments


def walked(spent: Dated, payments: Dated, opening: int = 0) -> Walk:
    """Go from the first flow to the last, one day after the other; on each, money leaves before money arrives."""
    leaving: defaultdict[date, int] = defaultdict(int)
    arriving: defaultdict[date, int] = defaultdict(int)
    seen = Walk(paid=payments)
    for day, amount in spent:
        leaving[day] += amount
    for day, amount in payments:
        if amount < 0:
            leaving[day] -= amount
        else:
            arriving[day] += amount
    days = [day for day, _amount in (*spent, *payments)]
    advance = -opening
    for today in every_day(min(days), max(days)):
        month = seen.months.setdefault(
            (today.year, today.month), Month(highest=advance, highest_on=today.replace(day=1))
        )
        advance += leaving[today]
        seen.highs[today] = advance
        if advance > seen.peak:
            seen.peak, seen.peak_date = advance, today
        if advance > month.highest:
            month.highest, month.highest_on = advance, today
        advance -= arriving[today]
        seen.evenings[today] = month.end = advance
        if advance > 0:
            seen.days += 1
            seen.cent_days += advance
    for day, amount in spent:
        seen.months[day.year, day.month].spent += amount
    for day, amount in payments:
        seen.months[day.year, day.month].received += amount
    seen.final = advance
    return seen


def pooled(walks: list[Walk], own: list[int]) -> Walk:
    """Carry several advances together: each needs what exceeds its own cash, and lends nothing to the others."""
    pool = Walk()
    days = [day for walk in walks for day in walk.evenings]
    evening = [0] * len(walks)
    for today in every_day(min(days), max(days)):
        high = 0
        for index, (walk, cash) in enumerate(zip(walks, own, strict=True)):
            high += max(walk.highs[today] - cash, 0) if today in walk.highs else evening[index]
            if today in walk.evenings:
                evening[index] = max(walk.evenings[today] - cash, 0)
        before = pool.evenings.get(today - ONE_DAY, 0)
        month = pool.months.setdefault((today.year, today.month), Month(highest=before))
        month.highest = max(month.highest, high)
        if high > pool.peak:
            pool.peak, pool.peak_date = high, today
        pool.evenings[today] = month.end = sum(evening)
        pool.days += pool.evenings[today] > 0
        pool.cent_days += pool.evenings[today]
    return pool


def borrowed(walk: Walk, ceiling: int) -> tuple[int, int, date | None, int]:
    """Return the cent-days drawn under a ceiling, the largest gap, its first day, and the days that end above it."""
    drawn = sum(min(max(advance, 0), ceiling) for advance in walk.evenings.values())
    gap = max(max(walk.highs.values()) - ceiling, 0)
    first = next((day for day, high in walk.highs.items() if high - ceiling == gap), None) if gap else None
    return drawn, gap, first, sum(advance > ceiling for advance in walk.evenings.values())


def years_of_funder(old: Case, new: Case, grant: int, switch: int, shown: list[int]) -> dict[int, tuple[int, int, int]]:
    """Return what is committed, paid and outstanding in each year, when ``new`` takes over from ``old`` in a year.

    Agreements have been renewed for fifty years before the change, and are for as long as years are shown.
    """
    committed: defaultdict[int, int] = defaultdict(int)
    paid: defaultdict[int, int] = defaultdict(int)
    length = int(old.scheme["agreement"]["years"])
    starts = [(old, switch - length * count) for count in range(1, 50)]
    length = int(new.scheme["agreement"]["years"])
    starts += [(new, year) for year in range(switch, max(shown) + 1, length)]
    for case, year in starts:
        years = int(case.scheme["agreement"]["years"])
        _spent, payments = flows(Case(case.scheme, years, case.late, case.actual, year), grant)
        committed[year] += sum(amount for _day, amount in payments)
        for day, amount in payments:
            paid[day.year] += amount
    return {
        year: (
            committed[year],
            paid[year],
            sum(amount for when, amount in committed.items() if when <= year)
            - sum(amount for when, amount in paid.items() if when <= year),
        )
        for year in shown
    }


def period(agreement: dict[str, str], index: int, first_year: int = FIRST_YEAR) -> tuple[date, date, date]:
    """Return the first day, the last day and the day of signature of a year or a project."""
    if "months" in agreement:
        first = day_of(first_year, agreement["start"])
        signed = day_of(first_year, agreement["signature"]) if "signature" in agreement else first
        return first, months_after(first, int(agreement["months"])) - ONE_DAY, signed
    year = first_year + index
    renewed = "renewal" in agreement and index % int(agreement["years"]) != 0
    return date(year, 1, 1), date(year, 12, 31), day_of(year, agreement["renewal" if renewed else "signature"])


def spending(first: date, last: date, profile: str) -> Costs:
    """Return the costs of a period: on the eve of the same day of every following month, the rest on the last day."""
    begins = [months_after(first, number) for number in range(1, 200)]
    ends = [day - ONE_DAY for day in begins if day - ONE_DAY < last] + [last]
    count = len(ends)
    if profile == "even":
        weights = [Fraction(1)] * count
    elif profile in ("front", "back"):
        weights = [Fraction(number) for number in range(1, count + 1)]
        weights = weights if profile == "back" else weights[::-1]
    else:
        given = [Fraction(weight) for weight in profile.split(",")]
        weights = given if len(given) == count else [given[number % 12] for number in range(count)]
    return [(day, weight / sum(weights)) for day, weight in zip(ends, weights, strict=True)]


def in_cents(amount: Fraction, costs: Costs) -> Dated:
    """Spend an amount: what is spent up to each day is rounded, so that no cent drifts."""
    whole = rounded(amount)
    parts: Dated = []
    share, before = Fraction(0), 0
    for day, part in costs:
        share += part
        parts.append((day, rounded(whole * share) - before))
        before = rounded(whole * share)
    return [(day, part) for day, part in parts if part]


def instalments(case: Case, grant: int, dates: tuple[date, date, date], costs: Costs) -> Dated:
    """Return the payments of a period."""
    scheme = case.scheme
    promised, before = Fraction(0), 0
    paid: Dated = []
    for rule in scheme["instalments"]:
        is_last = rule is scheme["instalments"][-1]
        whole = Fraction(1) if is_last else Fraction(100, case.actual)
        base = anchor_day(rule, dates, costs, whole)
        if base is None:
            continue
        promised += Fraction(rule["share"])
        most = min(promised, Fraction(scheme.get("cap", "1")))
        up_to = rounded(Fraction(grant * case.actual, 100)) if is_last else rounded(grant * most)
        day = base
        for length in (rule.get("offset"), rule.get("claim"), scheme["payment_delay"], case.late.get(rule["kind"])):
            day = later(day, length or "0")
        paid.append((day, up_to - before))
        before = up_to
    return paid


def anchor_day(rule: dict[str, str], dates: tuple[date, date, date], costs: Costs, whole: Fraction) -> date | None:
    """Return the day of the event that an instalment waits for; ``None`` if the costs never reach its share."""
    first, last, signed = dates
    if rule["anchor"] == "date":
        return day_of(first.year, rule["on"])
    if rule["anchor"] == "spending":
        spent = Fraction(0)
        for day, part in costs:
            spent += part
            if spent >= whole * Fraction(rule["reached"]):
                return max(day, signed)
        return None
    days = {"signature": signed, "start": first, "year-end": date(last.year, 12, 31), "project-end": last}
    return days[rule["anchor"]]


def day_of(year: int, text: str) -> date:
    return date(year, int(text[:2]), int(text[3:]))


def later(day: date, lengths: str) -> date:
    """Add lengths of time such as ``12m 1d``, one after the other."""
    for length in lengths.split():
        number = int(length.rstrip("md"))
        day = months_after(day, number) if length.endswith("m") else day + number * ONE_DAY
    return day


def months_after(day: date, months: int) -> date:
    year, month = day.year + (day.month - 1 + months) // 12, (day.month - 1 + months) % 12 + 1
    for number in range(day.day, 0, -1):
        try:
            return date(year, month, number)
        except ValueError:
            continue
    raise AssertionError


def every_day(first: date, last: date) -> list[date]:
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]


def rounded(amount: Fraction) -> int:
    """Round half up."""
    below = amount.numerator // amount.denominator
    return below + 1 if amount - below >= Fraction(1, 2) else below
