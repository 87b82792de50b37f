"""Paths through the data of a file: how they are written, and what they lead through."""

from collections.abc import Mapping
from typing import Any

from clusters_cli.foundations.places import DataPath
from clusters_cli.foundations.reading.refusals import clipped
from clusters_cli.foundations.text import Listed, Text

_ENTITIES: Mapping[str, Text] = {
    "aliases": Text("alias {mark}"),
    "claims": Text("claim {mark}"),
    "clusters": Text("cluster {mark}"),
    "criteria": Text("criterion {mark}"),
    "domains": Text("domain {mark}"),
    "figures": Text("figures {mark}"),
    "obstacles": Text("obstacle {mark}"),
    "phases": Text("phase {mark}"),
    "places": Text("place {mark}"),
    "poles": Text("pole {mark}"),
    "programmes": Text("programme {mark}"),
    "recommendations": Text("recommendation {mark}"),
    "schemes": Text("scheme {mark}"),
    "signs": Text("sign {mark}"),
    "sources": Text("source {mark}"),
    "vocations": Text("vocation {mark}"),
}
"""What an item of a list is called with its id or its year, by the key of the list."""


def dotted(path: DataPath) -> str:
    """Write a path as ``clusters[0].figures[1].budget``."""
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{clipped(step)}" for step in path)
    return text.removeprefix(".")


def in_data(data: Any, loc: DataPath) -> DataPath:  # noqa: ANN401  (YAML, not checked yet)
    """Drop from a Pydantic location the steps that name a type, not a place in the data."""
    path: list[str | int] = []
    for index, step in enumerate(loc):
        last = index == len(loc) - 1
        if isinstance(data, dict) and (step in data or last):
            data = data.get(step)
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
        else:
            continue
        path.append(step)
    return tuple(path)


def entity_name(data: Any, path: DataPath) -> Listed | None:  # noqa: ANN401  (YAML, not checked yet)
    """Name what a path leads through, such as ``cluster aerocentre, figures 2021``; ``None`` if nothing has a name."""
    names = []
    for here, step in enumerate(path):
        holder = data
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            break
        if isinstance(holder, list) and here and isinstance(data, dict):
            mark = data.get("id") or data.get("year")
            if isinstance(mark, str) and mark:
                names.append(_entity(str(path[here - 1]), clipped(mark)))
    return Listed(tuple(names)) if names else None


def _entity(kind: str, mark: str) -> Text:
    if kind in _ENTITIES:
        return _ENTITIES[kind].given(mark=mark)
    return Text("{kind} {mark}", kind=clipped(kind.removesuffix("s")), mark=mark)
