"""The report of ``clusters pool``: the fund of a shared treasury, and what each cluster draws from it."""

from collections.abc import Sequence

from clusters_cli.cashflow import Credit, Pool, are_known
from clusters_cli.commands.shared.credit_notes import credit_notes
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
from clusters_cli.foundations.text import Listed, Text, Typed, Value
from clusters_cli.presentation.data import record
from clusters_cli.presentation.report import Bar, Chart, Column, Kind, Report, Table
from clusters_cli.registry import Registry


def pool_report(pools: Sequence[Pool], asked: AskedGrants, credit: Credit, *, chart: bool) -> Report:
    """Build the report of shared treasuries.

    Args:
        pools: one per payment scheme, in the order asked for.
        asked: the grants asked for.
        credit: what the user said of the credit that carries them.
        chart: whether each pool is drawn over time.
    """
    return Report(
        command="pool",
        data={
            "pools": [extended(one, rate=credit.rate) for one in pools],
            "grants": asked.sources,
            "unknown": asked.unknown,
            "left_out": asked.left_out,
        },
        tables=(
            _funds_table(pools, credit),
            *(_members_table(one, asked.registry) for one in pools),
        ),
        export=_movements(pools),
        charts=tuple(_chart(one) for one in pools) if chart else (),
        notes=(
            *_pool_notes(pools),
            *credit_notes(credit, of_grants=False),
            *unknown_notes(asked, typed=False),
            *grant_notes(asked),
            *assumption_notes({plan: used for one in pools for plan, used in one.assumptions.items()}),
        ),
        exit_code=ExitCode.of(are_known(asked.wanted, named=asked.named)),
        as_of=asked.as_of,
    )


def _funds_table(pools: Sequence[Pool], credit: Credit) -> Table:
    rate = credit.rate
    columns = (
        Column("scheme", Text("Pool")),
        Column("fund", Text("Fund needed (€)"), Kind.MONEY),
        Column("peak_date", Text("On"), Kind.DATE),
        Column("sum_of_peaks", Text("Sum of the peaks (€)"), Kind.MONEY),
        Column("saved", Text("Difference (€)"), Kind.MONEY),
        Column("days", Text("Days drawn"), Kind.COUNT, minor=True),
        Column("interest_per_point", Text("Cost of a point (€)"), Kind.MONEY, minor=True),
        *(
            (Column("interest", Text("Cost at {rate}% (€)", rate=Typed(f"{rate:f}")), Kind.MONEY),)
            if rate is not None
            else ()
        ),
        *((Column("quarterly_charging", Text("By the quarter (€)"), Kind.MONEY),) if credit.quarterly else ()),
        *(
            (Column("overdraft_commission", Text("Commission (€)"), Kind.MONEY),)
            if credit.overdraft_commission is not None
            else ()
        ),
        *((Column("cost", Text("Cost of credit (€)"), Kind.MONEY),) if credit.charges_by_quarter else ()),
    )
    return Table.of("pools", columns, [{**record(one), "scheme": _name(one)} for one in pools])


def _members_table(pool: Pool, registry: Registry) -> Table:
    with_cash = any(member.own_cash for member in pool.members)
    mixed = any(member.scheme != pool.scheme for member in pool.members)
    is_signed = any(member.agreements for member in pool.members)
    columns = (
        Column("cluster", Text("Cluster")),
        *((Column("agreements", Text("Agreements")),) if is_signed else ()),
        *((Column("scheme", Text("Scheme")),) if mixed else ()),
        *((Column("own_cash", Text("Own cash (€)"), Kind.MONEY),) if with_cash else ()),
        Column("peak", Text("Draws at most (€)"), Kind.MONEY),
        Column("peak_date", Text("On"), Kind.DATE),
        Column("at_peak", Text("At the pool's peak (€)"), Kind.MONEY),
        Column("first", Text("First draw"), Kind.DATE, minor=True),
        Column("last", Text("Paid back"), Kind.DATE, minor=True),
        Column("days", Text("Days"), Kind.COUNT, minor=True),
        Column("drawn", Text("Drawn in all (€)"), Kind.MONEY, minor=True),
    )
    records = [
        {
            **record(member),
            "cluster": cluster_name(member.cluster, registry),
            "agreements": Listed(member.agreements) if member.agreements else Text("none in force"),
            "scheme": member.scheme or Text("several"),
        }
        for member in pool.members
    ]
    title = Text("What each cluster draws: {pool}", pool=_name(pool))
    return Table.of(pool.scheme or ("signed" if is_signed else "own"), columns, records, title=title)


def _name(pool: Pool) -> Value:
    """Return the scheme of a pool, or what is said where its members are paid each in its own way."""
    if pool.scheme is None and not any(member.agreements for member in pool.members):
        return Text("each by its own scheme")
    return scheme_name(pool.scheme)


def _chart(pool: Pool) -> Chart:
    """Draw the pool's need over time, and below it what the clusters need when each borrows alone."""
    peak = pool.need.peak_date.replace(day=1) if pool.need.peak_date else None
    bars = [
        Bar(f"{month.first:%Y-%m}", month.end, month.highest, Text("peak") if month.first == peak else "")
        for month in pool.months
    ]
    return Chart(
        Text(
            "{pool}: lent at the end of each month, and in light its highest; last, the sum of the peaks (€)",
            pool=_name(pool),
        ),
        (*bars, Bar(Text("alone"), pool.sum_of_peaks, note=Text("sum of the peaks"))),
    )


def _pool_notes(pools: Sequence[Pool]) -> list[Value]:
    notes: list[Value] = [
        Text("A cluster paid ahead lends nothing to the others: the fund is the peak of the sum of the needs.")
    ]
    if any(not one.saved for one in pools):
        notes.append(Text("Where the difference is nil all clusters need their money on the same day."))
    return notes


def _movements(pools: Sequence[Pool]) -> Table:
    keys = ("pool", "cluster", "scheme", "agreements", "day", "drawn", "repaid", "balance")
    rows = tuple(
        (
            pool.scheme,
            member.cluster,
            member.scheme,
            " ".join(member.agreements),
            move.day,
            move.drawn,
            move.repaid,
            move.balance,
        )
        for pool in pools
        for member in pool.members
        for move in member.movements
    )
    return Table("movements", tuple(Column(key, key) for key in keys), rows)
