"""Formulas of a workbook: what a calculated cell is worked out from, as spreadsheets write it."""

from collections.abc import Iterator, Sequence

from clusters_cli.presentation.live_cells import Calculated, CellAt

HEADINGS = 1
"""Lines of a sheet above the first row of its table."""
_LEAST_RANGE = 3
"""Cells in a row or in a column from which they are written as a range."""


def formula(cell: Calculated) -> str:
    """Return the formula of a cell whose table begins in the first column of a sheet, under one line of headings.

    Spreadsheets count in binary fractions: it rounds to the cent, or a balance of nothing would show as a trillionth
    of one.
    """
    terms = [f"+{cell.start:f}"] if cell.start else []
    terms += [f"+{_summed(cells)}" for cells in _ranges(cell.plus)]
    terms += [f"-{_summed(cells)}" for cells in _ranges(cell.minus)]
    total = "".join(terms).removeprefix("+").replace("+-", "-")
    if cell.least:
        total = f"MIN({','.join(filter(None, (total, *map(_written, _ranges(cell.least)))))})"
    return f"=ROUND({total or '0'},2)"


def _summed(cells: Sequence[CellAt]) -> str:
    return f"SUM({_written(cells)})" if len(cells) > 1 else _written(cells)


def _written(cells: Sequence[CellAt]) -> str:
    """Return one cell, or the range from the first to the last."""
    from xlsxwriter.utility import xl_rowcol_to_cell  # noqa: PLC0415  (only workbooks need it)

    ends = cells if len(cells) == 1 else (cells[0], cells[-1])
    return ":".join(str(xl_rowcol_to_cell(row + HEADINGS, column)) for row, column in ends)


def _ranges(cells: Sequence[CellAt]) -> Iterator[Sequence[CellAt]]:
    """Yield the cells in the order given: those of a range together, any other by itself."""
    start = 0
    while start < len(cells):
        size = max(_reach(cells[start:], step) for step in ((1, 0), (0, 1)))
        size = size if size >= _LEAST_RANGE else 1
        yield cells[start : start + size]
        start += size


def _reach(cells: Sequence[CellAt], step: CellAt) -> int:
    """Return how many cells follow each other by a step, the first one included."""
    row, column = cells[0]
    for count, cell in enumerate(cells):
        if cell != (row + count * step[0], column + count * step[1]):
            return count
    return len(cells)
