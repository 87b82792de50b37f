"""What a report holds day by day for other programs: entries of books, and events of a calendar."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Generic

from clusters_cli.presentation.report_parts import WordsT_co

INSTALMENT = "instalment"
"""The tag of an entry that is an instalment of a grant: its number, or its kind."""


class BookState(StrEnum):
    """Whether what an entry tells has happened, and stands in the books."""

    OPENING = "opening"
    """What stood on the account before the first entry."""
    BOOKED = "booked"
    """It has happened, and stands in the books, where it was read."""
    HAPPENED = "happened"
    """It has happened, as the statement of the bank or the application file tells; nothing tells that it is booked."""
    EXPECTED = "expected"
    """It is foreseen: it stands in no books yet, and may come otherwise."""


@dataclass(frozen=True)
class BookEntryOf(Generic[WordsT_co]):
    """An entry of books: one amount, on one day, between two accounts.

    Attributes:
        day: on which the money moves.
        label: what it is for.
        amount: in euros; above zero it is received, below zero paid, and it is never zero.
        account: number of the account that it is received or paid for, as in the French chart of accounts: ``741``,
            ``6411``, ``164``; letters and digits.
        line: key of the line of the plan that it belongs to; several entries may have the same.
        state: whether it has happened.
        counter: number of the account where the money is: the bank.
        tags: what else is known of it, by names of letters and dashes: funder, kind, scheme, instalment, source.
            Words of closed sets are written as their values, in every language.
    """

    day: date
    label: WordsT_co
    amount: Decimal
    account: str
    line: str
    state: BookState = BookState.EXPECTED
    counter: str = "512"
    tags: tuple[tuple[str, WordsT_co], ...] = ()

    @property
    def is_instalment_received(self) -> bool:
        """Whether it is an instalment of a grant that was received, and that nothing tells to be booked."""
        tagged = any(name == INSTALMENT for name, _value in self.tags)
        return tagged and self.amount > 0 and self.state is BookState.HAPPENED


@dataclass(frozen=True)
class CalendarEventOf(Generic[WordsT_co]):
    """An event of a calendar that lasts a day.

    Attributes:
        day: on which it is.
        uid: what names it among the events of the report, the same whenever the report is made again: letters, digits
            and dashes, such as ``region-2026-claim-2``.
        title: what is due, in a line.
        description: what else there is to know, in as many lines as it takes; empty for nothing.
    """

    day: date
    uid: str
    title: WordsT_co
    description: WordsT_co | str = ""
