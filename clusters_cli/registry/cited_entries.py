"""What rests on a source: the entries of which it states something, and how often."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from clusters_cli.registry.loading import FILES, Registry
from clusters_cli.registry.models.base import Identifier, Model, Sourced


@dataclass(frozen=True, slots=True)
class Cited:
    """An entry of which a source states something.

    Attributes:
        file: the file that holds it.
        section: the section of the file.
        entry: its id; ``None`` for a statement that belongs to none.
        statements: how many it is.
    """

    file: str
    section: str
    entry: Identifier | None
    statements: int


def citations(registry: Registry) -> Mapping[Identifier, tuple[Cited, ...]]:
    """Return for each source what it states, in the order of the files."""
    counted = Counter(_all_statements(registry))
    cited: dict[Identifier, list[Cited]] = {source.id: [] for source in registry.sources.sources}
    for (source, file, section, entry), statements in counted.items():
        if source in cited:  # what the program cites is no source of the registry
            cited[source].append(Cited(file, section, entry, statements))
    return {source: tuple(found) for source, found in cited.items()}


_Place = tuple[Identifier, str, str, Identifier | None]


def _all_statements(registry: Registry) -> Iterator[_Place]:
    for name in FILES:
        held = getattr(registry, name.removesuffix(".yaml"))
        for section, value in _fields(held):
            for item in value if isinstance(value, tuple) else (value,):
                entry = getattr(item, "id", None)
                yield from ((source, name, section, entry) for source in _sources(item))


def _sources(value: object) -> Iterator[Identifier]:
    """Yield the source of every statement of a value, as deep as it goes."""
    if isinstance(value, tuple):
        for item in value:
            yield from _sources(item)
    elif isinstance(value, Model):
        if isinstance(value, Sourced):
            yield value.source
        for _name, inner in _fields(value):
            yield from _sources(inner)


def _fields(value: object) -> Iterator[tuple[str, object]]:
    yield from value if isinstance(value, Model) else ()
