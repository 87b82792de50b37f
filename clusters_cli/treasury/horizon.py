"""The months of a treasury plan: from which day to which, and the cash with which they begin."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from clusters_cli.foundations.dates import add_months, month_end, months_between
from clusters_cli.foundations.errors import UsageError
from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.text import Text

USUAL_MONTHS = 12
"""What a bank asks for."""
MOST_MONTHS = 60
_ONE_DAY = timedelta(days=1)

IMPOSSIBLE_MONTHS = Explanation(
    "USE180",
    Text("months that a treasury plan cannot have"),
    Text(
        "A plan has 1 to 60 months, and its first month does not end before the day of which the opening cash is: what"
        " moved until then is in it already."
    ),
    Text("Ask for a later month with --from, or type the cash of the evening before it with --opening-cash."),
    example="clusters treasury registry/application.yaml --months 61",
)


class OpeningBalance(NamedTuple):
    """The cash with which a plan begins.

    Attributes:
        cash: euros, below zero for an overdraft; ``None`` when unknown, and balances then count from zero.
        evening: the day at whose end it is counted: what moves on that day is in it.
    """

    cash: Decimal | None
    evening: date


@dataclass(frozen=True, slots=True)
class Horizon:
    """The days that a plan looks at.

    Attributes:
        first: its first day: that of its first month, or the day after the evening of the opening cash.
        last: its last day, the end of a month.
    """

    first: date
    last: date

    @classmethod
    def of(cls, month: date, count: int, opening: OpeningBalance) -> "Horizon":
        """Return the horizon of so many months.

        Args:
            month: any day of the first one.
            count: how many.
            opening: the cash before what they move.

        Raises:
            UsageError: there are too few or too many, or the first ends before the cash is counted.
        """
        if not 1 <= count <= MOST_MONTHS:
            message = Text("a plan has 1 to {most} months, found {count}", most=MOST_MONTHS, count=count)
            raise UsageError(message, IMPOSSIBLE_MONTHS)
        if month_end(month) <= opening.evening:
            message = Text("the plan begins in {month}, before the evening of its opening cash, {day}")
            hint = Text("ask for a later month, or type the cash of the evening before it with --opening-cash")
            given = message.given(month=f"{month:%Y-%m}", day=opening.evening)
            raise UsageError(given, IMPOSSIBLE_MONTHS, hint=hint)
        first = max(month.replace(day=1), opening.evening + _ONE_DAY)
        return cls(first, month_end(add_months(month.replace(day=1), count - 1)))

    @property
    def months(self) -> tuple[date, ...]:
        """The first day of each calendar month that it touches."""
        return months_between(self.first, self.last)

    def holds(self, day: date) -> bool:
        """Return whether a day is one of its days."""
        return self.first <= day <= self.last
