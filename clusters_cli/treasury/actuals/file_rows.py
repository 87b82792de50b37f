"""The rows of a text between separators: the physical line that each begins on, and its cells."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.problems import Position, Problem
from clusters_cli.foundations.text import Text, counted

BROKEN_ROW = Explanation(
    "ACT105",
    Text("a broken row"),
    Text(
        "A row has more or fewer cells than there are headings, or a quotation mark without its pair: a separator "
        "stands in a label, or a line break. Its amounts could be read from the wrong cells, and none is."
    ),
    Text("Put the label in quotation marks, or take the separator out of it, in the file or where it was typed."),
)

UNREADABLE_CELL = Explanation(
    "ACT106",
    Text("a cell that cannot be read with certainty"),
    Text(
        "A day does not exist or is written in another way, an amount is none, or it can be read in two ways and no "
        "other cell of its column shows which is meant."
    ),
    Text("Correct the cell, or export the file again with days as 31/12/2026 and amounts as 1234,50."),
)


@dataclass(frozen=True, slots=True)
class FileRow:
    """A row of cells, without the spaces around them, and the line on which it begins."""

    line: int
    cells: tuple[str, ...]

    @property
    def is_blank(self) -> bool:
        """Whether no cell holds anything."""
        return not any(self.cells)


def rows_of(text: str, separator: str) -> Iterator[FileRow | int]:
    """Yield the rows of a text, whose cells may stand in quotation marks; the line of one whose marks have no pair."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield line
            continue
        yield FileRow(line, tuple(cell.strip() for cell in cells))


def unpaired(file: str, line: int) -> Problem:
    """Return the problem of a row whose quotation marks have no pair."""
    return Problem(
        BROKEN_ROW, Position(file, line), Text("a quotation mark has no pair, or text follows the second one")
    )


def miscounted(file: str, row: FileRow, expected: int) -> Problem:
    """Return the problem of a row with another number of cells than there are headings."""
    message = counted(
        "the row has {count} cell, the headings are {expected}",
        "the row has {count} cells, the headings are {expected}",
        len(row.cells),
        expected=expected,
    )
    return Problem(BROKEN_ROW, Position(file, row.line), message)


def unreadable(file: str, line: int, heading: str, reason: Text) -> Problem:
    """Return the problem of a cell that cannot be read, under its heading."""
    return Problem(UNREADABLE_CELL, Position(file, line), reason, path=heading)
