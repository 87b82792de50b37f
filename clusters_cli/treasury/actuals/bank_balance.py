"""The balance of a bank's account: told by each row, and then agreeing with the movements, or stated beside them."""

import re
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import TypeVar

from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.money import ZERO
from clusters_cli.foundations.names import fold
from clusters_cli.foundations.problems import Position, Problem
from clusters_cli.foundations.refusal import RefusedError
from clusters_cli.foundations.text import Euros, Text
from clusters_cli.treasury.actuals.actuals_words import BalanceOrigin
from clusters_cli.treasury.actuals.bank_lines import BankLine
from clusters_cli.treasury.actuals.day_cells import day_cell
from clusters_cli.treasury.actuals.file_rows import FileRow
from clusters_cli.treasury.actuals.money_cells import money
from clusters_cli.treasury.actuals.movements import RealBalance

WRONG_BALANCE = Explanation(
    "ACT109",
    Text("a balance that does not agree with the movements"),
    Text(
        "The balance of a row is not that of the row before and what moved since, or the balance that the bank states "
        "is not that of its last row: rows are missing, or stand twice, and the real balance is uncertain."
    ),
    Text("Export the whole period again; look at what moved just before the row that the message names."),
)
NO_BALANCE_IN_FILE = Text("the file of the bank tells no balance of a known day")
_EITHER_ORDER = Text("all movements are of one day, and their balances fit in either order of the rows")

_DAY = re.compile(r"(?<![0-9])[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4}(?![0-9])|(?<![0-9])[0-9]{4}-[0-9]{2}-[0-9]{2}")
_AT_THE_END = re.compile(r"[-+]?[0-9][0-9\s.,]*(?:€|EUR)?$")
_IN_EUROS_ON = "(?:(?:en)?(?:euros?|eur))?(?:au)?"
_STATED = re.compile(rf"(?:nouveau)?solde(?:comptable|ducompte|final|crediteur|debiteur|reel)?{_IN_EUROS_ON}")
"""How a bank calls the balance that it states above or below the rows; what is to come or available is no such one."""
_OTHER_BALANCE = re.compile(
    rf"(?:ancien)?solde(?:initial|precedent|reporte|disponible|previsionnel|avenir|theorique|intermediaire)?{_IN_EUROS_ON}"
)
_TOTAL = re.compile("(?:sous)?tota(?:l|ux)(?:general|generaux|(?:des)?(?:debits?|credits?|mouvements|operations))?")
_BETWEEN = frozenset({"", "-", "–", "a", "au", "et", "etle", "jusquau"})
"""What stands between the two days of a period, without accents and spaces."""
_Read = TypeVar("_Read")


@dataclass(frozen=True, slots=True)
class _Told:
    """A balance that a row tells, and what all rows up to it moved."""

    line: BankLine
    balance: Decimal
    moved: Decimal

    @property
    def opening(self) -> Decimal:
        """What stood on the account before the first of these rows."""
        return self.balance - self.moved


def running_balance(lines: Sequence[BankLine], file: str) -> RealBalance | tuple[Problem, ...] | Text:
    """Return the balance after the last movement, from those that rows tell.

    The first row is the oldest or the newest: the days say which, or the balances where there is one day only.

    Args:
        lines: the rows, in the order of the file.
        file: its name.

    Returns:
        The balance; or the rows whose balance does not agree; or why it cannot be told.
    """
    if not any(line.balance is not None for line in lines):
        return NO_BALANCE_IN_FILE
    rising, falling = _chain(lines), _chain(lines[::-1])
    first, last = lines[0].day, lines[-1].day
    if first != last:
        return _closing(rising if first < last else falling, lines, file)
    wrong = [_disagreeing(rising), _disagreeing(falling)]
    if not any(wrong) and _after(rising, lines) != _after(falling, lines):
        return _EITHER_ORDER
    return _closing(falling if wrong[0] and not wrong[1] else rising, lines, file)


def _chain(lines: Iterable[BankLine]) -> Sequence[_Told]:
    """Return the balances that rows tell, from the oldest row to the newest."""
    told, moved = [], ZERO
    for line in lines:
        moved += line.amount
        if line.balance is not None:
            told.append(_Told(line, line.balance, moved))
    return told


def _disagreeing(told: Sequence[_Told]) -> list[tuple[_Told, _Told]]:
    """Return the balances that do not follow from the one before them, each with that one."""
    return [(before, now) for before, now in pairwise(told) if before.opening != now.opening]


def _after(told: Sequence[_Told], lines: Iterable[BankLine]) -> Decimal:
    return told[-1].opening + sum((line.amount for line in lines), ZERO)


def _closing(told: Sequence[_Told], lines: Sequence[BankLine], file: str) -> RealBalance | tuple[Problem, ...]:
    wrong = _disagreeing(told)
    if wrong:
        return tuple(_wrong(before, now, file) for before, now in wrong)
    return RealBalance(_after(told, lines), max(line.day for line in lines), BalanceOrigin.RUNNING)


def _wrong(before: _Told, now: _Told, file: str) -> Problem:
    message = Text(
        "the balance is {found}; it would be {expected} after that of line {line} and what moved since",
        found=Euros(now.balance),
        expected=Euros(before.opening + now.moved),
        line=before.line.line,
    )
    return Problem(WRONG_BALANCE, Position(file, now.line.line), message)


def stated_balance(rows: Iterable[FileRow], today: date) -> tuple[RealBalance, int] | None:
    """Return the balance that a bank states above or below its rows, and where; ``None`` if it does not with a day.

    It is read where a cell says nothing but that it is the balance, of a day or not, and one amount follows; the day
    may stand on a line of its own, ``Date;31/12/2026``.
    """
    day: date | None = None
    found: tuple[Decimal, date | None, int] | None = None
    for row in rows:
        first, *others = filter(None, row.cells)
        words, written = _words_and_amount(_DAY.sub("", first))
        if words == "date":
            day = _only(others, lambda cell: day_cell(cell, today))
        elif _STATED.fullmatch(words):
            amount = _only([written, *others], lambda cell: money(cell, None))
            its_day = _only(_DAY.findall(" ".join(row.cells)), lambda cell: day_cell(cell, today))
            found = (amount, its_day, row.line) if amount is not None else found
    if found is None:
        return None
    amount, its_day, line = found
    known = its_day or day
    return None if known is None else (RealBalance(amount, known, BalanceOrigin.STATED), line)


def is_balance(cell: str) -> bool:
    """Return whether a cell tells a balance of the account, of a day or not, and no movement."""
    words, _amount = _words_and_amount(_DAY.sub("", cell))
    return bool(_STATED.fullmatch(words) or _OTHER_BALANCE.fullmatch(words))


def is_total(cell: str) -> bool:
    """Return whether a cell begins a row of totals; a supplier may be called so and more.

    >>> is_total("TOTAL DES DÉBITS"), is_total("TOTALENERGIES")
    (True, False)
    """
    return _TOTAL.fullmatch(_words_and_amount(_DAY.sub("", cell))[0]) is not None


def _words_and_amount(cell: str) -> tuple[str, str]:
    """Return what a cell says before an amount at its end, without case, accents and spaces, and the amount."""
    amount = _AT_THE_END.search(cell)
    return (fold(cell[: amount.start()]), amount[0]) if amount else (fold(cell), "")


def stated_period(rows: Iterable[FileRow], days: Sequence[date], today: date) -> tuple[date, date] | None:
    """Return the two days between which a bank says that its rows are, where they are; ``None`` where it does not."""
    for row in rows:
        found = list(_DAY.finditer(" ".join(row.cells)))
        if (
            len(found) != len(("first", "last"))
            or fold(found[0].string[found[0].end() : found[1].start()]) not in _BETWEEN
        ):
            continue
        with suppress(RefusedError):
            first, last = (day_cell(written[0], today) for written in found)
            if first <= min(days, default=last) and max(days, default=first) <= last:
                return first, last
    return None


def _only(cells: Iterable[str], read: Callable[[str], _Read | None]) -> _Read | None:
    """Return the one value that some cells hold; ``None`` if there is none, or several."""
    values = []
    for cell in filter(None, cells):
        with suppress(RefusedError):
            values.append(read(cell))
    return values[0] if len(values) == 1 else None
