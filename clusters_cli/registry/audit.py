"""What the sources of a registry contradict, leave out, or have not been asked for long."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from clusters_cli.foundations.data_shape import in_data
from clusters_cli.foundations.dates import first_day
from clusters_cli.foundations.money import as_decimal
from clusters_cli.foundations.text import Text
from clusters_cli.foundations.words import Vocabulary
from clusters_cli.registry.figures import DISPUTABLE, FACT_BY_NAME, FACTS, FIGURE_BY_NAME, FIGURES, Expected, FactKind
from clusters_cli.registry.layers import Layer
from clusters_cli.registry.loading import Registry
from clusters_cli.registry.models.base import (
    Identifier,
    Label,
    PartialDate,
    Period,
    Sourced,
    Stated,
    Unknown,
)
from clusters_cli.registry.models.organisations import Organisation
from clusters_cli.registry.models.programme_words import AmountScope
from clusters_cli.registry.recompute import CheckedClaim, ClaimOutcome, check_claim


class AuditPart(Vocabulary):
    """What an audit looks at."""

    CLAIMS = "claims", Text("printed numbers"), "nombres imprimés"
    MISSING = "missing", Text("missing values"), "valeurs manquantes"
    DISPUTED = "disputed", Text("disputed values"), "valeurs contestées"
    STALE = "stale", Text("old checks"), "vérifications anciennes"


class EntryKind(Vocabulary):
    """What an audit finds something of."""

    CLUSTER = "cluster", Text("cluster")
    POLE = "pole", Text("pôle")
    PHASE = "phase", Text("phase")
    PROGRAMME = "programme", Text("programme")
    NETWORK = "network", Text("network"), "réseau"
    SOURCE = "source", Text("source")
    PARAMETER = "parameter", Text("parameter"), "paramètre"
    REGIME = "regime", Text("aid regime"), "régime d’aide"


@in_data(spread=("origin",))
@dataclass(frozen=True, slots=True)
class Missing:
    """A value that no source gives.

    Attributes:
        kind: ``cluster``, ``pole``, ``phase`` or ``programme``.
        field: the key that would hold it; for links to a programme, ``programmes``.
        programme: that programme.
        reason: why it is unknown, when the registry says.
        origin: the source that should give it and does not, when the registry says.
    """

    kind: EntryKind
    id: Identifier
    field: str
    programme: Identifier | None = None
    reason: Label | None = None
    origin: Sourced | None = None


class GivenValue(NamedTuple):
    """A value as text or as a closed word, and the source that gives it."""

    value: str
    source: Identifier


@dataclass(frozen=True, slots=True)
class Disputed:
    """A value that sources give differently.

    Attributes:
        year: for a yearly figure, its year.
        values: each value that is given.
    """

    kind: EntryKind
    id: Identifier
    field: str
    year: int | None
    values: tuple[GivenValue, ...]


@dataclass(frozen=True, slots=True)
class Stale:
    """Something that nobody has looked up for long.

    Attributes:
        kind: ``source``, ``parameter`` or ``regime``.
        checked: when it was last looked up; ``None`` when that was never written down.
        days: how long ago.
        layer: whose it is: what comes with the program is looked up for its next version.
    """

    kind: EntryKind
    id: Identifier
    checked: PartialDate | None
    days: int | None
    layer: Layer


@dataclass(frozen=True, slots=True)
class Audit:
    """All that is doubtful in a registry."""

    claims: tuple[CheckedClaim, ...]
    missing: tuple[Missing, ...]
    disputed: tuple[Disputed, ...]
    stale: tuple[Stale, ...]

    @property
    def unexplained(self) -> tuple[CheckedClaim, ...]:
        """The claims whose difference nothing explains."""
        return tuple(checked for checked in self.claims if checked.outcome is ClaimOutcome.UNEXPLAINED)

    def answer(self, *, check: bool) -> bool:
        """Return whether all is well; unless it is asked for, what was found is told and is no verdict."""
        return not (check and self.unexplained)


def audit_of(registry: Registry, today: date, longest: int) -> Audit:
    """Examine a registry.

    Args:
        registry: the registry.
        today: the day from which ages are counted.
        longest: days after which a check is old.
    """
    return Audit(
        claims=tuple(check_claim(claim, registry) for claim in registry.claims.claims),
        missing=tuple(_missing(registry)),
        disputed=tuple(_disputed(registry)),
        stale=tuple(_stale(registry, today, longest)),
    )


def _organisations(registry: Registry) -> Iterator[tuple[EntryKind, Organisation]]:
    yield from ((EntryKind.CLUSTER, cluster) for cluster in registry.clusters.clusters)
    yield from ((EntryKind.POLE, pole) for pole in registry.poles.poles)


def _missing(registry: Registry) -> Iterator[Missing]:
    for kind, organisation in _organisations(registry):
        told = {(unknown.field, unknown.programme): unknown for unknown in organisation.unknown}
        silent: dict[tuple[str, Identifier | None], Unknown | None]
        silent = {(name, None): None for name in _expected(kind, organisation)}
        for (field, linked), unknown in {**silent, **told}.items():
            if linked is not None or not _is_known(organisation, field):
                yield _as_missing(kind, organisation.id, field, unknown)
    for phase in registry.poles.phases:
        yield from (_as_missing(EntryKind.PHASE, phase.id, unknown.field, unknown) for unknown in phase.unknown)
    for programme in registry.programmes.programmes:
        yield from (
            _as_missing(EntryKind.PROGRAMME, programme.id, unknown.field, unknown) for unknown in programme.unknown
        )


def _expected(kind: EntryKind, organisation: Organisation) -> Iterator[str]:
    asked = {Expected.EVERYWHERE}
    if kind is EntryKind.CLUSTER:
        asked.add(Expected.CLUSTERS)
    if any(support.supported for support in organisation.support):
        asked.add(Expected.SUPPORTED)
    yield from (declared.name for declared in (*FACTS, *FIGURES) if declared.expected in asked)


def _is_known(organisation: Organisation, name: str) -> bool:
    """Whether any source gives a field or a yearly figure."""
    if name in FIGURE_BY_NAME:
        return any(getattr(figures, name, None) is not None for figures in organisation.figures)
    return bool(getattr(organisation, name, ()))


def _as_missing(kind: EntryKind, identifier: Identifier, field: str, unknown: Unknown | None) -> Missing:
    if unknown is None:
        return Missing(kind, identifier, field)
    return Missing(kind, identifier, field, unknown.programme, unknown.reason, unknown)


def _disputed(registry: Registry) -> Iterator[Disputed]:
    for kind, organisation in _organisations(registry):
        for fact in (fact for fact in FACTS if fact.disputed):
            statements: Sequence[Stated[object]] = getattr(organisation, fact.name, ())
            yield from _dispute(
                kind, organisation.id, fact.name, ((_written(one.value), one.source) for one in statements)
            )
        yield from _disputed_figures(kind, organisation)
    for phase in registry.poles.phases:
        counts = [count for count in phase.counts if count.what is None]
        yield from _dispute(EntryKind.PHASE, phase.id, "counts", ((str(count.poles), count.source) for count in counts))
        yield from _dispute(EntryKind.PHASE, phase.id, "period", _periods(phase.period))
        funding = [(_text(one.value), one.source) for one in phase.yearly_funding]
        yield from _dispute(EntryKind.PHASE, phase.id, "yearly_funding", funding)
    for programme in registry.programmes.programmes:
        totals = [amount for amount in programme.amounts if amount.scope is AmountScope.TOTAL]
        yield from _dispute(
            EntryKind.PROGRAMME, programme.id, "amounts", ((_text(one.amount), one.source) for one in totals)
        )
        yield from _dispute(EntryKind.PROGRAMME, programme.id, "period", _periods(programme.period))
    for network in registry.networks.networks:
        founded = [(one.value, one.source) for one in network.founded]
        yield from _dispute(EntryKind.NETWORK, network.id, "founded", founded)


def _periods(periods: Iterable[Period]) -> list[tuple[str, Identifier]]:
    return [(period.interval, period.source) for period in periods]


def _disputed_figures(kind: EntryKind, organisation: Organisation) -> Iterator[Disputed]:
    for year in sorted({figures.year for figures in organisation.figures}):
        of_year = [figures for figures in organisation.figures if figures.year == year]
        for name in (declared.name for declared in DISPUTABLE):
            given = [(_text(getattr(one, name)), one.source) for one in of_year if getattr(one, name) is not None]
            yield from _dispute(kind, organisation.id, name, given, year)


def _dispute(
    kind: EntryKind,
    identifier: Identifier,
    field: str,
    given: Iterable[tuple[str, Identifier]],
    year: int | None = None,
) -> Iterator[Disputed]:
    """Yield a dispute when two values differ; a year and a day of that year do not."""
    values = tuple(GivenValue(*one) for one in given)
    texts = {text for text, _source in values}
    is_date = field in FACT_BY_NAME and FACT_BY_NAME[field].kind is FactKind.DATE
    same = _same_date if is_date else str.__eq__
    if any(not same(one, other) for one in texts for other in texts):
        yield Disputed(kind, identifier, field, year, values)


def _written(value: object) -> str:
    """Return a value as text; a closed word stays one, for those who read it in their language."""
    return value if isinstance(value, str) else str(value)


def _text(number: Decimal | Fraction | int) -> str:
    """Write a number without the decimals it does not need."""
    return str(as_decimal(number) if isinstance(number, Fraction) else number).removesuffix(".00")


def _same_date(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def _stale(registry: Registry, today: date, longest: int) -> Iterator[Stale]:
    for looked_up in _looked_up(registry):
        days = (today - first_day(looked_up.checked)).days if looked_up.checked else None
        if days is None or days > longest:
            yield replace(looked_up, days=days)


def _looked_up(registry: Registry) -> Iterator[Stale]:
    """Yield what somebody looks up now and then, whose it is, and when that was last done."""
    for source in registry.sources.sources:
        if source.url is not None:
            yield Stale(EntryKind.SOURCE, source.id, source.checked, None, Layer.REGISTRY)
    for parameter in registry.parameters.entries:
        oldest = min(value.checked for value in parameter.values).isoformat()
        yield Stale(EntryKind.PARAMETER, parameter.id, oldest, None, registry.parameters.layers[parameter.id])
    for regime in registry.aid_regimes.entries:
        checked, layer = regime.checked.isoformat(), registry.aid_regimes.layers[regime.id]
        yield Stale(EntryKind.REGIME, regime.id, checked, None, layer)
