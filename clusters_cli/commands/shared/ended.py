"""What was merged or dissolved, as lists mark it and totals of the present leave it out."""

from collections.abc import Collection, Iterator
from typing import assert_never

from clusters_cli.foundations.text import Dated, Listed, Text, Value, labelled
from clusters_cli.registry import End
from clusters_cli.registry.models import EndKind


def marked(name: str, end: End | None) -> Value:
    """Return the name of an organisation, marked where it was merged or dissolved."""
    if end is None:
        return name
    year = end.on[:4] if end.on else None
    match end.how:
        case EndKind.MERGED:
            known = Text("{name} (merged in {year})", name=name, year=year or "")
            return known if year else Text("{name} (merged)", name=name)
        case EndKind.DISSOLVED:
            known = Text("{name} (dissolved in {year})", name=name, year=year or "")
            return known if year else Text("{name} (dissolved)", name=name)
        case _:
            assert_never(end.how)


def end_sentence(end: End) -> Text:
    """Return how an organisation ended, when and what came after it, as a sentence."""
    what = labelled(end.how, Dated(end.on)) if end.on else end.how
    followed = Listed(end.successors)
    return (
        Text("Ended ({what}), followed by {names}.", what=what, names=followed)
        if end.successors
        else Text("Ended ({what}).", what=what)
    )


def left_out(names: Collection[Value]) -> Iterator[Text]:
    """Yield whom totals leave out because they were merged or dissolved, if anybody."""
    if names:
        yield Text("Left out of the totals, unless --with-ended asks for them: {names}.", names=Listed(tuple(names)))
