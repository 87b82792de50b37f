"""Formats for programs: JSON and YAML in a versioned envelope, CSV and TSV.

Never translated.  A change of shape bumps ``VERSION``.
"""

import csv
import io
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Any

from clusters_cli.foundations.errors import ExitCode
from clusters_cli.foundations.hidden import HIDDEN, with_bytes_shown
from clusters_cli.presentation.report import Cell, Report, Table, Worded

if TYPE_CHECKING:
    from yaml import SafeDumper

VERSION = 1
_RESOLVING = ((True, False), (False, True))
"""The two questions whose answers tell PyYAML whether a scalar needs a tag: read plain, and read in quotes."""
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What makes spreadsheets take a text for a formula, full-width forms included (OWASP, "CSV injection")."""


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
    """Write data as JSON, piece by piece; what hides or reorders text is written as JSON escapes it."""
    buffer = io.StringIO()
    json.dump(plain(content), buffer, ensure_ascii=False, indent=2)
    return HIDDEN.sub(_json_escape, buffer.getvalue()) + "\n"


def _json_escape(found: re.Match[str]) -> str:
    return json.dumps(found.group())[1:-1]


def to_yaml(content: Mapping[str, Any]) -> str:
    """Write an envelope as YAML, piece by piece: the tree that PyYAML builds is many times as large as the answer."""
    import yaml  # noqa: PLC0415  (only this format needs it)

    buffer = io.StringIO()
    dumper: Any = _dumper()(buffer, allow_unicode=True, width=120)

    def emit(value: Any) -> None:  # noqa: ANN401  (the JSON types)
        if isinstance(value, dict):
            dumper.emit(yaml.MappingStartEvent(None, None, implicit=True, flow_style=False))
            for key, inner in value.items():
                emit(key)
                emit(inner)
            dumper.emit(yaml.MappingEndEvent())
        elif isinstance(value, list):
            dumper.emit(yaml.SequenceStartEvent(None, None, implicit=True, flow_style=False))
            for inner in value:
                emit(inner)
            dumper.emit(yaml.SequenceEndEvent())
        else:
            node = dumper.represent_data(value)
            implicit = tuple(node.tag == dumper.resolve(yaml.ScalarNode, node.value, way) for way in _RESOLVING)
            dumper.emit(yaml.ScalarEvent(None, node.tag, implicit, node.value, style=node.style))

    dumper.emit(yaml.StreamStartEvent())
    dumper.emit(yaml.DocumentStartEvent())
    emit(plain(content))
    dumper.emit(yaml.DocumentEndEvent())
    dumper.emit(yaml.StreamEndEvent())
    return HIDDEN.sub(_yaml_escape, buffer.getvalue())


@cache
def _dumper() -> "type[SafeDumper]":
    """Return a writer of YAML that puts texts in double quotes where escapes are needed."""
    import yaml  # noqa: PLC0415  (see above)

    class Dumper(yaml.SafeDumper):
        pass

    def text(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
        style = '"' if HIDDEN.search(value) else None
        return dumper.represent_scalar("tag:yaml.org,2002:str", value, style)

    Dumper.add_representer(str, text)
    return Dumper


def _yaml_escape(found: re.Match[str]) -> str:
    return f"\\U{ord(found.group()):08X}"


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
        return f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell
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
    return with_bytes_shown(value) if isinstance(value, str) else value
