"""Whose an entry of the law is: the program's, a registry's own in its place, or that of a file in place of both."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar

from clusters_cli.foundations.text import Text
from clusters_cli.foundations.words import Vocabulary


class Layer(Vocabulary):
    """Where an entry of the law or a payment scheme stands; that of a later layer takes the place of an earlier one."""

    PROGRAM = "program", Text("the program"), "le programme"
    REGISTRY = "registry", Text("the registry"), "le registre"
    FILE = "file", Text("a file of your own"), "un de vos fichiers"


class LawKind(Vocabulary):
    """What comes with the program, and a registry may have of its own."""

    SCHEME = "scheme", Text("payment scheme"), "échéancier de versement"
    PARAMETER = "parameter", Text("parameter"), "paramètre"
    REGIME = "regime", Text("aid regime"), "régime d’aide"


class _Entry(Protocol):
    @property
    def id(self) -> str: ...


EntryT = TypeVar("EntryT", bound=_Entry)


@dataclass(frozen=True, slots=True)
class Replacement:
    """An entry that stands in place of another of the same id.

    Attributes:
        kind: what both are.
        id: the id of both.
        by: whose it is that stands.
        instead_of: whose it is that does not.
    """

    kind: LawKind
    id: str
    by: Layer
    instead_of: Layer


@dataclass(frozen=True, slots=True)
class Layered(Generic[EntryT]):
    """The entries of a kind that hold, each in the layer it comes from.

    Attributes:
        kind: what they are.
        entries: those that hold: the program's in its order, each where another may stand in its place, then the rest.
        layers: whose each is, by id.
        originals: by id, the entry that each of those stands in place of which take another's.
        replacements: by id, what they are.
    """

    kind: LawKind
    entries: tuple[EntryT, ...]
    layers: Mapping[str, Layer]
    originals: Mapping[str, EntryT] = field(default_factory=dict)
    replacements: Mapping[str, Replacement] = field(default_factory=dict)

    def among(self, ids: Iterable[str]) -> tuple[Replacement, ...]:
        """Return what some of the entries replace, each once, in the order of the ids."""
        return tuple(self.replacements[name] for name in dict.fromkeys(ids) if name in self.replacements)

    @classmethod
    def of_the_program(cls, kind: LawKind, entries: Sequence[EntryT]) -> "Layered[EntryT]":
        """Return the entries that come with the program."""
        return cls(kind, tuple(entries), {entry.id: Layer.PROGRAM for entry in entries})

    def with_layer(self, layer: Layer, entries: Iterable[EntryT]) -> "Layered[EntryT]":
        """Return them with the entries of another layer, which stand in place of those of the same id.

        An entry that says what the one before it says is a copy, and takes no place.
        """
        known = {entry.id: entry for entry in self.entries}
        new = {entry.id: entry for entry in entries if entry != known.get(entry.id)}
        replacing = known.keys() & new.keys()
        replaced = {name: Replacement(self.kind, name, layer, self.layers[name]) for name in new if name in replacing}
        return Layered(
            self.kind,
            tuple({**known, **new}.values()),
            {**self.layers, **dict.fromkeys(new, layer)},
            {**self.originals, **{name: known[name] for name in replaced}},
            {**self.replacements, **replaced},
        )
