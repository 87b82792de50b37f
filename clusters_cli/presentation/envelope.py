"""The envelope of JSON and YAML: the answer or what went wrong, with the version of its shape."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from clusters_cli.foundations.errors import ExitCode

if TYPE_CHECKING:
    from clusters_cli.presentation.report import Report

VERSION = 1
"""Grows when a field changes its meaning or disappears."""


def envelope(report: "Report") -> dict[str, Any]:
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
