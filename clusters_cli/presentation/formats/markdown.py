"""Markdown, for documents: a pipe table per table, the notes as a list."""

import re

from clusters_cli.presentation.charts import drawn
from clusters_cli.presentation.formats import Audience, Format
from clusters_cli.presentation.reader import Reader
from clusters_cli.presentation.report import ReportOf
from clusters_cli.presentation.stand_ins import as_held
from clusters_cli.presentation.tabulated import tabulated

_MARKUP = re.compile(
    r"[\\`|]|[*~](?=\S)|(?<!\w)_(?=\S)"  # code, cells, the beginning of an emphasis
    r"|<(?=[A-Za-z/!?])|&(?=#?\w+;)"  # HTML
    r"|\](?=[(:\[])"  # links
    r"|^[#>]",  # headings, quotations
    re.MULTILINE,
)
_ENTITIES = {"<": "&lt;", "&": "&amp;"}


def to_markdown(report: ReportOf[str], reader: Reader) -> str:
    """Write a report as Markdown: one pipe table per table, the notes as a list; no text of it is taken for markup."""

    def cell(text: str) -> str:
        return _without_markup(as_held(text, reader.encoding))

    parts = [_without_markup(report.text)] if report.text is not None else []
    parts += [tabulated(table, reader.language, "github", cell) for table in report.tables]
    parts += [_fenced(drawn(chart, reader.language)) for chart in report.charts]
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


FORMAT = Format("markdown", Audience.PEOPLE, to_markdown, suffixes=(".md",), holds_charts=True)
