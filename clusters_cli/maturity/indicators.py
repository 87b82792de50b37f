"""Indicators that stand beside a class and take no part in it.

A ratio is made of figures of one statement, that is of one source and one year: it is unknown when one of them is.
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from clusters_cli.foundations.data_shape import in_data
from clusters_cli.foundations.fields import Identifier
from clusters_cli.foundations.money import cents
from clusters_cli.foundations.text import Sentence, Text
from clusters_cli.maturity.evidence import Evidence, age, team
from clusters_cli.maturity.evidence_words import IndicatorName, Unit
from clusters_cli.registry import figure
from clusters_cli.registry.models import Cluster, Sourced

_SHARE = Decimal("0.0001")
_RATIOS: tuple[tuple[IndicatorName, str, str], ...] = (
    (IndicatorName.GRANT_SHARE, "regional_grant", "budget"),
    (IndicatorName.GRANT_PER_COMPANY, "regional_grant", "regional_companies"),
    (IndicatorName.REGIONAL_SHARE, "regional_companies", "members"),
)


@in_data(without=("remark",), spread=("origin",), name="id")
@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator of one cluster.

    Attributes:
        name: what it is.
        value: ``None`` when unknown.
        unit: a share of 1, euros, years, people or full-time equivalents.
        year: year of the figures; for an age, the year of creation.
        origin: who states them.
        missing: the terms nobody states.
        remark: why it is unknown though its terms are known.
    """

    name: IndicatorName
    value: Decimal | None
    unit: Unit
    year: int | None = None
    origin: Sourced | None = None
    missing: tuple[str, ...] = ()
    remark: Sentence | None = None


def indicators_of(cluster: Cluster, reference: Identifier | None, year: int) -> tuple[Indicator, ...]:
    """Return the indicators of a cluster, its age counted at the reference year."""
    ratios = tuple(_ratio(cluster, reference, *terms) for terms in _RATIOS)
    return (
        *ratios,
        _measured(IndicatorName.AGE, age(cluster, reference, year)),
        _measured(IndicatorName.STAFF, team(cluster, reference, year)),
    )


def _measured(name: IndicatorName, evidence: Evidence) -> Indicator:
    return Indicator(
        name,
        evidence.value,
        evidence.unit,
        year=evidence.year,
        origin=evidence.origin,
        missing=evidence.missing,
        remark=evidence.remark,
    )


def _ratio(
    cluster: Cluster, reference: Identifier | None, name: IndicatorName, numerator: str, denominator: str
) -> Indicator:
    unit = Unit.EUROS if name is IndicatorName.GRANT_PER_COMPANY else Unit.SHARE
    both = [
        item
        for item in cluster.figures
        if getattr(item, numerator) is not None and getattr(item, denominator) is not None
    ]
    if not both:
        missing = tuple(term for term in (numerator, denominator) if figure(cluster, term, reference) is None)
        remark = None if missing else Text("its terms are known of different years or sources only")
        return Indicator(name, None, unit, missing=missing, remark=remark)
    chosen = max(both, key=lambda item: (item.source == reference, item.year))
    top, bottom = getattr(chosen, numerator), getattr(chosen, denominator)
    if not bottom:
        return Indicator(name, None, unit, year=chosen.year, origin=chosen, remark=Text("divided by zero"))
    ratio = Decimal(top) / Decimal(bottom)
    value = cents(ratio) if unit is Unit.EUROS else ratio.quantize(_SHARE, rounding=ROUND_HALF_UP)
    return Indicator(name, value, unit, year=chosen.year, origin=chosen)
