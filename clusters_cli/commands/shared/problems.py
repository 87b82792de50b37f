"""The report of problems of data files, the same for registries and dossiers."""

from collections.abc import Sequence
from typing import Any

from clusters_cli.foundations.errors import ExitCode
from clusters_cli.foundations.problems import Problem
from clusters_cli.presentation.data import sentence_data
from clusters_cli.presentation.messages import _, spoken
from clusters_cli.presentation.problems import Problems
from clusters_cli.presentation.report import Column, Kind, Report, Table


def problems_report(
    command: str,
    found: Sequence[Problem],
    verdicts: Sequence[str],
    exit_code: ExitCode,
    **more: Any,  # noqa: ANN401  (data for programs)
) -> Report:
    """Build the report of a command that judges files.

    Args:
        command: its name.
        found: every problem.
        verdicts: what is to be said of each file or folder, in one line.
        exit_code: what the judgement means to a script.
        more: what programs get besides the problems.
    """
    records = [_record(problem) for problem in found]
    table = Table.of("problems", _columns(), records)
    return Report(
        command=command,
        data={
            "problems": [
                {**record, "message": sentence_data(problem.message)}
                for record, problem in zip(records, found, strict=True)
            ],
            **more,
        },
        tables=(table,) if found else (),
        export=table,
        problems=Problems(found, verdicts),
        notes=tuple(verdicts),
        exit_code=exit_code,
    )


def _record(problem: Problem) -> dict[str, Any]:
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


def _columns() -> tuple[Column, ...]:
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
