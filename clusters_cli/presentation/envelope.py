"""The envelope of JSON and YAML: the answer or what went wrong, with the version of its shape."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from clusters_cli.foundations.errors import ExitCode
from clusters_cli.foundations.hidden import visible
from clusters_cli.foundations.text import Value
from clusters_cli.presentation.data import sentence_data

if TYPE_CHECKING:
    from clusters_cli.presentation.report import ReportOf

VERSION = 2
"""Grows when a field changes its meaning or disappears."""


LONGEST_MESSAGE = 800
"""Characters of one message of an error."""


def bounded(message: str) -> str:
    """Return a message on one line that hides nothing, cut where it repeats more than anybody reads."""
    message = visible(message)
    return message if len(message) <= LONGEST_MESSAGE else f"{message[:LONGEST_MESSAGE]}…"


def envelope(report: "ReportOf[str]") -> dict[str, Any]:
    """Wrap a report's data as programs get it."""
    return _envelope(report.command, report.exit_code, report.data, (), report.as_of)


def error_envelope(command: str, exit_code: ExitCode, errors: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Wrap what went wrong as programs get it; each error holds ``code``, ``message`` and ``position``."""
    return _envelope(command, exit_code, None, [{**error, "message": _told(error["message"])} for error in errors])


def _told(message: Value) -> dict[str, Any]:
    """Return what went wrong as a sentence, each of its texts cut where it repeats more than anybody reads."""
    told = sentence_data(message)
    values = {name: bounded(value) if isinstance(value, str) else value for name, value in told["values"].items()}
    return {"message": bounded(told["message"]), "template": bounded(told["template"]), "values": values}


def _envelope(
    command: str,
    exit_code: ExitCode,
    data: Any,  # noqa: ANN401  (a result)
    errors: Sequence[Mapping[str, Any]],
    as_of: date | None = None,
) -> dict[str, Any]:
    return {
        "version": VERSION,
        "command": command,
        "as_of": as_of,
        "status": "error" if errors else "ok",
        "exit_code": int(exit_code),
        "data": data,
        "errors": list(errors),
    }
