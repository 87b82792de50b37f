"""A report in each of the formats it can be written in."""

from clusters_cli.foundations.errors import UsageError
from clusters_cli.foundations.messages import _
from clusters_cli.presentation.formats import Format
from clusters_cli.presentation.geojson import to_geojson
from clusters_cli.presentation.machine import CSV, CSV_FR, TSV, envelope, to_delimited, to_json, to_yaml
from clusters_cli.presentation.people import to_markdown, to_plain
from clusters_cli.presentation.report import Report

_DIALECTS = {Format.CSV: CSV, Format.CSV_FR: CSV_FR, Format.TSV: TSV}


def content(report: Report, format_: Format) -> bytes:
    """Return a report as a file in a format."""
    if format_ is Format.XLSX:
        from clusters_cli.presentation.workbook import to_workbook  # noqa: PLC0415  (only this format needs it)

        return to_workbook(report)
    return written(report, format_).encode("utf-8")


def written(report: Report, format_: Format, encoding: str = "utf-8") -> str:
    """Return a report as text in a format; a workbook is no text.

    Args:
        report: what there is to say.
        format_: how; formats for programs are always UTF-8.
        encoding: what the text will be written in, so that columns stand below each other where it lacks characters.
    """
    if format_ is Format.JSON:
        return to_json(envelope(report))
    if format_ is Format.YAML:
        return to_yaml(envelope(report))
    if format_ in _DIALECTS:
        table = report.export or next(iter(report.tables), None)
        if table is None:
            message = _("clusters {command} has no table to write as {format}")
            raise UsageError(message.format(command=report.command, format=format_), code="USE106")
        return to_delimited(table, _DIALECTS[format_])
    if format_ is Format.GEOJSON:
        if report.places is None:
            message = _(
                "clusters {command} has no places to write as geojson; clusters list and clusters poles list do"
            )
            raise UsageError(message.format(command=report.command), code="USE107")
        return to_geojson(report.places)
    return (to_markdown if format_ is Format.MARKDOWN else to_plain)(report, encoding)
