"""Tables as lines of text, for plain text and Markdown."""

from collections.abc import Callable

from clusters_cli.presentation.messages import _
from clusters_cli.presentation.report import Table
from clusters_cli.presentation.widths import lines_of


def tabulated(table: Table, style: str, escaped: Callable[[str], str]) -> str:
    """Write a table at full width, under its title.

    Args:
        table: what to write.
        style: as tabulate names it.
        escaped: lets a text stand in a cell or a heading.
    """
    from tabulate import tabulate  # noqa: PLC0415  (only this format needs it)

    rows = [[escaped(cell) for cell in line] for line in lines_of(table)]
    text = tabulate(
        rows,
        headers=[escaped(column.heading) for column in table.columns],
        tablefmt=style,
        disable_numparse=True,
        colalign=["right" if column.kind.is_number else "left" for column in table.columns] if rows else None,
    )
    title = f"**{escaped(table.title)}**\n" if style == "github" and table.title else table.title
    return titled(title, text if table.rows else _("(nothing)"))


def titled(title: str, body: str) -> str:
    """Return what stands under a title, with the title if there is one."""
    return f"{title}\n{body}" if title else body
