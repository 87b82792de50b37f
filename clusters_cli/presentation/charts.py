"""Charts of plain characters, which read without colour and in eighty columns: one bar a line, lengths to scale.

A length is read more exactly than an area or a slope, and a list of bars goes through a pipe, a mail and a screen
reader.
"""

from decimal import Decimal
from textwrap import fill

from clusters_cli.foundations.text import Language
from clusters_cli.presentation.numerals import grouped
from clusters_cli.presentation.report import BarOf, ChartOf

WIDTH = 80
LEAST_BAR = 10
"""Columns that bars keep however narrow the terminal is."""
LEAST_TITLE = 20
"""Columns that a title has however narrow the terminal is."""
LEAST_WHOLE = 100
"""Euros from which the largest amount of a chart lets all be written whole."""
_SOLID, _LIGHT, _ZERO, _POINTER = "█", "░", "│", "◄"


def drawn(chart: ChartOf[str], language: Language, width: int = WIDTH) -> str:
    """Draw a chart in so many columns.

    The solid part of a bar is its value; the light part shows how far it went in between.  Bars below zero stand on
    the left of the zero line.
    """
    title = fill(chart.title, max(width, LEAST_TITLE), break_long_words=False, break_on_hyphens=False)
    if not chart.bars:
        return title
    amounts = _amounts(chart.bars, language)
    labels, values = max(len(bar.label) for bar in chart.bars), max(map(len, amounts))
    notes = max(len(_note(bar)) for bar in chart.bars)
    scale = _Scale(chart.bars, max(width - labels - values - notes - 4, LEAST_BAR))
    lines = [
        f"{bar.label:<{labels}}  {amount:>{values}}  {scale.line(bar)}{_note(bar)}".rstrip()
        for bar, amount in zip(chart.bars, amounts, strict=True)
    ]
    return "\n".join([title, *lines])


class _Scale:
    """Turns amounts into columns on both sides of the zero line."""

    def __init__(self, bars: tuple[BarOf[str], ...], columns: int) -> None:
        ends = [end for bar in bars for end in (bar.value, bar.reach) if end is not None]
        lowest, highest = min(Decimal(), *ends), max(Decimal(), *ends)
        self._unit = (columns - 1) / ((highest - lowest) or Decimal(1))
        self._left = self._columns(-lowest)

    def line(self, bar: BarOf[str]) -> str:
        """Draw one bar with the zero line."""
        below = self._side(min(bar.value, Decimal()), min(bar.reach or Decimal(), Decimal()))
        above = self._side(max(bar.value, Decimal()), max(bar.reach or Decimal(), Decimal()))
        return f"{below[::-1]:>{self._left}}{_ZERO}{above}"

    def _side(self, value: Decimal, reach: Decimal) -> str:
        solid = self._columns(abs(value))
        return _SOLID * solid + _LIGHT * (self._columns(abs(reach)) - solid)

    def _columns(self, length: Decimal) -> int:
        return int((length * self._unit).to_integral_value())


def _amounts(bars: tuple[BarOf[str], ...], language: Language) -> list[str]:
    """Write the amount of each bar, to the cent where whole euros would hide what the bars show."""
    highest = max(abs(bar.value) for bar in bars)
    decimals = 2 if highest < LEAST_WHOLE and any(bar.value % 1 for bar in bars) else 0
    return [grouped(f"{bar.value:z,.{decimals}f}", language) for bar in bars]


def _note(bar: BarOf[str]) -> str:
    return f" {_POINTER} {bar.note}" if bar.note else ""
