"""From an application file to what is expected: the lines of its project, and those of the rest of the organisation."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import accumulate, pairwise

from clusters_cli.cashflow import Flow, KnownSchemes, Plan, Span, Terms
from clusters_cli.dossier import (
    CashKind,
    CostLine,
    Direction,
    Dossier,
    DossierFile,
    Resource,
    ResourceKind,
    TaxBasis,
    cash_flows,
    dated_parts,
)
from clusters_cli.foundations.dates import Duration
from clusters_cli.foundations.errors import UndeterminedError
from clusters_cli.foundations.money import ZERO, cents
from clusters_cli.foundations.text import Text
from clusters_cli.registry.models import Cluster, PaymentScheme
from clusters_cli.treasury.dossier_grants import FUNDERS, GrantsOf, is_asked_for
from clusters_cli.treasury.dossier_lines import key_of, names_in, paid_as, received_as
from clusters_cli.treasury.forecast import Forecast, PlannedGrant
from clusters_cli.treasury.horizon import Horizon, OpeningBalance
from clusters_cli.treasury.hypotheses import Hypothesis, Named, delayed
from clusters_cli.treasury.lines import PlannedLine

_IN_KIND = (ResourceKind.IN_KIND_PUBLIC, ResourceKind.IN_KIND_PRIVATE)
"""Resources that are worth money and bring none."""


def span_of(dossier: Dossier) -> Span:
    """Return when the project runs.

    Raises:
        UndeterminedError: the dossier does not say.
    """
    first, last = dossier.project.start, dossier.project.end
    if first is None or last is None:
        fact = "project.start" if first is None else "project.end"
        raise UndeterminedError(Text("the treasury needs {fact}, which the dossier does not give", fact=fact))
    return Span(first, last)


def opening_of(dossier: Dossier) -> OpeningBalance:
    """Return the cash with which the organisation of a dossier begins, and the evening of which it is.

    Raises:
        UndeterminedError: the dossier says neither that evening nor when the project starts.
    """
    evening = dossier.treasury.opening_day or span_of(dossier).first - timedelta(days=1)
    return OpeningBalance(dossier.treasury.opening_cash, evening)


@dataclass(frozen=True, slots=True)
class Basis:
    """On what a forecast is made.

    Attributes:
        known: the payment schemes that grants may be paid by.
        cluster: the cluster of the registry that it is for, whose agreements may be named; ``None`` for another body.
        terms: the assumptions to use, the share of the costs really spent among them.
        opening: the cash with which the plan begins.
        horizon: the days that are looked at: what recurs without an end goes on until the last of them.
        what_if: what is asked to be otherwise.
    """

    known: KnownSchemes
    cluster: Cluster | None
    terms: Terms
    opening: OpeningBalance
    horizon: Horizon
    what_if: Hypothesis = field(default_factory=Hypothesis)


def forecast_of_dossier(file: DossierFile, basis: Basis) -> Forecast:
    """Return what an application file expects to be received and paid.

    The years and the rhythm of spending are the dossier's: a grant that a scheme pays is spent as all costs of the
    project are, and the lines under ``treasury`` change nothing of it.

    Raises:
        UndeterminedError: the dossier does not say when the project runs, what it costs or who pays.
        InvalidDataError: a timing names a payment scheme or an agreement that does not exist.
        UsageError: the terms do not fit a scheme, or a name is that of nothing in the plan.
    """
    dossier, span = file.dossier, span_of(file.dossier)
    if dossier.costs is None or dossier.resources is None:
        missing = "costs" if dossier.costs is None else "resources"
        raise UndeterminedError(Text("the treasury needs {fact}, which the dossier does not give", fact=missing))
    named = names_in(dossier)
    late = basis.what_if.late_lines(named)
    costs = tuple(_cost(index, line, span, basis.terms.actual_cost) for index, line in enumerate(dossier.costs))
    rhythm = tuple(flow for line in costs for flow in line.flows)
    grants = GrantsOf(
        file=file,
        known=basis.known,
        cluster=basis.cluster,
        terms=_terms(dossier, span, basis, rhythm),
        span=span,
        instead=_instead(dossier, basis, named),
        late={
            index: late[key] for index in range(len(dossier.resources)) if (key := key_of("resources", index)) in late
        },
    )
    by_scheme = grants.are_paid_by_schemes()
    dated = {
        index: _dated(resource, span)
        for index, resource in enumerate(dossier.resources)
        if index not in by_scheme and _brings_cash(resource)
    }
    plans = grants.plans(dated)
    received = {**dated, **{index: _received(plan) for index, plan in plans.items()}}
    lines = (
        *(_resource(index, dossier.resources[index], received[index]) for index in sorted(received)),
        *costs,
        *_cash_lines(dossier, span, basis),
    )
    of_schemes = {key_of("resources", index) for index in by_scheme}
    return Forecast(
        id=dossier.id,
        name=dossier.name or dossier.id,
        cluster=dossier.cluster,
        opening=basis.opening,
        lines=tuple(line if line.key in of_schemes else delayed(line, late.get(line.key)) for line in lines),
        grants=tuple(_grant(index, dossier.resources[index], plan) for index, plan in plans.items()),
        left_out=tuple(one.label for index, one in enumerate(dossier.resources) if index not in received),
        evenly=tuple(dossier.resources[index].label for index in dated if _comes_evenly(dossier.resources[index])),
        without_tax=dossier.tax.amounts is TaxBasis.NET and not any(line.kind is CashKind.VAT for line in lines),
    )


def _instead(dossier: Dossier, basis: Basis, named: Sequence[Named]) -> dict[int, PaymentScheme]:
    """Return which payment schemes are put in place of those of the file, by the number of the resource."""
    resources = dossier.resources or ()
    keys = {key_of("resources", index): index for index, one in enumerate(resources) if one.kind in FUNDERS}
    chosen = basis.what_if.schemes_of([one for one in named if one.key in keys])
    found = {keys[key]: scheme for key, scheme in chosen.items()}
    if basis.what_if.asked_for is not None:
        asked = (index for index, one in enumerate(resources) if is_asked_for(one))
        found = {**dict.fromkeys(asked, basis.what_if.asked_for), **found}
    return found


def _late(dossier: Dossier, late: Mapping[str, Duration]) -> dict[int, Duration]:
    """Return how much later the grants of a file are paid, by the number of the resource."""
    keys = ((index, key_of("resources", index)) for index in range(len(dossier.resources or ())))
    return {index: late[key] for index, key in keys if key in late}


def _terms(dossier: Dossier, span: Span, basis: Basis, rhythm: tuple[Flow, ...]) -> Terms:
    signed = dossier.agreement.signed
    its_own = _day_of_every_year(signed) if signed and signed.year == span.first.year else None
    return replace(
        basis.terms,
        start=span.first.year,
        asked=None,
        years=len(span.months_by_year),
        signature=basis.terms.signature or its_own,
        costs=rhythm,
        late=basis.what_if.late_kinds,
    )


def _day_of_every_year(day: date) -> str:
    """Return a day as ``MM-DD``; the day that only leap years have becomes the one before it."""
    return "02-28" if (day.month, day.day) == (2, 29) else f"{day:%m-%d}"


def _cost(index: int, line: CostLine, span: Span, share: Decimal) -> PlannedLine:
    """Return a line of costs of which only a share is really spent, part by part in the same proportion."""
    parts = dated_parts(line.amount, line.timing, span.first, span.last)
    planned = accumulate(part.amount for part in parts)
    spent = [ZERO, *(cents(total * share) for total in planned)]
    flows = tuple(Flow(part.on, now - before) for part, (before, now) in zip(parts, pairwise(spent), strict=True))
    return PlannedLine(key_of("costs", index), line.label, paid_as(line), Direction.OUT, None, flows)


def _resource(index: int, resource: Resource, flows: tuple[Flow, ...]) -> PlannedLine:
    kind = received_as(resource)
    return PlannedLine(key_of("resources", index), resource.label, kind, Direction.IN, resource.funder, flows)


def _cash_lines(dossier: Dossier, span: Span, basis: Basis) -> Iterator[PlannedLine]:
    """Yield the lines of the rest of the organisation; what recurs without an end does so as long as the plan."""
    whole = Span(basis.opening.evening + timedelta(days=1), basis.horizon.last)
    for index, line in enumerate(dossier.treasury.lines):
        days = span if line.each is None else whole
        flows = tuple(Flow(part.on, part.amount) for part in cash_flows(line, days.first, days.last))
        key = key_of("treasury.lines", index)
        yield PlannedLine(key, line.label, line.kind, line.direction, line.funder, flows)


def _dated(resource: Resource, span: Span) -> tuple[Flow, ...]:
    if resource.timing is None and resource.years is not None:
        return tuple(flow for year, amount in resource.years.items() for flow in _in_year(amount, year, span))
    parts = dated_parts(resource.amount, resource.timing, span.first, span.last)
    return tuple(Flow(part.on, part.amount) for part in parts)


def _in_year(amount: Decimal, year: int, span: Span) -> Iterator[Flow]:
    """Spread what is given for a year over its months, those of the project where it runs in that year."""
    first, last = max(span.first, date(year, 1, 1)), min(span.last, date(year, 12, 31))
    if first > last:
        first, last = date(year, 1, 1), date(year, 12, 31)
    return (Flow(part.on, part.amount) for part in dated_parts(amount, None, first, last))


def _received(plan: Plan) -> tuple[Flow, ...]:
    return tuple(Flow(payment.paid, payment.amount) for payment in plan.instalments)


def _grant(index: int, resource: Resource, plan: Plan) -> PlannedGrant:
    return PlannedGrant(key_of("resources", index), resource.label, resource.funder, plan)


def _brings_cash(resource: Resource) -> bool:
    is_in_hand = resource.kind is ResourceKind.OWN_FUNDS and resource.timing is None
    return resource.kind not in _IN_KIND and not is_in_hand


def _comes_evenly(resource: Resource) -> bool:
    return is_asked_for(resource) and resource.timing is None
