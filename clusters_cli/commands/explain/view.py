"""The reports of ``clusters explain``."""

from collections.abc import Sequence
from textwrap import indent

from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.text import Joined, Locator, Text, Value, labelled
from clusters_cli.presentation.data import record
from clusters_cli.presentation.report import Column, Report, Table


def explain_report(explanations: Sequence[Explanation]) -> Report:
    """Build the report of some codes: one paragraph each."""
    return Report(
        command="explain",
        data={"codes": explanations},
        export=_table(explanations),
        text=Joined(tuple(part for explanation in explanations for part in _paragraphs(explanation)), "\n\n"),
    )


def codes_report(explanations: Sequence[Explanation]) -> Report:
    """Build the report of all codes: one line each."""
    table = _table(explanations)
    return Report(
        command="explain",
        data={"codes": explanations},
        tables=(Table(table.name, table.columns[:2], tuple(row[:2] for row in table.rows)),),
        export=table,
        notes=(Text("clusters explain CODE tells what a code means and what to do."),),
    )


def _table(explanations: Sequence[Explanation]) -> Table:
    columns = (
        Column("code", Text("Code")),
        Column("title", Text("What it is about")),
        Column("meaning", Text("Meaning")),
        Column("remedy", Text("What to do")),
        Column("example", Text("Example")),
        Column("reference", Text("Reference")),
    )
    return Table.of("codes", columns, [record(explanation) for explanation in explanations])


def _paragraphs(explanation: Explanation) -> list[Value]:
    parts: list[Value] = [
        labelled(explanation.code, explanation.title),
        explanation.meaning,
        Text("What to do: {remedy}", remedy=explanation.remedy),
    ]
    if explanation.reference:
        parts.append(Text("Reference: {reference}", reference=Locator(explanation.reference)))
    if explanation.example:
        parts.append(Joined((Text("Example:"), indent(explanation.example, "    ")), "\n"))
    return parts
