"""Where the values and keys of a YAML text stand: found for many at once, in a pass that ends with the last of them."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

import yaml

DataPath = tuple[str | int, ...]
"""Keys and list indices from the top of a document to a value."""


class PlaceInText(NamedTuple):
    """Line and column of a value and of its key, from 1; an item of a list is its own key."""

    value: tuple[int, int]
    key: tuple[int, int]


class _Wanted:
    """A value whose place is wanted, or that holds one."""

    __slots__ = ("below", "path")

    def __init__(self, path: DataPath) -> None:
        self.path = path
        self.below: dict[str | int, _Wanted] = {}


def places(next_event: Callable[[], Any], wanted: Iterable[DataPath]) -> dict[DataPath, PlaceInText]:
    """Return the places of values and of all that hold them.

    Args:
        next_event: gives the events of the text, one after the other.
        wanted: paths of values that exist.
    """
    top, count = _tree(wanted)
    found: dict[DataPath, PlaceInText] = {}
    open_: list[tuple[_Wanted | None, bool, int]] = []
    here: _Wanted | None = top
    is_list, step = True, 0
    key: tuple[str, tuple[int, int]] | None = None
    while len(found) < count:
        event = next_event()
        kind = type(event)
        if kind in (yaml.MappingEndEvent, yaml.SequenceEndEvent):
            here, is_list, step = open_.pop()
            key = None
        elif kind in (yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent, yaml.AliasEvent):
            mark = (event.start_mark.line + 1, event.start_mark.column + 1)
            if not is_list and key is None:
                key = (event.value, mark) if kind is yaml.ScalarEvent else ("", mark)
                continue
            inner = here.below.get(step if key is None else key[0]) if here is not None else None
            if inner is not None:
                found.setdefault(inner.path, PlaceInText(mark, key[1] if key else mark))
            step, key = step + 1, None
            if kind in (yaml.MappingStartEvent, yaml.SequenceStartEvent):
                open_.append((here, is_list, step))
                here, is_list, step = inner, kind is yaml.SequenceStartEvent, 0
        elif kind is yaml.StreamEndEvent:
            break
    return found


def _tree(wanted: Iterable[DataPath]) -> tuple[_Wanted, int]:
    """Return the paths as a tree below the text, and how many values it holds; the top of the data is its item 0."""
    text, count = _Wanted(()), 1
    top = text.below[0] = _Wanted(())
    for path in wanted:
        node = top
        for depth, step in enumerate(path, 1):
            if step not in node.below:
                node.below[step] = _Wanted(path[:depth])
                count += 1
            node = node.below[step]
    return text, count


def existing(data: Any, path: DataPath) -> DataPath:  # noqa: ANN401  (YAML, not checked yet)
    """Return the path of a value, or of its nearest ancestor that exists."""
    for depth, step in enumerate(path):
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return path[:depth]
    return path


def all_paths(data: Any) -> Iterator[DataPath]:  # noqa: ANN401  (YAML, not checked yet)
    """Yield the paths of all values."""
    pending: list[tuple[DataPath, Any]] = [((), data)]
    while pending:
        path, holder = pending.pop()
        yield path
        steps = holder.items() if isinstance(holder, dict) else enumerate(holder) if isinstance(holder, list) else ()
        pending.extend(((*path, step), inner) for step, inner in steps)
