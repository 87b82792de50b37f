"""The cash advance computed once more, as simply as one can: in whole cents, walking through every single day.

It shares no code with the program: it reads a scheme as the plain mapping that a YAML file holds.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

FIRST_YEAR = 2023


@dataclass
class Walk:
    """What was seen day after day; amounts in cents."""

    peak: int = 0
    peak_date: date | None = None
    days: int = 0
    cent_days: int = 0
    final: int = 0
    paid: list[tuple[date, int]] = field(default_factory=list)
    month_ends: dict[tuple[int, int], int] = field(default_factory=dict)


def walk(scheme: dict[str, Any], grant: int, years: int, late: dict[str, str], actual: int) -> Walk:
    """Walk through a plan; ``actual`` is the percentage of the costs that is justified."""
    spent: defaultdict[date, int] = defaultdict(int)
    payments: list[tuple[date, int]] = []
    for index in range(years if "years" in scheme["agreement"] else 1):
        first, last, signed = period(scheme["agreement"], index)
        outlay = spending(first, last, half_up(grant * actual, 100))
        spent_shares = [(day, Fraction(index + 1, len(outlay))) for index, (day, _part) in enumerate(outlay)]
        for day, amount in outlay:
            spent[day] += amount
        payments += instalments(scheme, (grant, actual), (first, last, signed), spent_shares, late)
    return walked(spent, payments)


def walked(spent: dict[date, int], payments: list[tuple[date, int]]) -> Walk:
    """Go from the first flow to the last, one day after the other."""
    arrivals: defaultdict[date, int] = defaultdict(int)
    paid_back: defaultdict[date, int] = defaultdict(int)
    for day, amount in payments:
        arrivals[day] += max(amount, 0)
        paid_back[day] += max(-amount, 0)
    seen = Walk(paid=payments)
    today, end = min([*spent, *arrivals]), max([*spent, *arrivals])
    advance = 0
    while today <= end:
        advance += spent.get(today, 0) + paid_back[today]
        if advance > seen.peak:
            seen.peak, seen.peak_date = advance, today
        advance -= arrivals[today]
        if advance > 0:
            seen.days += 1
            seen.cent_days += advance
        seen.month_ends[today.year, today.month] = advance
        today += timedelta(days=1)
    seen.final = advance
    return seen


def period(agreement: dict[str, str], index: int) -> tuple[date, date, date]:
    if "months" in agreement:
        first = day_of(FIRST_YEAR, agreement["start"])
        return first, months_after(first, int(agreement["months"])) - timedelta(days=1), first
    year = FIRST_YEAR + index
    renewed = "renewal" in agreement and index % int(agreement["years"]) != 0
    return date(year, 1, 1), date(year, 12, 31), day_of(year, agreement["renewal" if renewed else "signature"])


def spending(first: date, last: date, amount: int) -> list[tuple[date, int]]:
    ends = [day for day in every_day(first, last) if (day + timedelta(days=1)).day == 1 or day == last]
    ends = [end_of_month(day) for day in ends]
    ends = sorted(set(ends))
    sums = [half_up(amount * count, len(ends)) for count in range(len(ends) + 1)]
    return [(day, sums[index + 1] - sums[index]) for index, day in enumerate(ends)]


def instalments(
    scheme: dict[str, Any],
    granted: tuple[int, int],
    dates: tuple[date, date, date],
    spent_shares: list[tuple[date, Fraction]],
    late: dict[str, str],
) -> list[tuple[date, int]]:
    grant, actual = granted
    cap = permille(scheme.get("cap", "1"))
    promised = 0
    paid: list[tuple[date, int]] = []
    rules = scheme["instalments"]
    for rule in rules:
        is_last = rule is rules[-1]
        base = anchor_day(rule, dates, spent_shares, Fraction(1) if is_last else Fraction(100, actual))
        if base is None:
            continue
        before = sum(amount for _day, amount in paid)
        promised += permille(rule["share"])
        up_to = half_up(grant * actual, 100) if is_last else half_up(grant * min(promised, cap), 1000)
        amount = up_to - before
        day = later(base, rule.get("offset", "0"))
        day = later(day, rule.get("claim", "0"))
        day = later(day, scheme["payment_delay"])
        paid.append((later(day, late.get(rule["kind"], "0")), amount))
    return paid


def anchor_day(
    rule: dict[str, str], dates: tuple[date, date, date], spent_shares: list[tuple[date, Fraction]], costs: Fraction
) -> date | None:
    first, last, signed = dates
    if rule["anchor"] == "date":
        return day_of(first.year, rule["on"])
    if rule["anchor"] == "spending":
        for day, share in spent_shares:
            if share >= costs * Fraction(rule["reached"]):
                return max(day, signed)
        return None
    return {"signature": signed, "start": first, "year-end": date(last.year, 12, 31), "project-end": last}[
        rule["anchor"]
    ]


def day_of(year: int, text: str) -> date:
    return date(year, int(text[:2]), int(text[3:]))


def later(day: date, duration: str) -> date:
    number = int(duration.rstrip("md"))
    return months_after(day, number) if duration.endswith("m") else day + timedelta(days=number)


def months_after(day: date, months: int) -> date:
    year, month = day.year + (day.month - 1 + months) // 12, (day.month - 1 + months) % 12 + 1
    for number in range(day.day, 0, -1):
        try:
            return date(year, month, number)
        except ValueError:
            continue
    raise AssertionError


def end_of_month(day: date) -> date:
    while (day + timedelta(days=1)).day != 1:
        day += timedelta(days=1)
    return day


def every_day(first: date, last: date) -> list[date]:
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]


def permille(share: str) -> int:
    whole, _dot, decimals = share.partition(".")
    return int(whole) * 1000 + int((decimals + "000")[:3])


def half_up(numerator: int, denominator: int) -> int:
    return (2 * numerator + denominator) // (2 * denominator)
