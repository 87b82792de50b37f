"""A report in a format that can hold it."""

from typing import TYPE_CHECKING

from clusters_cli.foundations.errors import UsageError
from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.text import Text, one_of
from clusters_cli.presentation.formats import Audience, Format, formats_for
from clusters_cli.presentation.reader import Reader
from clusters_cli.presentation.report_parts import Part
from clusters_cli.presentation.wording import in_words

if TYPE_CHECKING:
    from clusters_cli.presentation.report import Report

WRONG_FORMAT = Explanation(
    "USE107",
    Text("a format that cannot hold the answer"),
    Text(
        "A map needs places, CSV and TSV a table, the formats of editors and code scanners problems of files; a journal"
        " needs entries of books, a calendar events, and Paheko instalments that were received."
    ),
    Text("Take one of the formats that the message names; clusters list and clusters poles list have places."),
    example="clusters classify --format geojson",
)


def formatted(report: "Report", format_: Format, reader: Reader) -> str | bytes:
    """Return a report in a format and in the words of its reader, as text or as the content of a file that is no text.

    Args:
        report: what there is to say.
        format_: how.
        reader: for whom; programs are never translated to.

    Raises:
        UsageError: the report has not what the format needs.
    """
    if format_.needs is not None and format_.needs not in report.parts:
        raise _refusal(report, format_, format_.needs)
    reader = reader if format_.audience is Audience.PEOPLE else Reader()
    return format_.write(in_words(report, reader.language, format_.audience), reader)


def _refusal(report: "Report", format_: Format, lacking: Part) -> UsageError:
    given = {"command": report.command, "format": format_.name}
    reasons = {
        Part.TABLE: Text("clusters {command} has no table to write as {format}", **given),
        Part.PLACES: Text("clusters {command} has no places to write as {format}", **given),
        Part.PROBLEMS: Text("clusters {command} has no problems to write as {format}", **given),
        Part.ENTRIES: Text("clusters {command} has no entries of books to write as {format}", **given),
        Part.RECEIVED: Text("clusters {command} has no instalments that were received to write as {format}", **given),
        Part.EVENTS: Text("clusters {command} has no events of a calendar to write as {format}", **given),
    }
    possible = one_of(each.name for each in formats_for(report.parts))
    return UsageError(reasons[lacking], WRONG_FORMAT, hint=Text("it can be written as {formats}", formats=possible))
