"""Shares of a whole, and percentages."""

import re
from decimal import Decimal
from fractions import Fraction

from clusters_cli.foundations.reading.numbers import SPACE
from clusters_cli.foundations.reading.refusals import echoed, refusal
from clusters_cli.foundations.text import Text, Typed

_DECIMALS = r"(?:[.,][0-9]{1,12})"
_PERCENT = rf"(?:100(?:[.,]0{{1,12}})?|[1-9]?[0-9]{_DECIMALS}?){SPACE}?%"
_DECIMAL = rf"(?:0{_DECIMALS}?|1(?:[.,]0{{1,12}})?)"
_FRACTION = rf"[0-9]{{1,4}}{SPACE}?/{SPACE}?[1-9][0-9]{{0,3}}"
SHARE = rf"(?:{_PERCENT}|{_DECIMAL}|{_FRACTION})"
"""Pattern of a share; only that a fraction does not exceed 1 is beyond a pattern."""
MULTIPLE = rf"(?:{SHARE}|(?:[1-9][0-9]{{2}}{_DECIMALS}?|1000){SPACE}?%)"
"""Pattern of a share that may be more than the whole, which is then written in percent or as a fraction."""
_SHARE, _MULTIPLE = re.compile(SHARE), re.compile(MULTIPLE)
_TYPED_PERCENT = re.compile(rf"(?P<number>(?:0|[1-9][0-9]{{0,3}}){_DECIMALS}?){SPACE}?(?P<sign>%)?")
_ONE = re.compile(r"1(?:[.,]0+)?")
_DIGITS = re.compile(r"[0-9]{1,4}(?:[.,][0-9]{1,12})?")


def share(text: object) -> Fraction:
    """Read a share of a whole as data writes it: ``60 %``, ``0.6`` or ``3/5``, from 0 to 1.

    Raises:
        RefusedError: the text is no share, or one above the whole.
    """
    typed = str(text).strip()
    if _SHARE.fullmatch(typed):
        value = _value(typed)
        if value <= 1:
            return value
    reason = Text("{text} is not a share between 0 and 1", text=echoed(typed))
    raise refusal(reason, _meant(typed), such_as=("60%", Typed("0.6"), "3/5"))


def multiple(text: object) -> Fraction:
    """Read a share that may be more than the whole: ``160 %``, ``105%``, ``3/2``.

    Raises:
        RefusedError: the text is none.
    """
    typed = str(text).strip()
    if not _MULTIPLE.fullmatch(typed):
        raise refusal(Text("{text} is not a share", text=echoed(typed)), _meant(typed), such_as=("60%", "160%", "3/2"))
    return _value(typed)


def percentage(text: object) -> Decimal:
    """Read a percentage as people type it: ``4``, ``4,5``, ``4.5 %``.

    Returns:
        The number of percent.

    Raises:
        RefusedError: the text is none, or is a number below 1 that may be meant as a share.
    """
    typed = str(text).strip()
    found = _TYPED_PERCENT.fullmatch(typed)
    if found is None:
        reason = Text("{text} is not a percentage", text=echoed(typed))
        raise refusal(reason, _percents(typed), such_as=("4%", Typed("4.5%")))
    value = Decimal(found["number"].replace(",", "."))
    if 0 < value < 1 and not found["sign"]:
        reason = Text("{text} can be read in two ways", text=echoed(typed))
        raise refusal(reason, (_percent(value * 100), _percent(value)), such_as=())
    return value


def typed_share(text: object) -> Fraction:
    """Read a share as people type it after an option: ``85 %``, ``85``, or ``17/20``.

    Raises:
        RefusedError: the text is none, or is a number below 1 that may be meant in percent.
    """
    typed = str(text).strip()
    if _ONE.fullmatch(typed):
        reason = Text("{text} can be read in two ways", text=echoed(typed))
        raise refusal(reason, ("100 %", "1 %"), such_as=())
    return share(typed) if "/" in typed else Fraction(percentage(typed)) / 100


def refuse_charge_below_one(text: object) -> None:
    """Refuse a bare number below 1 where an amount or a percentage may stand: nobody can tell which is meant.

    Raises:
        RefusedError: the text is such a number.
    """
    typed = str(text).strip()
    if re.fullmatch(r"0[.,]0*[1-9][0-9]*", typed):
        value = Decimal(typed.replace(",", "."))
        reason = Text("{text} can be read in two ways", text=echoed(typed))
        amount = Typed(f"{value:f} €")
        raise refusal(reason, (_percent(value), amount), such_as=())


def _value(typed: str) -> Fraction:
    number = re.sub(rf"{SPACE}|%", "", typed).replace(",", ".")
    return Fraction(number) / (100 if typed.endswith("%") else 1)


def _meant(typed: str) -> tuple[Typed, ...]:
    """Return the shares that a number was perhaps meant to be: a percentage, or its decimal."""
    value = _first_number(typed)
    if value is None or value > 100:  # noqa: PLR2004  (percent of a whole)
        return ()
    return (_percent(value), Typed(_plain(value / 100)))


def _percents(typed: str) -> tuple[Typed, ...]:
    value = _first_number(typed)
    return () if value is None else (_percent(value),)


def _first_number(typed: str) -> Decimal | None:
    found = _DIGITS.search(typed)
    return Decimal(found[0].replace(",", ".")) if found else None


def _percent(value: Decimal) -> Typed:
    return Typed(f"{_plain(value)} %")


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"
