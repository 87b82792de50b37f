"""How a table is fitted to the width of a terminal: numbers stay whole, texts may be folded, minor columns give way.

Of the columns of one kind of a table of many, such as months, none gives way: what has no room stands in blocks below.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import zip_longest

from clusters_cli.foundations.text import Language
from clusters_cli.presentation.cells import shown_rows
from clusters_cli.presentation.report import ColumnOf, Kind, TableOf

COLUMN_GAP = 2
FOLDED_TEXT = 16
"""Characters to which a long text may be folded while minor columns can still give way."""
LONGEST_WORD = 24
"""Characters of a word, such as an id, that is not cut while minor columns can still give way."""
NARROWEST_TEXT = 8
"""Characters to which it may be folded when nothing else is left to give."""


@dataclass(frozen=True, slots=True)
class Block:
    """Columns of a table that stand beside each other.

    Attributes:
        columns: the columns.
        lines: their cells as text, row by row; the totals last, if the table has any.
        widths: characters of each column.
    """

    columns: tuple[ColumnOf[str], ...]
    lines: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...] = ()

    def only(self, places: Iterable[int], widths: Iterable[int] = ()) -> "Block":
        """Return some of its columns, by their places, of these widths."""
        kept = tuple(places)
        lines = tuple(tuple(line[index] for index in kept) for line in self.lines)
        return Block(tuple(self.columns[index] for index in kept), lines, tuple(widths))


def blocks(table: TableOf[str], width: int, language: Language) -> tuple[Block, ...]:
    """Return how a table is drawn in so many characters: as one block, or as several under each other.

    Where the table has many columns of one kind, the columns before them stand in each block; blocks have about as many
    columns as each other, and columns that stand under each other are of one width.
    """
    whole = Block(table.columns, tuple(map(tuple, shown_rows(table, language))))
    kept = _without_minor(whole, width)
    shown = whole.only(kept)
    repeated = sum(index < table.repeated for index in kept)
    if 0 < repeated < len(kept) and _total(_whole_words(shown)) > width:
        return tuple(_under_each_other(shown, repeated, width))
    return (whole.only(kept, _widened(shown, _narrow(shown, width), width)),)


def _without_minor(whole: Block, width: int) -> list[int]:
    """Return the places of the columns that stay: minor ones give way, from the right, until the others have room."""
    needed = dict(enumerate(_whole_words(whole)))
    for index, column in reversed([*enumerate(whole.columns)]):
        if _total(needed.values()) <= width:
            break
        if column.minor:
            del needed[index]
    return list(needed)


def _under_each_other(whole: Block, repeated: int, width: int) -> Iterator[Block]:
    """Yield as few blocks as hold all columns, each with the first ones."""
    naming, needed = whole.only(range(repeated)), _whole_words(whole)
    alike = range(repeated, len(whole.columns))
    for count in range(1, len(alike) + 1):
        groups = [alike[number * len(alike) // count : (number + 1) * len(alike) // count] for number in range(count)]
        beside = [max(needed[index] for index in places if index is not None) for places in zip_longest(*groups)]
        if _total([*needed[:repeated], *beside]) <= width:
            break
    left = width - _total(beside) - COLUMN_GAP
    first = _widened(naming, _narrow(naming, left), left)
    for places in groups:
        yield whole.only((*range(repeated), *places), (*first, *beside[: len(places)]))


def _narrow(block: Block, width: int) -> list[int]:
    """Return the least widths of columns that go into a width, with texts folded as little as that takes."""
    ways = (_whole_words(block), *(_least_widths(block, folded) for folded in (FOLDED_TEXT, NARROWEST_TEXT)))
    return next((way for way in ways if _total(way) <= width), ways[-1])


def _widened(block: Block, least: list[int], width: int) -> list[int]:
    """Return how wide each column is drawn: as it likes if all can be, else the least and a share of the rest."""
    wanted = [max(cells, len(column.heading)) for column, cells in zip(block.columns, _cell_widths(block), strict=True)]
    widths = [*least]
    while _total(widths) < width and widths != wanted:
        for index, most in enumerate(wanted):
            if widths[index] < most and _total(widths) < width:
                widths[index] += 1
    return widths


def _total(widths: Iterable[int]) -> int:
    all_ = list(widths)
    return sum(all_) + COLUMN_GAP * (len(all_) - 1)


def _cell_widths(block: Block) -> list[int]:
    return [max((len(line[index]) for line in block.lines), default=0) for index in range(len(block.columns))]


def _whole_words(block: Block) -> list[int]:
    """Return how narrow each column may get while its texts are folded between words only."""
    least = _least_widths(block, FOLDED_TEXT)
    words = [
        max((len(word) for line in block.lines for word in line[index].split(" ")), default=0)
        for index in range(len(least))
    ]
    return [max(width, min(word, LONGEST_WORD)) for width, word in zip(least, words, strict=True)]


def _least_widths(block: Block, folded: int) -> list[int]:
    """Return how narrow each column may get, its heading being folded between words."""
    return [
        max(min(cells, folded) if column.kind is Kind.TEXT else cells, *map(len, column.heading.split(" ")))
        for column, cells in zip(block.columns, _cell_widths(block), strict=True)
    ]
