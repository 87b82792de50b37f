"""The lines of a file of accounting entries, read one by one: what each books, and on which account.

A separator within a label moves the cells behind it.  A line that has too many is read only when one way alone of
putting its cells together leaves days where days belong, and amounts where amounts do.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import combinations_with_replacement

from clusters_cli.foundations.names import fold
from clusters_cli.foundations.problems import Position, Problem
from clusters_cli.foundations.reading.refusals import echoed
from clusters_cli.foundations.refusal import RefusedError
from clusters_cli.foundations.text import Text
from clusters_cli.treasury.actuals.day_cells import entry_day
from clusters_cli.treasury.actuals.file_rows import BROKEN_ROW, FileRow, miscounted, rows_of, unpaired, unreadable
from clusters_cli.treasury.actuals.ledger_columns import AMOUNT, DAYS, SIDE, TEXTS, LedgerColumns
from clusters_cli.treasury.actuals.money_cells import entry_amount

_LINE_ENDS = re.compile(r"\r\n|\n|\r")
_ACCOUNT = re.compile(r"[0-9]{2}")
_DEBIT = frozenset(map(fold, ("D", "Débit", "+1", "1")))
_CREDIT = frozenset(map(fold, ("C", "Crédit")))
_MOST_SEPARATORS = 3
"""Separators in labels of one line that are looked for; a line with more is another mistake."""
_MANDATORY = frozenset({"EcritureNum", "EcritureDate", "CompteNum"})


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """A line of an accounting entry.

    Attributes:
        line: where it stands.
        journal: code and label of the journal.
        number: of the entry in its journal.
        day: when the entry was booked.
        document_day: the day of its document; ``None`` when the file does not say.
        account: its number.
        label: what it says.
        names: its label, the name of the account and of the third party.
        amount: euros, above zero for a debit, below for a credit.
    """

    line: int
    journal: tuple[str, str]
    number: str
    day: date
    document_day: date | None
    account: str
    label: str
    names: tuple[str, ...]
    amount: Decimal


class _CellError(Exception):
    """A cell that cannot be read, and why."""

    def __init__(self, column: str, reason: Text) -> None:
        super().__init__(column)
        self.column = column
        self.reason = reason


def ledger_lines(text: str, separator: str, columns: LedgerColumns, file: str) -> Iterator[LedgerLine | Problem]:
    """Yield the lines below the headings, and a problem for each that cannot be read."""
    rows = _rows(text, separator)
    for row in rows:
        if isinstance(row, int):
            yield unpaired(file, row)
        elif not row.is_blank:
            yield _read(row, separator, columns, file)


def _rows(text: str, separator: str) -> Iterator[FileRow | int]:
    """Yield the rows below the headings: a file that puts those in quotation marks does so with all texts."""
    heading, *_others = _LINE_ENDS.split(text.lstrip(), maxsplit=1)
    if heading.startswith('"'):
        rows = (row for row in rows_of(text, separator) if isinstance(row, int) or not row.is_blank)
        next(rows)
        yield from rows
        return
    seen_heading = False
    for line, written in enumerate(_LINE_ENDS.split(text), 1):
        if seen_heading:
            yield _row(line, written, separator, heading.count(separator))
        seen_heading = seen_heading or bool(written.strip())


def _row(line: int, written: str, separator: str, separators: int) -> FileRow:
    """Return the row of a line whose texts may stand in quotation marks, where it has separators too many without."""
    if '"' in written and written.count(separator) != separators:
        quoted = next(rows_of(written, separator))
        if isinstance(quoted, FileRow) and len(quoted.cells) == separators + 1:
            return FileRow(line, quoted.cells)
    return FileRow(line, tuple(_unquoted(cell.strip()) for cell in written.split(separator)))


def _unquoted(cell: str) -> str:
    if len(cell) > 1 and cell[0] == cell[-1] == '"':
        return cell[1:-1].replace('""', '"').strip()
    return cell


def _read(row: FileRow, separator: str, columns: LedgerColumns, file: str) -> LedgerLine | Problem:
    surplus = len(row.cells) - len(columns.names)
    if surplus < 0:
        return miscounted(file, row, len(columns.names))
    if surplus > 0:
        return _together(row, separator, columns, file)
    try:
        return _line(row, columns)
    except _CellError as error:
        return unreadable(file, row.line, error.column, error.reason)


def _together(row: FileRow, separator: str, columns: LedgerColumns, file: str) -> LedgerLine | Problem:
    """Read a line with cells too many, if there is one way to do so that leaves the day of its validation in place."""
    readings = set()
    valid = columns.at.get("ValidDate")
    for cells in _put_together(row.cells, separator, columns):
        if valid is not None and not cells[valid]:
            continue
        try:
            readings.add(_line(FileRow(row.line, cells), columns))
        except _CellError:
            continue
    if len(readings) == 1:
        return readings.pop()
    if readings:
        message = Text("a separator stands in a text, and the row can be read in several ways")
        return Problem(BROKEN_ROW, Position(file, row.line), message)
    return miscounted(file, row, len(columns.names))


def _put_together(cells: Sequence[str], separator: str, columns: LedgerColumns) -> Iterator[tuple[str, ...]]:
    """Yield the rows that a line with cells too many was perhaps meant to be."""
    width = len(columns.names)
    surplus = len(cells) - width
    if not any(cells[width:]):
        yield tuple(cells[:width])
    if surplus > _MOST_SEPARATORS:
        return
    between = " " if separator == "\t" else f" {separator} "
    texts = [index for index, name in enumerate(columns.names) if name in TEXTS]
    for chosen in combinations_with_replacement(texts, surplus):
        rest, whole = list(cells), []
        for index in range(width):
            count = 1 + chosen.count(index)
            whole.append(between.join(rest[:count]))
            del rest[:count]
        yield tuple(whole)


def _line(row: FileRow, columns: LedgerColumns) -> LedgerLine:
    """Read a line.

    Raises:
        _CellError: one of its cells cannot be read.
    """
    cells = {name: " ".join(row.cells[index].split()) for name, index in columns.at.items()}
    for name in _MANDATORY:
        if not cells[name]:
            raise _CellError(name, Text("is empty"))
    if not _ACCOUNT.match(cells["CompteNum"]):
        raise _CellError("CompteNum", Text("{text} is not the number of an account", text=echoed(cells["CompteNum"])))
    days = {name: _day(name, cells[name]) for name in DAYS & cells.keys() if cells[name]}
    names = (cells["EcritureLib"], cells.get("CompteLib", ""), cells.get("CompAuxLib", ""))
    return LedgerLine(
        line=row.line,
        journal=(cells["JournalCode"], cells.get("JournalLib", "")),
        number=cells["EcritureNum"],
        day=days["EcritureDate"],
        document_day=days.get("PieceDate"),
        account=cells["CompteNum"],
        label=cells["EcritureLib"],
        names=tuple(dict.fromkeys(filter(None, names))),
        amount=_booked(cells),
    )


def _day(name: str, cell: str) -> date:
    try:
        return entry_day(cell)
    except RefusedError as refused:
        raise _CellError(name, refused.reason) from None


def _booked(cells: dict[str, str]) -> Decimal:
    """Return the debit of a line less its credit."""
    if "Debit" in cells and "Credit" in cells:
        return _amount("Debit", cells["Debit"]) - _amount("Credit", cells["Credit"])
    amount, side = _amount(AMOUNT, cells[AMOUNT]), cells[SIDE]
    if fold(side) in _DEBIT and not side.startswith("-"):
        return amount
    if fold(side) in _CREDIT or side == "-1":
        return -amount
    reason = Text("{text} is neither D for a debit nor C for a credit", text=echoed(side))
    raise _CellError(SIDE, reason)


def _amount(name: str, cell: str) -> Decimal:
    try:
        return entry_amount(cell)
    except RefusedError as refused:
        raise _CellError(name, refused.reason) from None
