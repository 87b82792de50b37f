"""Problems of data files as programs and tables get them, the same for registries and dossiers."""

from typing import Any

from clusters_cli.commands.views.sourced import spoken
from clusters_cli.foundations.messages import _
from clusters_cli.foundations.problems import Problem
from clusters_cli.presentation.report import Column, Kind


def problem_record(problem: Problem) -> dict[str, Any]:
    """Return a problem as programs get it."""
    return {
        "code": problem.code,
        "level": str(problem.level),
        "file": problem.position.file,
        "line": problem.position.line,
        "column": problem.position.column,
        "path": problem.path or None,
        "entity": problem.entity and spoken(problem.entity),
        "message": spoken(problem.message),
        "suggestion": problem.suggestion,
    }


def problem_columns() -> tuple[Column, ...]:
    """Return the columns of a table of problems."""
    return (
        Column("level", _("Level")),
        Column("code", _("Code")),
        Column("file", _("File")),
        Column("line", _("Line"), Kind.NUMBER),
        Column("column", _("Column"), Kind.NUMBER),
        Column("path", _("Path")),
        Column("entity", _("Entity")),
        Column("message", _("Problem")),
        Column("suggestion", _("Perhaps meant")),
    )
