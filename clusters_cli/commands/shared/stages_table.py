"""The stages of fragility at which classes stand, as a table and its notes."""

from collections.abc import Iterator, Sequence

from clusters_cli.foundations.text import Listed, Text, Value, bracketed, in_a_row, labelled
from clusters_cli.maturity import StageOfClass
from clusters_cli.presentation.data import record
from clusters_cli.presentation.report import Column, Table
from clusters_cli.registry.models import Sourced


def stages_table(stages: Sequence[StageOfClass], *, told: bool = True) -> Table:
    """Return at which stage each class stands, and what is recommended for it.

    Args:
        stages: the stages.
        told: whether it is told too what is fragile then.
    """
    columns = (
        Column("maturity", Text("Maturity")),
        Column("number", ""),
        Column("name", Text("Stage")),
        *((Column("text", Text("What is fragile then")),) if told else ()),
        Column("answers", Text("Recommendation")),
        Column("source", Text("Source"), minor=True),
        Column("locator", Text("Where"), minor=True),
    )
    rows = [
        {
            **record(one),
            "answers": in_a_row(Listed((answer.number, answer.title)) for answer in one.answers),
            "source": one.stage.source,
            "locator": one.stage.locator or "",
        }
        for one in stages
    ]
    return Table.of("stages", columns, rows, title=Text("Stages of fragility"))


def stage_notes(stages: Sequence[StageOfClass]) -> Iterator[Value]:
    """Yield who says which class stands at a stage, what is recommended for it, and who names it too."""
    for one in stages:
        of_class = [stated for stated in one.stage.maturity if stated.value is one.maturity]
        told: tuple[Sourced, ...] = (*of_class, *one.stage.answered_by, *one.stage.also)
        yield labelled(bracketed(one.stage.name, one.maturity), in_a_row(dict.fromkeys(map(_told, told))))


def _told(stated: Sourced) -> Value:
    return labelled(stated.citation, stated.note) if stated.note else stated.citation
