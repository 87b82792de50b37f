"""Dates that are read here and not elsewhere: ``31/03/2025`` or ``31.03.2025`` is a text to every other program."""

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

from clusters_cli.foundations.explanations import Explanation, Level
from clusters_cli.foundations.places import DataPath
from clusters_cli.foundations.reading.days import month_day, partial_day
from clusters_cli.foundations.text import Text
from clusters_cli.registry.documents import Documents, Fault

DAY_FIRST = Explanation(
    "REG017",
    Text("a date as people write it"),
    Text("It is read, the day first, but other programs take it for a text."),
    Text("Write it as ISO 8601 does, the year first."),
    example='founded: [{value: "31/03/2015", source: report}]',
    level=Level.WARNING,
)


_DAY_FIRST = re.compile(
    r"\s*(?:(?:[0-9]{1,2}/)?[0-9]{1,2}/(?:[0-9]{4}|[0-9]{1,2})|[0-9]{1,2}[.][0-9]{1,2}[.][0-9]{4})\s*"
)
_SOMEWHERE = re.compile(rf"(?<![\w/-]){_DAY_FIRST.pattern}(?![\w/-])")
_DAYS = frozenset({"as_of", "checked", "date", "end", "from", "on", "since", "start", "to", "until"})
_DAYS_OF_EVERY_YEAR = frozenset({"on", "renewal", "signature", "start"})
_STATED = frozenset({"announced", "founded"})
"""Keys of lists whose ``value`` is a date."""


def dates_day_first(documents: Documents) -> Iterator[Fault]:
    """Yield the dates that are not written as ISO 8601 does, with how it does; the file is valid all the same."""
    for file, document in documents.by_name.items():
        if _SOMEWHERE.search(document.text):
            for path, text, written in _found(document.data):
                message = Text("{date} is a date to this program only; write {iso}", date=text, iso=written)
                yield Fault(file, path, DAY_FIRST, message)


def _found(data: Any) -> Iterator[tuple[DataPath, str, str]]:  # noqa: ANN401  (YAML, not checked yet)
    """Yield each date that has its day first, with its path and its ISO form, from the first line to the last."""
    walk: list[tuple[DataPath, Any]] = [((), data)]
    while walk:
        path, holder = walk.pop()
        if isinstance(holder, str):
            for reader in _readers(path) if _DAY_FIRST.fullmatch(holder) else ():
                with suppress(ValueError):
                    yield path, holder.strip(), reader(holder)
        elif isinstance(holder, dict | list):
            steps = holder.items() if isinstance(holder, dict) else enumerate(holder)
            walk.extend(reversed([((*path, step), inner) for step, inner in steps]))


def _readers(path: DataPath) -> tuple[Callable[[object], str], ...]:
    """Return what reads the dates at a path: none where no date stands."""
    key = path[-1] if path else None
    stated = key == "value" and len(path) > 2 and path[-3] in _STATED  # noqa: PLR2004  (key, index, value)
    return (
        *((partial_day,) if stated or key in _DAYS else ()),
        *((month_day,) if key in _DAYS_OF_EVERY_YEAR else ()),
    )
