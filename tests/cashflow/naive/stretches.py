"""Stretches of time with a grant of their own: a year of an agreement, or a project."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from tests.cashflow.naive.case import Case, Refused
from tests.cashflow.naive.dates import FULL_DATE, ONE_DAY, day_of, later, months_after, moved


@dataclass
class Stretch:
    """A year or a project.

    Attributes:
        first: its first day.
        last: its last day.
        signed: the day on which the agreement binds.
        number: 1 for the first year of an agreement.
        is_project: whether it is a project.
        moved_by: years by which the full dates of a scheme move.
        ends: the last days of its reporting periods.
    """

    first: date
    last: date
    signed: date
    number: int
    is_project: bool
    moved_by: int
    ends: list[date]

    def day(self, text: str) -> date:
        """Return a written day: of this year, or the first such day of the project, unless it has its year."""
        if len(text) == FULL_DATE:
            return moved(text, self.moved_by)
        day = day_of(self.first.year, text)
        return day_of(self.first.year + 1, text) if self.is_project and day < self.first else day

    def event(self, event: dict[str, str], case: Case) -> date:
        """Return the day of an event that has nothing to do with costs or periods."""
        if event["anchor"] == "date":
            day = self.day(event["on"])
        elif event["anchor"] == "others-paid":
            if case.others_paid is None:
                raise Refused("others-paid without its day")
            day = case.others_paid
        else:
            year_end = date(self.last.year, 12, 31)
            days = {"signature": self.signed, "start": self.first, "year-end": year_end, "project-end": self.last}
            day = days[event["anchor"]]
        return later(day, event.get("offset", "0"))


def stretches(case: Case) -> list[Stretch]:
    """Return the years or the project that a case is about."""
    agreement = case.scheme["agreement"]
    if "years" in agreement:
        return [_year(agreement, case.first_year, index) for index in range(case.years)]
    return [_project(agreement, case)]


def _year(agreement: dict[str, Any], first_year: int, index: int) -> Stretch:
    year, place = first_year + index, index % int(agreement["years"])
    key = "renewal" if "renewal" in agreement and place > 0 else "signature"
    stretch = Stretch(date(year, 1, 1), date(year, 12, 31), day_of(year, agreement[key]), place + 1, False, 0, [])
    stretch.ends = _ends(agreement.get("periods"), stretch)
    return stretch


def _project(agreement: dict[str, Any], case: Case) -> Stretch:
    start = agreement["start"]
    if len(start) == FULL_DATE:
        moved_by = case.first_year - int(start[:4]) if case.start_given else 0
        first = moved(start, moved_by)
    else:
        moved_by, first = 0, day_of(case.first_year, start)
    last = moved(agreement["end"], moved_by) if "end" in agreement else first
    if "months" in agreement:
        last = months_after(first, int(agreement["months"])) - ONE_DAY
    signature = agreement.get("signature", "")
    signed = day_of(first.year, signature) if signature and len(signature) < FULL_DATE else first
    if len(signature) == FULL_DATE:
        signed = moved(signature, moved_by)
    stretch = Stretch(first, last, signed, 1, True, moved_by, [])
    stretch.ends = _ends(agreement.get("periods"), stretch)
    return stretch


def _ends(periods: str | list[str] | None, stretch: Stretch) -> list[date]:
    """Return the last days of the reporting periods: every length in turn, or the days that are given."""
    if periods is None:
        return []
    given = [periods] if isinstance(periods, str) else periods
    if given[0].endswith(("m", "d")):
        ends = _after_lengths(given, stretch)
    elif len(given[0]) == FULL_DATE:
        ends = [stretch.day(text) for text in given]
        if not all(stretch.first <= end <= stretch.last for end in ends):
            raise Refused("a period outside the project")
    else:
        years = range(stretch.first.year, stretch.last.year + 1)
        ends = [day_of(year, text) for year in years for text in given]
    inside = {end for end in ends if stretch.first <= end < stretch.last}
    return [*sorted(inside), stretch.last]


def _after_lengths(lengths: list[str], stretch: Stretch) -> list[date]:
    """Add lengths up from the first day, months with months and days with days; the last length comes back."""
    ends: list[date] = []
    months = days = 0
    while not ends or ends[-1] < stretch.last:
        for part in lengths[min(len(ends), len(lengths) - 1)].split():
            months += int(part[:-1]) if part.endswith("m") else 0
            days += int(part[:-1]) if part.endswith("d") else 0
        ends.append(later(stretch.first, f"{months}m {days}d") - ONE_DAY)
    return ends
