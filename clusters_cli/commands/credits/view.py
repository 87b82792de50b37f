"""The report of ``clusters credits``: years of a funder under two payment schemes and through the change."""

from clusters_cli.cashflow import Gain, PaymentCredits, SchemeChange, are_known
from clusters_cli.commands.shared.payment_notes import (
    AskedGrants,
    assumption_notes,
    cluster_name,
    grant_notes,
    scheme_name,
    unknown_notes,
)
from clusters_cli.foundations.data_shape import extended
from clusters_cli.foundations.errors import ExitCode
from clusters_cli.foundations.text import Euros, Joined, Listed, Text, Value, bracketed
from clusters_cli.presentation.report import Bar, Cell, Chart, Column, Kind, Report, Table
from clusters_cli.registry import Registry

PATHS = ("kept", "target", "changed")
"""The three histories of a funder: the scheme of before kept, that of after from the start, the change."""


def credits_report(change: SchemeChange, asked: AskedGrants, *, chart: bool) -> Report:
    """Build the report of a change of payment scheme.

    Args:
        change: what was computed.
        asked: the grants asked for.
        chart: whether the payments of each year are drawn.
    """
    several = len(change.clusters) > 1
    return Report(
        command="credits",
        data=extended(change, grants=asked.sources, unknown=asked.unknown, left_out=asked.left_out),
        tables=(
            _payments_table(change),
            _commitments_table(change),
            *((_clusters_table(change, asked.registry),) if several else ()),
            _gains_table(change, asked.registry),
        ),
        export=_export(change),
        charts=(_chart(change),) if chart else (),
        notes=(
            *_effect_notes(change),
            *unknown_notes(asked),
            *grant_notes(asked),
            *_signed_notes(change, asked.registry),
            Text("Every grant is taken to be the same in each year that no agreement covers.")
            if any(one.agreements for one in change.clusters)
            else Text("Every grant is taken to be the same each year, before, during and after the years shown."),
            Text("An agreement is committed in the year of its signature, for all the years it covers."),
            *assumption_notes(change.assumptions),
        ),
        exit_code=ExitCode.of(are_known(asked.wanted, named=asked.named)),
        as_of=asked.as_of,
    )


def _payments_table(change: SchemeChange) -> Table:
    columns = (
        Column("year", Text("Year"), Kind.NUMBER),
        Column("kept", _kept(change), Kind.MONEY),
        Column("target", change.after, Kind.MONEY),
        Column("changed", Text("With the change"), Kind.MONEY),
        Column("effect", Text("Effect"), Kind.MONEY),
    )
    total = change.total
    rows = tuple(
        (kept.year, kept.paid, target.paid, changed.paid, effect)
        for kept, target, changed, effect in zip(total.kept, total.target, total.changed, total.effect, strict=True)
    )
    return Table("payments", columns, rows, title=Text("Payment credits: paid in the year (€)"))


def _kept(change: SchemeChange) -> Value:
    """Return what stands over the history in which nothing changes."""
    return scheme_name(change.before)


def _chart(change: SchemeChange) -> Chart:
    """Draw the payments of each year, with the scheme of before kept and with the change."""
    with_it = Text("with the change")
    bars = (
        bar
        for kept, changed in zip(change.total.kept, change.total.changed, strict=True)
        for bar in (
            Bar(Joined((kept.year, _kept(change))), kept.paid),
            Bar(Joined((kept.year, with_it)), changed.paid),
        )
    )
    return Chart(Text("Paid in the year (€)"), tuple(bars))


def _commitments_table(change: SchemeChange) -> Table:
    columns = (
        Column("year", Text("Year"), Kind.NUMBER),
        Column("kept", _kept(change), Kind.MONEY),
        Column("changed", Text("With the change"), Kind.MONEY),
        Column("kept_outstanding", Text("Unpaid 31 Dec: {scheme}", scheme=_kept(change)), Kind.MONEY),
        Column("changed_outstanding", Text("Unpaid 31 Dec: with the change"), Kind.MONEY),
    )
    rows = tuple(
        (kept.year, kept.committed, changed.committed, kept.outstanding, changed.outstanding)
        for kept, changed in zip(change.total.kept, change.total.changed, strict=True)
    )
    return Table("commitments", columns, rows, title=Text("Commitments: signed in the year (€)"))


def _clusters_table(change: SchemeChange, registry: Registry) -> Table:
    years = [one.year for one in change.total.changed]
    is_signed = any(one.agreements for one in change.clusters)
    columns = (
        Column("cluster", Text("Cluster")),
        *((Column("agreements", Text("Agreements")),) if is_signed else ()),
        *(Column(f"paid_{year}", str(year), Kind.MONEY) for year in years),
        Column("effect", Text("Effect in {year}", year=change.switch), Kind.MONEY),
    )
    rows = tuple(
        (
            cluster_name(one.cluster, registry),
            *((Listed(one.agreements) if one.agreements else Text("none in force"),) if is_signed else ()),
            *_line(one, change.switch),
        )
        for one in change.clusters
    )
    totals = (Text("Together"), *(("",) if is_signed else ()), *_line(change.total, change.switch))
    return Table("clusters", columns, rows, title=Text("Paid to each cluster with the change (€)"), totals=totals)


def _line(credits_: PaymentCredits, switch: int) -> tuple[Cell, ...]:
    effect = next(amount for year, amount in zip(credits_.changed, credits_.effect, strict=True) if year.year == switch)
    return (*(year.paid for year in credits_.changed), effect)


def _gains_table(change: SchemeChange, registry: Registry) -> Table:
    columns = (
        Column("cluster", Text("Cluster")),
        Column("peak_before", Text("Peak advance before (€)"), Kind.MONEY),
        Column("peak_after", Text("After (€)"), Kind.MONEY),
        Column("days_before", Text("Days before"), Kind.COUNT),
        Column("days_after", Text("After"), Kind.COUNT),
        Column("interest_gain", Text("Saved per point (€)"), Kind.MONEY),
    )
    rows = tuple((cluster_name(one.cluster, registry), *_gain(one.gain)) for one in change.clusters)
    totals = (Text("Together"), *_gain(change.total.gain)) if len(rows) > 1 else None
    last = change.total.changed[-1].year
    title = Text("What the clusters advance on the grants of {first} to {last}", first=change.switch, last=last)
    return Table("gains", columns, rows, title=title, totals=totals)


def _gain(gain: Gain) -> tuple[Cell, ...]:
    before, after = gain.before, gain.after
    return (
        before.peak_advance,
        after.peak_advance,
        before.days_in_advance,
        after.days_in_advance,
        gain.interest_per_point,
    )


def _signed_notes(change: SchemeChange, registry: Registry) -> list[Value]:
    """Say which clusters have signed, and what the change does not touch."""
    names = tuple(
        bracketed(Listed(one.agreements), cluster_name(one.cluster, registry))
        for one in change.clusters
        if one.agreements
    )
    if not names:
        return []
    return [
        Text(
            "As signed: what was signed runs to its end, whatever changes ({agreements}); only then is it renewed in "
            "the new way.",
            agreements=Listed(names),
        )
    ]


def _effect_notes(change: SchemeChange) -> list[Value]:
    years = [
        (year.year, effect) for year, effect in zip(change.total.changed, change.total.effect, strict=True) if effect
    ]
    if not years:
        return [Text("The change moves no payment from one year to another.")]
    amounts = Listed(
        tuple(
            Text("{amount} more in {year}", amount=Euros(abs(amount)), year=year)
            if amount > 0
            else Text("{amount} less in {year}", amount=Euros(abs(amount)), year=year)
            for year, amount in years
        )
    )
    notes: list[Value] = [
        Text(
            "With the change the funder pays {amounts}; every other year shown pays what it would have paid.",
            amounts=amounts,
        )
    ]
    if sum(amount for _year, amount in years) > 0:
        notes.append(
            Text("It is the same money paid sooner: the balance paid after the last grant is smaller by as much.")
        )
    return notes


def _export(change: SchemeChange) -> Table:
    keys = ("cluster", "path", "year", "committed", "paid", "outstanding")
    rows = tuple(
        (one.cluster, path, year.year, year.committed, year.paid, year.outstanding)
        for one in change.clusters
        for path in PATHS
        for year in getattr(one, path)
    )
    return Table("credits", tuple(Column(key, key) for key in keys), rows)
