"""Payment schemes side by side as people see them: figures, differences from the first, and one sentence for each."""

from collections.abc import Sequence
from decimal import Decimal
from typing import assert_never

from clusters_cli.cashflow import Compared, Comparison, SchemeVerdict, verdict
from clusters_cli.commands.shared.payment_notes import cluster_name
from clusters_cli.foundations.text import Euros, Joined, Listed, Share, Text, Value, counted
from clusters_cli.presentation.data import record
from clusters_cli.presentation.report import Column, Kind, Table
from clusters_cli.registry import Registry


def side_by_side(comparison: Comparison) -> Table:
    """Return the figures of each scheme."""
    credits_ = [one.summary.credit for one in comparison.schemes]
    with_cost = any(used.cost is not None for used in credits_)
    columns = (
        Column("scheme", Text("Scheme")),
        Column("peak_advance", Text("Peak advance (€)"), Kind.MONEY),
        Column("peak_date", Text("On"), Kind.DATE),
        Column("days_in_advance", Text("Days"), Kind.COUNT),
        Column("mean_advance", Text("Mean advance (€)"), Kind.MONEY, minor=True),
        Column("interest_per_point", Text("Cost of a point (€)"), Kind.MONEY, minor=True),
        *((Column("cost", Text("Cost of credit (€)"), Kind.MONEY),) if with_cost else ()),
        *((Column("gap", Text("Unfunded (€)"), Kind.MONEY),) if any(used.gap for used in credits_) else ()),
        *(
            (Column("implied_rate", Text("Rate (%)"), Kind.NUMBER),)
            if any(used.implied_rate for used in credits_)
            else ()
        ),
        Column("last_paid", Text("Last payment"), Kind.DATE),
        Column("euro_days", Text("Euro-days"), Kind.MONEY, minor=True),
    )
    records = [{**record(one.summary), "scheme": one.scheme} for one in comparison.schemes]
    return Table.of("comparison", columns, records, title=Text("Side by side"))


def differences(comparisons: Sequence[Comparison], registry: Registry) -> Table:
    """Return how each scheme differs from the first: more is positive."""
    first = comparisons[0].schemes[0].scheme
    with_cost = any(one.difference.cost is not None for each in comparisons for one in each.schemes)
    columns = (
        *((Column("cluster", Text("Cluster")),) if len(comparisons) > 1 else ()),
        Column("scheme", Text("Scheme")),
        Column("peak_advance", Text("Peak advance (€)"), Kind.MONEY),
        Column("days_in_advance", Text("Days"), Kind.COUNT),
        Column("mean_advance", Text("Mean advance (€)"), Kind.MONEY, minor=True),
        *((Column("cost", Text("Cost of credit (€)"), Kind.MONEY),) if with_cost else ()),
        Column("last_paid", Text("Last payment (days)"), Kind.COUNT, minor=True),
        Column("euro_days", Text("Euro-days"), Kind.MONEY),
    )
    records = [
        {
            **record(one.difference),
            "scheme": one.scheme,
            "cluster": Text("Together") if each.together else cluster_name(each.cluster, registry),
        }
        for each in comparisons
        for one in each.schemes[1:]
    ]
    return Table.of("differences", columns, records, title=Text("Difference from {scheme}", scheme=first))


def sentences(comparison: Comparison) -> list[Value]:
    """Say in one sentence for each scheme what it changes, where their amounts compare."""
    first, *others = comparison.schemes
    notes: list[Value] = [_sentence(first, other) for other in others if other.total == first.total]
    if len({one.total for one in comparison.schemes}) > 1:
        totals = Listed(tuple(Joined((one.scheme, Euros(one.total))) for one in comparison.schemes))
        notes.append(
            Text("The schemes do not pay the same total, so that amounts do not compare: {totals}.", totals=totals)
        )
    return notes


def _sentence(first: Compared, other: Compared) -> Text:
    changed = other.difference
    return _comparison(verdict(first, other)).given(
        scheme=other.scheme,
        first=first.scheme,
        peak=_peak_words(changed.peak_advance),
        days=_days_words(changed.days_in_advance),
        euro_days=_euro_days_words(changed.euro_days, first.summary.euro_days),
    )


def _comparison(found: SchemeVerdict | None) -> Text:
    match found:
        case SchemeVerdict.MORE:
            return Text("{scheme} costs more advance than {first}: {peak}, {days}, {euro_days}.")
        case SchemeVerdict.LESS:
            return Text("{scheme} costs less advance than {first}: {peak}, {days}, {euro_days}.")
        case SchemeVerdict.SAME:
            return Text("{scheme} costs as much advance as {first}: {peak}, {days}, {euro_days}.")
        case None:
            return Text("{scheme} beside {first}: {peak}, but {days} and {euro_days}.")
        case _:
            assert_never(found)


def _peak_words(change: Decimal) -> Text:
    if not change:
        return Text("the same peak")
    return (
        Text("a peak {amount} higher", amount=Euros(abs(change)))
        if change > 0
        else Text("a peak {amount} lower", amount=Euros(abs(change)))
    )


def _days_words(change: int) -> Text:
    if not change:
        return Text("as many days in advance")
    if change > 0:
        return counted("{count} day more", "{count} days more", change)
    return counted("{count} day fewer", "{count} days fewer", -change)


def _euro_days_words(change: Decimal, base: Decimal) -> Text:
    if not change:
        return Text("as many euro-days")
    share = Share((abs(change) / base).quantize(Decimal("0.01"))) if base else Euros(abs(change))
    return Text("{share} more euro-days", share=share) if change > 0 else Text("{share} fewer euro-days", share=share)
