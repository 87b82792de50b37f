"""Amounts, numbers, shares, lengths of time and days typed on the command line; messages name the option."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from clusters_cli.foundations.errors import UsageError
from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.refusal import RefusedError
from clusters_cli.foundations.text import Text, labelled

if TYPE_CHECKING:
    from clusters_cli.foundations.dates import Duration

UNREADABLE_VALUE = Explanation(
    "USE120",
    Text("a value that cannot be read"),
    Text(
        "What is typed is not the amount, share, date or length of time that the option takes, is out of its range, or "
        "could be read in two ways: nothing is guessed."
    ),
    Text("Type it as the message says, such as 130000, 60 %, 2025-03-31 or 6m; in quotes if it holds spaces."),
    example="clusters cashflow nekoe --scheme triennial --grant lots",
)
ValueT = TypeVar("ValueT")


def amount(text: str | None, option: str) -> Decimal | None:
    """Read an amount in euros as a person types it; ``None`` if the option was not given.

    Raises:
        UsageError: the text is not an amount, or is negative or absurd.
    """
    from clusters_cli.foundations.reading import amounts

    return read_value(amounts.amount, text, option)


def signed_amount(text: str | None, option: str) -> Decimal | None:
    """Read an amount in euros that may lie below zero; ``None`` if the option was not given.

    Raises:
        UsageError: the text is not an amount, or is absurd.
    """
    from clusters_cli.foundations.reading import amounts

    return read_value(partial(amounts.amount, signed=True), text, option)


def number(text: str | None, option: str) -> Decimal | None:
    """Read a number as a person types it, ``3`` or ``2,5``; ``None`` if the option was not given.

    Raises:
        UsageError: the text is not a number, or is negative.
    """
    from clusters_cli.foundations.reading import numbers

    return read_value(numbers.number, text, option)


def percentage(text: str | None, option: str) -> Decimal | None:
    """Read a percentage: ``4``, ``4,5``, ``4,5 %``; ``None`` if the option was not given.

    Raises:
        UsageError: the text is no percentage, or may be meant as a share: ``0.045``.
    """
    from clusters_cli.foundations.reading import shares

    return read_value(shares.percentage, text, option)


def share(text: str | None, option: str) -> Decimal | None:
    """Read a percentage as a share of 1: ``85%`` is 0.85; ``None`` if the option was not given.

    Raises:
        UsageError: the text is no percentage, or may be meant as a share: ``0,85``.
    """
    from clusters_cli.foundations.reading import shares

    typed = read_value(shares.typed_share, text, option)
    return None if typed is None else Decimal(typed.numerator) / typed.denominator


def duration(text: str | None, option: str) -> "Duration | None":
    """Read a length of time, ``60d`` or ``3 mois``; a number alone counts days; ``None`` if the option was not given.

    Raises:
        UsageError: the text is no length of time, or points to the past.
    """
    from clusters_cli.foundations.reading import durations

    read = read_value(durations.duration, text, option)
    if read is not None and read.is_negative:
        message = Text("{option}: a delay must not be negative, found {text}", option=option, text=str(text))
        raise UsageError(message, UNREADABLE_VALUE)
    return read


def month_day(text: str | None, option: str) -> str | None:
    """Read a day of any year, ``03-31`` or ``31/03``, as ``MM-DD``; ``None`` if the option was not given.

    Raises:
        UsageError: there is no such day in every year.
    """
    from clusters_cli.foundations.reading import days

    return read_value(days.month_day, text, option)


def day(text: str | None, option: str) -> date | None:
    """Read a date, ``2025-03-31``, ``31/03/2025`` or ``31.03.2025``; ``None`` if the option was not given.

    Raises:
        UsageError: the text is not a date.
    """
    from clusters_cli.foundations.reading import days

    return read_value(days.day, text, option)


def month(text: str | None, option: str) -> date | None:
    """Read a month, ``2026-03`` or ``03/2026``, as its first day; ``None`` if the option was not given.

    Raises:
        UsageError: the text is not a month.
    """
    from clusters_cli.foundations.reading import days

    return read_value(days.month, text, option)


def read_value(
    reader: Callable[[str], ValueT], text: str | None, option: str, explained: Explanation = UNREADABLE_VALUE
) -> ValueT | None:
    """Read what was typed after an option; the reader's refusal names the option."""
    if text is None:
        return None
    try:
        return reader(text)
    except RefusedError as error:
        raise UsageError(labelled(option, error.reason), explained) from None
