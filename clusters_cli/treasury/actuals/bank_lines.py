"""The rows of a bank's file, read one by one: a day, what it was for, an amount above zero for what came in."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.money import ZERO
from clusters_cli.foundations.names import fold
from clusters_cli.foundations.problems import Position, Problem
from clusters_cli.foundations.reading.numbers import DecimalSign
from clusters_cli.foundations.reading.refusals import echoed
from clusters_cli.foundations.refusal import RefusedError
from clusters_cli.foundations.text import Text
from clusters_cli.foundations.words import find_word
from clusters_cli.treasury.actuals.bank_columns import BankColumn, BankColumns, BookingStatus
from clusters_cli.treasury.actuals.day_cells import day_cell
from clusters_cli.treasury.actuals.file_rows import UNREADABLE_CELL, FileRow
from clusters_cli.treasury.actuals.money_cells import decimal_sign_of, money

UNCLEAR_AMOUNT = Explanation(
    "ACT107",
    Text("an amount that has no clear direction"),
    Text(
        "A row has a debit and a credit, or neither; a column of debits or credits holds amounts of both signs; or the "
        "row is a balance of the bank that stands among the movements. Nobody can tell what came in or went out."
    ),
    Text("Correct the row, or take it out where it is no movement."),
)
OTHER_CURRENCY = Explanation(
    "ACT108",
    Text("another currency"),
    Text("A movement is not in euros; the treasury plan counts in euros, and the rate of the day is not known here."),
    Text("Export the account that the bank keeps in euros, or give the row its amount in euros."),
)

_EURO = frozenset(map(fold, ("EUR", "€", "euro", "euros")))
_DEBIT = frozenset(map(fold, ("D", "Débit")))
_CREDIT = frozenset(map(fold, ("C", "Crédit")))
_BALANCE = re.compile(
    r"(?:ancien|nouveau)solde[0-9]*|solde(?:initial|final|precedent|reporte)?(?:au)?[0-9]+"
    r"|solde(?:initial|final|precedent|reporte)"
)
"""How a bank calls a balance that it prints among the movements, without case, accents and spaces."""
_COLUMNS_OF_MONEY = (BankColumn.AMOUNT, BankColumn.DEBIT, BankColumn.CREDIT, BankColumn.BALANCE)


@dataclass(frozen=True, slots=True)
class BankLine:
    """A row of a bank.

    Attributes:
        line: where it stands.
        day: when the money moved.
        names: what it was for, in each of its labels.
        amount: euros, above zero for what came in.
        balance: of the account after it; ``None`` where the row does not tell.
        reference: of the bank; empty where it gives none.
    """

    line: int
    day: date
    names: tuple[str, ...]
    amount: Decimal
    balance: Decimal | None
    reference: str

    @property
    def label(self) -> str:
        """All that it was for."""
        return " / ".join(self.names)


@dataclass(frozen=True, slots=True)
class RowReader:
    """Reads the rows of one file, whose columns show how its amounts are written.

    Attributes:
        file: its name.
        columns: where what stands.
        signs: the sign of decimals of each column of money.
        debits: 1 where debits are written as they are, -1 where they are written below zero.
        today: a year of two digits is not after it.
    """

    file: str
    columns: BankColumns
    signs: Mapping[BankColumn, DecimalSign | None]
    debits: int
    today: date

    @classmethod
    def of(cls, rows: Sequence[FileRow], columns: BankColumns, file: str, today: date) -> "RowReader":
        """Return the reader of some rows."""
        signs = {
            column: decimal_sign_of(row.cells[index] for row in rows)
            for column in _COLUMNS_OF_MONEY
            if (index := columns.first(column)) is not None
        }
        debit = columns.first(BankColumn.DEBIT)
        first = next((row.cells[debit] for row in rows if row.cells[debit].strip("-\u2212 0.,")), "") if debit else ""
        return cls(file, columns, signs, -1 if first.startswith(("-", "\u2212", "(")) else 1, today)

    def read(self, row: FileRow) -> BankLine | Problem | None:
        """Return what a row tells, what is wrong with it, or ``None`` where the bank has not booked it."""
        try:
            if not self._is_booked(row):
                return None
            balance = self._money(row, BankColumn.BALANCE)
            names = tuple(dict.fromkeys(filter(None, self._cells(row, BankColumn.LABEL))))
            return BankLine(
                row.line, self._day(row), names, self._amount(row, names, balance), balance, self._reference(row)
            )
        except _RowError as error:
            return Problem(error.explanation, Position(self.file, row.line), error.reason, path=error.heading)

    def _cells(self, row: FileRow, column: BankColumn) -> Iterator[str]:
        return (" ".join(row.cells[index].split()) for index in self.columns.at.get(column, ()))

    def _cell(self, row: FileRow, column: BankColumn) -> str:
        return next(self._cells(row, column), "")

    def _heading(self, column: BankColumn) -> str:
        index = self.columns.first(column)
        return "" if index is None else self.columns.headings[index]

    def _refused(self, column: BankColumn, reason: Text, explanation: Explanation = UNREADABLE_CELL) -> "_RowError":
        return _RowError(explanation, self._heading(column), reason)

    def _is_booked(self, row: FileRow) -> bool:
        self._check_currency(row)
        typed = self._cell(row, BankColumn.STATUS)
        if not typed:
            return True
        status = find_word(BookingStatus, typed)
        if status is None:
            reason = Text("{text} does not tell whether the bank has booked it", text=echoed(typed))
            raise self._refused(BankColumn.STATUS, reason)
        return status is BookingStatus.BOOKED

    def _check_currency(self, row: FileRow) -> None:
        currency = self._cell(row, BankColumn.CURRENCY)
        if currency and fold(currency) not in _EURO:
            reason = Text("{text} is not the euro", text=echoed(currency))
            raise self._refused(BankColumn.CURRENCY, reason, OTHER_CURRENCY)

    def _reference(self, row: FileRow) -> str:
        return self._cell(row, BankColumn.REFERENCE)

    def _day(self, row: FileRow) -> date:
        column = self.columns.day
        cell = self._cell(row, column)
        if not cell:
            raise self._refused(column, Text("is empty"))
        try:
            return day_cell(cell, self.today)
        except RefusedError as refused:
            raise self._refused(column, refused.reason) from None

    def _money(self, row: FileRow, column: BankColumn) -> Decimal | None:
        cell = self._cell(row, column)
        try:
            return money(cell, self.signs.get(column))
        except RefusedError as refused:
            raise self._refused(column, refused.reason) from None

    def _amount(self, row: FileRow, names: Sequence[str], balance: Decimal | None) -> Decimal:
        """Return what a row moves; a balance that stands among the movements moves nothing."""
        read = self._sided(row) if BankColumn.AMOUNT in self.columns.at else self._of_two(row)
        is_balance = bool(names) and _BALANCE.fullmatch(fold(names[0])) is not None
        if read is None and is_balance and balance is not None:
            return ZERO
        if is_balance:
            raise self._unclear(Text("{text} is a balance and no movement", text=echoed(names[0])), BankColumn.LABEL)
        if read is None:
            raise self._unclear(Text("no amount"))
        return read

    def _unclear(self, reason: Text, column: BankColumn = BankColumn.AMOUNT) -> "_RowError":
        return self._refused(column, reason, UNCLEAR_AMOUNT)

    def _sided(self, row: FileRow) -> Decimal | None:
        """Return the amount of a row, whose sign or whose side says which way it goes."""
        amount, side = self._money(row, BankColumn.AMOUNT), fold(self._cell(row, BankColumn.SIDE))
        if BankColumn.SIDE not in self.columns.at or not amount:
            return amount
        if side in _DEBIT:
            return -abs(amount)
        if side in _CREDIT and amount > 0:
            return amount
        reason = Text("{text} is neither D for a debit nor C for a credit", text=echoed(side))
        raise self._unclear(reason if side not in _CREDIT else Text("a credit below zero"), BankColumn.SIDE)

    def _of_two(self, row: FileRow) -> Decimal | None:
        """Return the credit of a row, or its debit below zero."""
        debit, credit = self._money(row, BankColumn.DEBIT), self._money(row, BankColumn.CREDIT)
        if debit and credit:
            raise self._unclear(Text("a debit and a credit in one row"), BankColumn.DEBIT)
        if debit and debit * self.debits < 0:
            raise self._unclear(Text("the column holds amounts of both signs"), BankColumn.DEBIT)
        if credit and credit < 0:
            raise self._unclear(Text("a credit below zero"), BankColumn.CREDIT)
        return credit or (-abs(debit) if debit else None if debit is credit is None else ZERO)


class _RowError(Exception):
    """A cell of a row that cannot be taken."""

    def __init__(self, explanation: Explanation, heading: str, reason: Text) -> None:
        super().__init__(heading)
        self.explanation = explanation
        self.heading = heading
        self.reason = reason


def first_out_of_order(lines: Iterable[BankLine]) -> BankLine | None:
    """Return the first line whose day is neither before nor after all, as the order of the file has it."""
    days = list(lines)
    rising = next((line for before, line in pairwise(days) if line.day < before.day), None)
    falling = next((line for before, line in pairwise(days) if line.day > before.day), None)
    if rising is None or falling is None:
        return None
    return rising if days[0].day <= days[-1].day else falling
