"""Cells as a workbook holds them: a number, a day or a text, and the form in which it is shown.

A spreadsheet counts days from 1900: a year that is written as one becomes a day of 1905.  Words beside a value go into
the form, so that the value stays a number that can be added up.
"""

import re
from datetime import date
from decimal import Decimal
from fractions import Fraction

from clusters_cli.foundations.text import Dated, Language
from clusters_cli.presentation.catalogues import catalogue
from clusters_cli.presentation.cells import shown
from clusters_cli.presentation.languages import word
from clusters_cli.presentation.numerals import money_form
from clusters_cli.presentation.report import CellOf, Kind, WordedOf, value_of

FORMS = {Kind.MONEY: "#,##0.00", Kind.SHARE: "0.00%", Kind.COUNT: "#,##0"}
"""How the numbers of a column are shown; spreadsheets put the signs of their user's language in."""
_GENERAL, _YEAR = "General", "0"
_LONGEST_FORM = 255
"""Characters that a workbook allows for the form of a number."""
_DATED = re.compile(r"(?P<year>[12]\d{3})(?:-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>0[1-9]|[12]\d|3[01]))?)?")

TypedCell = tuple[date | str | float | None, str]
"""A value and the form in which it is shown."""


def typed(cell: CellOf[str], language: Language, kind: Kind) -> TypedCell:
    """Return what a workbook holds of a cell of a kind of column; ``None`` is an empty cell."""
    cell = value_of(cell)
    if isinstance(cell, WordedOf):
        return _among_words(cell, language)
    if cell is None or cell == "":
        return None, _GENERAL
    if kind is Kind.DATE and isinstance(cell, (int, str)):
        return _dated(str(cell), language)
    if isinstance(cell, (str, date)):
        return cell, _GENERAL if isinstance(cell, str) else _day_form(language)
    return _number(cell), FORMS.get(kind, _GENERAL)


def _number(value: int | Decimal | Fraction) -> float:
    return float(value)


def _among_words(cell: WordedOf[str], language: Language) -> TypedCell:
    value, form = typed(cell.value, language, cell.kind)
    if value is None or isinstance(value, str):
        return shown(cell, language), _GENERAL
    if cell.kind is Kind.MONEY:
        before, _digits, after = money_form(language).partition("{digits}")
        form = f"{_literal(before)}{form}{_literal(after)}"
    elif cell.kind in (Kind.COUNT, Kind.NUMBER) and isinstance(cell.value, (int, Decimal)):
        decimals = -int(Decimal(cell.value).normalize().as_tuple().exponent)
        form = f"#,##0.{'0' * decimals}" if decimals > 0 else "#,##0"
    before, after = cell.around
    form = f"{_literal(before)}{form}{_literal(after)}"
    return (value, form) if len(form) <= _LONGEST_FORM else (shown(cell, language), _GENERAL)


def _dated(text: str, language: Language) -> TypedCell:
    """Return a day, a month or a year as data write it; what is none of them, such as a quarter, stays a text."""
    parts = _DATED.fullmatch(text)
    if parts is None:
        return word(Dated(text), language), _GENERAL
    if parts["month"] is None:
        return float(text), _YEAR
    day = date(int(parts["year"]), int(parts["month"]), int(parts["day"] or 1))
    return day, _day_form(language) if parts["day"] else _month_form(language)


def _day_form(language: Language) -> str:
    return catalogue(language).pgettext("day of a workbook", "yyyy-mm-dd")


def _month_form(language: Language) -> str:
    """Return the form of a month, which names the language: a spreadsheet would take that of its user."""
    return catalogue(language).pgettext("month of a workbook", "[$-409]mmm yyyy")


def _literal(words: str) -> str:
    """Return words as the form of a number holds them: a quote ends them, and some readers end it at a semicolon."""
    return '"{}"'.format(words.replace('"', "”").replace(";", ",")) if words else ""
