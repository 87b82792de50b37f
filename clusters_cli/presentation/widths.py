"""How a table is fitted to the width of a terminal: numbers stay whole, texts may be folded, minor columns give way."""

from clusters_cli.foundations.text import Language
from clusters_cli.presentation.cells import shown_rows
from clusters_cli.presentation.report import Kind, TableOf

COLUMN_GAP = 2
FOLDED_TEXT = 16
"""Characters to which a long text may be folded while minor columns can still give way."""
LONGEST_WORD = 24
"""Characters of a word, such as an id, that is not cut while minor columns can still give way."""
NARROWEST_TEXT = 8
"""Characters to which it may be folded when nothing else is left to give."""


def lines_of(table: TableOf[str], language: Language) -> list[list[str]]:
    """Return the rows of a table as text, the totals last if there are any."""
    return shown_rows(table.columns, (*table.rows, *([table.totals] if table.totals is not None else [])), language)


def fitted(table: TableOf[str], width: int, language: Language) -> TableOf[str]:
    """Return a table that fits a width, without minor columns from the right until the others have room."""
    needed = {column.key: wide for column, wide in zip(table.columns, _whole_words(table, language), strict=True)}
    for column in reversed(table.columns):
        if _total(list(needed.values())) <= width:
            break
        if column.minor:
            del needed[column.key]
    return table.only(needed)


def column_widths(table: TableOf[str], width: int, language: Language) -> list[int]:
    """Return how wide each column is drawn: as it likes if all can be, else the least and a share of the rest."""
    wanted = [
        max(cells, len(column.heading))
        for column, cells in zip(table.columns, _cell_widths(table, language), strict=True)
    ]
    ways = (
        _whole_words(table, language),
        *(_least_widths(table, language, folded) for folded in (FOLDED_TEXT, NARROWEST_TEXT)),
    )
    widths = next((way for way in ways if _total(way) <= width), ways[-1])
    while _total(widths) < width and widths != wanted:
        for index, most in enumerate(wanted):
            if widths[index] < most and _total(widths) < width:
                widths[index] += 1
    return widths


def _total(widths: list[int]) -> int:
    return sum(widths) + COLUMN_GAP * (len(widths) - 1)


def _cell_widths(table: TableOf[str], language: Language) -> list[int]:
    lines = lines_of(table, language)
    return [max((len(line[index]) for line in lines), default=0) for index in range(len(table.columns))]


def _whole_words(table: TableOf[str], language: Language) -> list[int]:
    """Return how narrow each column may get while its texts are folded between words only."""
    least = _least_widths(table, language, FOLDED_TEXT)
    words = [
        max((len(word) for line in lines_of(table, language) for word in line[index].split(" ")), default=0)
        for index in range(len(least))
    ]
    return [max(width, min(word, LONGEST_WORD)) for width, word in zip(least, words, strict=True)]


def _least_widths(table: TableOf[str], language: Language, folded: int) -> list[int]:
    """Return how narrow each column may get, its heading being folded between words."""
    return [
        max(min(cells, folded) if column.kind is Kind.TEXT else cells, *map(len, column.heading.split(" ")))
        for column, cells in zip(table.columns, _cell_widths(table, language), strict=True)
    ]
