"""Tables as rows of cells between delimiters: CSV, TSV, and the CSV of French spreadsheets."""

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from clusters_cli.presentation.data import to_data
from clusters_cli.presentation.reader import Reader
from clusters_cli.presentation.report import CellOf, ReportOf, TableOf, WordedOf, value_of

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What makes spreadsheets take a text for a formula, full-width forms included (OWASP, "CSV injection")."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a delimited file is written.

    Attributes:
        delimiter: between two cells.
        decimal: decimal mark.
        day: form of a date, for ``strftime``.
        mark: what stands at the start of the file.
    """

    delimiter: str
    decimal: str = "."
    day: str = "%Y-%m-%d"
    mark: str = ""


def written_in(dialect: Dialect) -> Callable[[ReportOf[str], Reader], str]:
    """Return what writes a report's table in a dialect."""

    def write(report: ReportOf[str], _reader: Reader) -> str:
        table = report.main_table
        return to_delimited(table, dialect) if table is not None else ""

    return write


def to_delimited(table: TableOf[str], dialect: Dialect) -> str:
    """Write a table cell by cell: a heading of keys, then the rows, nothing for unknown.

    A text that a spreadsheet would run as a formula gets an apostrophe before it.
    """
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=dialect.delimiter, lineterminator="\n")
    writer.writerow([column.key for column in table.columns])
    writer.writerows([_delimited_cell(cell, dialect) for cell in row] for row in table.rows)
    return dialect.mark + buffer.getvalue()


def _delimited_cell(cell: CellOf[str], dialect: Dialect) -> str:
    cell = value_of(cell)
    if cell is None:
        return ""
    if isinstance(cell, WordedOf):
        return _delimited_cell(cell.value, dialect)
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, str):
        return f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell
    if isinstance(cell, date):
        return cell.strftime(dialect.day)
    return str(to_data(cell)).replace(".", dialect.decimal)
