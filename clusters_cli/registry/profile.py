"""Everything the registry knows of one organisation, statement by statement, and what it does not know."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from clusters_cli.foundations.messages import _, labelled
from clusters_cli.foundations.numerals import grouped, written
from clusters_cli.registry.loading import Registry
from clusters_cli.registry.models.base import Identifier, Label, Sourced, Stated
from clusters_cli.registry.models.clusters import Cluster
from clusters_cli.registry.models.organisations import Organisation, Team
from clusters_cli.registry.models.poles import Pole
from clusters_cli.registry.organisation_words import LabelOutcome
from clusters_cli.registry.programme_words import Strength
from clusters_cli.registry.queries import figure, preferred

FIGURE_NAMES = ("members", "regional_companies", "team", "budget", "regional_grant", "state_grant", "funded_post")
EXPECTED_FIGURES = ("members", "regional_companies", "team", "budget", "regional_grant", "state_grant")
"""The figures one asks of every organisation: absent, they are unknown."""
FACT_NAMES = ("full_name", "seat", "founded", "domain", "activity", "legal_form", "siren", "siret", "website")
EXPECTED_FACTS = ("seat", "founded", "activity", "legal_form", "siren", "website")

FactValue = str | int | Decimal | Label


@dataclass(frozen=True, slots=True)
class Fact:
    """One value and who states it.

    Attributes:
        field: what is stated.
        value: what it is; a text in two languages stays a ``Label``.
        year: the year of a figure.
        undated: whether the source itself gives the figure no year.
        used: whether lists and calculations take this one.
        origin: source, locator, confidence, date and note.
    """

    field: str
    value: FactValue
    year: int | None
    undated: bool
    used: bool
    origin: Sourced


@dataclass(frozen=True, slots=True)
class Missing:
    """A value nobody states; ``origin`` is the source that should have given it, if one should."""

    field: str
    reason: Label | None
    origin: Sourced | None


@dataclass(frozen=True, slots=True)
class Profile:
    """One organisation as the registry knows it."""

    id: Identifier
    name: str
    aliases: tuple[str, ...]
    facts: tuple[Fact, ...]
    figures: tuple[Fact, ...]
    missing: tuple[Missing, ...]
    sources: tuple[Identifier, ...]


def profile(organisation: Organisation, registry: Registry) -> Profile:
    """Return everything the registry knows of an organisation."""
    facts = tuple(_facts(organisation, registry))
    figures = tuple(_figures(organisation, registry))
    missing = tuple(_missing(organisation, {fact.field for fact in (*facts, *figures)}))
    origins = [*(fact.origin for fact in (*facts, *figures)), *(gap.origin for gap in missing if gap.origin)]
    return Profile(
        id=organisation.id,
        name=organisation.name,
        aliases=organisation.aliases,
        facts=facts,
        figures=figures,
        missing=missing,
        sources=tuple(dict.fromkeys(origin.source for origin in origins)),
    )


def _facts(organisation: Organisation, registry: Registry) -> Iterator[Fact]:
    for name in FACT_NAMES:
        statements: tuple[Stated[str | Label], ...] = getattr(organisation, name, ())
        best = preferred(statements, registry.reference)
        for stated in statements:
            yield _fact(name, _readable(name, stated.value, registry), stated, used=stated is best)
    if isinstance(organisation, Cluster):
        for maturity in organisation.stated_maturity:
            yield _fact("stated_maturity", maturity.value, maturity, used=maturity.source == registry.reference)
    for support in organisation.support:
        since = f" ({written(support.since)})" if support.since else ""
        yield _fact("support", labelled(support.funder, (_("yes") if support.supported else _("no")) + since), support)
    if isinstance(organisation, Cluster):
        yield from _programme_facts(organisation)
    elif isinstance(organisation, Pole):
        yield from _pole_facts(organisation)
    for successor in organisation.successors:
        yield _fact("successor", _in_brackets(successor.name, _day(successor.date)), successor)
    for remark in organisation.remarks:
        yield _fact(remark.topic, remark.text, remark)


def _programme_facts(cluster: Cluster) -> Iterator[Fact]:
    for link in cluster.programmes:
        strand = f" / {link.strand}" if link.strand else ""
        yield _fact("programme", _in_brackets(f"{link.programme}{strand}", _strength(link.strength)), link)


def _strength(strength: Strength) -> str:
    return _(strength.text.template)


def _pole_facts(pole: Pole) -> Iterator[Fact]:
    for regions in pole.regions:
        yield _fact("regions", ", ".join(regions.value), regions)
    for label in pole.labels:
        yield _fact(
            "label", _in_brackets(_outcome(label.outcome), label.phase, _day(label.date), _day(label.until)), label
        )
    for part in pole.federates:
        yield _fact("federates", _in_brackets(part.name, part.city, part.region), part)


def _outcome(outcome: LabelOutcome) -> str:
    return _(outcome.text.template)


def _day(day: str | None) -> str | None:
    return written(day) if day else None


def _in_brackets(text: str, *more: str | None) -> str:
    known = ", ".join(detail for detail in more if detail)
    return f"{text} ({known})" if known else text


def _fact(field: str, value: FactValue, origin: Sourced, *, used: bool = True) -> Fact:
    return Fact(field, value, None, undated=False, used=used, origin=origin)


def _readable(field: str, value: str | Label, registry: Registry) -> str | Label:
    if field == "seat" and isinstance(value, str) and value in registry.place_by_id:
        place = registry.place_by_id[value]
        return _in_brackets(place.commune, place.department)
    return value


def _figures(organisation: Organisation, registry: Registry) -> Iterator[Fact]:
    chosen = {name: figure(organisation, name, registry.reference) for name in FIGURE_NAMES}
    for item in organisation.figures:
        for name in FIGURE_NAMES:
            value = getattr(item, name)
            if value is None:
                continue
            best = chosen[name]
            used = best is not None and best.origin is item
            shown = _team(value) if isinstance(value, Team) else value
            yield Fact(name, shown, item.year, undated=name in item.undated, used=used, origin=item)


def _team(team: Team) -> str:
    names = {
        "fte": _("FTE"),
        "fte_in_region": _("FTE in the region"),
        "permanents": _("permanents"),
        "apprentices": _("apprentices"),
        "volunteers": _("volunteers"),
        "experts": _("experts"),
        "seconded": _("seconded"),
        "seconded_by": _("seconded by"),
    }
    given = team.model_dump(exclude_none=True)
    return ", ".join(
        f"{names[name]} {grouped(f'{value:f}') if isinstance(value, Decimal) else value}"
        for name, value in given.items()
    )


def _missing(organisation: Organisation, known: set[str]) -> Iterator[Missing]:
    for gap in organisation.unknown:
        field = f"{gap.field}: {gap.programme}" if gap.programme else gap.field
        yield Missing(field, gap.reason, gap)
    declared = {gap.field for gap in organisation.unknown}
    for name in (*EXPECTED_FACTS, *EXPECTED_FIGURES):
        if name not in known | declared:
            yield Missing(name, None, None)
