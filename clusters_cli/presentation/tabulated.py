"""Tables as lines of text, for plain text and Markdown."""

from collections.abc import Callable

from clusters_cli.foundations.text import Language, Text
from clusters_cli.presentation.languages import word
from clusters_cli.presentation.report import TableOf
from clusters_cli.presentation.widths import lines_of


def tabulated(table: TableOf[str], language: Language, style: str, escaped: Callable[[str], str]) -> str:
    """Write a table at full width, under its title.

    Args:
        table: what to write.
        language: in which its numbers and days are written.
        style: as tabulate names it.
        escaped: lets a text stand in a cell or a heading.
    """
    from tabulate import tabulate  # noqa: PLC0415  (only this format needs it)

    rows = [[escaped(cell) for cell in line] for line in lines_of(table, language)]
    text = tabulate(
        rows,
        headers=[escaped(column.heading) for column in table.columns],
        tablefmt=style,
        disable_numparse=True,
        colalign=["right" if column.kind.is_number else "left" for column in table.columns] if rows else None,
    )
    title = f"**{escaped(table.title)}**\n" if style == "github" and table.title else table.title
    return titled(title, text if table.rows else nothing(language))


def titled(title: str, body: str) -> str:
    """Return what stands under a title, with the title if there is one."""
    return f"{title}\n{body}" if title else body


def nothing(language: Language) -> str:
    """Return what stands in the place of a table without rows."""
    return word(Text("(nothing)"), language)
