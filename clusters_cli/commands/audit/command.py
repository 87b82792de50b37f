"""``clusters audit``: what the sources contradict, leave out, or have not been asked for long."""

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from clusters_cli.commands.shared import completion, typed_words
from clusters_cli.commands.shared.answer import Answer
from clusters_cli.commands.shared.asked_day import asked_day
from clusters_cli.commands.shared.conflicts import refuse_idle, typed
from clusters_cli.commands.shared.option_groups import grouped
from clusters_cli.commands.shared.options import AsOfOption, SharedOptions
from clusters_cli.commands.shared.reader import _
from clusters_cli.foundations.text import Text

if TYPE_CHECKING:
    from clusters_cli.registry import AuditPart

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
@grouped
def audit_registry(
    context: typer.Context,
    only: Annotated[
        list[str] | None,
        typer.Option(
            "--only",
            metavar="claims|missing|disputed|stale",
            help=_("Show this part only; repeatable."),
            autocompletion=completion.parts,
        ),
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help=_("Exit 1 when nothing explains the difference of a claim."))
    ] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help=_("Show how each printed number is worked out again."))
    ] = False,
    as_of: AsOfOption = None,
    older_than: Annotated[int, typer.Option(metavar="DAYS", min=0, help=_("Days after which a check is old."))] = 365,
    *,
    shared: SharedOptions,
) -> Answer:
    """What the sources contradict: printed totals worked out again, missing values, disputes, old checks.

    The claims are data, in claims.yaml of the registry: a new one needs no code.

    \b
    clusters audit
    clusters audit --only claims --check
    clusters audit --only claims --explain
    clusters audit --only stale --as-of 2027-01-01 --older-than 180
    """
    from clusters_cli.commands.audit.view import audit_report
    from clusters_cli.commands.shared.law_notes import with_replacements
    from clusters_cli.registry import AuditPart, audit_of

    parts = typed_words.words(AuditPart, only, "--only")
    _refuse_idle(typed(context), parts)
    opened = shared.opened()
    asked = asked_day(as_of)
    found = audit_of(opened, asked, older_than)
    report = replace(audit_report(found, parts or tuple(AuditPart), check=check, explain=explain), as_of=asked)
    if AuditPart.STALE in (parts or tuple(AuditPart)):
        report = with_replacements(report, opened.replacements)
    return Answer(report, shared.written)


def _refuse_idle(given: tuple[str, ...], only: "tuple[AuditPart, ...]") -> None:
    """Refuse an option that looks at a part which is not shown."""
    from clusters_cli.registry import AuditPart

    for option, part in (
        ("--as-of", AuditPart.STALE),
        ("--older-than", AuditPart.STALE),
        ("--check", AuditPart.CLAIMS),
        ("--explain", AuditPart.CLAIMS),
    ):
        if option in given and only and part not in only:
            hint = Text("add --only {part}, or leave it out", part=part.value)
            refuse_idle(option, Text("--only leaves out the part {part}", part=part.value), hint)
