"""What was really signed, as grants to plan: each agreement under its own terms and in its own time."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from clusters_cli.cashflow.span import Span
from clusters_cli.foundations.fields import Identifier
from clusters_cli.foundations.money import ZERO, cumulated, parts_of
from clusters_cli.foundations.text import Text
from clusters_cli.registry import Registry, default_scheme, pays_regional_grant
from clusters_cli.registry.models import AgreementStatus, Cluster, GrantAgreement, PaymentScheme, Region


@dataclass(frozen=True, slots=True)
class SignedGrant:
    """An agreement of which everything is known that a plan needs.

    Attributes:
        agreement: what was signed.
        scheme: the payment scheme by which it is paid.
        is_assumed: whether that is the default of the Région, since no source says how the agreement is paid.
        amount: euros in all.
        span: its first and last day.
    """

    agreement: GrantAgreement
    scheme: PaymentScheme
    is_assumed: bool
    amount: Decimal
    span: Span

    @property
    def by_year(self) -> Mapping[int, Decimal]:
        """Euros for each year that it covers: as it says, else in proportion to its months in the year."""
        first, last, years = self.span.first, self.span.last, self.agreement.years
        if years is not None:
            return {year: years.get(year, ZERO) for year in range(first.year, last.year + 1)}
        months = self.span.months_by_year
        return dict(zip(months, parts_of(self.amount, cumulated(list(months.values()))), strict=True))


@dataclass(frozen=True, slots=True)
class UnplannedAgreement:
    """A signed agreement of which something is not known that a plan needs.

    Attributes:
        cluster: id of the cluster.
        agreement: its id.
        reason: what is missing.
    """

    cluster: Identifier
    agreement: Identifier
    reason: Text


@dataclass(frozen=True, slots=True)
class KnownSchemes:
    """By which payment schemes agreements may be paid.

    Attributes:
        by_id: those that there are.
        default: the one of the grants of the Région whose agreements do not say how they are paid.
        region: the Région of the registry.
        is_split: whether it is said how a grant is split, where a payment scheme leaves that open.
        others_pay: whether it is said when the other funders pay, where a payment scheme waits for them.
    """

    by_id: Mapping[Identifier, PaymentScheme]
    default: PaymentScheme | None = None
    region: Region | None = None
    is_split: bool = False
    others_pay: bool = False

    @classmethod
    def of_registry(cls, registry: Registry) -> "KnownSchemes":
        """Return the payment schemes of a registry and the default of its Région, whoever else pays."""
        by_id = {scheme.id: scheme for scheme in registry.schemes.entries}
        stated = default_scheme(registry)
        return cls(by_id, by_id[stated.value] if stated else None, registry.region, is_split=True, others_pay=True)

    def of(self, agreement: GrantAgreement) -> PaymentScheme | None:
        """Return the payment scheme of an agreement, ``None`` if no source says it."""
        if agreement.scheme is not None:
            return self.by_id[agreement.scheme]
        is_regional = pays_regional_grant(agreement.funder, self.region)
        return agreement.own_scheme or (self.default if is_regional else None)

    def is_project(self, agreement: GrantAgreement) -> bool:
        """Return whether an agreement is known to be of a project."""
        scheme = self.of(agreement)
        return scheme is not None and scheme.is_project


_Known = tuple[tuple[SignedGrant, ...], tuple[UnplannedAgreement, ...]]


def grants_of_agreements(cluster: Cluster, known: KnownSchemes) -> _Known:
    """Return the agreements of a cluster that bind, as grants to plan, and those of which too little is known.

    One that is closed or terminated brings nothing more, and one that is proposed may never be signed.
    """
    return _sorted(cluster, [one for one in cluster.agreements if one.status is AgreementStatus.SIGNED], known)


def regional_grants(cluster: Cluster, known: KnownSchemes) -> _Known:
    """Return the agreements by which the Région gives a cluster a grant for every year, closed ones too.

    Those of projects are told apart: they give no grant a year.
    """
    those = [one for one in cluster.agreements if one.is_binding and pays_regional_grant(one.funder, known.region)]
    signed, unplanned = _sorted(cluster, [one for one in those if not known.is_project(one)], known)
    reason = Text("it pays a project, and no grant a year")
    projects = (UnplannedAgreement(cluster.id, one.id, reason) for one in those if known.is_project(one))
    return signed, (*unplanned, *projects)


def _sorted(cluster: Cluster, agreements: Iterable[GrantAgreement], known: KnownSchemes) -> _Known:
    found = [_read(cluster, one, known) for one in agreements]
    return (
        tuple(one for one in found if isinstance(one, SignedGrant)),
        tuple(one for one in found if isinstance(one, UnplannedAgreement)),
    )


def _read(cluster: Cluster, agreement: GrantAgreement, known: KnownSchemes) -> SignedGrant | UnplannedAgreement:
    scheme, amount, first = known.of(agreement), agreement.total, agreement.first
    if scheme is None:
        return UnplannedAgreement(cluster.id, agreement.id, Text("no source says how it is paid"))
    if amount is None:
        return UnplannedAgreement(cluster.id, agreement.id, Text("no source states its amount"))
    if first is None:
        return UnplannedAgreement(cluster.id, agreement.id, Text("no source says when it begins"))
    if scheme.is_split_open and not known.is_split:
        reason = Text("no source says how it is split; --part {part}=60% would", part=scheme.parts[0].id)
        return UnplannedAgreement(cluster.id, agreement.id, reason)
    if scheme.waits_for_others and not known.others_pay:
        reason = Text("no source says when the other funders pay; --others-paid would")
        return UnplannedAgreement(cluster.id, agreement.id, reason)
    is_assumed = agreement.scheme is None and agreement.terms is None
    return SignedGrant(
        agreement, scheme, is_assumed, amount, Span(first, agreement.last or scheme.agreement.last_day(first))
    )
