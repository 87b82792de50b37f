"""Formats for programs: JSON and YAML in a versioned envelope, CSV and TSV.

Never translated.  A change of shape bumps ``VERSION``.
"""

import csv
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from clusters_cli.foundations.errors import ExitCode
from clusters_cli.presentation.report import Cell, Report, Table, Worded

VERSION = 1
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def envelope(report: Report) -> dict[str, Any]:
    """Wrap a report's data as programs get it."""
    return _envelope(report.command, report.exit_code, report.data, ())


def error_envelope(command: str, exit_code: ExitCode, errors: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Wrap what went wrong as programs get it; each error holds ``code``, ``message`` and ``position``."""
    return _envelope(command, exit_code, None, errors)


def _envelope(
    command: str, exit_code: ExitCode, data: Mapping[str, Any] | None, errors: Sequence[Mapping[str, Any]]
) -> dict[str, Any]:
    return {
        "version": VERSION,
        "command": command,
        "status": "error" if errors else "ok",
        "exit_code": int(exit_code),
        "data": data,
        "errors": list(errors),
    }


def to_json(content: Mapping[str, Any]) -> str:
    """Write an envelope as JSON."""
    return json.dumps(plain(content), ensure_ascii=False, indent=2) + "\n"


def to_yaml(content: Mapping[str, Any]) -> str:
    """Write an envelope as YAML."""
    import yaml  # noqa: PLC0415  (only this format needs it)

    return yaml.safe_dump(plain(content), allow_unicode=True, sort_keys=False, width=120)


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


CSV = Dialect(",")
TSV = Dialect("\t")
CSV_FR = Dialect(";", decimal=",", day="%d/%m/%Y", mark="\ufeff")


def to_delimited(table: Table, dialect: Dialect) -> str:
    """Write a table cell by cell: a heading of keys, then the rows, nothing for unknown.

    A text that a spreadsheet would run as a formula gets an apostrophe before it.
    """
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=dialect.delimiter, lineterminator="\n")
    writer.writerow([column.key for column in table.columns])
    writer.writerows([_delimited_cell(cell, dialect) for cell in row] for row in table.rows)
    return dialect.mark + buffer.getvalue()


def _delimited_cell(cell: Cell, dialect: Dialect) -> str:
    if cell is None:
        return ""
    if isinstance(cell, Worded):
        return _delimited_cell(cell.value, dialect)
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, str):
        return f"'{cell}" if cell.startswith(_FORMULA_STARTS) else cell
    if isinstance(cell, date):
        return cell.strftime(dialect.day)
    return str(plain(cell)).replace(".", dialect.decimal)


def plain(value: Any) -> Any:  # noqa: ANN401  (any data in, the JSON types out)
    """Return data as JSON's own types; a whole number becomes an integer, a date an ISO string."""
    if isinstance(value, (Decimal, Fraction)):
        return int(value) if value == int(value) else float(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): plain(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(inner) for inner in value]
    return str(value) if isinstance(value, str) else value
