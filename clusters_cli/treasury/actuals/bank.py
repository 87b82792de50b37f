"""Reading a bank's file: the movements of an account, and its balance where the bank tells it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from clusters_cli.foundations.explanations import Explanation, Level
from clusters_cli.foundations.money import ZERO
from clusters_cli.foundations.problems import Position, Problem, at_most
from clusters_cli.foundations.text import Dated, Euros, Text
from clusters_cli.treasury.actuals.actuals_words import ActualsSource
from clusters_cli.treasury.actuals.bank_balance import (
    WRONG_BALANCE,
    is_balance,
    is_total,
    running_balance,
    stated_balance,
    stated_period,
)
from clusters_cli.treasury.actuals.bank_columns import BankColumn, BankColumns, bank_columns
from clusters_cli.treasury.actuals.bank_lines import BankLine, RowReader, first_out_of_order
from clusters_cli.treasury.actuals.file_rows import FileRow, miscounted, unpaired
from clusters_cli.treasury.actuals.file_text import FileText, refused_file
from clusters_cli.treasury.actuals.ledger_entries import REPEATED
from clusters_cli.treasury.actuals.money_cells import total_of
from clusters_cli.treasury.actuals.movements import Actuals, CashMovement, RealBalance, in_order

if TYPE_CHECKING:
    from decimal import Decimal

OUT_OF_ORDER = Explanation(
    "ACT202",
    Text("days out of order"),
    Text("Rows of a bank go from the oldest to the newest or the other way; these do neither. Each is read by itself."),
    Text("Where the file was put together from several, look whether one of them is missing or stands twice."),
    level=Level.WARNING,
)
WRONG_TOTAL = Explanation(
    "ACT203",
    Text("a total that is not that of the rows"),
    Text("The bank prints a total below its rows, and their sum is another one. The rows are read, the total is not."),
    Text("Look whether rows are missing from the file, or stand twice."),
    level=Level.WARNING,
)
OLDER_BALANCE = Text("the balance that the bank states is of a day before the last movement")


@dataclass(frozen=True, slots=True)
class _Body:
    """What stands around the headings of a file.

    Attributes:
        above: the rows above them.
        rows: those of movements.
        below: balances and totals among them or below.
        problems: what is wrong with the form of rows.
    """

    above: Sequence[FileRow]
    rows: Sequence[FileRow]
    below: Sequence[FileRow]
    problems: Sequence[Problem]


def read_bank(content: FileText, rows: Sequence[FileRow | int], heading: FileRow, today: date) -> Actuals:
    """Read a bank's file.

    The file covers the days that the bank states above the rows, else those from the first movement to the last, or to
    the day of which it states the balance.

    Args:
        content: what the file says.
        rows: all its rows, or the lines of those that are broken.
        heading: the row of headings.
        today: years of two digits are not after it.

    Raises:
        InvalidDataError: something in it cannot be read with certainty; every problem is told.
    """
    columns = bank_columns(heading, content.file)
    if isinstance(columns, Problem):
        raise refused_file(columns)
    body = _body(rows, heading, columns, content.file)
    reader = RowReader.of(body.rows, columns, content.file, today)
    read = [reader.read(row) for row in body.rows]
    problems = [*body.problems, *(item for item in read if isinstance(item, Problem))]
    if problems:
        raise refused_file(*at_most(sorted(problems, key=lambda problem: problem.position.line)))
    lines = [item for item in read if isinstance(item, BankLine)]
    balance = _balance(lines, body, content.file, today)
    if isinstance(balance, tuple):
        raise refused_file(*at_most(sorted(balance, key=lambda problem: problem.position.line)))
    period = _period(lines, body, today)
    last = max(filter(None, (period[1], balance.day if isinstance(balance, RealBalance) else None)), default=None)
    return Actuals(
        file=content.file,
        source=ActualsSource.BANK,
        encoding=content.encoding,
        first_day=period[0],
        last_day=last,
        movements=in_order(_movement(line, content.file) for line in lines if line.amount),
        balance=_on(balance, last) if isinstance(balance, RealBalance) else None,
        no_balance=balance if isinstance(balance, Text) else None,
        not_used=columns.not_used,
        lines_above=heading.line - 1,
        moving_nothing=sum(not line.amount for line in lines),
        not_booked=read.count(None),
        warnings=at_most(tuple(_warnings(lines, body, columns, content.file, balance))),
    )


def _body(rows: Sequence[FileRow | int], heading: FileRow, columns: BankColumns, file: str) -> _Body:
    """Sort the rows of a file; what is broken above the headings is nothing that is read."""
    sound = [row for row in rows if isinstance(row, FileRow) and not row.is_blank]
    after = [row for row in sound if row.line > heading.line]
    below = [row for row in after if _is_below(row, columns)]
    movements = [_fitted(row, columns) for row in after if row not in below]
    broken = [unpaired(file, line) for line in rows if isinstance(line, int) and line > heading.line]
    miscount = [miscounted(file, row, len(columns.headings)) for row in movements if not _fits(row, columns)]
    return _Body(
        above=[row for row in sound if row.line < heading.line],
        rows=[row for row in movements if _fits(row, columns)],
        below=below,
        problems=[*broken, *miscount],
    )


def _is_below(row: FileRow, columns: BankColumns) -> bool:
    """Return whether a row is no movement: it has a balance or a total where others have their day, or no day."""
    day = columns.first(columns.day) or 0
    first = next(filter(None, row.cells))
    has_no_day = len(row.cells) <= day or not row.cells[day] or row.cells[day] == first
    return has_no_day and (is_balance(first) or is_total(first))


def _fitted(row: FileRow, columns: BankColumns) -> FileRow:
    """Return a row without empty cells behind the last heading, and with those that it lacks where none is needed."""
    width = len(columns.headings)
    cells = row.cells[:width] if not any(row.cells[width:]) else row.cells
    missing = width - len(cells) if len(cells) > columns.last_needed else 0
    return FileRow(row.line, (*cells, *[""] * missing))


def _fits(row: FileRow, columns: BankColumns) -> bool:
    """Return whether a row has a cell for each heading, and nothing where there is none."""
    if len(row.cells) != len(columns.headings):
        return False
    return not any(cell for cell, heading in zip(row.cells, columns.headings, strict=True) if not heading)


def _movement(line: BankLine, file: str) -> CashMovement:
    return CashMovement(Position(file, line.line), line.day, line.label, line.amount, names=line.names)


def _balance(
    lines: Sequence[BankLine], body: _Body, file: str, today: date
) -> RealBalance | tuple[Problem, ...] | Text:
    """Return the balance after the last movement, the rows that contradict it, or why it is not known."""
    running = running_balance(lines, file)
    stated = stated_balance((*body.above, *body.below), today)
    if stated is None or isinstance(running, tuple):
        return running
    balance, line = stated
    if lines and balance.day < max(line.day for line in lines):
        return OLDER_BALANCE if isinstance(running, Text) else running
    if not isinstance(running, RealBalance):
        return balance
    if balance.amount == running.amount:
        return balance
    message = Text(
        "the bank states {stated} on {day}, and its last row {running}",
        stated=Euros(balance.amount),
        day=Dated(balance.day),
        running=Euros(running.amount),
    )
    return (Problem(WRONG_BALANCE, Position(file, line), message),)


def _on(balance: RealBalance, last: date | None) -> RealBalance:
    """Return a balance at the end of the last day: nothing has moved since its own."""
    return RealBalance(balance.amount, last or balance.day, balance.origin)


def _period(lines: Sequence[BankLine], body: _Body, today: date) -> tuple[date | None, date | None]:
    days = [line.day for line in lines]
    return stated_period(body.above, days, today) or (min(days, default=None), max(days, default=None))


def _warnings(
    lines: Sequence[BankLine], body: _Body, columns: BankColumns, file: str, balance: RealBalance | Text
) -> Iterator[Problem]:
    """Yield what is odd; a running balance that agrees vouches for the order and the number of the rows."""
    if isinstance(balance, Text) or all(line.balance is None for line in lines):
        yield from _repeated(lines, file)
        odd = first_out_of_order(lines)
        if odd is not None:
            message = Text("{day} stands among other days", day=Dated(odd.day))
            yield Problem(OUT_OF_ORDER, Position(file, odd.line), message)
    for row in body.below:
        if is_total(next(filter(None, row.cells))):
            yield from _wrong_totals(row, lines, columns, file)


def _repeated(lines: Iterable[BankLine], file: str) -> Iterator[Problem]:
    first: dict[tuple[str, date, Decimal, tuple[str, ...]], int] = {}
    for line in lines:
        told = (line.reference, line.day, line.amount, line.names)
        before = first.setdefault(told, line.line)
        if line.reference and before != line.line:
            message = Text(
                "reference {reference!r} tells the same as on line {line}", reference=line.reference, line=before
            )
            yield Problem(REPEATED, Position(file, line.line), message)


def _wrong_totals(row: FileRow, lines: Sequence[BankLine], columns: BankColumns, file: str) -> Iterator[Problem]:
    """Yield where the totals of a row are not the sums of what the rows moved."""
    incoming = sum((line.amount for line in lines if line.amount > 0), ZERO)
    outgoing = sum((line.amount for line in lines if line.amount < 0), ZERO)
    sums = {BankColumn.DEBIT: outgoing, BankColumn.CREDIT: incoming, BankColumn.AMOUNT: incoming + outgoing}
    for column, moved in sums.items():
        index = columns.first(column)
        if index is None or index >= len(row.cells):
            continue
        printed = total_of(row.cells[index])
        if printed is not None and abs(printed) != abs(moved):
            message = Text("the total is {printed}, the rows add up to {sum}", printed=Euros(printed), sum=Euros(moved))
            yield Problem(WRONG_TOTAL, Position(file, row.line), message, path=columns.headings[index])
