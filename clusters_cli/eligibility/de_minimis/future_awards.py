"""An award that a file dates after the day asked: said where it stands, and never added up."""

from datetime import date

from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.problems import Position, Problem
from clusters_cli.foundations.text import Dated, Text

FUTURE_AWARD = Explanation(
    "DOS604",
    Text("an award in the future"),
    Text("An award is dated after the day asked, and nothing says that it was made: its day may be mistyped."),
    Text("Correct its day; ask about an award that is to come with --amount, and about another day with --as-of."),
)


def future_award(place: Position, path: str, awarded: date, day: date) -> Problem:
    """Return the problem of an award that is dated after the day asked.

    Args:
        place: where it stands.
        path: the column or the key of its day.
        awarded: the day that is written.
        day: the day asked.
    """
    message = Text("{awarded} is after {day}, the day asked", awarded=Dated(awarded), day=Dated(day))
    return Problem(FUTURE_AWARD, place, message, path=path)
