"""The columns of a bank's file, known by their headings: French banks call the same thing by many names.

The spellings are those of exports of BNP Paribas, Société Générale, Crédit Agricole, Crédit Mutuel and CIC, Banque
Populaire and Caisse d'Épargne, La Banque Postale, BoursoBank and Shine, as programs that read them list them.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from clusters_cli.foundations.names import fold
from clusters_cli.foundations.problems import Position, Problem
from clusters_cli.foundations.text import Text, all_of, meant
from clusters_cli.foundations.words import Vocabulary, find_word
from clusters_cli.treasury.actuals.file_rows import FileRow
from clusters_cli.treasury.actuals.ledger_columns import WRONG_HEADINGS


class BankColumn(Vocabulary):
    """What a column of a bank's file holds."""

    BOOKED = "booked", Text("day of booking"), "date de comptabilisation", "date comptabilisation", "date comptable"
    DAY = "day", meant("column", "day"), "date"
    OPERATION_DAY = (
        "operation-day",
        Text("day of the operation"),
        "date d’opération",
        "date opération",
        "date de l’opération",
        "date op",
    )
    VALUE_DAY = (
        "value-day",
        Text("value date"),
        "date de valeur",
        "date valeur",
        "date de la valeur",
        "date val",
        "valeur",
    )
    LABEL = (
        "label",
        meant("column", "label"),
        "libellé",
        "libellé simplifié",
        "libellé opération",
        "libellé de l’opération",
        "libellé complet opération",
        "libellé court",
        "détail de l’écriture",
        "détail",
        "nature de l’opération",
        "opération",
        "description",
        "motif",
        "informations complémentaires",
        "nom de la contrepartie",
    )
    AMOUNT = (
        "amount",
        meant("column", "amount"),
        "montant",
        "montant de l’opération",
        "montant opération",
        "montant net",
    )
    DEBIT = "debit", meant("column", "debit"), "débit", "débits", "montant débit", "montant au débit"
    CREDIT = "credit", meant("column", "credit"), "crédit", "crédits", "montant crédit", "montant au crédit"
    SIDE = "side", Text("debit or credit"), "sens", "débit ou crédit"
    BALANCE = (
        "balance",
        meant("column", "balance"),
        "solde",
        "solde après opération",
        "solde progressif",
        "account balance",
    )
    REFERENCE = (
        "reference",
        meant("column", "reference"),
        "référence",
        "référence de l’opération",
        "référence opération",
        "numéro d’opération",
        "transaction id",
        "identifiant de transaction",
    )
    CURRENCY = "currency", meant("column", "currency"), "devise", "monnaie"
    STATUS = "status", meant("column", "status"), "statut", "statut de l’opération"


class BookingStatus(Vocabulary):
    """Whether a bank has booked what it lists."""

    BOOKED = (
        "booked",
        meant("status", "booked"),
        "comptabilisé",
        "comptabilisée",
        "exécuté",
        "exécutée",
        "effectué",
        "effectuée",
        "terminé",
        "terminée",
        "validé",
        "validée",
        "settled",
        "completed",
    )
    NOT_BOOKED = (
        "not-booked",
        meant("status", "not booked"),
        "non comptabilisé",
        "en attente",
        "en cours",
        "à venir",
        "refusé",
        "refusée",
        "annulé",
        "annulée",
        "pending",
        "processing",
        "declined",
        "cancelled",
    )


DAYS = (BankColumn.BOOKED, BankColumn.DAY, BankColumn.OPERATION_DAY, BankColumn.VALUE_DAY)
"""Days a movement may have: the first of these that a file has is when the money moved."""
_EURO = re.compile(r"(?:en)?(?:euros|euro|eur|€)$")
_SEVERAL = frozenset({BankColumn.LABEL})
_MONEY = frozenset({BankColumn.AMOUNT, BankColumn.DEBIT, BankColumn.CREDIT})


@dataclass(frozen=True, slots=True)
class BankColumns:
    """The columns of one file.

    Attributes:
        headings: as the file writes them.
        at: where each known column stands; several may hold a label.
    """

    headings: tuple[str, ...]
    at: Mapping[BankColumn, tuple[int, ...]]

    @property
    def day(self) -> BankColumn:
        """The column whose day is taken."""
        return next(column for column in DAYS if column in self.at)

    @property
    def not_used(self) -> tuple[str, ...]:
        """Headings of columns that are not read: unknown ones, and further days."""
        used = {index for column, indices in self.at.items() for index in indices if self._is_read(column)}
        return tuple(heading for index, heading in enumerate(self.headings) if heading and index not in used)

    def _is_read(self, column: BankColumn) -> bool:
        return column not in DAYS or column is self.day

    def first(self, column: BankColumn) -> int | None:
        """Return where a column stands, ``None`` if the file has none."""
        return self.at.get(column, (None,))[0]

    @property
    def last_needed(self) -> int:
        """The last cell that each row must have."""
        return max(index for column, indices in self.at.items() for index in indices if self._is_needed(column))

    def _is_needed(self, column: BankColumn) -> bool:
        return column in _MONEY or column in (self.day, BankColumn.SIDE)


def column_of(heading: str) -> BankColumn | None:
    """Return what a heading announces; a currency that stands behind it makes no difference if it is the euro.

    >>> column_of("Débit euros"), column_of("Montant(EUROS)"), column_of("Montant(FRANCS)")
    (<BankColumn.DEBIT: 'debit'>, <BankColumn.AMOUNT: 'amount'>, None)
    """
    return find_word(BankColumn, heading) or find_word(BankColumn, _EURO.sub("", fold(heading)))


def known_columns(cells: Sequence[str]) -> set[BankColumn]:
    """Return what a row of cells would announce if it were one of headings."""
    return {column for column in map(column_of, cells) if column is not None}


def is_heading(cells: Sequence[str]) -> bool:
    """Return whether a row of cells is one of headings: it announces a day, and money or what it was for."""
    known = known_columns(cells)
    return bool(known & set(DAYS)) and len(known) > 1 and bool(known & (_MONEY | {BankColumn.LABEL}))


def bank_columns(heading: FileRow, file: str) -> BankColumns | Problem:
    """Return where the columns of a file are, or what is wrong with its headings."""
    at: dict[BankColumn, tuple[int, ...]] = {}
    for index, cell in enumerate(heading.cells):
        column = column_of(cell)
        if column is not None:
            at[column] = (*at.get(column, ()), index)
    message = _fault(heading, at)
    if message is not None:
        return Problem(WRONG_HEADINGS, Position(file, heading.line), message)
    return BankColumns(heading.cells, MappingProxyType(at))


def _fault(heading: FileRow, at: Mapping[BankColumn, Sequence[int]]) -> Text | None:
    for column, indices in at.items():
        if len(indices) > 1 and column not in _SEVERAL:
            names = all_of(repr(heading.cells[index]) for index in indices)
            return Text("{names} tell the same, {column}", names=names, column=column.text)
    if BankColumn.LABEL not in at:
        return Text("lacks a column for the label, such as {example}", example="Libellé")
    if BankColumn.AMOUNT in at and (BankColumn.DEBIT in at or BankColumn.CREDIT in at):
        return Text("has an amount beside debit and credit; keep one of the two")
    if BankColumn.AMOUNT not in at and not {BankColumn.DEBIT, BankColumn.CREDIT} <= at.keys():
        return Text("lacks a column for the amount, {one}, or two of them, {two}", one="Montant", two="Débit, Crédit")
    return None
