"""Every id that an entry mentions must lead to an entry: a source, a place, a domain, a programme, a cluster."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.names import nearest
from clusters_cli.foundations.places import DataPath
from clusters_cli.foundations.reading.refusals import clipped, echoed
from clusters_cli.foundations.text import Text
from clusters_cli.registry.documents import Documents, Fault
from clusters_cli.registry.law import law_ids

_NOWHERE = Text("An id mentioned here is not the id of any entry, so that what is said cannot be followed.")
_CORRECT = Text("Correct the id, or add the entry to {file}.")
UNKNOWN_SOURCE = Explanation(
    "REG203",
    Text("unknown source"),
    _NOWHERE,
    _CORRECT.given(file="sources.yaml"),
    example="figures: [{year: 2021, budget: 100000, source: raport}]",
)
UNKNOWN_PLACE = Explanation(
    "REG204",
    Text("unknown place"),
    _NOWHERE,
    _CORRECT.given(file="places.yaml"),
    example="seat: [{value: tour, source: report}]",
)
UNKNOWN_DOMAIN = Explanation(
    "REG205",
    Text("unknown domain"),
    _NOWHERE,
    Text("Correct the id, or add it to domains in clusters.yaml."),
    example="domain: [{value: healt, source: report}]",
)
UNKNOWN_VOCATION = Explanation(
    "REG208",
    Text("unknown vocation"),
    _NOWHERE,
    Text("Correct the id, or add it to vocations in clusters.yaml."),
    example="vocations: [{value: traning, source: report}]",
)
UNKNOWN_PROGRAMME = Explanation(
    "REG209",
    Text("unknown programme"),
    _NOWHERE,
    _CORRECT.given(file="programmes.yaml"),
    example="programmes: [{programme: frnce-2030, strength: direct, source: report}]",
)
UNKNOWN_STRAND = Explanation(
    "REG210",
    Text("unknown strand"),
    Text("A cluster is linked to a strand that its programme does not have."),
    Text("Correct the id, or add the strand to the programme in programmes.yaml."),
    example="programmes: [{programme: france-2030, strand: foot, strength: direct, source: report}]",
)
UNKNOWN_SCHEME = Explanation(
    "REG211",
    Text("unknown payment scheme"),
    _NOWHERE,
    Text("Correct the id, or add it to schemes in programmes.yaml."),
    example="payment_scheme: [{value: annual-60, source: report}]",
)
UNKNOWN_REGIME = Explanation(
    "REG212",
    Text("unknown aid regime"),
    _NOWHERE,
    Text("Correct the id, or add it to aid_regimes in programmes.yaml."),
    example="rests_on: gber-2041",
)
UNKNOWN_PHASE = Explanation(
    "REG213",
    Text("unknown phase"),
    _NOWHERE,
    Text("Correct the id, or add it to phases in poles.yaml."),
    example="labels: [{outcome: labelled, phase: phase-v, source: report}]",
)
UNKNOWN_ORGANISATION = Explanation(
    "REG214",
    Text("unknown cluster or pôle"),
    _NOWHERE,
    Text("Correct the id, or add the entry to clusters.yaml or poles.yaml."),
    example="federates: [{name: Alpha, cluster: alfa, source: report}]",
)
UNKNOWN_OBSTACLE = Explanation(
    "REG215",
    Text("unknown obstacle"),
    _NOWHERE,
    _CORRECT.given(file="obstacles.yaml"),
    example="answers: [cahs]",
)


UNKNOWN_RECOMMENDATION = Explanation(
    "REG242",
    Text("unknown recommendation"),
    _NOWHERE,
    Text("Correct the id, or add it to recommendations in obstacles.yaml."),
    example="answered_by: [{value: pay-soner, source: report}]",
)


_SECTIONS_OF_THE_LAW = {
    UNKNOWN_SOURCE.code: "sources",
    UNKNOWN_SCHEME.code: "schemes",
    UNKNOWN_REGIME.code: "aid_regimes",
}
_MOST_COMPARED = 1000
"""Ids among which the nearest is looked for: of a thousand wrong ones, each is compared with all."""


@dataclass(frozen=True)
class _Known:
    """The ids of a registry that a kind of reference may lead to, and what to say of one that leads nowhere.

    It may lead to the law that comes with the program too; that is only looked at for an id the registry does not have.
    """

    ids: frozenset[str]
    explanation: Explanation
    message: Text

    @property
    def of_the_law(self) -> frozenset[str]:
        """The ids of the program that such a reference may lead to."""
        section = _SECTIONS_OF_THE_LAW.get(self.explanation.code)
        return law_ids(section) if section else frozenset()


@dataclass(frozen=True)
class _References:
    """What may stand under a key, in the ``value`` of a list of statements, and in a list of ids."""

    keys: Mapping[str, _Known]
    values: Mapping[str, _Known]
    lists: Mapping[str, _Known]


def unknown_references(documents: Documents) -> Iterator[Fault]:
    """Yield every id that leads nowhere, with the nearest one that would lead somewhere."""
    references = _references(documents)

    @cache
    def nearest_of(ids: frozenset[str], value: str) -> str | None:
        return next(iter(nearest(value, ids, 1)), None) if len(ids) <= _MOST_COMPARED else None

    for file, document in documents.by_name.items():
        for path, found, known in _dangling(references, document.data):
            if found in known.of_the_law:
                continue
            message = known.message.given(id=echoed(found))
            near = nearest_of(known.ids | known.of_the_law, found)
            yield Fault(file, path, known.explanation, message, suggestion=near)
    yield from _unknown_strands(documents)


def _references(documents: Documents) -> _References:
    domain = ("clusters.yaml", "domains")
    vocation = ("clusters.yaml", "vocations")
    cluster, pole = ("clusters.yaml", "clusters"), ("poles.yaml", "poles")
    scheme, programme = ("programmes.yaml", "schemes"), ("programmes.yaml", "programmes")
    regime = ("programmes.yaml", "aid_regimes")
    obstacle, recommendation = ("obstacles.yaml", "obstacles"), ("obstacles.yaml", "recommendations")

    def knowable(**kinds: tuple[Explanation, Text, tuple[tuple[str, str], ...]]) -> dict[str, _Known]:
        found = {
            key: (documents.ids(*places), explanation, message) for key, (explanation, message, places) in kinds.items()
        }
        return {
            key: _Known(ids, explanation, message)
            for key, (ids, explanation, message) in found.items()
            if ids is not None
        }

    return _References(
        keys=knowable(
            source=(UNKNOWN_SOURCE, Text("unknown source {id}"), (("sources.yaml", "sources"),)),
            programme=(UNKNOWN_PROGRAMME, Text("unknown programme {id}"), (programme,)),
            rests_on=(UNKNOWN_REGIME, Text("unknown aid regime {id}"), (regime,)),
            phase=(UNKNOWN_PHASE, Text("unknown phase {id}"), (("poles.yaml", "phases"),)),
            cluster=(UNKNOWN_ORGANISATION, Text("unknown cluster {id}"), (cluster,)),
            pole=(UNKNOWN_ORGANISATION, Text("unknown pôle {id}"), (pole,)),
            scheme=(UNKNOWN_SCHEME, Text("unknown payment scheme {id}"), (scheme,)),
        ),
        values=knowable(
            seat=(UNKNOWN_PLACE, Text("unknown place {id}"), (("places.yaml", "places"),)),
            domain=(UNKNOWN_DOMAIN, Text("unknown domain {id}"), (domain,)),
            vocations=(UNKNOWN_VOCATION, Text("unknown vocation {id}"), (vocation,)),
            answered_by=(UNKNOWN_RECOMMENDATION, Text("unknown recommendation {id}"), (recommendation,)),
            payment_scheme=(UNKNOWN_SCHEME, Text("unknown payment scheme {id}"), (scheme,)),
            default_scheme=(UNKNOWN_SCHEME, Text("unknown payment scheme {id}"), (scheme,)),
            answers=(UNKNOWN_OBSTACLE, Text("unknown obstacle {id}"), (obstacle,)),
        ),
        lists=knowable(
            regimes=(UNKNOWN_REGIME, Text("unknown aid regime {id}"), (regime,)),
            answers=(UNKNOWN_OBSTACLE, Text("unknown obstacle {id}"), (obstacle,)),
            points_to=(UNKNOWN_OBSTACLE, Text("unknown obstacle {id}"), (obstacle,)),
            shows=(UNKNOWN_OBSTACLE, Text("unknown obstacle {id}"), (obstacle,)),
            only=(UNKNOWN_ORGANISATION, Text("unknown cluster or pôle {id}"), (cluster, pole)),
            leave_out=(UNKNOWN_ORGANISATION, Text("unknown cluster or pôle {id}"), (cluster, pole)),
        ),
    )


_Link = tuple[Any, str | int] | None
"""The way back to the top of a document: the link of the holder, and the step from it.

A path is only put together for a value that turns out to be wrong: a registry of many thousand entries is walked
through without building any.
"""


class _Dangling(NamedTuple):
    """A reference that leads nowhere: its path, what is written, and what could have been."""

    path: DataPath
    found: str
    known: _Known


class _Held(NamedTuple):
    """A list or a mapping, and the way to it."""

    link: _Link
    holder: Any


def _dangling(references: _References, data: Any) -> Iterator[_Dangling]:  # noqa: ANN401  (YAML, not checked yet)
    """Yield each reference of a document that leads nowhere, from its first line to its last."""
    open_ = [_below(references, _Held(None, data))]
    while open_:
        found = next(open_[-1], None)
        if found is None:
            open_.pop()
        elif isinstance(found, _Dangling):
            yield found
        else:
            open_.append(_below(references, found))


def _below(references: _References, held: _Held) -> Iterator[_Dangling | _Held]:
    link, holder = held
    if type(holder) is dict:
        return _in_mapping(references.keys, link, holder)
    return _in_sequence(references, link, holder if type(holder) is list else ())


def _in_mapping(keys: Mapping[str, _Known], link: _Link, holder: Mapping[str, Any]) -> Iterator[_Dangling | _Held]:
    for key, inner in holder.items():
        if not isinstance(inner, str):
            if inner:
                yield _Held((link, key), inner)
        elif key in keys and inner not in keys[key].ids:
            yield _Dangling(_path((link, key)), inner, keys[key])


def _in_sequence(references: _References, link: _Link, holder: Sequence[Any]) -> Iterator[_Dangling | _Held]:
    name = str(link[1]) if link else ""
    values, ids = references.values.get(name), references.lists.get(name)
    for index, inner in enumerate(holder):
        if not isinstance(inner, str):
            found = inner.get("value") if values and type(inner) is dict else None
            if values and isinstance(found, str) and found not in values.ids:
                yield _Dangling(_path(((link, index), "value")), found, values)
            if inner:
                yield _Held((link, index), inner)
        elif ids and inner not in ids.ids:
            yield _Dangling(_path((link, index)), inner, ids)


def _path(link: _Link) -> DataPath:
    steps: list[str | int] = []
    while link is not None:
        link, step = link
        steps.append(step)
    return tuple(reversed(steps))


def _unknown_strands(documents: Documents) -> Iterator[Fault]:
    """A strand must be one of its own programme."""
    strands = {
        row["id"]: [strand.get("id") for strand in row.get("strands", []) if isinstance(strand, dict)]
        for _place, row in documents.entries("programmes.yaml", "programmes")
        if isinstance(row.get("id"), str) and isinstance(row.get("strands", []), list)
    }
    for path, row in documents.entries("clusters.yaml", "clusters"):
        links = row.get("programmes")
        for index, link in enumerate(links if isinstance(links, list) else ()):
            programme, strand = (link.get("programme"), link.get("strand")) if isinstance(link, dict) else (None, None)
            known = strands.get(programme) if isinstance(programme, str) else None
            if known is not None and isinstance(strand, str) and strand not in known:
                near = nearest(strand, [name for name in known if isinstance(name, str)], 1)
                message = Text("unknown strand {id} of {programme}", id=echoed(strand), programme=clipped(programme))
                place = (*path, "programmes", index, "strand")
                yield Fault("clusters.yaml", place, UNKNOWN_STRAND, message, suggestion=near[0] if near else None)
