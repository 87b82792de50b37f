"""The columns of the French file of accounting entries (FEC): their names, and which of them hold what.

The norm (LPF, art. A47 A-1, VII; arrêté of 29 July 2013) names eighteen columns in their order; ``Montant`` and
``Sens`` may stand in the place of ``Debit`` and ``Credit``.  The first line holds the names.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.names import fold
from clusters_cli.foundations.problems import Position, Problem
from clusters_cli.foundations.text import Text, all_of

WRONG_HEADINGS = Explanation(
    "ACT104",
    Text("headings that do not fit"),
    Text(
        "A column that is needed is missing, or two columns tell the same: a bank needs a day, a label, and an amount "
        "or debit and credit; accounting entries need the columns of the norm (LPF, art. A47 A-1)."
    ),
    Text("Export the file again with all of its columns, or give the column the heading that the message names."),
)

NAMES = (
    "JournalCode",
    "JournalLib",
    "EcritureNum",
    "EcritureDate",
    "CompteNum",
    "CompteLib",
    "CompAuxNum",
    "CompAuxLib",
    "PieceRef",
    "PieceDate",
    "EcritureLib",
    "Debit",
    "Credit",
    "EcritureLet",
    "DateLet",
    "ValidDate",
    "Montantdevise",
    "Idevise",
)
"""The columns of the norm, in its order."""
AMOUNT, SIDE = "Montant", "Sens"
"""What may stand in the place of ``Debit`` and ``Credit``."""
DAYS = frozenset({"EcritureDate", "PieceDate", "DateLet", "ValidDate"})
AMOUNTS = frozenset({"Debit", "Credit", AMOUNT})
TEXTS = frozenset({"JournalLib", "CompteLib", "CompAuxLib", "PieceRef", "EcritureLib"})
"""Columns of free text, in which a separator may have slipped."""
_NEEDED = frozenset({"JournalCode", "EcritureNum", "EcritureDate", "CompteNum", "EcritureLib"})
_TELLING = 5
"""Names of the norm by which a line of headings is known to be one."""
_BY_FOLD = {fold(name): name for name in (*NAMES, AMOUNT, SIDE)}


@dataclass(frozen=True, slots=True)
class LedgerColumns:
    """The columns of one file.

    Attributes:
        names: the name of the norm of each column, or its own.
        at: where each column of the norm stands.
    """

    names: tuple[str, ...]
    at: Mapping[str, int]

    @property
    def of_norm(self) -> frozenset[str]:
        """The columns of the norm that the file has."""
        return frozenset(self.at)

    @property
    def not_used(self) -> tuple[str, ...]:
        """Headings that are none of the norm."""
        return tuple(name for name in self.names if name not in self.at)


def is_ledger(cells: Sequence[str]) -> bool:
    """Return whether a row of cells holds the names of the norm, or enough of them to be meant so."""
    return len({fold(cell) for cell in cells} & _BY_FOLD.keys()) >= _TELLING


def ledger_columns(cells: Sequence[str], file: str, line: int) -> LedgerColumns | Problem:
    """Return where the columns of a file are, or what is wrong with its headings."""
    names = tuple(_BY_FOLD.get(fold(cell), cell) for cell in cells)
    twice = sorted({name for name in names if name in _BY_FOLD.values() and names.count(name) > 1})
    if twice:
        message = Text("two columns are called {name}", name=twice[0])
        return Problem(WRONG_HEADINGS, Position(file, line), message)
    missing = _missing(names)
    if missing:
        return Problem(WRONG_HEADINGS, Position(file, line), Text("lacks {names}", names=all_of(missing)))
    at = {name: index for index, name in enumerate(names) if name in _BY_FOLD.values()}
    return LedgerColumns(names, MappingProxyType(at))


def _missing(names: Sequence[str]) -> list[str]:
    by_side = AMOUNT in names and SIDE in names
    needed = _NEEDED if by_side else _NEEDED | {"Debit", "Credit"}
    return [name for name in NAMES if name in needed and name not in names]
