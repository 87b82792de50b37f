"""The report of ``clusters test``."""

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Any

from clusters_cli.commands.shared.law_notes import law_notes
from clusters_cli.eligibility import Law, Mismatch, Tried, all_hold
from clusters_cli.foundations.errors import ExitCode
from clusters_cli.presentation.data import sentence_data
from clusters_cli.presentation.messages import _, plural, spoken
from clusters_cli.presentation.report import Column, Kind, Report, Table


def trial_report(tried: Mapping[str, Sequence[Tried]], law: Law) -> Report:
    """Build the report of a trial.

    Args:
        tried: the cases of each file, by its name.
        law: what was applied.
    """
    found = [mismatch for cases in tried.values() for case in cases for mismatch in case.mismatches]
    records = [_record(mismatch) for mismatch in found]
    table = Table.of("mismatches", _columns(), records)
    return Report(
        command="test",
        data={
            "mismatches": [
                {**record, "reason": sentence_data(mismatch.reason)}
                for record, mismatch in zip(records, found, strict=True)
            ],
            "files": [
                {"file": file, "cases": len(cases), "failed": sum(not case.holds for case in cases)}
                for file, cases in tried.items()
            ],
        },
        tables=(table,) if found else (),
        export=table,
        notes=(*(_summary(file, cases) for file, cases in tried.items()), *law_notes(law)),
        exit_code=ExitCode.of(all_hold(chain.from_iterable(tried.values()))),
    )


def _summary(file: str, cases: Sequence[Tried]) -> str:
    failed = sum(not case.holds for case in cases)
    if not failed:
        return plural("{file}: {count} case holds", "{file}: all {count} cases hold", len(cases)).format(
            file=file, count=len(cases)
        )
    message = plural(
        "{file}: {failed} of {count} cases does not hold", "{file}: {failed} of {count} cases do not hold", failed
    )
    return message.format(file=file, failed=failed, count=len(cases))


def _record(mismatch: Mismatch) -> dict[str, Any]:
    return {
        "file": mismatch.position.file,
        "line": mismatch.position.line,
        "case": mismatch.case,
        "about": mismatch.about,
        "expected": spoken(mismatch.expected),
        "found": None if mismatch.found is None else spoken(mismatch.found),
        "reason": spoken(mismatch.reason),
    }


def _columns() -> tuple[Column, ...]:
    return (
        Column("file", _("File")),
        Column("line", _("Line"), Kind.NUMBER),
        Column("case", _("Case")),
        Column("about", _("About")),
        Column("expected", _("Expected")),
        Column("found", _("Found")),
        Column("reason", _("Reason")),
    )
