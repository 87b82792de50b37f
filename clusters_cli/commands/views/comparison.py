"""Payment schemes side by side as people see them: figures, differences from the first, and one sentence for each."""

from collections.abc import Sequence
from decimal import Decimal

from clusters_cli.cashflow.comparison import Compared
from clusters_cli.cashflow.study import Comparison
from clusters_cli.commands.views.notes import cluster_name
from clusters_cli.commands.views.plan_data import difference_data, summary_data
from clusters_cli.foundations.messages import _, plural
from clusters_cli.foundations.numerals import money, percent
from clusters_cli.presentation.report import Column, Kind, Table
from clusters_cli.registry.loading import Registry


def side_by_side(comparison: Comparison) -> Table:
    """Return the figures of each scheme."""
    credits_ = [one.summary.credit for one in comparison.schemes]
    with_cost = any(used.cost is not None for used in credits_)
    columns = (
        Column("scheme", _("Scheme")),
        Column("peak_advance", _("Peak advance (€)"), Kind.MONEY),
        Column("peak_date", _("On"), Kind.DATE),
        Column("days_in_advance", _("Days"), Kind.COUNT),
        Column("mean_advance", _("Mean advance (€)"), Kind.MONEY, minor=True),
        Column("interest_per_point", _("Cost of a point (€)"), Kind.MONEY, minor=True),
        *((Column("cost", _("Cost of credit (€)"), Kind.MONEY),) if with_cost else ()),
        *((Column("gap", _("Unfunded (€)"), Kind.MONEY),) if any(used.gap for used in credits_) else ()),
        *((Column("implied_rate", _("Rate (%)"), Kind.NUMBER),) if any(used.implied_rate for used in credits_) else ()),
        Column("last_paid", _("Last payment"), Kind.DATE),
        Column("euro_days", _("Euro-days"), Kind.MONEY, minor=True),
    )
    records = [{**summary_data(one.summary), "scheme": one.scheme} for one in comparison.schemes]
    return Table.of("comparison", columns, records, title=_("Side by side"))


def differences(comparisons: Sequence[Comparison], registry: Registry) -> Table:
    """Return how each scheme differs from the first: more is positive."""
    first = comparisons[0].schemes[0].scheme
    with_cost = any(one.difference.cost is not None for each in comparisons for one in each.schemes)
    columns = (
        *((Column("cluster", _("Cluster")),) if len(comparisons) > 1 else ()),
        Column("scheme", _("Scheme")),
        Column("peak_advance", _("Peak advance (€)"), Kind.MONEY),
        Column("days_in_advance", _("Days"), Kind.COUNT),
        Column("mean_advance", _("Mean advance (€)"), Kind.MONEY, minor=True),
        *((Column("cost", _("Cost of credit (€)"), Kind.MONEY),) if with_cost else ()),
        Column("last_paid", _("Last payment (days)"), Kind.COUNT, minor=True),
        Column("euro_days", _("Euro-days"), Kind.MONEY),
    )
    records = [
        {
            **difference_data(one.difference),
            "scheme": one.scheme,
            "cluster": _("Together") if each.together else cluster_name(each.cluster, registry),
        }
        for each in comparisons
        for one in each.schemes[1:]
    ]
    return Table.of("differences", columns, records, title=_("Difference from {scheme}").format(scheme=first))


def sentences(comparison: Comparison) -> list[str]:
    """Say in one sentence for each scheme what it changes."""
    first, *others = comparison.schemes
    notes = [_sentence(first, other) for other in others]
    if len({one.total for one in comparison.schemes}) > 1:
        totals = ", ".join(f"{one.scheme} {money(one.total)}" for one in comparison.schemes)
        notes.append(
            _("The schemes do not pay the same total, so that amounts do not compare: {totals}.").format(totals=totals)
        )
    return notes


def _sentence(first: Compared, other: Compared) -> str:
    changed = other.difference
    if not changed.euro_days:
        message = _("{scheme} costs as much advance as {first}: {peak}, {days}.")
    elif changed.euro_days > 0:
        message = _("{scheme} costs more advance than {first}: {peak}, {days}, {share} more euro-days.")
    else:
        message = _("{scheme} costs less advance than {first}: {peak}, {days}, {share} fewer euro-days.")
    base = first.summary.euro_days
    share = percent((abs(changed.euro_days) / base).quantize(Decimal("0.01"))) if base else money(changed.euro_days)
    return message.format(
        scheme=other.scheme,
        first=first.scheme,
        peak=_peak_words(changed.peak_advance),
        days=_days_words(changed.days_in_advance),
        share=share,
    )


def _peak_words(change: Decimal) -> str:
    if not change:
        return _("the same peak")
    message = _("a peak {amount} higher") if change > 0 else _("a peak {amount} lower")
    return message.format(amount=money(abs(change)))


def _days_words(change: int) -> str:
    if not change:
        return _("as many days in advance")
    if change > 0:
        return plural("{count} day more", "{count} days more", change).format(count=change)
    return plural("{count} day fewer", "{count} days fewer", -change).format(count=-change)
