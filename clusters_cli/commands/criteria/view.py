"""The report of ``clusters criteria``."""

from collections.abc import Iterator, Mapping
from typing import Any

from clusters_cli.commands.shared.criteria import lent_by, measurement
from clusters_cli.commands.shared.origins import notes_on, origin_cells, origin_columns
from clusters_cli.commands.shared.proposals import lettered
from clusters_cli.foundations.text import Text, Value, period
from clusters_cli.maturity import Unit
from clusters_cli.presentation.data import record
from clusters_cli.presentation.report import Cell, Column, Kind, Report, Table
from clusters_cli.registry import Registry
from clusters_cli.registry.models import Criterion, MaturityFile, Measure, Sign, SignMeasure, Source, Sourced, Threshold

_BORDERLINE = Text("share of a threshold within which a figure is borderline")
_UNITS: Mapping[Measure | SignMeasure, Unit] = {
    Measure.AGE: Unit.YEARS,
    Measure.BUDGET: Unit.EUROS,
    Measure.TEAM: Unit.PEOPLE,
    SignMeasure.BUDGET: Unit.EUROS,
    SignMeasure.TEAM: Unit.PEOPLE,
    SignMeasure.CASH_ADVANCE: Unit.MONTHS,
    SignMeasure.AGREEMENT: Unit.YEARS,
    SignMeasure.FUNDERS: Unit.COUNT,
}
"""In what each measure is counted."""


def criteria_report(file: MaturityFile, lender: Source | None, registry: Registry) -> Report:
    """Build the report of the criteria of maturity and of the signs of obstacles.

    Args:
        file: the criteria in use.
        lender: the source they were made from, where they come with the program.
        registry: the registry that is asked, whose obstacles signs point to.
    """
    tables = (_criterion_table(file), _sign_table(file, registry), _other_table(file))
    return Report(
        command="criteria",
        data=file,
        tables=tuple(table for table in tables if table.rows),
        export=_export(file),
        notes=(*([lent_by(lender)] if lender else []), *notes_on(_statements(file))),
    )


def _criterion_table(file: MaturityFile) -> Table:
    columns = (
        Column("rank", Text("Rank"), Kind.COUNT),
        Column("name", Text("Criterion")),
        Column("measure", Text("Measure")),
        Column("threshold", Text("Asked")),
        Column("met", Text("If met")),
        Column("not_met", Text("If not")),
        Column("unknown", Text("If unknown")),
        *origin_columns(),
    )
    rows: list[dict[str, Cell]] = [
        {
            **record(one),
            "threshold": _threshold(one, threshold),
            **origin_cells(threshold),
        }
        for one in file.ranked
        for threshold in one.thresholds
    ]
    return Table.of("criteria", columns, rows, title=Text("Criteria of maturity, asked by rank"))


def _sign_table(file: MaturityFile, registry: Registry) -> Table:
    columns = (
        Column("name", Text("Sign")),
        Column("measure", Text("Measure")),
        Column("threshold", Text("Asked")),
        Column("points_to", Text("Points to")),
        *origin_columns(),
    )
    rows: list[dict[str, Cell]] = [
        {
            **record(one),
            "threshold": _threshold(one, threshold),
            "points_to": lettered(one.points_to, registry),
            **origin_cells(threshold),
        }
        for one in file.signs
        for threshold in one.thresholds
    ]
    return Table.of("signs", columns, rows, title=Text("Signs of obstacles"))


def _other_table(file: MaturityFile) -> Table:
    """Return what holds for all criteria."""
    columns = (Column("field", Text("Fact")), Column("value", Text("Value"), Kind.SHARE), *origin_columns())
    row: dict[str, Cell] = {"field": _BORDERLINE, "value": file.borderline.value, **origin_cells(file.borderline)}
    return Table.of("others", columns, [row], title=Text("For all of them"))


def _threshold(asked: Criterion | Sign, threshold: Threshold) -> Cell:
    """Return what is asked for with its unit, such as ``≥ €200,000``, and the years for which it holds."""
    within = Text("{sign} {value}", sign=asked.test.sign)
    if threshold.since or threshold.until:
        years = (str(year) if year else None for year in (threshold.since, threshold.until))
        within = Text("{sign} {value} ({years})", sign=asked.test.sign, years=period(*years))
    return measurement(threshold.value, _UNITS[asked.measure], within)


def _export(file: MaturityFile) -> Table:
    """Return every threshold, one a row, with what is asked of it and who states it."""
    records: list[dict[str, Any]] = [
        *(row for one in file.ranked for row in _exported("criterion", one)),
        *({**row, "points_to": " ".join(one.points_to)} for one in file.signs for row in _exported("sign", one)),
        {**record(file.borderline), "of": "borderline", "unit": Unit.SHARE},
    ]
    keys = (
        *("of", "id", "rank", "name", "measure", "unit", "test", "value", "from", "to"),
        *("met", "not_met", "unknown", "points_to", "source", "locator", "confidence", "as_of", "note"),
    )
    return Table.keyed("thresholds", keys, records)


def _exported(of: str, asked: Criterion | Sign) -> list[dict[str, Any]]:
    own = {**record(asked), "of": of, "unit": _UNITS[asked.measure]}
    return [{**own, **record(threshold)} for threshold in asked.thresholds]


def _statements(file: MaturityFile) -> Iterator[tuple[Value, Sourced]]:
    yield from ((one.name, threshold) for one in file.ranked for threshold in one.thresholds)
    yield from ((one.name, threshold) for one in file.signs for threshold in one.thresholds)
    yield _BORDERLINE, file.borderline
