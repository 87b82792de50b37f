"""What a report may have besides its data, and a format may need."""

from enum import StrEnum


class Part(StrEnum):
    """A part of a report."""

    TABLE = "table"
    PLACES = "places"
    PROBLEMS = "problems"
