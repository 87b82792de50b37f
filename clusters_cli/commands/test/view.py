"""The report of ``clusters test``."""

from collections.abc import Mapping, Sequence
from itertools import chain

from clusters_cli.commands.shared.law_notes import replacement_notes
from clusters_cli.eligibility import Law, Tried, all_hold
from clusters_cli.foundations.errors import ExitCode
from clusters_cli.foundations.text import Count, Text, counted
from clusters_cli.presentation.data import record
from clusters_cli.presentation.report import Column, Kind, Report, Table


def test_report(tried: Mapping[str, Sequence[Tried]], law: Law) -> Report:
    """Build the report of a trial.

    Args:
        tried: the cases of each file, by its name.
        law: what was applied.
    """
    found = [mismatch for cases in tried.values() for case in cases for mismatch in case.mismatches]
    table = Table.of("mismatches", _columns(), [record(mismatch) for mismatch in found])
    return Report(
        command="test",
        data={
            "mismatches": found,
            "files": [
                {"file": file, "cases": len(cases), "failed": sum(not case.holds for case in cases)}
                for file, cases in tried.items()
            ],
        },
        tables=(table,) if found else (),
        export=table,
        notes=(*(_summary(file, cases) for file, cases in tried.items()), *replacement_notes(law.replacements)),
        exit_code=ExitCode.of(all_hold(chain.from_iterable(tried.values()))),
    )


def _summary(file: str, cases: Sequence[Tried]) -> Text:
    failed = sum(not case.holds for case in cases)
    if not failed:
        return counted("{file}: {count} case holds", "{file}: all {count} cases hold", len(cases), file=file)
    return counted(
        "{file}: {failed} of {count} cases does not hold",
        "{file}: {failed} of {count} cases do not hold",
        failed,
        count=Count(len(cases)),
        file=file,
        failed=failed,
    )


def _columns() -> tuple[Column, ...]:
    return (
        Column("file", Text("File")),
        Column("line", Text("Line"), Kind.NUMBER),
        Column("case", Text("Case")),
        Column("about", Text("About")),
        Column("expected", Text("Expected")),
        Column("found", Text("Found")),
        Column("reason", Text("Reason")),
    )
