"""Payment delays that are not certain: how long after the due date the money comes, as a distribution of whole days.

Every distribution is a table of days and of the probability that the delay is at most each, so that the same number
between 0 and 1 gives the same day everywhere, whatever computes it.
"""

import math
import re
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import accumulate
from statistics import NormalDist

from clusters_cli.foundations.data_shape import in_data
from clusters_cli.foundations.errors import UsageError
from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.names import nearest
from clusters_cli.foundations.reading.numbers import count
from clusters_cli.foundations.refusal import RefusedError
from clusters_cli.foundations.text import Listed, Text, one_of
from clusters_cli.foundations.words import UnknownWordError, read_word
from clusters_cli.registry.models import InstalmentKind

UNREADABLE_DELAY = Explanation(
    "USE145",
    Text("a delay that cannot be read"),
    Text("A delay is a distribution of whole days, for one kind of instalment or for all that are not named."),
    Text("Write it as balance=uniform(0,180), in quotes; the other laws are fixed, triangular, lognormal, empirical."),
    example="clusters cashflow nekoe --scheme triennial --delays 'balance=unifrom(0,180)'",
)


LONGEST = 3650
"""Days: ten years.  A longer delay is a typing mistake, and a lognormal's tail is cut there."""

_WRITTEN = re.compile(r"((?P<kind>[^=()]*)=)?(?P<name>[^=()]*)\((?P<values>[^()]*)\)")
_Z95 = NormalDist().inv_cdf(0.95)


@in_data(as_text=True)
@dataclass(frozen=True, slots=True)
class Distribution:
    """A delay in whole days.

    Attributes:
        written: as the user types it.
        days: the delays that can happen, from the shortest to the longest.
        up_to: the probability that the delay is at most each of them; the last is 1.
    """

    written: str
    days: tuple[int, ...]
    up_to: tuple[float, ...]

    def __str__(self) -> str:
        return self.written

    def at(self, probability: float) -> int:
        """Return the delay of a number drawn between 0 (included) and 1 (excluded)."""
        return self.days[bisect_right(self.up_to, probability)]


def parse_delays(texts: Sequence[str]) -> dict[InstalmentKind, Distribution]:
    """Read delays written ``KIND=DISTRIBUTION``, or ``DISTRIBUTION`` for the kinds that are not named.

    The distributions, in days: ``fixed(D)``; ``uniform(LEAST,MOST)``, each day alike;
    ``triangular(LEAST,LIKELY,MOST)``; ``lognormal(MEDIAN,P95)``, by its median and the delay that 95 of 100 payments do
    not exceed; ``empirical(D,D,…)``, delays seen, each as likely as the others.

    Raises:
        UsageError: a text is none of this, or a kind has two.
    """
    found: dict[InstalmentKind, Distribution] = {}
    others: list[Distribution] = []
    for text in texts:
        kind, distribution = _parsed(text)
        if kind in found or (kind is None and others):
            raise _mistake(text, Text("this kind of instalment has a delay already"))
        if kind is None:
            others.append(distribution)
        else:
            found[kind] = distribution
    return dict.fromkeys(InstalmentKind, others[0]) | found if others else found


def named_kinds(texts: Sequence[str]) -> tuple[InstalmentKind, ...]:
    """Return the kinds of instalment that have a law of their own, in the order typed.

    Raises:
        UsageError: a text is no law.
    """
    return tuple(kind for kind, _law in map(_parsed, texts) if kind is not None)


def _parsed(text: str) -> tuple[InstalmentKind | None, Distribution]:
    match = _WRITTEN.fullmatch(text.strip().lower())
    if match is None:
        raise _mistake(text, Text("write it as balance=uniform(0,180), in quotes"))
    name, kind = match["name"].strip(), match["kind"] and match["kind"].strip()
    if name not in _SHAPES:
        raise _mistake(text, _unknown(Text("there is no distribution {name!r}", name=name), name, tuple(_SHAPES)))
    values = [_day(value, text) for value in match["values"].split(",")]
    try:
        table = _SHAPES[name](*values)
    except TypeError:
        raise _mistake(text, Text("{name} takes {values}", name=name, values=_TAKES[name])) from None
    except RefusedError as error:
        raise _mistake(text, error.reason) from None
    written = f"{name}({','.join(map(str, values))})"
    return None if kind is None else _kind(kind, text), _distribution(written, table)


def _kind(typed: str, text: str) -> InstalmentKind:
    try:
        return read_word(InstalmentKind, typed)
    except UnknownWordError:
        known = tuple(InstalmentKind.written() if typed else InstalmentKind)
        raise _mistake(
            text, _unknown(Text("there is no kind of instalment {name!r}", name=typed), typed, known)
        ) from None


def _day(text: str, whole: str) -> int:
    with suppress(ValueError):
        days = count(text)
        if days <= LONGEST:
            return days
    raise _mistake(
        whole,
        Text("{value!r} is not a whole number of days between 0 and {longest}", value=text.strip(), longest=LONGEST),
    )


def _unknown(problem: Text, name: str, known: Sequence[str]) -> Text:
    near = nearest(name, known, 1)
    names = one_of(near) if near else Listed(tuple(known))
    return Text("{problem}; did you mean {names}?", problem=problem, names=names)


def _mistake(text: str, reason: Text) -> UsageError:
    return UsageError(Text("--delays {text!r}: {reason}", text=text, reason=reason), UNREADABLE_DELAY)


def _distribution(written: str, up_to: Mapping[int, float]) -> Distribution:
    """Keep the days that can happen, the last with probability 1."""
    days, table = [], []
    reached = 0.0
    for day in sorted(up_to):
        if up_to[day] > reached:
            reached = up_to[day]
            days.append(day)
            table.append(reached)
    return Distribution(written, tuple(days), (*table[:-1], 1.0))


def _fixed(days: int) -> dict[int, float]:
    return {days: 1.0}


def _uniform(least: int, most: int) -> dict[int, float]:
    if least > most:
        raise RefusedError(Text("the least must not exceed the most"))
    return {day: (day - least + 1) / (most - least + 1) for day in range(least, most + 1)}


def _triangular(least: int, likely: int, most: int) -> dict[int, float]:
    """Round to the nearest day the triangular law of density highest at ``likely``."""
    if not least <= likely <= most:
        raise RefusedError(Text("the least, the likely and the most must follow each other"))

    def up_to(days: float) -> float:
        if days >= most:
            return 1.0
        if days <= likely:
            return (days - least) ** 2 / ((most - least) * (likely - least)) if days > least else 0.0
        return 1.0 - (most - days) ** 2 / ((most - least) * (most - likely))

    return {day: up_to(day + 0.5) for day in range(least, most + 1)}


def _lognormal(median: int, p95: int) -> dict[int, float]:
    """Round to the nearest day the lognormal law of this median and 95th percentile."""
    if not 1 <= median <= p95:
        raise RefusedError(Text("the median must be at least 1 day and not exceed the 95th percentile"))
    spread = (math.log(p95) - math.log(median)) / _Z95
    if not spread:
        return {median: 1.0}
    law = NormalDist(math.log(median), spread)
    return {day: law.cdf(math.log(day + 0.5)) for day in range(LONGEST)} | {LONGEST: 1.0}


def _empirical(*days: int) -> dict[int, float]:
    seen = sorted(days)
    return dict(zip(seen, accumulate([1 / len(seen)] * len(seen)), strict=True))


_SHAPES: dict[str, Callable[..., dict[int, float]]] = {
    "fixed": _fixed,
    "uniform": _uniform,
    "triangular": _triangular,
    "lognormal": _lognormal,
    "empirical": _empirical,
}
_TAKES = {
    "fixed": "DAYS",
    "uniform": "LEAST,MOST",
    "triangular": "LEAST,LIKELY,MOST",
    "lognormal": "MEDIAN,P95",
    "empirical": "DAYS,DAYS,…",
}
