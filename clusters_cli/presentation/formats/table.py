"""Tables for people: fitted to the width of a terminal, at full width as plain text elsewhere."""

import os
from typing import TextIO

from clusters_cli.foundations.text import Language, Listed, Text
from clusters_cli.presentation.charts import drawn
from clusters_cli.presentation.formats import Audience, Format
from clusters_cli.presentation.languages import word
from clusters_cli.presentation.reader import Reader
from clusters_cli.presentation.report import ReportOf, TableOf
from clusters_cli.presentation.stand_ins import as_held
from clusters_cli.presentation.tabulated import nothing, tabulated, titled
from clusters_cli.presentation.widths import Block, blocks


def to_plain(report: ReportOf[str], reader: Reader) -> str:
    """Write a report as plain text at full width, laid out for its reader's encoding: nothing wrapped, nothing cut."""
    language, encoding = reader.language, reader.encoding
    parts = [report.text] if report.text is not None else []
    parts += [tabulated(table, language, "simple", lambda text: as_held(text, encoding)) for table in report.tables]
    parts += [drawn(chart, language) for chart in report.charts]
    if report.notes:
        parts.append("\n".join(report.notes))
    return "\n\n".join(part.rstrip("\n") for part in parts) + "\n"


def to_terminal(report: ReportOf[str], stream: TextIO, language: Language) -> None:
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
        if not table.rows:
            console.print(titled(table.title, nothing(language)))
            continue
        shown = blocks(table, console.width, language)
        hidden += [column.heading for column in table.columns if not any(column in block.columns for block in shown)]
        for number, block in enumerate(shown):
            if number:
                console.print()
            console.print(_rich_table(block, table, title="" if number else table.title))
    for chart in report.charts:
        console.print()
        console.print(drawn(chart, language, console.width), soft_wrap=True)
    notes = [*report.notes, *([_hidden_note(hidden, language)] if hidden else [])]
    if notes:
        console.print()
    for note in notes:
        console.print(note, style="dim")


def _hidden_note(headings: list[str], language: Language) -> str:
    note = Text(
        "Not shown for want of width: {names}. Widen the terminal, or ask for another --format.",
        names=Listed(tuple(dict.fromkeys(headings))),
    )
    return word(note, language)


def _rich_table(block: Block, table: TableOf[str], title: str) -> object:
    """Return a block of a table as Rich draws it, the rows that stand out in bold."""
    from rich import box  # noqa: PLC0415
    from rich.table import Table as RichTable  # noqa: PLC0415

    grid = RichTable(
        title=title or None,
        title_justify="left",
        title_style="bold",
        box=box.SIMPLE_HEAD,
        show_footer=table.totals is not None,
        show_edge=False,
        pad_edge=False,
        collapse_padding=True,
    )
    footer = block.lines[-1] if table.totals is not None else [""] * len(block.columns)
    for column, total, wide in zip(block.columns, footer, block.widths, strict=True):
        grid.add_column(
            column.heading,
            total,
            justify="right" if column.kind.is_number else "left",
            width=wide,
            overflow="fold",
        )
    for index, row in enumerate(block.lines[: len(table.rows)]):
        grid.add_row(*row, style="bold" if index in table.strong else None)
    return grid


FORMAT = Format("table", Audience.PEOPLE, to_plain, suffixes=(".txt",), holds_charts=True, to_terminal=to_terminal)
