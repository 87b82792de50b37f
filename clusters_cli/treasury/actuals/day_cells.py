"""Days of a foreign file: the day first, or as programs write them; two digits of a year only when they are past."""

import re
from contextlib import suppress
from datetime import date

from clusters_cli.foundations.reading.days import day
from clusters_cli.foundations.reading.refusals import echoed, refusal
from clusters_cli.foundations.text import Text

_DIGITS = re.compile(r"(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})")
_TIME = re.compile(r"[ T][0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]+)?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?$")
_DASHES = re.compile(r"[0-9]{1,2}-[0-9]{1,2}-(?:[0-9]{2}|[0-9]{4})")
_SHORT_YEAR = re.compile(r"(?P<start>[0-9]{1,2}(?P<between>[/.])[0-9]{1,2}(?P=between))(?P<year>[0-9]{2})")
_CENTURY = 2000


def day_cell(cell: str, today: date) -> date:
    """Read a day of a bank: ``31/12/2026``, ``31-12-26``, ``2026-12-31 10:15``, ``20261231``.

    Args:
        cell: as it stands.
        today: a year of two digits is that of this century, unless the day would be later than this one.

    Raises:
        RefusedError: it is no day, or its year is uncertain.
    """
    typed = _TIME.sub("", cell)
    if _DIGITS.fullmatch(typed):
        return entry_day(typed)
    if _DASHES.fullmatch(typed):
        typed = typed.replace("-", "/")
    short = _SHORT_YEAR.fullmatch(typed)
    if short is None:
        return day(typed)
    read = day(f"{short['start']}{_CENTURY + int(short['year'])}")
    if read > today:
        reason = Text("{text} has a year of two digits, and would be after {today}", text=echoed(cell), today=today)
        raise refusal(reason, such_as=("31/12/2026",))
    return read


def entry_day(cell: str) -> date:
    """Read a day of an accounting file, ``20261231``; one that other programs wrote with separators is read too.

    Raises:
        RefusedError: it is no day; one written with the day first is named as what was perhaps meant.
    """
    found = _DIGITS.fullmatch(cell)
    if found:
        with suppress(ValueError):
            return day(f"{found['year']}-{found['month']}-{found['day']}")
    return day(cell)
