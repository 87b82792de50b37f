"""Tables as lines of text, for plain text and Markdown."""

from collections.abc import Callable

from clusters_cli.foundations.text import Language, Text
from clusters_cli.presentation.cells import shown_rows
from clusters_cli.presentation.languages import word
from clusters_cli.presentation.report import TableOf


def tabulated(table: TableOf[str], language: Language, style: str, escaped: Callable[[str], str]) -> str:
    """Write a table at full width, under its title; Markdown has the rows that stand out in bold.

    Args:
        table: what to write.
        language: in which its numbers and days are written.
        style: as tabulate names it.
        escaped: lets a text stand in a cell or a heading.
    """
    from tabulate import tabulate  # noqa: PLC0415  (only this format needs it)

    rows = [[escaped(cell) for cell in line] for line in shown_rows(table, language)]
    text = tabulate(
        rows,
        headers=[escaped(column.heading) for column in table.columns],
        tablefmt=style,
        disable_numparse=True,
        colalign=["right" if column.kind.is_number else "left" for column in table.columns] if rows else None,
    )
    title = table.title
    if style == "github":
        rows = [[*map(_bold, row)] if index in table.strong else row for index, row in enumerate(rows)]
        title = _bold(escaped(title)) + "\n" * bool(title)
    return titled(title, text if table.rows else nothing(language))


def _bold(text: str) -> str:
    return f"**{text}**" if text else ""


def titled(title: str, body: str) -> str:
    """Return what stands under a title, with the title if there is one."""
    return f"{title}\n{body}" if title else body


def nothing(language: Language) -> str:
    """Return what stands in the place of a table without rows."""
    return word(Text("(nothing)"), language)
