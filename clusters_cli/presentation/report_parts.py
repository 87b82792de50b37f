"""What a report may have besides its data, and a format may need."""

from enum import StrEnum
from typing import TypeVar

WordsT_co = TypeVar("WordsT_co", covariant=True)
"""What the words of a report are: values before it is worded, strings afterwards."""


class Part(StrEnum):
    """A part of a report."""

    TABLE = "table"
    PLACES = "places"
    PROBLEMS = "problems"
    ENTRIES = "entries"
    """Entries of books, in whatever state."""
    RECEIVED = "received"
    """Instalments of grants among them that were received."""
    EVENTS = "events"
    """Events of a calendar."""
