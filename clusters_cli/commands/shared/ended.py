"""What was merged or dissolved, as lists mark it and totals of the present leave it out."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, assert_never

from clusters_cli.foundations.text import Dated, Listed, Text, Value, labelled
from clusters_cli.presentation.data import record
from clusters_cli.registry import End
from clusters_cli.registry.models import EndKind

if TYPE_CHECKING:
    from clusters_cli.registry.models import Organisation

MarkedNames = Mapping[str, Value]
"""What organisations are called, by id; one that was merged or dissolved by the day asked is marked."""


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


def marked_names(organisations: "Iterable[Organisation]", ends: Mapping[str, End]) -> MarkedNames:
    """Return what organisations are called, by id, those marked that ended."""
    return {one.id: marked(one.name, ends.get(one.id)) for one in organisations}


def end_fields(end: End | None) -> dict[str, Any]:
    """Return what data tell of an organisation's end: how, when, and the names of what came after it; else nulls."""
    return record(end) if end else {"ended": None, "ended_on": None, "successors": None}


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
    """Yield who is left out of what is added up because it was merged or dissolved, if anybody."""
    if names:
        yield Text(
            "Not counted, since merged or dissolved (--with-ended counts them): {names}.", names=Listed(tuple(names))
        )
