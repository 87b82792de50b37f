"""Indicators that stand beside a class and take no part in it.

A ratio is made of figures of one statement, that is of one source and one year: it is unknown when one of them is.
"""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from clusters_cli.foundations.data_shape import in_data
from clusters_cli.foundations.fields import Identifier
from clusters_cli.foundations.money import cents
from clusters_cli.foundations.text import Sentence, Text
from clusters_cli.maturity.evidence import Evidence, age, team
from clusters_cli.maturity.evidence_words import IndicatorName, Unit
from clusters_cli.registry import figure
from clusters_cli.registry.models import Cluster, Sourced

_SHARE = Decimal("0.0001")


class _Ratio(NamedTuple):
    name: IndicatorName
    numerator: str
    denominator: str


_RATIOS = (
    _Ratio(IndicatorName.GRANT_SHARE, "regional_grant", "budget"),
    _Ratio(IndicatorName.GRANT_PER_COMPANY, "regional_grant", "regional_companies"),
    _Ratio(IndicatorName.REGIONAL_SHARE, "regional_companies", "members"),
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


def indicators_of(cluster: Cluster, reference: Identifier | None, day: date) -> tuple[Indicator, ...]:
    """Return the indicators of a cluster as of a day."""
    ratios = tuple(_ratio(cluster, reference, day, terms) for terms in _RATIOS)
    return (
        *ratios,
        _measured(IndicatorName.AGE, age(cluster, reference, day)),
        _measured(IndicatorName.STAFF, team(cluster, reference, day)),
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


def _ratio(cluster: Cluster, reference: Identifier | None, day: date, ratio: _Ratio) -> Indicator:
    name, numerator, denominator = ratio
    unit = Unit.EUROS if name is IndicatorName.GRANT_PER_COMPANY else Unit.SHARE
    both = [
        item
        for item in cluster.figures
        if item.year <= day.year and None not in (getattr(item, numerator), getattr(item, denominator))
    ]
    if not both:
        missing = tuple(term for term in (numerator, denominator) if figure(cluster, term, reference, day.year) is None)
        remark = None if missing else Text("its terms are known of different years or sources only")
        return Indicator(name, None, unit, missing=missing, remark=remark)
    chosen = max(both, key=lambda item: (item.source == reference, item.year))
    top, bottom = getattr(chosen, numerator), getattr(chosen, denominator)
    if not bottom:
        return Indicator(name, None, unit, year=chosen.year, origin=chosen, remark=Text("divided by zero"))
    exact = Decimal(top) / Decimal(bottom)
    value = cents(exact) if unit is Unit.EUROS else exact.quantize(_SHARE, rounding=ROUND_HALF_UP)
    return Indicator(name, value, unit, year=chosen.year, origin=chosen)
