"""The report of ``clusters criteria``."""

from collections.abc import Iterator, Mapping
from typing import Any

from clusters_cli.commands.shared.criteria import measurement
from clusters_cli.commands.shared.origins import notes_on, origin_cells, origin_columns
from clusters_cli.commands.shared.proposals import lettered
from clusters_cli.foundations.text import Text, Value, period
from clusters_cli.maturity import Unit
from clusters_cli.presentation.data import record
from clusters_cli.presentation.report import Cell, Column, Kind, Report, Table
from clusters_cli.registry import Registry
from clusters_cli.registry.models import Criterion, MaturityFile, Measure, Sign, SignMeasure, Sourced, Stated, Threshold

_LENT = Text("This registry has no maturity.yaml: the criteria are those that come with the program.")
_OTHERS: Mapping[str, Text] = {
    "borderline": Text("share of a threshold within which a figure is borderline"),
    "reference_year": Text("year from which ages are counted"),
}
"""What holds for all criteria, by its key."""
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


def criteria_report(registry: Registry, lender: Registry) -> Report:
    """Build the report of the criteria of maturity and of the signs of obstacles.

    Args:
        registry: the registry that is asked.
        lender: the one whose criteria are used: itself, or that which comes with the program.
    """
    file = lender.maturity
    if file is None:
        return Report(command="criteria", data=None)
    tables = (_criterion_table(file), _sign_table(file, lender), _other_table(file))
    return Report(
        command="criteria",
        data=file,
        tables=tuple(table for table in tables if table.rows),
        notes=(*([_LENT] if lender is not registry else []), *notes_on(_statements(file))),
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
    rows: list[dict[str, Cell]] = [
        {"field": about, "value": one.value, **origin_cells(one)} for about, one in _others(file)
    ]
    return Table.of("others", columns, rows, title=Text("For all of them"))


def _others(file: MaturityFile) -> Iterator[tuple[Value, Stated[Any]]]:
    yield from ((_OTHERS.get(name, name), value) for name, value in file if isinstance(value, Stated))


def _threshold(asked: Criterion | Sign, threshold: Threshold) -> Cell:
    """Return what is asked for with its unit, such as ``≥ €200,000``, and the years for which it holds."""
    within = Text("{sign} {value}", sign=asked.test.sign)
    if threshold.since or threshold.until:
        years = (str(year) if year else None for year in (threshold.since, threshold.until))
        within = Text("{sign} {value} ({years})", sign=asked.test.sign, years=period(*years))
    return measurement(threshold.value, _UNITS[asked.measure], within)


def _statements(file: MaturityFile) -> Iterator[tuple[Value, Sourced]]:
    yield from ((one.name, threshold) for one in file.ranked for threshold in one.thresholds)
    yield from ((one.name, threshold) for one in file.signs for threshold in one.thresholds)
    yield from _others(file)
