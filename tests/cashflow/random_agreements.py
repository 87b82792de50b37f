"""Random agreements of the whole language, and the days between which their lines can be drawn."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from tests.cashflow.naive import FIRST_YEAR, Case
from tests.cashflow.naive.costs import rhythm
from tests.cashflow.naive.stretches import stretches

LENGTHS = ("1m", "2m", "3m", "4m", "6m", "12m", "90d", ["6m", "12m"], ["2m", "3m", "4m"], ["30d", "3m"])
DAYS = (["06-30"], ["06-30", "12-31"], ["03-31", "09-30"], ["01-15", "05-15", "10-15"])


@dataclass
class Dates:
    """What the lines of an agreement need to know of it.

    Attributes:
        is_project: whether it is a project.
        is_full: whether its days are written in full.
        first: the first day that is written.
        last: the last one.
        months: months of costs.
        periods: how many reporting periods it has.
        years: years of an agreement.
        is_signed_late: whether it is signed after its first day.
    """

    is_project: bool
    is_full: bool
    first: date
    last: date
    months: int
    periods: int
    years: int
    is_signed_late: bool

    def day(self, random: Random, most: int = 0) -> str:
        """Return a day written as this agreement writes days, within it or so many days after it."""
        day = self.first + timedelta(days=random.randint(0, (self.last - self.first).days + most))
        if self.is_full and random.random() < 0.7:
            return day.isoformat()
        return f"{day:%m-%d}" if (day.month, day.day) != (2, 29) else "02-28"


def random_agreement(random: Random) -> dict[str, Any]:
    """Return an agreement of years or a project, with or without reporting periods."""
    agreement = _project(random) if random.random() < 0.6 else _years(random)
    if random.random() < 0.7:
        agreement["periods"] = _periods(random, agreement)
    return agreement


def dates_of(agreement: dict[str, Any]) -> Dates:
    """Return what the lines of an agreement need to know of it."""
    (one, *_more) = stretches(Case({"agreement": agreement}, start_given=False))
    months = len(rhythm(one.first, one.last, "even"))
    is_full = len(agreement.get("start", "")) == len("2026-01-01")
    years = int(agreement.get("years", "1"))
    return Dates(one.is_project, is_full, one.first, one.last, months, len(one.ends), years, one.signed > one.first)


def _years(random: Random) -> dict[str, Any]:
    agreement = {"years": str(random.randint(1, 4)), "signature": random.choice(["01-01", "02-28", "03-31", "05-15"])}
    if random.random() < 0.4:
        agreement["renewal"] = random.choice(["01-01", "02-15"])
    return agreement


def _project(random: Random) -> dict[str, Any]:
    first = date(FIRST_YEAR, 1, 1) + timedelta(days=random.randint(0, 1200))
    months, is_full = random.randint(1, 48), random.random() < 0.5
    if not is_full:
        agreement = {"months": str(months), "start": random.choice(["01-01", "01-15", "01-31", "04-15", "12-02"])}
        if random.random() < 0.4:
            agreement["signature"] = random.choice(["01-01", "03-31", "06-15", "12-05"])
        return agreement
    if random.random() < 0.1:
        first = date(2024, 2, 29)
    agreement = {"start": first.isoformat()}
    if random.random() < 0.5:
        agreement["months"] = str(months)
    else:
        agreement["end"] = (first + timedelta(days=random.randint(20, 1500))).isoformat()
    if random.random() < 0.5:
        agreement["signature"] = (first + timedelta(days=random.randint(-60, 150))).isoformat()
    elif random.random() < 0.2:
        agreement["signature"] = random.choice(["01-01", "06-15"])
    return agreement


def _periods(random: Random, agreement: dict[str, Any]) -> str | list[str]:
    draw = random.random()
    if draw < 0.6:
        return random.choice(LENGTHS)
    dates = dates_of(agreement)
    days = (dates.last - dates.first).days
    if draw < 0.8 or not dates.is_full or days < 10:
        return random.choice(DAYS)
    chosen = sorted(random.sample(range(1, days), random.randint(1, 4)))
    return [(dates.first + timedelta(days=day)).isoformat() for day in chosen]
