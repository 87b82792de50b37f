"""What a command says of the old figures that its answer rests on: one sentence, however many clusters there are."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from clusters_cli.foundations.text import Text, Value, counted, in_a_row
from clusters_cli.registry import OLD_AFTER_YEARS, figure_age, is_old, label_of


class FigureInUse(NamedTuple):
    """A yearly figure on which an answer rests.

    Attributes:
        owner: name of the cluster that it is of.
        name: name of the figure, such as ``budget``, or what is not a figure of the registry in words.
        year: the year it is of.
    """

    owner: str
    name: str | Text
    year: int


def old_figure_notes(used: Iterable[FigureInUse], day: date) -> tuple[Text, ...]:
    """Say which of the figures that an answer rests on are old on a day, and how old; nothing where none is.

    Args:
        used: the figures; one that is named twice counts once.
        day: the day asked.
    """
    figures = dict.fromkeys(used)
    owners: dict[tuple[str | Text, int], list[str]] = {}
    for figure in figures:
        if is_old(figure.year, day):
            owners.setdefault((figure.name, figure.year), []).append(figure.owner)
    if not owners:
        return ()
    one = len({figure.owner for figure in figures}) == 1
    told = (
        _aged(name, year, day) if one else _of(_aged(name, year, day), whose) for (name, year), whose in owners.items()
    )
    message = Text("Figures more than {limit} years old on {day}: {figures}.")
    return (message.given(limit=OLD_AFTER_YEARS, day=day, figures=in_a_row(told)),)


def _aged(name: str | Text, year: int, day: date) -> Text:
    return counted(
        "{figure} of {year}, {count} year ago",
        "{figure} of {year}, {count} years ago",
        figure_age(year, day),
        figure=(label_of(name) or name) if isinstance(name, str) else name,
        year=year,
    )


def _of(aged: Text, owners: list[str]) -> Value:
    if len(owners) == 1:
        return Text("{aged}, for {cluster}", aged=aged, cluster=owners[0])
    return Text("{aged}, for {count} clusters", aged=aged, count=len(owners))
