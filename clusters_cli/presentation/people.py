"""Formats for people: a rich table on a terminal, full-width plain text elsewhere, Markdown for documents."""

import os
import re
from collections.abc import Callable
from typing import TextIO

from clusters_cli.foundations.messages import _
from clusters_cli.presentation.charts import drawn
from clusters_cli.presentation.readable import as_held
from clusters_cli.presentation.report import Report, Table
from clusters_cli.presentation.widths import column_widths, fitted_columns, lines_of

_MARKUP = re.compile(
    r"[\\`|]|[*~](?=\S)|(?<!\w)_(?=\S)"  # code, cells, the beginning of an emphasis
    r"|<(?=[A-Za-z/!?])|&(?=#?\w+;)"  # HTML
    r"|\](?=[(:\[])"  # links
    r"|^[#>]",  # headings, quotations
    re.MULTILINE,
)
_ENTITIES = {"<": "&lt;", "&": "&amp;"}


def to_plain(report: Report, encoding: str = "utf-8") -> str:
    """Write a report as plain text at full width, laid out for an encoding: nothing wrapped, nothing cut."""
    parts = [report.text] if report.text is not None else []
    parts += [_tabulated(table, "simple", lambda text: as_held(text, encoding)) for table in report.tables]
    parts += [drawn(chart) for chart in report.charts]
    if report.notes:
        parts.append("\n".join(report.notes))
    return "\n\n".join(part.rstrip("\n") for part in parts) + "\n"


def to_markdown(report: Report, encoding: str = "utf-8") -> str:
    """Write a report as Markdown: one pipe table per table, the notes as a list; no text of it is taken for markup."""

    def cell(text: str) -> str:
        return _without_markup(as_held(text, encoding))

    parts = [_without_markup(report.text)] if report.text is not None else []
    parts += [_tabulated(table, "github", cell) for table in report.tables]
    parts += [_fenced(drawn(chart)) for chart in report.charts]
    if report.notes:
        parts.append("\n".join(f"- {_without_markup(note)}" for note in report.notes))
    return "\n\n".join(part.rstrip("\n") for part in parts) + "\n"


def _without_markup(text: str) -> str:
    """Escape what Markdown would take for markup, and nothing that it leaves alone, so that the source reads well."""
    return _MARKUP.sub(lambda found: _ENTITIES.get(found.group(), f"\\{found.group()}"), text)


def _fenced(text: str) -> str:
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}\n{text}\n{fence}"


def to_terminal(report: Report, stream: TextIO) -> None:
    """Print a report on a terminal, its tables fitted to the width."""
    from clusters_cli.presentation.console import BindingConsole  # noqa: PLC0415  (only a terminal needs it)

    plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    console = BindingConsole(stream, plain=plain)
    if report.text is not None:
        console.print(report.text, soft_wrap=True)
    hidden: list[str] = []
    for index, table in enumerate(report.tables):
        if index or report.text is not None:
            console.print()
        fitted = fitted_columns(table, console.width)
        hidden += [column.heading for column in table.columns if column not in fitted]
        console.print(
            _rich_table(table.only(fitted), console.width) if table.rows else _titled(table.title, _("(nothing)"))
        )
    for chart in report.charts:
        console.print()
        console.print(drawn(chart, console.width), soft_wrap=True)
    notes = [*report.notes, *([_hidden_note(hidden)] if hidden else [])]
    if notes:
        console.print()
    for note in notes:
        console.print(note, style="dim")


def _hidden_note(headings: list[str]) -> str:
    names = ", ".join(dict.fromkeys(headings))
    return _("Not shown for want of width: {names}. Widen the terminal, or ask for another --format.").format(
        names=names
    )


def is_terminal(stream: TextIO) -> bool:
    """Whether a person looks at the stream directly."""
    return stream.isatty()


def _tabulated(table: Table, style: str, escaped: Callable[[str], str]) -> str:
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
    return _titled(title, text if table.rows else _("(nothing)"))


def _titled(title: str, body: str) -> str:
    return f"{title}\n{body}" if title else body


def _rich_table(table: Table, width: int) -> object:
    from rich import box  # noqa: PLC0415
    from rich.table import Table as RichTable  # noqa: PLC0415

    grid = RichTable(
        title=table.title or None,
        title_justify="left",
        title_style="bold",
        box=box.SIMPLE_HEAD,
        show_footer=table.totals is not None,
        show_edge=False,
        pad_edge=False,
        collapse_padding=True,
    )
    lines = lines_of(table)
    footer = lines.pop() if table.totals is not None else [""] * len(table.columns)
    for column, total, wide in zip(table.columns, footer, column_widths(table, width), strict=True):
        grid.add_column(
            column.heading,
            total,
            justify="right" if column.kind.is_number else "left",
            width=wide,
            overflow="fold",
        )
    for row in lines:
        grid.add_row(*row)
    return grid
