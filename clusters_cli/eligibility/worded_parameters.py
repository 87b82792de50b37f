"""The value of a legal parameter as people read it, by its unit."""

from datetime import date
from decimal import Decimal
from typing import assert_never

from clusters_cli.foundations.text import Count, Euros, Share, Value, counted
from clusters_cli.foundations.words import YesOrNo
from clusters_cli.registry.models import ParameterFigure, ParameterUnit


def parameter_words(value: ParameterFigure, unit: ParameterUnit) -> Value:
    """Return the value of a parameter with its unit: ``€7,500,000``, ``50%``, ``3 years``."""
    return value if isinstance(value, (date, str)) else _numbered(Decimal(value), unit)


def _numbered(value: Decimal, unit: ParameterUnit) -> Value:  # noqa: PLR0911  (a line for each unit)
    match unit:
        case ParameterUnit.EUROS:
            return Euros(value)
        case ParameterUnit.SHARE:
            return Share(value)
        case ParameterUnit.YEARS:
            return counted("{count} year", "{count} years", value)
        case ParameterUnit.MONTHS:
            return counted("{count} month", "{count} months", value)
        case ParameterUnit.DAYS:
            return counted("{count} day", "{count} days", value)
        case ParameterUnit.YES_NO:
            return YesOrNo.of(bool(value))
        case ParameterUnit.COUNT | ParameterUnit.RATIO | ParameterUnit.DATE | ParameterUnit.TEXT:  # days, texts: above
            return Count(value)
        case _:
            assert_never(unit)
