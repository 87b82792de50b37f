"""The table of a copy of the public register: its columns, and its rows with their places."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from clusters_cli.foundations.errors import InvalidDataError
from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.problems import Position, Problem
from clusters_cli.foundations.regular_files import content_of
from clusters_cli.foundations.text import Listed, Text, counted

OTHER_COLUMNS = Explanation(
    "DOS601",
    Text("no copy of the register of de minimis aid"),
    Text(
        "The file of --register is a copy of the public register as data.gouv.fr gives it: a first line with the names "
        "of its columns, identifiant_beneficiaire, montant_esb, date_octroi and regime among them, then a row per aid."
    ),
    Text("Take the CSV file of the data set registre-public-des-aides-de-minimis, and leave its first line as it is."),
)
UNEVEN_ROW = Explanation(
    "DOS602",
    Text("a row that does not fit the columns of the register"),
    Text(
        "A row has another number of cells than there are columns, or a quotation mark that is never closed: which "
        "cell is which cannot be told, nor whose row it is."
    ),
    Text("Take a fresh copy of the register, or mend the row that the message names."),
)
NEEDED = ("identifiant_beneficiaire", "date_octroi", "montant_esb", "regime")
"""The columns without which no account can be made."""
KNOWN = (
    *NEEDED,
    *("autorite", "operateur", "nom_beneficiaire", "commune_beneficiaire", "pays_beneficiaire", "instrument_aide"),
    *("secteur_aide", "date_declaration", "date_publication", "index"),
)
"""The columns that the register is known to have."""
_SEPARATORS = ";,\t"
"""That of the register, and those with which spreadsheets write it again."""


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """A row of the register.

    Attributes:
        cells: what stands in it, by the names of the columns; blanks around it are no part of it.
        position: where it begins.
    """

    cells: Mapping[str, str]
    position: Position

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")


@dataclass(frozen=True, slots=True)
class RegisterTable:
    """What a copy of the register holds.

    Attributes:
        file: its name.
        columns: the names of its columns.
        rows: its rows.
    """

    file: str
    columns: tuple[str, ...]
    rows: tuple[RegisterRow, ...]


def read_table(path: Path) -> RegisterTable:
    """Read a copy of the register, without looking into its cells.

    Raises:
        UnusableFileError: the file cannot be read.
        InvalidDataError: it is no copy of the register, or has rows that do not fit its columns; each is told.
    """
    name = str(path)
    raw = content_of(path, name)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = Position(name, raw.count(b"\n", 0, error.start) + 1)
        reason = Text("is not UTF-8 text, as the register is: take a fresh copy, or save it as CSV UTF-8")
        raise invalid(name, [Problem(OTHER_COLUMNS, place, reason)]) from None
    columns, separator = _heading(name, text)
    rows: list[RegisterRow] = []
    problems: list[Problem] = []
    for place, cells in _lines(name, text, separator, problems):
        if len(cells) != len(columns):
            problems.append(_uneven(place, len(cells), len(columns)))
        else:
            rows.append(RegisterRow(dict(zip(columns, map(str.strip, cells), strict=True)), place))
    if problems:
        raise invalid(name, problems)
    return RegisterTable(name, columns, tuple(rows))


def invalid(file: str, problems: Sequence[Problem]) -> InvalidDataError:
    """Return the error of a copy of the register that has problems."""
    message = counted("{file}: {count} problem", "{file}: {count} problems", len(problems), file=file)
    return InvalidDataError(message, problems, hint=Text("nothing is added up from a copy that cannot be read whole"))


def _heading(name: str, text: str) -> tuple[tuple[str, ...], str]:
    """Return the names of the columns and what sets cells apart."""
    first = text.split("\n", 1)[0].strip("\r")
    separator = max(_SEPARATORS, key=first.count)
    columns = tuple(cell.strip().strip('"') for cell in first.split(separator))
    missing = [column for column in NEEDED if column not in columns]
    twice = sorted({column for column in columns if column in KNOWN and columns.count(column) > 1})
    if missing:
        raise invalid(name, [_missing(name, column, columns) for column in missing])
    if twice:
        reason = Text("the column {column} stands twice", column=twice[0])
        raise invalid(name, [Problem(OTHER_COLUMNS, Position(name), reason)])
    return columns, separator


def _missing(name: str, column: str, columns: Sequence[str]) -> Problem:
    found = Listed(tuple(columns[:_MOST_TOLD])) if any(columns) else Text("nothing")
    reason = Text("there is no column {column}; found {columns}", column=column, columns=found)
    return Problem(OTHER_COLUMNS, Position(name), reason)


_MOST_TOLD = 6
"""Columns that a message names; a file of another kind may have hundreds."""


def _lines(name: str, text: str, separator: str, problems: list[Problem]) -> Iterator[tuple[Position, list[str]]]:
    """Yield the rows under the heading with the line on which each begins; what stops the reading is a problem."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    line = 1
    try:
        for cells in reader:
            place, line = Position(name, line), reader.line_num + 1
            if place.line > 1 and any(cells):
                yield place, cells
    except csv.Error:
        problems.append(
            Problem(UNEVEN_ROW, Position(name, line), Text("a quotation mark is never closed, or stands within a cell"))
        )


def _uneven(place: Position, found: int, expected: int) -> Problem:
    reason = counted("has {count} cell, the heading {columns}", "has {count} cells, the heading {columns}", found)
    return Problem(UNEVEN_ROW, place, reason.given(columns=expected))
