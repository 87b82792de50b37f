"""The report of problems of data files, the same for registries and dossiers."""

from collections.abc import Sequence
from typing import Any

from clusters_cli.foundations.errors import ExitCode
from clusters_cli.foundations.problems import Problem
from clusters_cli.foundations.text import Text, Value
from clusters_cli.presentation.data import record
from clusters_cli.presentation.report import Column, Kind, Report, Table
from clusters_cli.presentation.worded_problems import Problems


def problems_report(
    command: str,
    found: Sequence[Problem],
    verdicts: Sequence[Value],
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
    records = [record(problem) for problem in found]
    table = Table.of("problems", _columns(), records)
    return Report(
        command=command,
        data={"problems": found, **more},
        tables=(table,) if found else (),
        export=table,
        problems=Problems(found, verdicts),
        notes=tuple(verdicts),
        exit_code=exit_code,
    )


def _columns() -> tuple[Column, ...]:
    return (
        Column("level", Text("Level")),
        Column("code", Text("Code")),
        Column("file", Text("File")),
        Column("line", Text("Line"), Kind.NUMBER),
        Column("column", Text("Column"), Kind.NUMBER),
        Column("path", Text("Path")),
        Column("entity", Text("Entity")),
        Column("message", Text("Problem")),
        Column("suggestion", Text("Perhaps meant")),
    )
