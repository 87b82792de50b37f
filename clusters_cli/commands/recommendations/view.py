"""The report of ``clusters recommendations list``."""

from collections.abc import Iterator, Sequence

from clusters_cli.commands.shared.origins import notes_on, origin_cells, origin_columns
from clusters_cli.commands.shared.proposals import STANDS_FOR_IT, lettered, letters, proposal_cells, proposal_columns
from clusters_cli.foundations.text import Count, Text, Value, bracketed, counted
from clusters_cli.presentation.data import record
from clusters_cli.presentation.report import Cell, Column, Kind, Report, Table
from clusters_cli.registry import Registry, latest_follow_up, obstacles_of
from clusters_cli.registry.models import Proposal, Recommendation, Sourced, Stage


def recommendations_report(registry: Registry) -> Report:
    """Build the list of recommendations and of their proposals."""
    recommendations = registry.obstacles.recommendations
    return Report(
        command="recommendations list",
        data={"recommendations": recommendations},
        text=_heading(recommendations),
        tables=(
            _recommendation_table(recommendations, registry),
            _proposal_table(recommendations, registry),
            *([_stage_table(registry)] if registry.obstacles.stages else []),
        ),
        export=_export(recommendations, registry),
        notes=(*((STANDS_FOR_IT,) if recommendations else ()), *notes_on(_stage_notes(registry))),
    )


def _heading(recommendations: Sequence[Recommendation]) -> Text:
    proposals = [proposal for whole in recommendations for proposal in whole.proposals]
    followed = sum(1 for proposal in proposals if proposal.follow_up)
    known = counted("{count} recommendation", "{count} recommendations", len(recommendations))
    made = counted("{count} proposal", "{count} proposals", len(proposals))
    if not followed:
        return Text(
            "{recommendations}, {proposals}: no source tells what became of them", recommendations=known, proposals=made
        )
    return Text(
        "{recommendations}, {proposals}: sources tell what became of {count} of them",
        recommendations=known,
        proposals=made,
        count=Count(followed),
    )


def _recommendation_table(recommendations: Sequence[Recommendation], registry: Registry) -> Table:
    columns = (
        Column("number", ""),
        Column("title", Text("Recommendation")),
        Column("question", Text("Question"), minor=True),
        Column("answers", Text("Answers")),
        Column("proposals", Text("Proposals"), Kind.COUNT),
    )
    rows = [
        {
            **record(whole),
            "question": whole.question or "",
            "answers": lettered(whole.answers, registry),
            "proposals": len(whole.proposals),
        }
        for whole in recommendations
    ]
    return Table.of("recommendations", columns, rows)


def _proposal_table(recommendations: Sequence[Recommendation], registry: Registry) -> Table:
    rows = [proposal_cells(one, whole, registry) for whole in recommendations for one in whole.proposals]
    return Table.of("proposals", proposal_columns(), rows, title=Text("Proposals"))


def _stage_table(registry: Registry) -> Table:
    """Return the moments at which clusters are fragile, statement by statement."""
    columns = (
        Column("number", ""),
        Column("stage", Text("Stage")),
        Column("field", Text("Fact")),
        Column("value", Text("Value")),
        *origin_columns(),
    )
    rows: list[dict[str, Cell]] = [
        {"number": stage.number, "stage": stage.name, "field": about, "value": value, **origin_cells(one)}
        for stage in registry.obstacles.stages
        for about, value, one in _of_a_stage(stage, registry)
    ]
    return Table.of("stages", columns, rows, title=Text("Stages of fragility"))


def _of_a_stage(stage: Stage, registry: Registry) -> Iterator[tuple[Value, Cell, Sourced]]:
    named = {whole.id: Text("recommendation {mark}", mark=whole.number) for whole in registry.obstacles.recommendations}
    yield Text("what it is"), bracketed(stage.text, stage.id), stage
    yield from ((Text("class"), one.value, one) for one in stage.maturity)
    yield from ((Text("answered by"), named[one.value], one) for one in stage.answered_by)
    yield from ((Text("also named by"), "", one) for one in stage.also)


def _stage_notes(registry: Registry) -> Iterator[tuple[Value, Sourced]]:
    for stage in registry.obstacles.stages:
        yield from ((stage.name, one) for _about, _value, one in _of_a_stage(stage, registry))


def _export(recommendations: Sequence[Recommendation], registry: Registry) -> Table:
    known = letters(registry)
    records = [
        {
            "recommendation": whole.number,
            "number": one.number,
            "text": one.text,
            "answers": " ".join(known[name] for name in obstacles_of(one, whole) if name in known),
            **_follow_up_cells(one),
        }
        for whole in recommendations
        for one in whole.proposals
    ]
    keys = ("recommendation", "number", "text", "answers", "follow_up", "date", "source", "locator")
    return Table.keyed("proposals", keys, records)


def _follow_up_cells(proposal: Proposal) -> dict[str, Cell]:
    told = latest_follow_up(proposal)
    return {**record(told), "follow_up": told.state} if told else {"follow_up": None}
