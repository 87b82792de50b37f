"""What is typed of payments and of a bank: schemes, delays, spending, charges, and whether a chart is wanted."""

import sys
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from clusters_cli.commands.shared.asked_day import EARLIEST, LATEST
from clusters_cli.commands.shared.conflicts import refuse_idle
from clusters_cli.commands.shared.repeats import given_twice
from clusters_cli.commands.shared.typed_words import word
from clusters_cli.commands.shared.values import UNREADABLE_VALUE, amount, duration, percentage, read_value
from clusters_cli.foundations.errors import UsageError
from clusters_cli.foundations.money import ZERO
from clusters_cli.foundations.refusal import RefusedError
from clusters_cli.foundations.text import Text, labelled, one_of
from clusters_cli.presentation.formats import all_formats, chosen_format
from clusters_cli.presentation.streams import is_terminal

if TYPE_CHECKING:
    from clusters_cli.cashflow import Charge, DayCount, Split
    from clusters_cli.foundations.dates import Duration
    from clusters_cli.presentation.output import Output
    from clusters_cli.registry.models import InstalmentKind, PaymentScheme, SpendingProfile


def first_year(typed: int | None, option: str, asked: date) -> int:
    """Return the year in which plans start: the one typed, else that of the day asked.

    Raises:
        UsageError: nothing can be asked of that year.
    """
    year = asked.year if typed is None else typed
    if EARLIEST.year <= year <= LATEST.year:
        return year
    message = Text("{option}: {year} is not between {first} and {last}", option=option, year=year)
    raise UsageError(message.given(first=EARLIEST.year, last=LATEST.year), UNREADABLE_VALUE)


def schemes(
    known: "Sequence[PaymentScheme]", names: Sequence[str], *, is_split: bool = False
) -> "tuple[PaymentScheme, ...]":
    """Return the payment schemes of ids or names, each once; ``all``, in any language, stands for the others.

    Those that pay a grant in parts are not among all, unless it is known how it is split.

    Args:
        known: those that there are.
        names: what was typed.
        is_split: whether an option says how a grant is split.

    Raises:
        UsageError: one does not exist, or none was asked for.
    """
    from clusters_cli.commands.shared.printed_words import in_known_words
    from clusters_cli.foundations.words import find_word
    from clusters_cli.registry import find_schemes
    from clusters_cli.registry.models import EveryScheme

    ready = [scheme for scheme in known if is_split or not scheme.is_split_open]
    wanted = [in_known_words(EveryScheme, name) for name in names]
    found = [(ready if find_word(EveryScheme, name) else known, [name]) for name in wanted] or [(known, [])]
    chosen = (scheme for among, name in found for scheme in find_schemes(among, name))
    return tuple({scheme.id: scheme for scheme in chosen}.values())


def unsplit(
    known: "Sequence[PaymentScheme]", chosen: "Sequence[PaymentScheme]", names: Sequence[str]
) -> "tuple[PaymentScheme, ...]":
    """Return the payment schemes that were left out where all were asked for: nothing says how they split a grant."""
    from clusters_cli.commands.shared.printed_words import find_printed
    from clusters_cli.registry.models import EveryScheme

    if not any(find_printed(EveryScheme, name) for name in names):
        return ()
    return tuple(scheme for scheme in known if scheme.is_split_open and scheme not in chosen)


def late(texts: Sequence[str] | None) -> "dict[InstalmentKind, Duration]":
    """Read delays by kind of instalment, ``balance=3m``.

    Raises:
        UsageError: a kind does not exist or stands twice, or a delay is no length of time.
    """
    from clusters_cli.foundations.dates import Duration
    from clusters_cli.registry.models import InstalmentKind

    delays: dict[InstalmentKind, Duration] = {}
    for text in texts or ():
        typed, equals, delay = text.partition("=")
        if not equals:
            message = Text("--late: {text!r} is not KIND=DURATION, with one of the kinds {kinds}")
            raise UsageError(message.given(text=text, kinds=", ".join(InstalmentKind)), UNREADABLE_VALUE)
        kind = word(InstalmentKind, typed, "--late")
        if kind in delays:
            raise given_twice(f"--late {kind}")
        delays[kind] = duration(delay, "--late") or Duration()
    return delays


def split(texts: Sequence[str] | None, grant: Decimal | None) -> "Split | None":
    """Read how a grant is split, ``base=60%`` or ``base=80000``; ``None`` if the option was not given.

    Args:
        texts: what was typed.
        grant: the grant that euros come to, where it was typed too; without it, they are the grant.

    Raises:
        UsageError: one is neither a share nor an amount, stands twice, or both are mixed.
    """
    from clusters_cli.cashflow import Split
    from clusters_cli.foundations.reading.shares import typed_share

    shares: dict[str, Fraction] = {}
    euros: dict[str, Fraction] = {}
    for text in texts or ():
        part, equals, size = text.partition("=")
        if not equals:
            message = Text("--part: {text!r} is not PART=SHARE or PART=AMOUNT, such as base=60%", text=text)
            raise UsageError(message, UNREADABLE_VALUE)
        if part in {*shares, *euros}:
            raise given_twice(f"--part {part}")
        if "%" in size or "/" in size:
            shares[part] = read_value(typed_share, size, "--part") or Fraction(0)
        else:
            euros[part] = Fraction(amount(size, "--part") or ZERO)
            if 0 < euros[part] < 1:
                read_value(typed_share, size, "--part")  # refuses what may be meant as a share
    if shares and euros:
        raise UsageError(Text("--part: shares and euros do not go together"), UNREADABLE_VALUE)
    if euros:
        whole = sum(euros.values(), Fraction(0)) if grant is None else Fraction(grant)
        return Split(euros, whole, in_euros=True, is_grant=grant is None)
    return Split(shares) if shares else None


def profile(text: str | None) -> "SpendingProfile | None":
    """Read a spending profile; ``None`` if the option was not given.

    Raises:
        UsageError: the text is no profile.
    """
    from clusters_cli.commands.shared.printed_words import in_known_words
    from clusters_cli.registry.models import SpendingProfile, SpendingShape

    try:
        return None if text is None else SpendingProfile.parse(in_known_words(SpendingShape, text))
    except RefusedError as error:
        raise UsageError(labelled("--spending", error.reason), UNREADABLE_VALUE) from None


def day_count(typed: int) -> "DayCount":
    """Read the days by which a yearly rate is divided.

    Raises:
        UsageError: it is neither 365 nor 360.
    """
    counts: dict[int, DayCount] = {365: 365, 360: 360}
    if typed not in counts:
        raise UsageError(Text("--day-count must be 365 or 360, found {days}", days=typed), UNREADABLE_VALUE)
    return counts[typed]


def coefficient(text: str | None, option: str) -> Decimal | None:
    """Read a number from 0 to 1, such as a correlation, or its percentage; ``None`` if the option was not given.

    Raises:
        UsageError: the text is none.
    """
    from clusters_cli.cashflow import UNDRAWABLE
    from clusters_cli.foundations.reading import shares

    typed = read_value(shares.share, text, option, UNDRAWABLE)
    return None if typed is None else Decimal(typed.numerator) / typed.denominator


def charge(text: str | None, option: str) -> "Charge | None":
    """Read what a bank asks: an amount, or ``0.5%`` of the credit line; ``None`` if the option was not given.

    Raises:
        UsageError: the text is neither, or is a number below 1 that may be meant as either.
    """
    from clusters_cli.cashflow import Charge
    from clusters_cli.foundations.reading.shares import refuse_charge_below_one

    if text is None:
        return None
    read_value(refuse_charge_below_one, text, option)
    is_percent = text.strip().endswith("%")
    return Charge((percentage if is_percent else amount)(text, option) or ZERO, is_percent)


def chart_wanted(typed: bool | None, output: "Output") -> bool:
    """Return whether charts are drawn: what was typed, else only for a person at a terminal.

    Raises:
        UsageError: a chart is asked for in a format that holds none.
    """
    chosen = chosen_format(output.asked, output.file, frozenset())
    if typed and not chosen.holds_charts:
        reason = Text("the format {format} holds no chart", format=chosen.name)
        formats = one_of(each.name for each in all_formats() if each.holds_charts)
        refuse_idle("--chart", reason, Text("leave it out, or take the format {formats}", formats=formats))
    return is_terminal(sys.stdout) if typed is None else typed
