"""The reports of ``clusters explain``."""

from collections.abc import Sequence
from textwrap import indent
from typing import Any

from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.text import Locator
from clusters_cli.presentation.data import sentence_data
from clusters_cli.presentation.messages import _, labelled, spoken
from clusters_cli.presentation.report import Column, Report, Table


def explain_report(explanations: Sequence[Explanation]) -> Report:
    """Build the report of some codes: one paragraph each."""
    return Report(
        command="explain",
        data={"codes": [_data(explanation) for explanation in explanations]},
        export=_table(explanations),
        text="\n\n".join(_paragraphs(explanation) for explanation in explanations),
    )


def codes_report(explanations: Sequence[Explanation]) -> Report:
    """Build the report of all codes: one line each."""
    table = _table(explanations)
    return Report(
        command="explain",
        data={"codes": [_data(explanation) for explanation in explanations]},
        tables=(Table(table.name, table.columns[:2], tuple(row[:2] for row in table.rows)),),
        export=table,
        notes=(_("clusters explain CODE tells what a code means and what to do."),),
    )


def _table(explanations: Sequence[Explanation]) -> Table:
    columns = (
        Column("code", _("Code")),
        Column("title", _("What it is about")),
        Column("meaning", _("Meaning")),
        Column("remedy", _("What to do")),
        Column("example", _("Example")),
        Column("reference", _("Reference")),
    )
    return Table.of("codes", columns, [_record(explanation) for explanation in explanations])


def _record(explanation: Explanation) -> dict[str, str | None]:
    return {
        "code": explanation.code,
        "title": spoken(explanation.title),
        "meaning": spoken(explanation.meaning),
        "remedy": spoken(explanation.remedy),
        "example": explanation.example or None,
        "reference": explanation.reference or None,
    }


def _data(explanation: Explanation) -> dict[str, Any]:
    sentences = {name: sentence_data(getattr(explanation, name)) for name in ("title", "meaning", "remedy")}
    return {**_record(explanation), **sentences}


def _paragraphs(explanation: Explanation) -> str:
    parts = [
        labelled(explanation.code, spoken(explanation.title)),
        spoken(explanation.meaning),
        _("What to do: {remedy}").format(remedy=spoken(explanation.remedy)),
    ]
    if explanation.reference:
        parts.append(_("Reference: {reference}").format(reference=spoken(Locator(explanation.reference))))
    if explanation.example:
        parts.append(_("Example:") + "\n" + indent(explanation.example, "    "))
    return "\n\n".join(parts)
