"""The leaves of a registry's files: the scalars, each with its way from the top of its file."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from clusters_cli.foundations.fields import LOCATOR_WORDS
from clusters_cli.foundations.strict_yaml import read_yaml
from clusters_cli.registry.loading import FILES, Registry, load_registry
from clusters_cli.registry.models.sources import SourcesFile

Way = tuple[str | int, ...]


@dataclass(frozen=True)
class Leaf:
    """A scalar of a file.

    Attributes:
        file: the name of the file.
        way: the keys and places in lists that lead to it.
        written: what stands there.
    """

    file: str
    way: Way
    written: str

    @property
    def kind(self) -> str:
        """What it is, whatever entry it belongs to: ``clusters.yaml.clusters.seat.value``."""
        return ".".join([self.file, *(step for step in self.way if isinstance(step, str))])

    @property
    def key(self) -> str:
        """The last key that leads to it."""
        return next(step for step in reversed(self.way) if isinstance(step, str))

    @property
    def section(self) -> str:
        """The key at the top of the file."""
        return str(self.way[0])


@dataclass(frozen=True)
class Files:
    """The files of a registry as they are written, before any model.

    Attributes:
        folder: where they stand.
        data: what each holds, by its name.
    """

    folder: Path
    data: Mapping[str, Any]

    @classmethod
    def of(cls, folder: Path) -> "Files":
        """Read the files of a folder."""
        return cls(folder, {name: read_yaml(folder / name).data for name in FILES if (folder / name).exists()})

    @cached_property
    def registry(self) -> Registry:
        """The registry that they make."""
        return load_registry(self.folder)

    @cached_property
    def leaves(self) -> tuple[Leaf, ...]:
        """Every leaf of every file."""
        return tuple(Leaf(file, way, written) for file, held in self.data.items() for way, written in scalars(held))

    def with_changes(self, changes: Mapping[Leaf, str]) -> Registry:
        """Return the registry with leaves that hold something else.

        Raises:
            ValueError: it is not valid, or means the same.
        """
        data: dict[str, Any] = {}
        for leaf, written in changes.items():
            data[leaf.file] = replaced(data.get(leaf.file, self.data[leaf.file]), leaf.way, written)
        words = any(leaf.section == "locator_words" for leaf in changes)
        parts = self._built({**self.data, **data} if words else data, data.get("sources.yaml"))
        if all(getattr(self.registry, name) == part for name, part in parts.items()) and not words:
            raise ValueError("it means the same")
        changed: Registry = replace(self.registry, **parts)
        return changed

    def _built(self, data: Mapping[str, Any], sources: Any) -> dict[str, Any]:
        """Return the models of files, whose locators are worded as the sources say."""
        read = self.registry.sources if sources is None else SourcesFile.model_validate(sources)
        context = {LOCATOR_WORDS: {phrase.id: phrase.name for phrase in read.locator_words}}
        return {
            file.removesuffix(".yaml"): FILES[file].model_validate(held, context=context) for file, held in data.items()
        }

    def at(self, file: str, way: Way) -> Any:
        """Return what stands at a place of a file."""
        return at(self.data[file], way)


def at(held: Any, way: Way) -> Any:
    """Return what stands at a place of a tree."""
    for step in way:
        held = held[step]
    return held


def replaced(held: Any, way: Way, written: str) -> Any:
    """Return a tree with something else at a place; what does not lead to it is shared with the tree."""
    if not way:
        return written
    copy: Any = dict(held) if isinstance(held, dict) else list(held)
    copy[way[0]] = replaced(held[way[0]], way[1:], written)
    return copy


def scalars(held: Any, way: Way = ()) -> Iterator[tuple[Way, str]]:
    """Yield the scalars of a tree with the way to each."""
    if isinstance(held, dict):
        for key, inner in held.items():
            yield from scalars(inner, (*way, key))
    elif isinstance(held, list):
        for place, inner in enumerate(held):
            yield from scalars(inner, (*way, place))
    else:
        yield way, str(held)
