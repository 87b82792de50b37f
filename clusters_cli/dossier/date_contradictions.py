"""What the dates of a dossier say against each other: in the wrong order, far outside, or missing between two."""

from collections.abc import Iterator
from datetime import date

from clusters_cli.dossier.cash_lines import CashLine
from clusters_cli.dossier.dossier import Dossier
from clusters_cli.dossier.lines import Resource
from clusters_cli.dossier.placed_lines import Contradiction, PlacedLine, lines_of
from clusters_cli.dossier.timing import Timing, occurrences
from clusters_cli.foundations.dates import add_months, month_end
from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.places import DataPath
from clusters_cli.foundations.text import Dated, Text

REVERSED_DATES = Explanation(
    "DOS201",
    Text("dates reversed"),
    Text("Something ends, or is decided, before what must come first."),
    Text("Correct one of the two dates."),
)
NEVER_COMES_BACK = Explanation(
    "DOS207",
    Text("money that never comes back"),
    Text("No day of a timing with every lies between its first and its last day, so that the amount falls nowhere."),
    Text("Give another day, start or end, or on: DATE for money that moves once."),
)
NO_DATES = Explanation(
    "DOS208",
    Text("a line of the treasury without dates"),
    Text(
        "An amount of the treasury is spread, or comes back, over a time of which neither its timing nor the project"
        " gives the first and the last day."
    ),
    Text("Write start and end under its timing; or each: EUROS for what goes on as long as the plan."),
)
FAR_OUTSIDE = Explanation(
    "DOS209",
    Text("a date far outside"),
    Text("Money is planned for a day or a month before 1990 or after 2100: the year is a typing mistake."),
    Text("Correct the year."),
)
FIRST_YEAR, LAST_YEAR = 1990, 2100
"""Years in which money of a dossier may move: before and after them the year is a typing mistake."""

_MONTHS_OF_A_YEAR = 12
_Pair = tuple[DataPath, date | None, DataPath, date | None]
"""Two places with a day each, the first of which must not be the later."""


def date_contradictions(dossier: Dossier) -> Iterator[Contradiction]:
    """Yield what the dates of a dossier say against each other."""
    lines = tuple(lines_of(dossier))
    yield from _reversed_dates(_pairs(dossier))
    for placed in lines:
        yield from _reversed_dates(_bounds(dossier, placed))
        yield from _never_comes_back(dossier, placed)
        yield from _no_dates(dossier, placed)
    yield from _far_outside(dossier, lines)


def _reversed_dates(pairs: Iterator[_Pair]) -> Iterator[Contradiction]:
    """Yield the pairs of places of which the first has the later day."""
    for before, first, after, second in pairs:
        if first and second and second < first:
            key = ".".join(map(str, before))
            message = Text("{second} is before {key}, {first}", second=Dated(second), key=key, first=Dated(first))
            yield Contradiction(REVERSED_DATES, after, message)


def _pairs(dossier: Dossier) -> Iterator[_Pair]:
    """Yield the days of a dossier that follow each other, but for those of its lines."""
    accounts, agreement = dossier.accounts, dossier.agreement
    yield ("project", "start"), dossier.project.start, ("project", "end"), dossier.project.end
    yield ("application", "date"), dossier.application.date, ("aid", "award_date"), dossier.aid.award_date
    yield ("accounts", "approved"), accounts.approved, ("accounts", "published"), accounts.published
    yield ("agreement", "notified"), agreement.notified, ("agreement", "first_paid"), agreement.first_paid


def _bounds(dossier: Dossier, placed: PlacedLine) -> Iterator[_Pair]:
    """Yield the first and last day of a line, where one is its own and the other that of the project."""
    path, timing = (*placed.path, "timing"), placed.timing
    first, last = (None, None) if placed.goes_with_plan else (dossier.project.start, dossier.project.end)
    if timing.start and not timing.end:
        yield ("timing", "start"), timing.start, path, last
    if timing.end and not timing.start:
        yield ("project", "start"), first, (*path, "end"), timing.end
    if timing.signed:
        yield ("timing", "signed"), timing.signed, (*path, "end") if timing.end else path, timing.end or last


def _never_comes_back(dossier: Dossier, placed: PlacedLine) -> Iterator[Contradiction]:
    first, last = _time_of(dossier, placed)
    if placed.timing.every is None or first is None or last is None or last < first:
        return
    if last > month_end(add_months(first, _MONTHS_OF_A_YEAR)):
        return  # whatever comes back has done so by then
    if not occurrences(placed.timing, first, last):
        message = Text(
            "never comes back from {first} to {last}: its first day would be {day}",
            first=Dated(first),
            last=Dated(last),
            day=Dated(_first_time(placed.timing, first, last)),
        )
        yield Contradiction(NEVER_COMES_BACK, (*placed.path, "timing"), message)


def _time_of(dossier: Dossier, placed: PlacedLine) -> tuple[date | None, date | None]:
    """Return the first and last day between which a line comes back; ``None`` for one that the dossier does not say."""
    timing, project = placed.timing, dossier.project
    if placed.goes_with_plan:
        return timing.start, timing.end
    return timing.start or project.start, timing.end or project.end


def _first_time(timing: Timing, first: date, last: date) -> date:
    """Return the first day on which money would come back if nothing ended before."""
    later = month_end(last) if timing.day is None else add_months(first, 2)
    return occurrences(timing.model_copy(update={"end": later}), first, later)[0]


def _no_dates(dossier: Dossier, placed: PlacedLine) -> Iterator[Contradiction]:
    """Yield a line of the treasury whose amount in all falls over a time that nobody gives."""
    timing, line = placed.timing, placed.line
    if not isinstance(line, CashLine) or line.amount is None or not (timing.spread or timing.every):
        return
    missing = [key for key, day in zip(("start", "end"), _time_of(dossier, placed), strict=True) if day is None]
    for key in missing:
        message = Text("needs {key}, which the project does not give either", key=key)
        yield Contradiction(NO_DATES, (*placed.path, "timing"), message)


def _far_outside(dossier: Dossier, lines: tuple[PlacedLine, ...]) -> Iterator[Contradiction]:
    of_all = (
        (("project", "start"), dossier.project.start),
        (("project", "end"), dossier.project.end),
        (("treasury", "opening_day"), dossier.treasury.opening_day),
    )
    of_lines = (day for placed in lines for day in _days(placed))
    for path, day in (*of_all, *of_lines):
        if day is not None and not FIRST_YEAR <= int(str(day)[:4]) <= LAST_YEAR:
            message = Text(
                "money moves between {first} and {last}, found {day}",
                first=FIRST_YEAR,
                last=LAST_YEAR,
                day=Dated(day),
            )
            yield Contradiction(FAR_OUTSIDE, path, message)


def _days(placed: PlacedLine) -> Iterator[tuple[DataPath, date | str | None]]:
    """Yield each day, month and year that a line names, with its place."""
    path, timing = (*placed.path, "timing"), placed.timing
    yield from (((*path, key), getattr(timing, key)) for key in ("start", "end", "on", "signed"))
    for index, payment in enumerate(timing.payments or ()):
        yield (*path, "payments", index, "on"), payment.on
    yield from (((*path, "months", month), month) for month in timing.months or ())
    if isinstance(placed.line, Resource):
        yield from (((*placed.path, "years", str(year)), str(year)) for year in placed.line.years or ())
