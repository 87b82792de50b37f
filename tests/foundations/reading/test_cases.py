"""Every reader, on a table of what people type: read exactly, or refused with what was perhaps meant."""

import re
from collections.abc import Callable
from functools import partial

import pytest

from clusters_cli.foundations.reading.amounts import amount
from clusters_cli.foundations.reading.days import day, month_day, partial_day
from clusters_cli.foundations.reading.durations import duration
from clusters_cli.foundations.reading.numbers import count, number, plain_number
from clusters_cli.foundations.reading.shares import percentage, refuse_charge_below_one, share, typed_share
from clusters_cli.foundations.refusal import RefusedError
from tests.foundations.reading.cases import READ, REFUSED
from tests.wording import refused, said

READERS: dict[str, Callable[[str], object]] = {
    "amount": amount,
    "signed amount": partial(amount, signed=True),
    "number": number,
    "signed number": partial(number, signed=True),
    "plain number": plain_number,
    "count": count,
    "share": share,
    "percentage": percentage,
    "typed share": typed_share,
    "day": day,
    "partial day": partial_day,
    "month day": month_day,
    "duration": duration,
}


@pytest.mark.parametrize(("kind", "text", "value"), READ)
def test_what_can_be_read_in_one_way_has_that_value(kind: str, text: str, value: object) -> None:
    read = READERS[kind](text)

    assert read == value
    assert type(read) is type(value)


@pytest.mark.parametrize(("kind", "text", "message"), REFUSED)
def test_what_cannot_be_read_with_certainty_is_refused_with_what_was_meant(kind: str, text: str, message: str) -> None:
    with refused(RefusedError, match=re.escape(message)):
        READERS[kind](text)


@pytest.mark.parametrize(("kind", "text", "message"), REFUSED)
def test_the_readings_that_a_refusal_names_are_read(kind: str, text: str, message: str) -> None:
    with pytest.raises(RefusedError) as caught:
        READERS[kind](text)
    message = said(caught.value)
    named = (
        message.rpartition("write it as ")[2] if "write it as" in message else message.rpartition(": ")[2].rstrip("?")
    )

    readings = [] if "must not be negative" in message else re.split(", | or ", named)

    assert all(READERS[kind](reading) is not None for reading in readings), (text, message)


def test_each_kind_has_texts_that_are_read_and_texts_that_are_refused() -> None:
    assert {kind for kind, *_rest in READ} == set(READERS)
    assert {kind for kind, *_rest in REFUSED} == set(READERS)


@pytest.mark.parametrize(
    ("text", "sign", "value"),
    [
        ("130.000", ",", "130000"),
        ("130,000", ".", "130000"),
        ("33 400,50", ".", "33400.50"),
        ("130,5", ",", "130.5"),
        ("130.5", ".", "130.5"),
    ],
)
def test_a_decided_decimal_sign_settles_what_could_be_read_two_ways(text: str, sign: str, value: str) -> None:
    assert str(number(text, decimal_sign=sign)) == value  # type: ignore[arg-type]
    assert amount(text, decimal_sign=sign) == number(text)  # type: ignore[arg-type]


@pytest.mark.parametrize(("text", "sign"), [("130.000", "."), ("130,000", ","), ("1,234,567", ",")])
def test_three_digits_after_a_decided_decimal_sign_are_refused(text: str, sign: str) -> None:
    for reader in (number, amount):
        with refused(RefusedError, match=rf"'{text}' has three digits after the decimal sign: 1\d+ or"):
            reader(text, decimal_sign=sign)  # type: ignore[arg-type]


@pytest.mark.parametrize(("text", "readings"), [("0.5", "0.5 % or 0.5 €"), ("0,045", "0.045 % or 0.045 €")])
def test_a_charge_below_one_without_a_unit_may_be_percent_or_euros(text: str, readings: str) -> None:
    with refused(RefusedError, match=f"^'{text}' can be read in two ways: {readings}[?]$"):
        refuse_charge_below_one(text)


@pytest.mark.parametrize("text", ["0.5 %", "0,5 €", "0", "0.00", "1", "1.5", "150"])
def test_any_other_charge_may_be_read(text: str) -> None:
    refuse_charge_below_one(text)
