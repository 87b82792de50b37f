"""Dates that cannot be true: a day to come, a year that its source could not know, an end before its beginning."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.places import DataPath
from clusters_cli.foundations.reading.refusals import clipped
from clusters_cli.foundations.text import Text
from clusters_cli.registry.documents import ORGANISATIONS, Documents, Entry, Fault, date_of, items, word_of
from clusters_cli.registry.figures import FIGURES, FigureKind
from clusters_cli.registry.models.organisation_words import SourceKind

DATE_TO_COME = Explanation(
    "REG227",
    Text("a date to come"),
    Text(
        "What has happened, or what a source tells of, cannot lie after today. Only clusters validate looks at the "
        "day; the other commands read a registry in the same way on every day."
    ),
    Text("Correct the date; if it is right, set the clock of the machine."),
    example="figures: [{year: 2199, members: 40, source: report}]",
)
YEAR_UNKNOWN_TO_SOURCE = Explanation(
    "REG228",
    Text("a year that its source could not know"),
    Text(
        "Members and staff are counted in their year or later; an amount or a foundation is decided one year ahead "
        "at most. A website or a data file knows until it was last checked."
    ),
    Text("Correct the year, the source or the date of the source."),
    example="figures: [{year: 2024, members: 40, source: report}]  # a report of 2022",
)
END_BEFORE_BEGINNING = Explanation(
    "REG229",
    Text("an end before its beginning"),
    Text(
        "A label ends after it is given, an agreement after it begins and is signed, what was merged or dissolved had "
        "been founded before, and a source is checked after it is published."
    ),
    Text("Correct one of the two dates."),
    example='{id: report, title: Report, kind: report, date: "2022-06", checked: "2020-06"}',
)


_HAPPENED = (
    ("founded", "value"),
    ("figures", "year"),
    ("figures", "as_of"),
    ("support", "since"),
    ("labels", "date"),
    ("ended", "date"),
    ("successors", "date"),
    ("agreements", "signed"),
)
"""Keys of an organisation that hold lists, and what in their items has happened when somebody writes it down."""
_DECIDED = (FigureKind.AMOUNT, FigureKind.SHARE, FigureKind.GRANTS)
_COUNTED = tuple(figure.name for figure in FIGURES if figure.kind not in _DECIDED)
"""Figures that nobody knows before their year; amounts and foundations are decided a year ahead."""
_CHANGING = (SourceKind.WEBSITE, SourceKind.DATA)
"""Kinds of source that tell more than on the day of their publication."""


def to_come(documents: Documents, today: date) -> Iterator[Fault]:
    """Yield what is said to have happened and lies after a day.

    What may well be to come is left alone: the end of a label, the start of a programme, an amount in force.

    Args:
        documents: the files of the registry.
        today: the day on which it is looked at; where it was written, it may already have been the next one.
    """
    tomorrow = (today + timedelta(days=1)).isoformat()
    for file, path, text in (*_dates_of_sources(documents), *_dates_of_organisations(documents)):
        if text > tomorrow[: len(text)]:
            yield Fault(file, path, DATE_TO_COME, Text("{date} is to come", date=text))


def out_of_order(documents: Documents) -> Iterator[Fault]:
    """Yield years that their source could not know, sources read before they were published, labels ended too early."""
    known_until = {}
    for path, row in documents.entries("sources.yaml", "sources"):
        yield from _backwards("sources.yaml", path, row, "date", "checked")
        last_year = _last_year(row)
        if isinstance(row.get("id"), str) and last_year is not None:
            known_until[row["id"]] = last_year
    for file, section in ORGANISATIONS:
        for path, entry in documents.entries(file, section):
            for place, label in items(entry, "labels"):
                yield from _backwards(file, (*path, *place), label, "date", "until")
            for place, agreement in items(entry, "agreements"):
                for beginning in ("start", "signed"):
                    yield from _backwards(file, (*path, *place), agreement, beginning, "end")
            yield from _ended_unfounded(file, path, entry)
            for place, year, source in _too_early(entry, known_until):
                message = Text(
                    "{source} is of {published} and could not know of {year}",
                    source=clipped(source),
                    published=known_until[source],
                    year=year,
                )
                yield Fault(file, (*path, *place), YEAR_UNKNOWN_TO_SOURCE, message)


def _last_year(source: Entry) -> int | None:
    """Return the last year of which a source can tell, ``None`` when nobody can say."""
    published, checked = date_of(source.get("date")), date_of(source.get("checked"))
    if word_of(SourceKind, source.get("kind")) in _CHANGING:
        return int(checked[:4]) if checked else None
    return int(published[:4]) if published else None


def _dates_of_sources(documents: Documents) -> Iterator[tuple[str, DataPath, str]]:
    for path, row in documents.entries("sources.yaml", "sources"):
        for key in ("date", "checked"):
            if text := date_of(row.get(key)):
                yield "sources.yaml", (*path, key), text


def _dates_of_organisations(documents: Documents) -> Iterator[tuple[str, DataPath, str]]:
    for file, section in ORGANISATIONS:
        for path, entry in documents.entries(file, section):
            for key, dated in _HAPPENED:
                for place, item in items(entry, key):
                    if text := date_of(item.get(dated)):
                        yield file, (*path, *place, dated), text


def _too_early(entry: Entry, known_until: Mapping[str, int]) -> Iterator[tuple[DataPath, int, str]]:
    """Yield the years, with their places and sources, that come after all that the source could know."""
    for key, dated in (("founded", "value"), ("figures", "year")):
        for place, item in items(entry, key):
            text, source = date_of(item.get(dated)), item.get("source")
            if text and isinstance(source, str) and source in known_until:
                ahead = not any(figure in item for figure in _COUNTED)
                if int(text[:4]) > known_until[source] + ahead:
                    yield (*place, dated), int(text[:4]), source


def _ended_unfounded(file: str, path: DataPath, entry: Entry) -> Iterator[Fault]:
    """Yield the ends of an organisation that come before the first of its foundations."""
    founded = [text for _place, item in items(entry, "founded") if (text := date_of(item.get("value")))]
    for place, item in items(entry, "ended"):
        yield from _backwards(file, (*path, *place), {**item, "founded": min(founded, default=None)}, "founded", "date")


def _backwards(file: str, path: DataPath, entry: Entry, first: str, last: str) -> Iterator[Fault]:
    start, end = date_of(entry.get(first)), date_of(entry.get(last))
    if start and end and end < start[: len(end)]:
        message = Text("{end} is before {start}", end=end, start=start)
        yield Fault(file, (*path, last), END_BEFORE_BEGINNING, message)
