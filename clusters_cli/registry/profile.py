"""Everything the registry knows of one organisation, statement by statement, and what it does not know."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

from clusters_cli.foundations.data_shape import computed, in_data
from clusters_cli.foundations.text import Count, Dated, Euros, Listed, Sentence, Text, Value, labelled
from clusters_cli.registry.agreed_grants import AgreedGrant, agreed_grants
from clusters_cli.registry.figures import FACTS, FIGURES, TEAM, Fact, FactKind, Figure, FigureKind, label_of
from clusters_cli.registry.loading import Registry
from clusters_cli.registry.models.base import Identifier, Label, Name, Sourced, Stated
from clusters_cli.registry.models.clusters import Cluster
from clusters_cli.registry.models.organisations import FunderGrant, Organisation, RelatedStructure, Support, Team
from clusters_cli.registry.models.poles import Pole
from clusters_cli.registry.models.sources import Source
from clusters_cli.registry.money_sources import Money, money_of
from clusters_cli.registry.queries import figure, preferred

StatedValue = Sentence | str | int | Decimal | Fraction
_NUMBER = (int, Decimal, Fraction)


@in_data(without=("value", "topic", "called"), spread=("origin",), sentences=("words",), words="value")
@dataclass(frozen=True, slots=True)
class Statement:
    """One value and who states it.

    Attributes:
        field: what is stated: a figure, a fact, another field of the organisation, or the topic of a remark.
        value: what it is: a number, a name, or a text.
        year: the year of a figure.
        undated: whether the source itself gives the figure no year.
        used: whether lists and calculations take this one.
        origin: source, locator, confidence, date and note.
        topic: the registry's own words for the topic of a remark, where it has any.
        called: what the registry calls the entry whose id is stated, where the value is an id that people do not know.
    """

    field: str
    value: StatedValue
    year: int | None
    undated: bool
    used: bool
    origin: Sourced
    topic: Name | None = None
    called: Name | None = None

    @property
    def readable(self) -> StatedValue:
        """What is stated, as people read it."""
        return self.called or self.value

    @computed
    def words(self) -> Sentence | str | None:
        """What is stated, where it is no number."""
        return None if isinstance(self.value, _NUMBER) else self.value

    @computed
    def number(self) -> int | Decimal | Fraction | None:
        """What is stated, where it is a number."""
        return self.value if isinstance(self.value, _NUMBER) else None

    @property
    def name(self) -> Sentence | str:
        """What people call the field: the registry's words for a topic, else the program's, else as it is written."""
        return self.topic or label_of(self.field) or self.field


@in_data(spread=("origin",))
@dataclass(frozen=True, slots=True)
class Gap:
    """A value nobody states.

    Attributes:
        field: what would hold it; for lost links to a programme, ``programmes``.
        programme: that programme.
        reason: why it is unknown, when the registry says.
        origin: the source that should have given it, if one should.
    """

    field: str
    programme: Identifier | None
    reason: Label | None
    origin: Sourced | None


@in_data(missing="unknown")
@dataclass(frozen=True, slots=True)
class Profile:
    """One organisation as the registry knows it.

    Attributes:
        agreements: the grants that it and its funders agreed on.
        money: where its money comes from.
        missing: what nobody states.
        sources: all that state something of it, or should have.
    """

    id: Identifier
    name: str
    aliases: tuple[str, ...]
    facts: tuple[Statement, ...]
    figures: tuple[Statement, ...]
    agreements: tuple[AgreedGrant, ...]
    money: Money
    missing: tuple[Gap, ...]
    sources: tuple[Source, ...]


def profile_of(organisation: Organisation, registry: Registry) -> Profile:
    """Return everything the registry knows of an organisation."""
    facts = tuple(_facts(organisation, registry))
    figures = tuple(_figures(organisation, registry))
    missing = tuple(_missing(organisation, {fact.field for fact in (*facts, *figures)}))
    agreements = agreed_grants(organisation)
    stated = [*(one.origin for one in (*facts, *figures)), *(agreed.origin for agreed in agreements)]
    origins = [*stated, *(gap.origin for gap in missing if gap.origin)]
    return Profile(
        id=organisation.id,
        name=organisation.name,
        aliases=organisation.aliases,
        facts=facts,
        figures=figures,
        agreements=agreements,
        money=money_of(organisation, registry.reference),
        missing=missing,
        sources=tuple(registry.source(name) for name in dict.fromkeys(origin.source for origin in origins)),
    )


def _facts(organisation: Organisation, registry: Registry) -> Iterator[Statement]:
    entries = _entry_names(registry)
    for fact in FACTS:
        statements: tuple[Stated[str | Label | tuple[str, ...]], ...] = getattr(organisation, fact.name, ())
        best = preferred(statements, registry.reference)
        for stated in statements:
            used = stated is best and (not fact.of_reference or stated.source == registry.reference)
            statement = _stated(fact.name, _readable(fact, stated.value, registry), stated, used=used)
            yield replace(statement, called=entries.get((fact.name, str(stated.value))))
    for support in organisation.support:
        yield _stated("support", _support(support), support)
    if isinstance(organisation, Cluster):
        yield from _programme_links(organisation)
    elif isinstance(organisation, Pole):
        yield from _of_a_pole(organisation)
    for ending in organisation.ended:
        yield _stated("ended", _with_details(ending.how.text, _day(ending.date)), ending)
    for successor in organisation.successors:
        yield _stated("successor", _structure(successor), successor)
    for remark in organisation.remarks:
        topic = registry.topic_by_id.get(remark.topic)
        yield replace(_stated(remark.topic, remark.text, remark), topic=topic.name if topic else None)


def _entry_names(registry: Registry) -> Mapping[tuple[str, str], Name]:
    """Return what the registry calls the entries whose ids facts state, by fact and id."""
    known = registry.clusters
    return {
        **{("domain", domain.id): domain.name for domain in known.domains},
        **{("vocations", vocation.id): vocation.name for vocation in known.vocations},
    }


def _readable(fact: Fact, value: str | Label | tuple[str, ...], registry: Registry) -> StatedValue:
    if isinstance(value, tuple):
        return Listed(value)
    if fact.kind is FactKind.PLACE and isinstance(value, str) and value in registry.place_by_id:
        place = registry.place_by_id[value]
        return _with_details(place.commune, place.department)
    return value


def _support(support: Support) -> Text | str:
    message = Text("{funder}: yes") if support.supported else Text("{funder}: no")
    return _with_details(message.given(funder=support.funder), _day(support.since))


def _programme_links(cluster: Cluster) -> Iterator[Statement]:
    for link in cluster.programmes:
        strand = f" / {link.strand}" if link.strand else ""
        yield _stated("programme", _with_details(f"{link.programme}{strand}", link.strength.text), link)


def _of_a_pole(pole: Pole) -> Iterator[Statement]:
    for label in pole.labels:
        details = (label.phase, _day(label.date), _day(label.until))
        yield _stated("label", _with_details(label.outcome.text, *details), label)
    for part in pole.federates:
        yield _stated("federates", _structure(part), part)


def _structure(one: RelatedStructure) -> Text | str:
    cluster = Text("cluster {id} of the registry", id=one.cluster) if one.cluster else None
    pole = Text("pôle {id} of the registry", id=one.pole) if one.pole else None
    return _with_details(one.name, one.city, one.region, _day(one.date), cluster, pole)


def _day(day: str | None) -> Dated | None:
    return Dated(day) if day else None


def _with_details(what: Text | str, *details: Value | None) -> Text | str:
    """Return something, and in brackets what is known of it."""
    known = tuple(detail for detail in details if detail)
    return Text("{what} ({details})", what=what, details=Listed(known)) if known else what


def _stated(field: str, value: StatedValue, origin: Sourced, *, used: bool = True) -> Statement:
    return Statement(field, value, None, undated=False, used=used, origin=origin)


def _figures(organisation: Organisation, registry: Registry) -> Iterator[Statement]:
    chosen = {declared.name: figure(organisation, declared.name, registry.reference) for declared in FIGURES}
    for item in organisation.figures:
        for declared in FIGURES:
            value = getattr(item, declared.name)
            if value is None:
                continue
            best = chosen[declared.name]
            used = best is not None and best.origin is item
            for shown in _shown(declared, value):
                yield Statement(declared.name, shown, item.year, declared.name in item.undated, used, item)


def _shown(declared: Figure, value: Any) -> Iterator[StatedValue]:  # noqa: ANN401  (a figure of any kind)
    """Yield what is stated of a figure: one value, or one for each grant."""
    if declared.kind is FigureKind.TEAM:
        yield _team(value)
    elif declared.kind is FigureKind.GRANTS:
        yield from map(_grant, value)
        if not value:
            yield Text("no other public funder")
    else:
        yield value


def _grant(grant: FunderGrant) -> Text | str:
    given = labelled(grant.funder, Euros(grant.amount))
    return _with_details(given, grant.basis, grant.scheme)


def _team(team: Team) -> Listed:
    given = ((unit, getattr(team, unit.name)) for unit in TEAM)
    return Listed(tuple(_of_unit(unit, value) for unit, value in given if value is not None))


def _of_unit(unit: Figure, value: str | int | Decimal) -> Text:
    return Text("{unit} {value}", unit=unit.unit or unit.label, value=value if isinstance(value, str) else Count(value))


def _missing(organisation: Organisation, known: Iterable[str]) -> Iterator[Gap]:
    for gap in organisation.unknown:
        yield Gap(gap.field, gap.programme, gap.reason, gap)
    told = {*known, *(gap.field for gap in organisation.unknown)}
    for fact in FACTS:
        if fact.expected and fact.name in type(organisation).model_fields and fact.name not in told:
            yield Gap(fact.name, None, None, None)
    for declared in FIGURES:
        if declared.expected and declared.name not in told:
            yield Gap(declared.name, None, None, None)
