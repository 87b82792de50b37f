"""The report of ``clusters cashflow --delays``: what the plans become when payments are late by chance."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from clusters_cli.cashflow import Percentiles, Risk, RiskQuestion, SchemeRisk
from clusters_cli.commands.shared.payment_notes import cluster_name, scheme_name
from clusters_cli.foundations.data_shape import extended
from clusters_cli.foundations.text import Count, Euros, Joined, Listed, Share, Text, Typed, Value, counted
from clusters_cli.presentation.report import Bar, Cell, Chart, Column, Kind, Report, Table, Worded
from clusters_cli.registry import Registry
from clusters_cli.registry.models import InstalmentKind

_LEVELS = ("planned", "p50", "p80", "p95", "largest")


def risk_report(plain: Report, found: Sequence[SchemeRisk], question: RiskQuestion, registry: Registry) -> Report:
    """Build the report of drawn delays on that of the plans they belong to.

    Args:
        plain: the report of the plans as they stand, whose data and notes are kept.
        found: what the draws gave, one entry per payment scheme.
        question: what was asked of them.
        registry: names the clusters.
    """
    one = len(found) == 1 and len(found[0].clusters) == 1
    return replace(
        plain,
        data=extended(plain.data, risk=extended(question, schemes=found)),
        tables=(
            (_one_table(found[0].clusters[0]),)
            if one
            else tuple(table for scheme in found for table in _scheme_tables(scheme, question, registry))
        ),
        charts=tuple(_chart(scheme) for scheme in found) if plain.charts else (),
        export=_export(found),
        notes=(*_notes(found, question), *plain.notes),
    )


def _one_table(risk: Risk) -> Table:
    columns = (Column("figure", Text("Late payments")), *_level_columns(Kind.NUMBER))
    days = [Worded(value, Kind.COUNT) for value in _values(risk.days_in_advance)]
    rows: list[tuple[Cell, ...]] = [
        (Text("peak advance"), *map(_amount, _values(risk.peak_advance))),
        (Text("days in advance"), *days),
        *([(Text("cost at the rate given"), *map(_amount, _values(risk.interest)))] if risk.interest else []),
        (Text("cost of a point of interest"), *map(_amount, _values(risk.interest_per_point))),
        *([(Text("cost of the credit"), *map(_amount, _values(risk.cost)))] if risk.cost else []),
        *([(Text("unfunded above the ceiling"), *map(_amount, _values(risk.gap)))] if risk.gap else []),
    ]
    return Table("risk", columns, tuple(rows))


def _amount(value: Decimal) -> Cell:
    return Worded(value, Kind.MONEY)


def _scheme_tables(scheme: SchemeRisk, question: RiskQuestion, registry: Registry) -> Iterator[Table]:
    limit = question.limit
    above = (Column("above", Text("Above {limit}", limit=Euros(limit)), Kind.NUMBER),) if limit is not None else ()
    yield _figure_table(scheme, "peak_advance", Text("{scheme}: peak advance (€)"), Kind.MONEY, registry, above)
    yield _figure_table(scheme, "days_in_advance", Text("{scheme}: days in advance"), Kind.COUNT, registry)
    if question.credit.rate is not None:
        yield _figure_table(scheme, "interest", Text("{scheme}: cost at the rate given (€)"), Kind.MONEY, registry)
    else:
        title = Text("{scheme}: cost of a point of interest (€)")
        yield _figure_table(scheme, "interest_per_point", title, Kind.MONEY, registry)
    if scheme.clusters[0].cost:
        yield _figure_table(scheme, "cost", Text("{scheme}: cost of the credit (€)"), Kind.MONEY, registry)
    if scheme.clusters[0].gap:
        yield _figure_table(scheme, "gap", Text("{scheme}: unfunded above the ceiling (€)"), Kind.MONEY, registry)


def _figure_table(
    scheme: SchemeRisk, figure: str, title: Text, kind: Kind, registry: Registry, more: tuple[Column, ...] = ()
) -> Table:
    columns = (Column("cluster", Text("Cluster")), *_level_columns(kind), *more)

    def line(name: Value, risk: Risk) -> tuple[Cell, ...]:
        share = (_share(risk.above) if risk.above is not None else None,) if more else ()
        return (name, *_values(getattr(risk, figure)), *share)

    rows = tuple(line(cluster_name(risk.cluster, registry), risk) for risk in scheme.clusters)
    totals = line(Text("Carried together"), scheme.pool) if scheme.pool else None
    named = title.given(scheme=scheme_name(scheme.scheme))
    return Table(f"{scheme.scheme or 'signed'} {figure}", columns, rows, title=named, totals=totals)


def _level_columns(kind: Kind) -> tuple[Column, ...]:
    return (
        Column("planned", Text("As planned"), kind),
        Column("p50", "P50", kind, minor=True),
        Column("p80", "P80", kind),
        Column("p95", "P95", kind),
        Column("largest", Text("Largest"), kind),
    )


def _values(spread: Percentiles[Any]) -> list[Any]:
    return [getattr(spread, level) for level in _LEVELS]


def _share(share: Decimal) -> Value:
    return Share(round(share, 4))


def _chart(scheme: SchemeRisk) -> Chart:
    """Draw how often the peak falls in each range, for the pool or the one cluster."""
    risk = scheme.pool or scheme.clusters[0]
    title = (
        Text("{scheme}: in how many draws the fund that carries all clusters lies in each range (€)")
        if scheme.pool
        else Text("{scheme}: in how many draws the peak advance lies in each range (€)")
    )
    bars = tuple(
        Bar(
            Joined((Count(round(one.low)), Count(round(one.high))), by=" – "),
            Decimal(one.draws),
            note=_marks(risk, one.low, one.high),
        )
        for one in risk.peaks
    )
    return Chart(title.given(scheme=scheme_name(scheme.scheme)), bars)


def _marks(risk: Risk, low: Decimal, high: Decimal) -> str:
    named = (("P50", risk.peak_advance.p50), ("P80", risk.peak_advance.p80), ("P95", risk.peak_advance.p95))
    return " ".join(name for name, value in named if low <= value < high or value == high == risk.peak_advance.largest)


def _notes(found: Sequence[SchemeRisk], question: RiskQuestion) -> Iterator[Value]:
    sampling, limit = question.sampling, question.limit
    yield counted(
        "{draws} draw, seed {seed}, correlation between clusters {correlation}.",
        "{draws} draws, seed {seed}, correlation between clusters {correlation}.",
        sampling.draws,
        draws=Count(sampling.draws),
        seed=sampling.seed,
        correlation=Typed(f"{sampling.correlation.normalize():f}"),
    )
    yield Text("Days from the due date to the payment: {delays}.", delays=Listed(tuple(_laws(question))))
    yield Text("P80: eight draws in ten do not exceed it; P50 half of them, P95 nineteen in twenty.")
    for scheme in found:
        risk = scheme.pool or scheme.clusters[0]
        if limit is not None and risk.above is not None:
            exceeded = (
                Text("{scheme}: the fund that carries all clusters exceeds {limit} in {share} of the draws.")
                if scheme.pool
                else Text("{scheme}: the peak exceeds {limit} in {share} of the draws.")
            )
            yield exceeded.given(scheme=scheme_name(scheme.scheme), limit=Euros(limit), share=_share(risk.above))


def _laws(question: RiskQuestion) -> Iterator[Value]:
    """Say in words which instalments have which law."""
    laws = {kind: delay.written for kind, delay in question.delays.items()}
    if len(laws) == len(InstalmentKind) and len(set(laws.values())) == 1:
        yield Text("{law} for every instalment", law=next(iter(laws.values())))
        return
    for kind, law in laws.items():
        yield Text("{law} for the {instalment}", law=law, instalment=kind)
    if len(laws) < len(InstalmentKind):
        yield Text("as planned for the others")


def _export(found: Sequence[SchemeRisk]) -> Table:
    keys = ("scheme", "cluster", "figure", *_LEVELS, "above_limit")
    rows = tuple(row for scheme in found for row in _export_rows(scheme))
    return Table("risk", tuple(Column(key, key) for key in keys), rows)


def _export_rows(scheme: SchemeRisk) -> Iterator[tuple[Cell, ...]]:
    named = [(risk.cluster, risk) for risk in scheme.clusters]
    for name, risk in [*named, *([("(pool)", scheme.pool)] if scheme.pool else [])]:
        for figure in ("peak_advance", "days_in_advance", "euro_days", "interest", "interest_per_point", "cost", "gap"):
            if (spread := getattr(risk, figure)) is not None:
                yield (scheme.scheme, name, figure, *_values(spread), risk.above if figure == "peak_advance" else None)
