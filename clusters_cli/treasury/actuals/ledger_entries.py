"""From accounting entries to movements of cash: an entry's cash is explained by the accounts of its other side.

An entry is what has one number in one journal on one day.  Its bank accounts (512) and cash accounts (53) move by what
its other lines book, so that each of those lines is a part of the movement: no share has to be worked out.  Transfers
between the organisation's own accounts (58) are kept apart, and cancel.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from clusters_cli.foundations.explanations import Explanation, Level
from clusters_cli.foundations.money import ZERO
from clusters_cli.foundations.names import fold
from clusters_cli.foundations.problems import Position, Problem
from clusters_cli.foundations.text import Euros, Text
from clusters_cli.treasury.actuals.actuals_words import EntryDay
from clusters_cli.treasury.actuals.file_rows import unreadable
from clusters_cli.treasury.actuals.ledger_lines import LedgerLine
from clusters_cli.treasury.actuals.movements import CashMovement

if TYPE_CHECKING:
    from decimal import Decimal

UNBALANCED_ENTRY = Explanation(
    "ACT110",
    Text("an accounting entry that does not balance"),
    Text(
        "The lines that have one number in one journal on one day do not add up to zero: lines are missing, or each "
        "has a number of its own, and nobody can tell which account explains the cash."
    ),
    Text("Export the whole file again; lines of one entry must have the same EcritureNum and the same EcritureDate."),
    reference="LPF, art. A47 A-1, VII",
)
REPEATED = Explanation(
    "ACT201",
    Text("the same movement twice"),
    Text("Two rows tell the same day, amount and label under one reference; both are counted, as the file says."),
    Text("Where the file was put together from two exports that overlap, take the second one out."),
    level=Level.WARNING,
)

CASH_ACCOUNTS = ("512", "53")
"""Bank and cash accounts of the French chart of accounts, which are an organisation's cash."""
_INTERNAL = "58"
"""Internal transfers: what leaves one of the own accounts and has not yet reached the other."""
_VAT_OF_A_PRICE = ("4456", "4457")
"""Deductible and collected VAT: booked beside a purchase or a sale, it is part of what is paid for it."""
_OPENING_JOURNALS = frozenset({"an", "anv", "ano", "ran", "ouv", "anouveau", "anouveaux"})
_OPENING_WORDS = re.compile(r"\b[aà][ -]?nouveaux?\b|\bouverture\b|\bbalance initiale\b|\bsoldes initiaux\b")
_RESULT = ("6", "7", "8")
"""Accounts of a year's costs and income, which no balance of the year before is on."""


class CashEntry(NamedTuple):
    """What an entry says of cash.

    Attributes:
        movements: the parts of its movement of cash.
        internal: those that are transfers between own accounts.
    """

    movements: tuple[CashMovement, ...]
    internal: tuple[CashMovement, ...]


def is_cash(account: str) -> bool:
    """Return whether an account holds cash."""
    return account.startswith(CASH_ACCOUNTS)


def opening_journals(lines: Iterable[LedgerLine]) -> frozenset[tuple[str, str]]:
    """Return the journals that take over the balances of the year before.

    A journal says so by its code or its name, and holds no costs and no income.
    """
    accounts: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for line in lines:
        accounts[line.journal].add(line.account[0])
    return frozenset(
        (code, label)
        for (code, label), classes in accounts.items()
        if fold(code) in _OPENING_JOURNALS or _OPENING_WORDS.search(unicodedata.normalize("NFC", label).lower())
        if not classes & set(_RESULT)
    )


def entries_of(lines: Iterable[LedgerLine]) -> Mapping[tuple[str, str, date], Sequence[LedgerLine]]:
    """Return the lines of each entry, by its journal, its number and its day, in the order of the file."""
    entries: defaultdict[tuple[str, str, date], list[LedgerLine]] = defaultdict(list)
    for line in lines:
        entries[line.journal[0], line.number, line.day].append(line)
    return entries


def cash_of(entry: Sequence[LedgerLine], file: str, day: EntryDay) -> CashEntry | Problem | None:
    """Return what an entry says of cash; ``None`` if nothing, or what is wrong with it.

    Args:
        entry: its lines.
        file: the name of the file.
        day: which of its dates moved the cash.
    """
    cash = [line for line in entry if is_cash(line.account)]
    if not cash:
        return None
    left = sum((line.amount for line in entry), ZERO)
    if left:
        message = Text(
            "entry {number} of journal {journal} does not balance: its debits are {amount} above its credits",
            number=entry[0].number,
            journal=entry[0].journal[0] or "–",
            amount=Euros(left),
        )
        return Problem(UNBALANCED_ENTRY, Position(file, cash[0].line), message)
    moved_on = cash[0].day if day is EntryDay.BOOKING else cash[0].document_day
    if moved_on is None:
        return unreadable(file, cash[0].line, "PieceDate", Text("is empty"))
    others = _with_vat([line for line in entry if not is_cash(line.account)])
    parts = [(line, _part(line, file, moved_on)) for line in others if line.amount]
    return CashEntry(
        movements=tuple(part for line, part in parts if not line.account.startswith(_INTERNAL)),
        internal=tuple(part for line, part in parts if line.account.startswith(_INTERNAL)),
    )


def _with_vat(others: Sequence[LedgerLine]) -> Sequence[LedgerLine]:
    """Return the lines beside cash, the VAT of the one purchase or sale among them as part of its price."""
    vat = [line for line in others if line.account.startswith(_VAT_OF_A_PRICE)]
    priced = [line for line in others if line not in vat]
    if len(priced) != 1 or priced[0].account.startswith(_INTERNAL):
        return others
    (price,) = priced
    return [replace(price, amount=price.amount + sum((line.amount for line in vat), ZERO))]


def _part(line: LedgerLine, file: str, day: date) -> CashMovement:
    return CashMovement(Position(file, line.line), day, line.label, -line.amount, line.account, line.names)


def repeated_entries(entries: Iterable[Sequence[LedgerLine]], file: str) -> Iterator[Problem]:
    """Yield a warning for each entry of cash all of whose lines stand in it several times."""
    for entry in entries:
        if not any(is_cash(line.account) for line in entry):
            continue
        first: dict[tuple[str, Decimal, str], int] = {}
        again: dict[tuple[str, Decimal, str], int] = {}
        for line in entry:
            told = (line.account, line.amount, line.label)
            (again if told in first else first).setdefault(told, line.line)
        if again.keys() == first.keys():
            message = Text(
                "each line of entry {number} stands in it twice, as on line {line}",
                number=entry[0].number,
                line=entry[0].line,
            )
            yield Problem(REPEATED, Position(file, min(again.values())), message)
