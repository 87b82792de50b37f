"""The day on which a question is asked: today, or the one that the reader names."""

from datetime import date

from clusters_cli.foundations.errors import UsageError
from clusters_cli.foundations.text import Text

VARIABLE = "CLUSTERS_AS_OF"
"""Name of the variable that gives the day where ``--as-of`` does not."""
EARLIEST, LATEST = date(1990, 1, 1), date(2100, 12, 31)
"""The days between which a question can be asked."""


def asked_day(text: str | None) -> date:
    """Read the day on which a question is asked, ``2026-11-25`` or ``25/11/2026``: today if none is given.

    Raises:
        UsageError: the text is not a date, or one on which nothing can be asked.
    """
    from clusters_cli.commands.shared.values import UNREADABLE_VALUE, day

    hint = Text("where --as-of is not typed, {variable} gives the day", variable=VARIABLE)
    try:
        asked = day(text, "--as-of") or today()
    except UsageError as error:
        raise UsageError(error.message, UNREADABLE_VALUE, hint=hint) from None
    if EARLIEST <= asked <= LATEST:
        return asked
    message = Text("--as-of: {day} is not between {first} and {last}", day=asked, first=EARLIEST, last=LATEST)
    raise UsageError(message, UNREADABLE_VALUE, hint=hint)


def today() -> date:
    """Return the day on which the program runs, in the user's time: the only look at the clock."""
    return date.today()  # noqa: DTZ011  (a civil date, as on the user's wall)
