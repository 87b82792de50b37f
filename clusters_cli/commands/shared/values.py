"""Values typed on the command line, read once, with the option named in the message."""

import sys
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, TypeVar

from clusters_cli.commands.shared.conflicts import refuse_idle
from clusters_cli.commands.shared.repeats import given_twice
from clusters_cli.foundations.errors import UsageError
from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.money import ZERO
from clusters_cli.foundations.refusal import RefusedError
from clusters_cli.foundations.text import Text, labelled, one_of
from clusters_cli.presentation.formats import all_formats, chosen_format
from clusters_cli.presentation.streams import is_terminal

if TYPE_CHECKING:
    from clusters_cli.cashflow import Charge, DayCount
    from clusters_cli.foundations.dates import Duration
    from clusters_cli.foundations.words import Vocabulary
    from clusters_cli.presentation.output import Output
    from clusters_cli.registry import Registry
    from clusters_cli.registry.models import Cluster, InstalmentKind, PaymentScheme, SpendingProfile

UNKNOWN_WORD = Explanation(
    "USE118",
    Text("not one of the words that an option takes"),
    Text("The option takes one of a few words only, in English or in French; what is typed is none of them."),
    Text("Take one of those in the message."),
    example="clusters list --maturity strctured",
)
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
NO_CLUSTER_LEFT = Explanation(
    "USE124",
    Text("no cluster left"),
    Text("--exclude leaves out every cluster that was named, or all there are."),
    Text("Exclude fewer clusters."),
)


ValueT = TypeVar("ValueT")
WordT = TypeVar("WordT", bound="Vocabulary")


def amount(text: str | None, option: str) -> Decimal | None:
    """Read an amount in euros as a person types it; ``None`` if the option was not given.

    Raises:
        UsageError: the text is not an amount, or is negative or absurd.
    """
    from clusters_cli.foundations.reading import amounts

    return _read(amounts.amount, text, option)


def number(text: str | None, option: str) -> Decimal | None:
    """Read a number as a person types it, ``3`` or ``2,5``; ``None`` if the option was not given.

    Raises:
        UsageError: the text is not a number, or is negative.
    """
    from clusters_cli.foundations.reading import numbers

    return _read(numbers.number, text, option)


def percentage(text: str | None, option: str) -> Decimal | None:
    """Read a percentage: ``4``, ``4,5``, ``4,5 %``; ``None`` if the option was not given.

    Raises:
        UsageError: the text is no percentage, or may be meant as a share: ``0.045``.
    """
    from clusters_cli.foundations.reading import shares

    return _read(shares.percentage, text, option)


def share(text: str | None, option: str) -> Decimal | None:
    """Read a percentage as a share of 1: ``85%`` is 0.85; ``None`` if the option was not given.

    Raises:
        UsageError: the text is no percentage, or may be meant as a share: ``0,85``.
    """
    from clusters_cli.foundations.reading import shares

    typed = _read(shares.typed_share, text, option)
    return None if typed is None else Decimal(typed.numerator) / typed.denominator


def coefficient(text: str | None, option: str) -> Decimal | None:
    """Read a number from 0 to 1, such as a correlation, or its percentage; ``None`` if the option was not given.

    Raises:
        UsageError: the text is none.
    """
    from clusters_cli.cashflow import UNDRAWABLE
    from clusters_cli.foundations.reading import shares

    typed = _read(shares.share, text, option, UNDRAWABLE)
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
    _read(refuse_charge_below_one, text, option)
    is_percent = text.strip().endswith("%")
    return Charge((percentage if is_percent else amount)(text, option) or ZERO, is_percent)


def duration(text: str | None, option: str) -> "Duration | None":
    """Read a length of time, ``60d`` or ``3 mois``; a number alone counts days; ``None`` if the option was not given.

    Raises:
        UsageError: the text is no length of time, or points to the past.
    """
    from clusters_cli.foundations.reading import durations

    read = _read(durations.duration, text, option)
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

    return _read(days.month_day, text, option)


def _read(
    reader: Callable[[str], ValueT], text: str | None, option: str, explained: Explanation = UNREADABLE_VALUE
) -> ValueT | None:
    """Read what was typed after an option; the reader's refusal names the option."""
    if text is None:
        return None
    try:
        return reader(text)
    except RefusedError as error:
        raise UsageError(labelled(option, error.reason), explained) from None


def word(kind: type[WordT], text: str, option: str) -> WordT:
    """Read a word of a closed set, as the program prints it in any of its languages.

    Raises:
        UsageError: it is none of them.
    """
    from clusters_cli.commands.shared.printed_words import find_printed
    from clusters_cli.foundations.words import UnknownWordError

    member = find_printed(kind, text)
    if member is None:
        error = UnknownWordError(kind, text)
        hint = Text("did you mean {name}?", name=error.meant) if error.meant else None
        raise UsageError(labelled(option, error.reason), UNKNOWN_WORD, hint=hint)
    return member


def words(kind: type[WordT], texts: Sequence[str] | None, option: str) -> tuple[WordT, ...]:
    """Read the words of a repeatable option; none if it was not given.

    Raises:
        UsageError: one is no word of the set.
    """
    return tuple(word(kind, text, option) for text in texts or ())


def column(text: str) -> str:
    """Read a column of a list: its key, or its heading in any language, with or without its unit.

    Returns:
        The key; what is no column as it was typed, for the list to refuse.
    """
    from clusters_cli.foundations.names import fold
    from clusters_cli.presentation.catalogues import languages
    from clusters_cli.presentation.languages import word as worded
    from clusters_cli.registry import COLUMNS

    headings = [(worded(one.heading, spoken), one.name) for spoken in languages() for one in COLUMNS]
    names = [(heading.partition(" (")[0], name) for heading, name in headings] + [(one.name,) * 2 for one in COLUMNS]
    return {fold(spelling): name for spelling, name in (*headings, *names)}.get(fold(text), text.strip())


def sorting(text: str) -> str:
    """Read the column that a list is sorted by; ``-`` before it is descending."""
    return f"-{column(text[1:])}" if text.startswith("-") else column(text)


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


def schemes(known: "Sequence[PaymentScheme]", names: Sequence[str]) -> "tuple[PaymentScheme, ...]":
    """Return the payment schemes of ids or names, each once; ``all``, in any language, stands for the others.

    Raises:
        UsageError: one does not exist, or none was asked for.
    """
    from clusters_cli.commands.shared.printed_words import in_known_words
    from clusters_cli.registry import find_schemes
    from clusters_cli.registry.models import EveryScheme

    return find_schemes(known, [in_known_words(EveryScheme, name) for name in names])


def day_count(typed: int) -> "DayCount":
    """Read the days by which a yearly rate is divided.

    Raises:
        UsageError: it is neither 365 nor 360.
    """
    counts: dict[int, DayCount] = {365: 365, 360: 360}
    if typed not in counts:
        raise UsageError(Text("--day-count must be 365 or 360, found {days}", days=typed), UNREADABLE_VALUE)
    return counts[typed]


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


def by_cluster(
    texts: Sequence[str] | None, registry: "Registry", option: str
) -> tuple[tuple[str, ...], dict[str, str]]:
    """Split values typed as ``VALUE`` (for all clusters) or ``CLUSTER=VALUE`` (for one).

    Returns:
        The values for all, in order, and those of single clusters by id.

    Raises:
        UsageError: a cluster does not exist, or has two values.
    """
    from clusters_cli.registry import find_cluster

    own: dict[str, str] = {}
    pairs = [text.rpartition("=") for text in texts or ()]
    for name, value in ((name, value) for name, equals, value in pairs if equals):
        cluster = find_cluster(registry, name).id
        if cluster in own:
            raise given_twice(f"{option} {cluster}")
        own[cluster] = value
    return tuple(value for _name, equals, value in pairs if not equals), own


def one_for_all(texts: Sequence[str], option: str) -> str | None:
    """Return the one value that is typed for all clusters, ``None`` if there is none.

    Raises:
        UsageError: there are several.
    """
    if len(texts) > 1:
        raise given_twice(option)
    return texts[0] if texts else None


def chosen_clusters(
    registry: "Registry", names: Sequence[str] | None, excluded: Sequence[str] | None
) -> tuple["Cluster", ...]:
    """Return the clusters named, each once, or all of them, without those excluded.

    Raises:
        UsageError: a cluster does not exist, one is excluded that is not among those named, or none is left.
    """
    from clusters_cli.registry import find_cluster

    without = {find_cluster(registry, name).id for name in excluded or ()}
    named = {cluster.id: cluster for cluster in (find_cluster(registry, name) for name in names or ())}
    wanted = named.values() or registry.clusters.clusters
    strangers = sorted(without - {cluster.id for cluster in wanted})
    if strangers:
        refuse_idle("--exclude", Text("not among the clusters named: {clusters}", clusters=", ".join(strangers)))
    left = tuple({cluster.id: cluster for cluster in wanted if cluster.id not in without}.values())
    if wanted and not left:
        raise UsageError(Text("--exclude leaves no cluster"), NO_CLUSTER_LEFT)
    return left


def day(text: str | None, option: str) -> date | None:
    """Read a date, ``2025-03-31``, ``31/03/2025`` or ``31.03.2025``; ``None`` if the option was not given.

    Raises:
        UsageError: the text is not a date.
    """
    from clusters_cli.foundations.reading import days

    return _read(days.day, text, option)
