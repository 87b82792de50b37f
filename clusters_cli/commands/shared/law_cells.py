"""Values of the law and of funders' rules as cells, which a workbook holds as numbers where they are numbers."""

from datetime import date
from decimal import Decimal

from clusters_cli.eligibility import parameter_words
from clusters_cli.foundations.text import Value, counted
from clusters_cli.presentation.report import HELD, Cell, Kind, Worded
from clusters_cli.registry.models import ParameterFigure, ParameterUnit

_KINDS = {
    ParameterUnit.SHARE: Kind.SHARE,
    ParameterUnit.EUROS: Kind.MONEY,
    ParameterUnit.RATIO: Kind.NUMBER,
}
"""The kinds of numbers that are no counts."""


def parameter_cell(value: ParameterFigure | None, unit: ParameterUnit) -> Cell:
    """Return a value of a parameter with its unit; ``None`` where the texts of its time do not settle it."""
    if isinstance(value, str) and value.isdecimal():  # a year by which a text is known
        return Worded(value, Kind.DATE)
    if value is None or isinstance(value, (bool, date, str)):
        return None if value is None else parameter_words(value, unit)
    return Worded(value, _KINDS.get(unit, Kind.COUNT), _with_unit(value, unit))


def _with_unit(value: Decimal | int, unit: ParameterUnit) -> Value:
    """Return the words around a number: the unit of a length of time, nothing for others."""
    match unit:
        case ParameterUnit.YEARS:
            return counted("{value} year", "{value} years", value, value=HELD)
        case ParameterUnit.MONTHS:
            return counted("{value} month", "{value} months", value, value=HELD)
        case ParameterUnit.DAYS:
            return counted("{value} day", "{value} days", value, value=HELD)
        case _:
            return HELD
