"""Payment schemes side by side as people see them: figures, differences from the first, and one sentence for each."""

from collections.abc import Sequence
from decimal import Decimal
from typing import assert_never

from clusters_cli.cashflow import Compared, Comparison, ProjectPlan, SchemeVerdict, treasury_difference, verdict
from clusters_cli.commands.shared.payment_notes import cluster_name
from clusters_cli.foundations.text import Euros, Share
from clusters_cli.presentation.data import record
from clusters_cli.presentation.messages import _, plural, spoken
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
    records = [{**record(one.summary), "scheme": one.scheme} for one in comparison.schemes]
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
            **record(one.difference),
            "scheme": one.scheme,
            "cluster": _("Together") if each.together else cluster_name(each.cluster, registry),
        }
        for each in comparisons
        for one in each.schemes[1:]
    ]
    return Table.of("differences", columns, records, title=_("Difference from {scheme}").format(scheme=first))


def sentences(comparison: Comparison) -> list[str]:
    """Say in one sentence for each scheme what it changes, where their amounts compare."""
    first, *others = comparison.schemes
    notes = [_sentence(first, other) for other in others if other.total == first.total]
    if len({one.total for one in comparison.schemes}) > 1:
        totals = ", ".join(f"{one.scheme} {spoken(Euros(one.total))}" for one in comparison.schemes)
        notes.append(
            _("The schemes do not pay the same total, so that amounts do not compare: {totals}.").format(totals=totals)
        )
    return notes


def treasury_sentences(projects: Sequence[ProjectPlan]) -> list[str]:
    """Say in one sentence for each scheme what it changes in the treasury of a project."""
    first, *others = projects
    return [_treasury_sentence(first, other) for other in others]


def _sentence(first: Compared, other: Compared) -> str:
    changed = other.difference
    return _comparison(verdict(first, other)).format(
        scheme=other.scheme,
        first=first.scheme,
        peak=_peak_words(changed.peak_advance),
        days=_days_words(changed.days_in_advance),
        euro_days=_euro_days_words(changed.euro_days, first.summary.euro_days),
    )


def _comparison(found: SchemeVerdict | None) -> str:
    match found:
        case SchemeVerdict.MORE:
            return _("{scheme} costs more advance than {first}: {peak}, {days}, {euro_days}.")
        case SchemeVerdict.LESS:
            return _("{scheme} costs less advance than {first}: {peak}, {days}, {euro_days}.")
        case SchemeVerdict.SAME:
            return _("{scheme} costs as much advance as {first}: {peak}, {days}, {euro_days}.")
        case None:
            return _("{scheme} beside {first}: {peak}, but {days} and {euro_days}.")
        case _:
            assert_never(found)


def _treasury_sentence(first: ProjectPlan, other: ProjectPlan) -> str:
    changed = treasury_difference(first.treasury, other.treasury)
    parts = [_lowest_words(changed.lowest), _negative_days_words(changed.negative_days)]
    if changed.cost is not None:
        parts.append(_cost_words(changed.cost))
    if changed.closing:
        parts.append(_closing_words(changed.closing))
    return _("{scheme} beside {first}: {changes}.").format(
        scheme=other.scheme, first=first.scheme, changes=", ".join(parts)
    )


def _peak_words(change: Decimal) -> str:
    if not change:
        return _("the same peak")
    message = _("a peak {amount} higher") if change > 0 else _("a peak {amount} lower")
    return message.format(amount=spoken(Euros(abs(change))))


def _days_words(change: int) -> str:
    if not change:
        return _("as many days in advance")
    if change > 0:
        return plural("{count} day more", "{count} days more", change).format(count=change)
    return plural("{count} day fewer", "{count} days fewer", -change).format(count=-change)


def _euro_days_words(change: Decimal, base: Decimal) -> str:
    if not change:
        return _("as many euro-days")
    share = spoken(Share((abs(change) / base).quantize(Decimal("0.01")))) if base else spoken(Euros(abs(change)))
    return (_("{share} more euro-days") if change > 0 else _("{share} fewer euro-days")).format(share=share)


def _lowest_words(change: Decimal) -> str:
    if not change:
        return _("the same lowest point")
    message = _("a lowest point {amount} higher") if change > 0 else _("a lowest point {amount} lower")
    return message.format(amount=spoken(Euros(abs(change))))


def _negative_days_words(change: int) -> str:
    if not change:
        return _("as many days below zero")
    if change > 0:
        return plural("{count} day more below zero", "{count} days more below zero", change).format(count=change)
    return plural("{count} day fewer below zero", "{count} days fewer below zero", -change).format(count=-change)


def _cost_words(change: Decimal) -> str:
    if not change:
        return _("a credit at the same cost")
    message = _("a credit {amount} dearer") if change > 0 else _("a credit {amount} cheaper")
    return message.format(amount=spoken(Euros(abs(change))))


def _closing_words(change: Decimal) -> str:
    message = _("closing cash {amount} higher") if change > 0 else _("closing cash {amount} lower")
    return message.format(amount=spoken(Euros(abs(change))))
