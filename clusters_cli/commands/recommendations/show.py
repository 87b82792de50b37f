"""The report of ``clusters recommendations show``."""

from collections.abc import Iterator
from typing import Any

from clusters_cli.commands.shared.opinions import opinion_table
from clusters_cli.commands.shared.origins import (
    fact_table,
    notes_on,
    origin_cells,
    origin_columns,
    topic_of,
    unknown_table,
)
from clusters_cli.commands.shared.proposals import STANDS_FOR_IT, lettered, proposal_cells, proposal_columns
from clusters_cli.foundations.text import Listed, Text, Value, bracketed, labelled
from clusters_cli.presentation.data import record
from clusters_cli.presentation.report import Cell, Column, Kind, Report, Table
from clusters_cli.registry import Advice, Registry
from clusters_cli.registry.models import Opinion, Recommendation, Sourced

_ALL = Text("all recommendations")


def recommendation_report(advice: Advice, registry: Registry) -> Report:
    """Build the report of one recommendation, or of the one of its proposals that was asked for."""
    whole = advice.recommendation
    tables = (
        fact_table(_facts(whole, registry)),
        _proposal_table(whole, registry),
        _obstacle_table(advice),
        _answer_table(whole, registry),
        _follow_up_table(whole),
        opinion_table(_opinions(advice)),
        _also_table(whole),
        unknown_table(whole.unknown),
    )
    return Report(
        command="recommendations show",
        data=advice,
        text=labelled(Text("Recommendation {number}", number=whole.number), bracketed(whole.title, whole.id)),
        tables=tuple(table for table in tables if table.rows),
        export=_export(advice),
        notes=(STANDS_FOR_IT, *notes_on(_statements(advice))),
    )


def _facts(whole: Recommendation, registry: Registry) -> Iterator[tuple[Value, Cell, Sourced]]:
    if whole.question:
        yield Text("question"), whole.question, whole
    if whole.actors:
        yield Text("actors"), Listed(whole.actors), whole
    if whole.expenses:
        yield Text("type of expense"), Listed(whole.expenses), whole
    yield Text("answers"), lettered(whole.answers, registry), whole
    yield from ((topic_of(one, registry), one.text, one) for one in whole.remarks)


def _proposal_table(whole: Recommendation, registry: Registry) -> Table:
    columns = (*proposal_columns(), *origin_columns())
    rows = [{**proposal_cells(one, whole, registry), **origin_cells(one)} for one in whole.proposals]
    return Table.of("proposals", columns, rows, title=Text("Proposals"))


def _obstacle_table(advice: Advice) -> Table:
    columns = (Column("letter", ""), Column("title", Text("Obstacle")), Column("text", Text("What it is")))
    return Table.of("obstacles", columns, [record(one) for one in advice.obstacles], title=Text("Obstacles it answers"))


def _answer_table(whole: Recommendation, registry: Registry) -> Table:
    columns = (
        Column("number", ""),
        Column("answers", Text("Answers")),
        Column("words", Text("In its words")),
        *origin_columns(),
    )
    rows: list[dict[str, Cell]] = [
        {
            "number": proposal.number,
            "answers": lettered((one.value,), registry),
            "words": one.note or "",
            **origin_cells(one),
        }
        for proposal in whole.proposals
        for one in proposal.answers
    ]
    return Table.of("answers", columns, rows, title=Text("What proposals answer in their own words"))


def _follow_up_table(whole: Recommendation) -> Table:
    columns = (
        Column("number", ""),
        Column("state", Text("What became of it")),
        Column("date", Text("Date"), Kind.DATE),
        Column("text", Text("What is said")),
        *origin_columns(),
    )
    rows: list[dict[str, Cell]] = [
        {
            "number": proposal.number,
            "state": told.state,
            "date": told.date or "",
            "text": told.text or "",
            **origin_cells(told),
        }
        for proposal in whole.proposals
        for told in proposal.follow_up
    ]
    return Table.of("follow_up", columns, rows, title=Text("What became of the proposals"))


def _opinions(advice: Advice) -> Iterator[tuple[Value, Opinion]]:
    """Yield opinions with what each is on: the proposal, the recommendation, all of them."""
    for proposal in advice.recommendation.proposals:
        yield from ((proposal.number, one) for one in proposal.opinions)
    yield from ((advice.recommendation.number, one) for one in advice.recommendation.opinions)
    yield from ((_ALL, one) for one in advice.opinions_of_all)


def _also_table(whole: Recommendation) -> Table:
    columns = (Column("on", Text("On what")), *origin_columns())
    rows = [{"on": on, **origin_cells(one)} for on, one in _also(whole)]
    return Table.of("also", columns, rows, title=Text("Also in other sources"))


def _also(whole: Recommendation) -> Iterator[tuple[str, Sourced]]:
    yield from ((whole.number, one) for one in whole.also)
    yield from ((proposal.number, one) for proposal in whole.proposals for one in proposal.also)


def _statements(advice: Advice) -> Iterator[tuple[Value, Sourced]]:
    """Yield every statement that may have a note, with what it is about."""
    whole = advice.recommendation
    yield whole.number, whole
    for proposal in whole.proposals:
        yield proposal.number, proposal
        yield from ((proposal.number, one) for one in proposal.follow_up)
    yield from _also(whole)
    yield from _opinions(advice)
    yield from ((whole.number, one) for one in (*whole.remarks, *whole.unknown))


def _export(advice: Advice) -> Table:
    whole = advice.recommendation
    records = [
        *(_record("proposal", one.number, one, value=one.text) for one in whole.proposals),
        *(
            _record("follow_up", proposal.number, one, value=one.text, state=one.state, date=one.date)
            for proposal in whole.proposals
            for one in proposal.follow_up
        ),
        *(
            _record("opinion", "all" if of is _ALL else of, one, value=one.text, state=one.stance, by=one.by)
            for of, one in _opinions(advice)
        ),
    ]
    keys = ("field", "of", "by", "state", "date", "value", "source", "locator", "confidence", "as_of", "note")
    return Table.keyed("statements", keys, records)


def _record(field: str, of: Value, stated: Sourced, **more: Cell) -> dict[str, Any]:
    return {**record(stated), "field": field, "of": of, **more}
