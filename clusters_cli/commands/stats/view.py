"""The report of ``clusters stats``."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, assert_never

from clusters_cli.commands.shared.ended import left_out
from clusters_cli.commands.shared.money_table import in_tenths
from clusters_cli.commands.shared.origins import named
from clusters_cli.foundations.text import Text, Value
from clusters_cli.presentation.data import record
from clusters_cli.presentation.report import HELD, Bar, Cell, Chart, Column, Kind, Report, Table, Worded
from clusters_cli.registry import SUMMED, Group, Grouping, MoneySource, Registry, Total
from clusters_cli.registry.models import Cluster


def stats_report(everyone: Group, grouped: Sequence[Group], registry: Registry, ended: Sequence[Cluster]) -> Report:
    """Build the report of totals over all clusters and over groups of them.

    Args:
        everyone: the totals over all of them.
        grouped: those over groups.
        registry: names departments and domains.
        ended: the clusters that the totals leave out, because they were merged or dissolved.
    """
    shown_by = [by for by in Grouping if any(group.by == by for group in grouped)]
    return Report(
        command="stats",
        data={"all": everyone, "groups": grouped, "left_out": [cluster.id for cluster in ended]},
        tables=(
            _all_table(everyone),
            _money_table(everyone),
            *(_group_table(by, [group for group in grouped if group.by == by], registry) for by in shown_by),
        ),
        export=_export([everyone, *grouped]),
        charts=tuple(_chart(by, [group for group in grouped if group.by == by], registry) for by in shown_by),
        notes=(*_notes(everyone), *left_out([cluster.name for cluster in ended])),
    )


def _all_table(everyone: Group) -> Table:
    columns = (
        Column("figure", Text("All clusters")),
        Column("total", Text("Total"), Kind.NUMBER),
        Column("known", Text("Known for"), Kind.COUNT),
        Column("missing", Text("Unknown for"), Kind.COUNT),
        Column("years", Text("Years"), Kind.DATE, minor=True),
    )
    rows = [
        {
            "figure": Text("clusters"),
            "total": Decimal(everyone.count),
            "known": everyone.count,
            "missing": 0,
            "years": "",
        },
        *(_all_row(name, total) for name, total in everyone.totals.items()),
    ]
    return Table.of("all", columns, rows)


def _all_row(name: str, total: Total) -> dict[str, Any]:
    years = f"{total.years[0]}–{total.years[-1]}" if len(total.years) > 1 else "".join(map(str, total.years))
    return {**record(total), "figure": named(name), "years": years}


def _money_table(everyone: Group) -> Table:
    columns = (
        Column("source_of_money", Text("Where the money comes from")),
        Column("total", Text("Total (€)"), Kind.MONEY),
        Column("known", Text("Known for"), Kind.COUNT),
        Column("missing", Text("Unknown for"), Kind.COUNT),
        Column("share", Text("Share of their budgets"), Kind.SHARE),
        Column("share_known", Text("Share known for"), Kind.COUNT),
    )
    rows = [
        {**record(total), "source_of_money": name, "share": in_tenths(total.share)}
        for name, total in everyone.money.items()
    ]
    return Table.of("money", columns, rows)


def _group_table(by: Grouping, grouped: Sequence[Group], registry: Registry) -> Table:
    columns = (
        Column("key", _titles(by)[0]),
        Column("clusters", Text("Clusters"), Kind.COUNT),
        *(Column(figure.name, figure.above, Kind.NUMBER, figure.minor) for figure in SUMMED),
    )
    rows = [
        {
            **record(group),
            "key": _key(by, group.key, registry),
            **{name: _partial(total) for name, total in group.totals.items()},
        }
        for group in grouped
    ]
    return Table.of(by, columns, rows)


def _chart(by: Grouping, grouped: Sequence[Group], registry: Registry) -> Chart:
    """Draw the grants of groups; those whose grants are all unknown have no bar."""
    grants = [(group, group.totals["regional_grant"]) for group in grouped]
    bars = (
        Bar(_key(by, group.key, registry), total.value, note=_cover(total))
        for group, total in grants
        if total.value is not None
    )
    return Chart(_titles(by)[1], tuple(bars))


def _titles(by: Grouping) -> tuple[Text, Text]:
    """Return the headings of the groups and of the chart of their grants."""
    match by:
        case Grouping.MATURITY:
            return Text("By class"), Text("Grant of the Région by class (€)")
        case Grouping.DEPARTMENT:
            return Text("By department"), Text("Grant of the Région by department (€)")
        case Grouping.DOMAIN:
            return Text("By domain"), Text("Grant of the Région by domain (€)")
        case _:
            assert_never(by)


def _cover(total: Total) -> str:
    """Return how many a total covers, when it leaves some out."""
    return f"{total.known}/{total.known + total.missing}" if total.missing else ""


def _partial(total: Total) -> Cell:
    """Return a total, and behind it how many it covers when some are missing."""
    if total.value is None:
        return None
    return Worded(total.value, Kind.NUMBER, f"{HELD} ({_cover(total)})" if total.missing else HELD)


def _key(by: Grouping, key: str | None, registry: Registry) -> Value:
    if key is None:
        return Text("unknown")
    if by is Grouping.MATURITY:
        return key
    if by is Grouping.DEPARTMENT:
        of_places = {place.department: place.department_name for place in registry.places.places}
        name = registry.department_names.get(key) or of_places.get(key)
        return f"{key} {name}" if name else key
    return next((domain.name for domain in registry.clusters.domains if domain.id == key), key)


def _notes(everyone: Group) -> list[Value]:
    notes: list[Value] = [
        Text("Shares are of the budgets of the same sources and years; grants are those that are known, at least."),
        Text("(11/12): a total over 11 clusters of 12; the figure of the others is unknown, not zero."),
    ]
    years = sorted({year for total in everyone.totals.values() for year in total.years})
    if len(years) > 1:
        notes.append(
            Text("Figures are of {first} to {last}: the totals add up different years.", first=years[0], last=years[-1])
        )
    return notes


def _export(grouped: Sequence[Group]) -> Table:
    columns = [
        *(Column(key, key) for key in ("by", "key", "clusters")),
        *(Column(key, key) for figure in SUMMED for key in (figure.name, f"{figure.name}_missing")),
        *(Column(key, key) for name in MoneySource for key in (name, f"{name}_missing", f"{name}_share")),
    ]
    records = [
        {
            **record(group),
            **{name: total.value for name, total in group.totals.items()},
            **{f"{name}_missing": total.missing for name, total in group.totals.items()},
            **{str(name): total.value for name, total in group.money.items()},
            **{f"{name}_missing": total.missing for name, total in group.money.items()},
            **{f"{name}_share": total.share for name, total in group.money.items()},
        }
        for group in grouped
    ]
    return Table.of("groups", columns, records)
