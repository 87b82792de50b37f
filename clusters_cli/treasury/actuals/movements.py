"""What really happened: movements of cash, each with its place, and the balance that they lead to."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from clusters_cli.foundations.data_shape import in_data
from clusters_cli.foundations.money import ZERO
from clusters_cli.foundations.problems import Position, Problem
from clusters_cli.foundations.text import Text
from clusters_cli.treasury.actuals.actuals_words import ActualsSource, BalanceOrigin, FileEncoding


@in_data(without=("names",), spread=("place",))
@dataclass(frozen=True, slots=True)
class CashMovement:
    """A movement of cash; of an accounting entry, the part of it that one account of the other side explains.

    Attributes:
        place: the file and line that tell it.
        day: when the money moved.
        label: what the file calls it.
        amount: euros, above zero for what came in, below for what went out.
        account: the account of the other side; ``None`` for a bank, which knows none.
        names: all that the file calls it: its labels, the name of its account, the third party.
    """

    place: Position
    day: date
    label: str
    amount: Decimal
    account: str | None = None
    names: tuple[str, ...] = ()


def in_order(movements: Iterable[CashMovement]) -> tuple[CashMovement, ...]:
    """Return movements by their day, those of a day by their line, whatever the order of the file."""
    return tuple(sorted(movements, key=lambda movement: (movement.day, movement.place.line)))


@in_data(first="from", last="to")
@dataclass(frozen=True, slots=True)
class CoveredDays:
    """The days that a file of actuals covers, both included."""

    first: date
    last: date

    def holds(self, day: date) -> bool:
        """Return whether a day is one of them."""
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class RealBalance:
    """Cash that was really there, in euros.

    Attributes:
        amount: at the end of the day.
        day: the day.
        origin: where it is known from.
    """

    amount: Decimal
    day: date
    origin: BalanceOrigin


@in_data(without=("warnings",), sentences=("no_balance",))
@dataclass(frozen=True, slots=True)
class Actuals:
    """What a file says of the cash that really moved.

    Attributes:
        file: its name, as the user knows it.
        source: what kind of file it is.
        encoding: how its characters are written.
        first_day: the first day that it covers; ``None`` when it tells no movement.
        last_day: the last one; what was to come until then has come, or is overdue.
        movements: the movements, by day and by line.
        internal: movements between the organisation's own accounts, which cancel.
        balance: the real balance at the end of the last day; ``None`` when the file does not tell it.
        no_balance: why it does not; ``None`` when it does.
        not_used: headings of columns that were not read.
        lines_above: lines above the headings, which name the account and the like.
        moving_nothing: rows of zero, and balances that stand among the movements.
        not_booked: rows that the bank lists and has not booked; they are no movements.
        warnings: what is odd in it and does not prevent reading it.
    """

    file: str
    source: ActualsSource
    encoding: FileEncoding
    first_day: date | None
    last_day: date | None
    movements: tuple[CashMovement, ...]
    internal: tuple[CashMovement, ...] = ()
    balance: RealBalance | None = None
    no_balance: Text | None = None
    not_used: tuple[str, ...] = ()
    lines_above: int = 0
    moving_nothing: int = 0
    not_booked: int = 0
    warnings: tuple[Problem, ...] = ()

    @property
    def covered(self) -> CoveredDays | None:
        """The days that it covers; ``None`` when it tells neither a movement nor a day."""
        if self.last_day is None:
            return None
        return CoveredDays(self.first_day or self.last_day, self.last_day)

    @property
    def in_transit(self) -> Decimal:
        """Euros that have left one of the own accounts and not reached another; below zero if it is the other way."""
        return -sum((movement.amount for movement in self.internal), ZERO)

    def with_balance(self, amount: Decimal) -> "Actuals":
        """Return it with the real balance that the user says, on the evening of its last day."""
        if self.last_day is None:
            return self
        return replace(self, balance=RealBalance(amount, self.last_day, BalanceOrigin.TYPED), no_balance=None)

    def cash_before(self, day: date) -> Decimal | None:
        """Return the cash on the evening before a day; ``None`` when the balance is unknown, or the day not covered."""
        if self.balance is None or self.covered is None or day < self.covered.first:
            return None
        since = (movement.amount for movement in (*self.movements, *self.internal) if movement.day >= day)
        return self.balance.amount - sum(since, ZERO)
