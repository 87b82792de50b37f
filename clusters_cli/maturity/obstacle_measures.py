"""The measures by which the registry's facts point to an obstacle."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from decimal import ROUND_DOWN, Decimal

from clusters_cli.cashflow import Terms, make_plan
from clusters_cli.dossier import FunderLevel
from clusters_cli.foundations.text import Euros, Listed, Text
from clusters_cli.maturity.evidence import Evidence, budget, team
from clusters_cli.maturity.evidence_words import MissingFact, Unit
from clusters_cli.registry import Layer, Registry, default_scheme, figure, is_supported
from clusters_cli.registry.models import Cluster, PaymentScheme, SchemeStatus, SignMeasure, Sourced

MONTHS = 12
_HUNDREDTH = Decimal("0.01")


def cash_advance(cluster: Cluster, registry: Registry, day: date) -> Evidence:
    """Return the peak advance of the Région's grant, in months of budget.

    It is computed by the cash-flow room, for the payment scheme in force, from the year of the day on, and rounded
    down so that no rounding takes it over a threshold.
    """
    scheme = scheme_in_force(registry)
    grant = figure(cluster, "regional_grant", registry.reference, day.year)
    if scheme is None or grant is None:
        return Evidence(
            value=None,
            unit=Unit.MONTHS,
            missing=(MissingFact.SCHEME if scheme is None else MissingFact.REGIONAL_GRANT,),
        )
    peak = make_plan(scheme, grant.value, Terms(start=day.year), cluster=cluster.id).summary.peak_advance
    known = Evidence(
        value=None,
        unit=Unit.MONTHS,
        missing=(MissingFact.BUDGET,),
        remark=Text("peak advance {amount} under {scheme}", amount=Euros(peak), scheme=scheme.id),
        details={"peak_advance": peak, "scheme": scheme.id},
    )
    yearly = grant.origin.budget
    if not yearly:  # a budget of another source or year would not be the one that carries this grant
        return known
    months = (peak * MONTHS / yearly).quantize(_HUNDREDTH, rounding=ROUND_DOWN)
    return replace(known, value=months, year=grant.year, origin=grant.origin, missing=())


def agreement(cluster: Cluster, registry: Registry, day: date) -> Evidence | None:
    """Return the years that an agreement with the Région covers; ``None`` if it does not support the cluster."""
    del day
    supported = is_supported(cluster, registry)
    if supported is False:
        return None
    scheme = scheme_in_force(registry)
    if supported is None or scheme is None or scheme.agreement.years is None:
        return Evidence(
            value=None, unit=Unit.YEARS, missing=(MissingFact.SUPPORT if supported is None else MissingFact.SCHEME,)
        )
    return Evidence(
        value=Decimal(scheme.agreement.years),
        unit=Unit.YEARS,
        origin=scheme,
        remark=Text("under {scheme}", scheme=scheme.id),
        details={"scheme": scheme.id},
    )


def funders(cluster: Cluster, registry: Registry, day: date) -> Evidence:
    """Return how many public funders are known; no source says that there are no others."""
    known = _public_funders(cluster, registry, day)
    if not known:
        return Evidence(value=None, unit=Unit.COUNT, missing=(MissingFact.SUPPORT,))
    names = tuple(known)
    return Evidence(
        value=Decimal(len(names)),
        unit=Unit.COUNT,
        origin=known[names[-1]],
        remark=Listed(names),
        details={"funders": names},
    )


def _public_funders(cluster: Cluster, registry: Registry, day: date) -> dict[str | FunderLevel, Sourced]:
    """Return the funders by name; the State, which no data name, by its level."""
    state, others = (figure(cluster, name, registry.reference, day.year) for name in ("state_grant", "grants"))
    return {
        **{support.funder: support for support in cluster.support if support.supported},
        **({FunderLevel.STATE: state.origin} if state and state.value else {}),
        **({grant.funder: others.origin for grant in others.value if grant.amount} if others else {}),
    }


def scheme_in_force(registry: Registry) -> PaymentScheme | None:
    """Return the payment scheme under which yearly grants are paid now.

    It is the one by which the Région pays where nothing else is said; where no source says, one in force that is the
    registry's own or that its programmes name: what comes with the program is another Région's.
    """
    usual = default_scheme(registry)
    if usual is not None:
        return next(scheme for scheme in registry.schemes.entries if scheme.id == usual.value)
    programmes = registry.programmes.programmes
    used = {stated.value for programme in programmes for stated in programme.payment_scheme}
    schemes = registry.schemes
    return next(
        (
            scheme
            for scheme in schemes.entries
            if scheme.status is SchemeStatus.IN_FORCE
            and not scheme.is_project
            and (scheme.id in used or schemes.layers[scheme.id] is Layer.REGISTRY)
        ),
        None,
    )


SIGN_MEASURES: Mapping[SignMeasure, Callable[[Cluster, Registry, date], Evidence | None]] = {
    SignMeasure.BUDGET: lambda cluster, registry, day: budget(cluster, registry.reference, day),
    SignMeasure.TEAM: lambda cluster, registry, day: team(cluster, registry.reference, day),
    SignMeasure.CASH_ADVANCE: cash_advance,
    SignMeasure.AGREEMENT: agreement,
    SignMeasure.FUNDERS: funders,
}
"""How each measure is taken; ``None`` means that the question does not arise for the cluster."""
FLOORS: frozenset[SignMeasure] = frozenset({SignMeasure.FUNDERS})
"""Measures that are only a least: below a threshold they leave the question open."""
