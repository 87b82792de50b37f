"""A calendar (RFC 5545): an event of a day for each thing that is due."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

from clusters_cli.presentation.dated_entries import CalendarEventOf
from clusters_cli.presentation.formats import Audience, Format
from clusters_cli.presentation.reader import Reader
from clusters_cli.presentation.report import ReportOf
from clusters_cli.presentation.report_parts import Part

_OCTETS = 75
"""What a line may hold, its end not counted (3.1)."""
_SPECIAL = re.compile(r"[\\;,]")
"""What stands for itself in a text only behind a backslash (3.3.11)."""


def to_calendar(report: ReportOf[str], reader: Reader) -> str:
    """Write the events of a report as a calendar that others import.

    An event has the same name whenever the calendar is written again, so that an import replaces it.  It is said to be
    made on the day that the answer depends on, and takes nobody's time.
    """
    made = report.as_of or min(event.day for event in report.events)
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//clusters-cli//{report.command}//{reader.language.upper()}",
        "CALSCALE:GREGORIAN",
    ]
    seen: Counter[str] = Counter()
    for event in report.events:
        seen[event.uid] += 1
        # Two events of one name would be one to whoever imports them: the second gets a number.
        uid = event.uid if seen[event.uid] == 1 else f"{event.uid}-{seen[event.uid]}"
        lines += _event(event, uid, made)
    lines.append("END:VCALENDAR")
    return "".join(f"{piece}\r\n" for line in lines for piece in _folded(line))


def _event(event: CalendarEventOf[str], uid: str, made: date) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(uid)}@clusters-cli"
    yield f"DTSTAMP:{made:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}"
    yield f"SUMMARY:{_text(event.title)}"
    if event.description:
        yield f"DESCRIPTION:{_text(event.description)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _text(text: str) -> str:
    escaped = _SPECIAL.sub(lambda found: f"\\{found.group()}", text)
    return re.sub(r"\r\n?|\n", r"\\n", escaped)


def _folded(line: str) -> Iterator[str]:
    """Yield a line in pieces of no more octets than allowed; each but the first begins with a space."""
    piece, octets = "", 0
    for character in line:
        size = len(character.encode())
        if octets + size > _OCTETS:
            yield piece
            piece, octets = " ", 1
        piece, octets = piece + character, octets + size
    yield piece


FORMAT = Format("ics", Audience.PEOPLE, to_calendar, suffixes=(".ics",), needs=Part.EVENTS)
