"""What the sources of a registry contradict, leave out, or have not been asked for long."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from clusters_cli.registry.loading import Registry
from clusters_cli.registry.models.base import Identifier, Label, PartialDate, Stated, Unknown, parsed_date
from clusters_cli.registry.models.organisations import Organisation
from clusters_cli.registry.programme_words import AmountScope
from clusters_cli.registry.recompute import CheckedClaim, ClaimOutcome, check_claim

STATEMENTS = ("full_name", "seat", "founded", "domain", "stated_maturity", "legal_form", "siren", "siret", "website")
"""Fields of clusters and pôles that hold statements of several sources."""
FIGURES = ("members", "regional_companies", "budget", "regional_grant", "state_grant")
"""Yearly figures that two sources can dispute."""
_FOR_ALL = ("seat", "founded", "legal_form", "website", "members", "team", "budget")
_WANTED = {"cluster": (*_FOR_ALL, "domain", "regional_companies"), "pole": _FOR_ALL}


@dataclass(frozen=True, slots=True)
class Missing:
    """A value that no source gives.

    Attributes:
        kind: ``cluster``, ``pole``, ``phase`` or ``programme``.
        field: the key that would hold it; for links to a programme, ``programmes`` and the programme's id.
        reason: why it is unknown, when the registry says.
        source: the source that should give it and does not, when the registry says.
    """

    kind: str
    id: Identifier
    field: str
    reason: Label | None = None
    source: Identifier | None = None


@dataclass(frozen=True, slots=True)
class Disputed:
    """A value that sources give differently.

    Attributes:
        year: for a yearly figure, its year.
        values: each value as text, and the source that gives it.
    """

    kind: str
    id: Identifier
    field: str
    year: int | None
    values: tuple[tuple[str, Identifier], ...]


@dataclass(frozen=True, slots=True)
class Stale:
    """Something that nobody has looked up for long.

    Attributes:
        kind: ``source``, ``parameter`` or ``regime``.
        checked: when it was last looked up; ``None`` when that was never written down.
        days: how long ago.
    """

    kind: str
    id: Identifier
    checked: PartialDate | None
    days: int | None


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


def audit(registry: Registry, today: date, longest: int) -> Audit:
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


def _organisations(registry: Registry) -> Iterator[tuple[str, Organisation]]:
    yield from (("cluster", cluster) for cluster in registry.clusters.clusters)
    yield from (("pole", pole) for pole in registry.poles.poles)


def _missing(registry: Registry) -> Iterator[Missing]:
    for kind, organisation in _organisations(registry):
        told = {_field(unknown): unknown for unknown in organisation.unknown}
        silent = [name for name in _expected(kind, organisation) if not _is_known(organisation, name)]
        for name in dict.fromkeys([*silent, *told]):
            if not _is_known(organisation, name):
                yield _as_missing(kind, organisation.id, name, told.get(name))
    for phase in registry.poles.phases:
        yield from (_as_missing("phase", phase.id, _field(unknown), unknown) for unknown in phase.unknown)
    for programme in registry.programmes.programmes:
        yield from (_as_missing("programme", programme.id, _field(unknown), unknown) for unknown in programme.unknown)


def _expected(kind: str, organisation: Organisation) -> tuple[str, ...]:
    supported = any(support.supported for support in organisation.support)
    return (*_WANTED[kind], "regional_grant") if supported else _WANTED[kind]


def _is_known(organisation: Organisation, name: str) -> bool:
    """Whether any source gives a field or a yearly figure."""
    if name in (*FIGURES, "team"):
        return any(getattr(figures, name) is not None for figures in organisation.figures)
    return bool(getattr(organisation, name, ()))


def _field(unknown: Unknown) -> str:
    return f"{unknown.field} {unknown.programme}" if unknown.programme else unknown.field


def _as_missing(kind: str, identifier: Identifier, field: str, unknown: Unknown | None) -> Missing:
    return Missing(kind, identifier, field, unknown.reason if unknown else None, unknown.source if unknown else None)


def _disputed(registry: Registry) -> Iterator[Disputed]:
    for kind, organisation in _organisations(registry):
        for name in STATEMENTS:
            statements: Sequence[Stated[str]] = getattr(organisation, name, ())
            yield from _dispute(kind, organisation.id, name, ((str(one.value), one.source) for one in statements))
        yield from _disputed_figures(kind, organisation)
    for phase in registry.poles.phases:
        counts = [count for count in phase.counts if count.what is None]
        yield from _dispute("phase", phase.id, "counts", ((str(count.poles), count.source) for count in counts))
    for programme in registry.programmes.programmes:
        totals = [amount for amount in programme.amounts if amount.scope is AmountScope.TOTAL]
        yield from _dispute("programme", programme.id, "amounts", ((_text(one.amount), one.source) for one in totals))
        periods = [(f"{period.start or ''}/{period.end or ''}", period.source) for period in programme.period]
        yield from _dispute("programme", programme.id, "period", periods)


def _disputed_figures(kind: str, organisation: Organisation) -> Iterator[Disputed]:
    for year in sorted({figures.year for figures in organisation.figures}):
        of_year = [figures for figures in organisation.figures if figures.year == year]
        for name in FIGURES:
            given = [(_text(getattr(one, name)), one.source) for one in of_year if getattr(one, name) is not None]
            yield from _dispute(kind, organisation.id, name, given, year)


def _dispute(
    kind: str, identifier: Identifier, field: str, given: Iterable[tuple[str, Identifier]], year: int | None = None
) -> Iterator[Disputed]:
    """Yield a dispute when two values differ; a year and a day of that year do not."""
    values = tuple(given)
    texts = {text for text, _source in values}
    same = _same_date if field == "founded" else str.__eq__
    if any(not same(one, other) for one in texts for other in texts):
        yield Disputed(kind, identifier, field, year, values)


def _text(number: Decimal | int) -> str:
    """Write a number without the decimals it does not need."""
    return str(number).removesuffix(".00")


def _same_date(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def _stale(registry: Registry, today: date, longest: int) -> Iterator[Stale]:
    for source in registry.sources.sources:
        if source.url is not None:
            yield from _old("source", source.id, source.checked, today, longest)
    for parameter in registry.programmes.parameters:
        oldest = min(value.checked for value in parameter.values)
        yield from _old("parameter", parameter.id, oldest.isoformat(), today, longest)
    for regime in registry.programmes.aid_regimes:
        yield from _old("regime", regime.id, regime.checked.isoformat(), today, longest)


def _old(kind: str, identifier: Identifier, checked: PartialDate | None, today: date, longest: int) -> Iterator[Stale]:
    days = (today - parsed_date(checked)).days if checked else None
    if days is None or days > longest:
        yield Stale(kind, identifier, checked, days)
