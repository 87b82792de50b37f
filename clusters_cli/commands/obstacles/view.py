"""The reports of ``clusters obstacles``."""

from collections.abc import Iterator

from clusters_cli.commands.shared.opinions import opinion_table
from clusters_cli.commands.shared.origins import fact_table, notes_on, topic_of
from clusters_cli.commands.shared.proposals import proposal_cells, proposal_columns
from clusters_cli.foundations.text import Listed, Text, Value, bracketed, labelled
from clusters_cli.presentation.data import record
from clusters_cli.presentation.report import Cell, Column, Report, Table
from clusters_cli.registry import AnsweredObstacle, Registry, answered_obstacle
from clusters_cli.registry.models import Obstacle, Sourced


def obstacles_report(registry: Registry) -> Report:
    """Build the list of obstacles with their texts."""
    obstacles = [answered_obstacle(obstacle, registry) for obstacle in registry.obstacles.obstacles]
    columns = (
        Column("letter", ""),
        Column("title", Text("Obstacle")),
        Column("text", Text("What it is")),
        Column("answered_by", Text("Answered by")),
    )
    rows: list[dict[str, Cell]] = [
        {
            **record(one.obstacle),
            "answered_by": Listed(tuple(whole.number for whole in one.recommendations)),
        }
        for one in obstacles
    ]
    return Report(
        command="obstacles list",
        data={"obstacles": registry.obstacles.obstacles},
        tables=(Table.of("obstacles", columns, rows),),
        export=_export(registry),
    )


def _export(registry: Registry) -> Table:
    keys = ("id", "letter", "title", "text", "source", "locator", "confidence", "as_of", "note")
    return Table.keyed("obstacles", keys, [record(one) for one in registry.obstacles.obstacles])


def obstacle_report(answered: AnsweredObstacle, registry: Registry) -> Report:
    """Build the report of one obstacle."""
    obstacle = answered.obstacle
    tables = (
        fact_table(_facts(obstacle, registry)),
        opinion_table((obstacle.letter, one) for one in obstacle.opinions),
        _proposal_table(answered, registry),
    )
    return Report(
        command="obstacles show",
        data=answered,
        text=labelled(Text("Obstacle {letter}", letter=obstacle.letter), bracketed(obstacle.title, obstacle.id)),
        tables=tuple(table for table in tables if table.rows),
        export=_statement_export(answered),
        notes=notes_on(_statements(obstacle)),
    )


def _statement_export(answered: AnsweredObstacle) -> Table:
    """Return what is stated of one obstacle, a statement a row."""
    obstacle = answered.obstacle
    records: list[dict[str, Cell]] = [
        {**record(obstacle), "field": "text", "of": obstacle.letter, "value": obstacle.text},
        *({**record(one), "field": "also", "of": obstacle.letter} for one in obstacle.also),
        *(
            {**record(one), "field": "opinion", "of": obstacle.letter, "state": one.stance, "value": one.text}
            for one in obstacle.opinions
        ),
        *({**record(one), "field": "remark", "of": one.topic, "value": one.text} for one in obstacle.remarks),
        *(
            {**record(one), "field": "proposal", "of": one.number, "value": one.text}
            for whole in answered.recommendations
            for one in whole.proposals
        ),
    ]
    keys = ("field", "of", "by", "state", "value", "source", "locator", "confidence", "as_of", "note")
    return Table.keyed("statements", keys, records)


def _facts(obstacle: Obstacle, registry: Registry) -> Iterator[tuple[Value, Cell, Sourced]]:
    yield Text("what it is"), obstacle.text, obstacle
    yield from ((Text("also named by"), "", one) for one in obstacle.also)
    yield from ((topic_of(one, registry), one.text, one) for one in obstacle.remarks)


def _proposal_table(answered: AnsweredObstacle, registry: Registry) -> Table:
    rows = [proposal_cells(one, whole, registry) for whole in answered.recommendations for one in whole.proposals]
    return Table.of("proposals", proposal_columns(), rows, title=Text("Proposals that answer it"))


def _statements(obstacle: Obstacle) -> Iterator[tuple[Value, Sourced]]:
    statements = (obstacle, *obstacle.also, *obstacle.opinions, *obstacle.remarks)
    yield from ((obstacle.letter, one) for one in statements)
