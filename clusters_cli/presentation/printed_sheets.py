"""How a sheet of a workbook is printed and kept in view: A4 in landscape, one page wide, its headings on each page."""

from collections.abc import Iterable, Sequence
from textwrap import wrap
from typing import Any

_A4 = 9
"""What a workbook calls this size of paper."""
_MARGIN = 0.4
"""Inches on the left and on the right of a page."""
_WIDEST_PAGE = 260
"""Characters that a page holds side by side while they can still be read: some 6 points high."""
_FOOTER = "&R&P / &N"
"""The page, and how many there are."""
_LONGEST_HEADER = 240
"""Characters of a title at the head of a page: a workbook allows 255, with the marks."""
_LINE = 15
"""Points of a line of text."""
_LETTERS = 1.1
"""Letters that stand where one digit does, by which a column is measured."""


def lay_out(sheet: Any, title: str, widths: Sequence[int] = (), repeated: int = 0) -> None:  # noqa: ANN401  (the library has no types)
    """Lay a sheet out for paper, and keep what names its rows and columns in view.

    It is fitted to the width of one page; where so many columns could no longer be read, to that of as few as they can.

    Args:
        sheet: whose first line holds headings, if it holds a table.
        title: stands at the head of each page.
        widths: characters of each column of its table; none for a sheet without one.
        repeated: how many first columns name the rows, and stand on each page.
    """
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.set_margins(left=_MARGIN, right=_MARGIN)
    sheet.set_header("&L&B" + title[:_LONGEST_HEADER].replace("&", "&&"))
    sheet.set_footer(_FOOTER)
    sheet.fit_to_pages(_pages(widths, repeated), 0)
    if widths:
        sheet.repeat_rows(0)
        sheet.freeze_panes(1, repeated)
    if repeated:
        sheet.repeat_columns(0, repeated - 1)


def _pages(widths: Sequence[int], repeated: int) -> int:
    """Return how many pages side by side the columns of a table take."""
    naming, others = sum(widths[:repeated]), sum(widths[repeated:])
    return max(-(-others // max(_WIDEST_PAGE - naming, 1)), 1) if repeated else 1


def give_height(sheet: Any, line: int, texts: Iterable[tuple[str, int]]) -> None:  # noqa: ANN401  (see above)
    """Make a line of a sheet as high as its texts are long, which not every spreadsheet does when it opens a file.

    Args:
        sheet: of a workbook.
        line: counted from 0.
        texts: each with the characters that its column is wide.
    """
    most = max((len(wrap(text, int(width * _LETTERS))) for text, width in texts), default=1)
    if most > 1:
        sheet.set_row(line, most * _LINE)
