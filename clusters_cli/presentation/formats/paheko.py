"""The simplified CSV of Paheko, which French associations keep their books with: the instalments that were received.

Columns and what they may hold are those of Paheko 1.3, ``Accounting/Export.php``, ``Accounting/Import.php`` and
``Entities/Accounting/Transaction.php``.
"""

from clusters_cli.presentation.dated_entries import BookEntryOf
from clusters_cli.presentation.delimited import Dialect, to_delimited
from clusters_cli.presentation.formats import Audience, Format
from clusters_cli.presentation.reader import Reader
from clusters_cli.presentation.report import CellOf, ColumnOf, Kind, ReportOf, TableOf
from clusters_cli.presentation.report_parts import Part

_COLUMNS = (
    "Numéro d'écriture",  # left empty: a number changes the entry that has it
    "Type",
    "Statut",  # only debts and claims have one
    "Libellé",
    "Date",
    "Remarques",
    "Numéro pièce comptable",
    "Référence paiement",
    "Compte de débit",
    "Compte de crédit",
    "Montant",
    "Projet analytique",  # left empty: one that Paheko does not know stops the import
    "Membres associés",
)
_DIALECT = Dialect(";", decimal=",", day="%d/%m/%Y", mark="\ufeff")
_LONGEST_LABEL, _LONGEST_NOTE = 199, 1999
"""Octets, one less than Paheko takes: a text that a spreadsheet would run gets an apostrophe before it."""
_REVENUE = "7"
"""Class of the accounts of what an association earns; any other account makes an entry of the advanced type."""


def to_paheko(report: ReportOf[str], _reader: Reader) -> str:
    """Write the instalments of grants that were received, for the import « Simplifié » of an accounting year.

    Paheko takes each line for an entry of its books and knows no forecast, so that nothing expected is among them; nor
    is what was paid, which invoices and pay slips have booked already, or what was read from books.
    """
    received = sorted((entry for entry in report.entries if entry.is_instalment_received), key=lambda entry: entry.day)
    columns = tuple(ColumnOf(name, name, Kind.DATE if name == "Date" else Kind.TEXT) for name in _COLUMNS)
    return to_delimited(TableOf.of("paheko", columns, [*map(_record, received)]), _DIALECT)


def _record(entry: BookEntryOf[str]) -> dict[str, CellOf[str]]:
    notes = ", ".join(f"{name}: {value}" if value else name for name, value in (("line", entry.line), *entry.tags))
    return {
        "Type": "Recette" if entry.account.startswith(_REVENUE) else "Avancé",
        "Libellé": _cut(entry.label, _LONGEST_LABEL),
        "Date": entry.day,
        "Remarques": _cut(notes, _LONGEST_NOTE),
        "Compte de débit": entry.counter,
        "Compte de crédit": entry.account,
        "Montant": f"{entry.amount:.2f}".replace(".", _DIALECT.decimal),
    }


def _cut(text: str, octets: int) -> str:
    """Return a text in no more octets than Paheko takes; its reader would take a backslash before a quote for more."""
    plain = text.replace("\\", "/")
    if len(plain.encode()) <= octets:
        return plain
    return f"{plain.encode()[: octets - len('…'.encode())].decode(errors='ignore')}…"


FORMAT = Format("paheko", Audience.PEOPLE, to_paheko, needs=Part.RECEIVED)
