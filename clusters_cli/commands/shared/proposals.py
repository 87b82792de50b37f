"""Proposals as lines of a table, and the obstacles by the letters that people know them by."""

from collections.abc import Mapping, Sequence

from clusters_cli.foundations.fields import Identifier
from clusters_cli.foundations.text import Dated, Listed, Text, Value, bracketed
from clusters_cli.presentation.data import record
from clusters_cli.presentation.report import Cell, Column
from clusters_cli.registry import Registry, latest_follow_up, obstacles_of
from clusters_cli.registry.models import Proposal, Recommendation

STANDS_FOR_IT = Text("Where the words of a proposal name no obstacle, those of its recommendation stand for it.")


def letters(registry: Registry) -> Mapping[Identifier, str]:
    """Return the letter of each obstacle by its id."""
    return {obstacle.id: obstacle.letter for obstacle in registry.obstacles.obstacles}


def lettered(obstacles: Sequence[Identifier], registry: Registry) -> Listed:
    """Return obstacles as people name them, by their letters."""
    known = letters(registry)
    return Listed(tuple(known[name] for name in obstacles if name in known))


def proposal_columns() -> tuple[Column, ...]:
    """Return the columns that ``proposal_cells`` fills."""
    return (
        Column("number", ""),
        Column("text", Text("Proposal")),
        Column("answers", Text("Answers")),
        Column("follow_up", Text("What became of it")),
    )


def proposal_cells(proposal: Proposal, recommendation: Recommendation, registry: Registry) -> dict[str, Cell]:
    """Return a proposal, the obstacles it answers and what became of it; unknown where no source tells."""
    return {
        **record(proposal),
        "answers": lettered(obstacles_of(proposal, recommendation), registry),
        "follow_up": _state(proposal),
    }


def _state(proposal: Proposal) -> Value | None:
    told = latest_follow_up(proposal)
    if told is None:
        return None
    return bracketed(told.state.text, Dated(told.date)) if told.date else told.state.text
