"""Amounts, shares and dates on screen are written as Babel writes them for the two languages of the program."""

from datetime import date
from decimal import Decimal

import pytest
from babel.dates import format_date
from babel.numbers import format_currency, format_decimal, format_percent
from hypothesis import given
from hypothesis import strategies as st

from clusters_cli.foundations.reading.durations import duration as read_duration
from clusters_cli.foundations.text import Language
from clusters_cli.presentation import numerals
from clusters_cli.presentation.languages import word

AMOUNTS = st.decimals(Decimal(-10_000_000), Decimal(10_000_000_000), places=2)
SHARES = st.decimals(Decimal(-1), Decimal(5), places=4)


def spaces(text: str) -> str:
    """Put one kind of space for all: Babel keeps the wide one before the euro, where a narrow one belongs."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.fixture(scope="module", params=["en", "fr"])
def language(request: pytest.FixtureRequest) -> Language:
    """A language of the program."""
    chosen: Language = request.param
    return chosen


@given(amount=AMOUNTS)
def test_an_amount_with_cents_is_written_as_babel_does(language: Language, amount: Decimal) -> None:
    whole = not amount % 1
    expected = format_currency(amount, "EUR", locale=language).replace(".00" if language == "en" else ",00", "")

    assert spaces(numerals.money(amount, language)) == spaces(
        expected if whole else format_currency(amount, "EUR", locale=language)
    )


@given(number=AMOUNTS)
def test_a_number_is_grouped_as_babel_does(language: Language, number: Decimal) -> None:
    assert numerals.grouped(f"{number:,.2f}", language) == format_decimal(number, "#,##0.00", locale=language)


@given(share=SHARES)
def test_a_percentage_is_written_as_babel_does(language: Language, share: Decimal) -> None:
    expected = format_percent(share, locale=language, decimal_quantization=False)

    assert spaces(numerals.percent(share, language)) == spaces(expected)


@given(day=st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_a_date_is_the_short_one_of_france_and_the_international_one_in_english(language: Language, day: date) -> None:
    expected = format_date(day, "short", locale="fr") if language == "fr" else day.isoformat()

    assert numerals.day(day, language) == expected


@pytest.mark.parametrize(
    ("data", "french"),
    [
        ("2023", "2023"),
        ("2023-04", "04/2023"),
        ("2023-Q2", "T2 2023"),
        ("2023-04-30", "30/04/2023"),
        ("03-31", "31/03"),
        ("part I, 2.1.1", "part I, 2.1.1"),
    ],
)
def test_what_data_write_like_a_date_has_the_order_of_the_reader(language: Language, data: str, french: str) -> None:
    assert numerals.written(data, language) == (french if language == "fr" else data)


@pytest.mark.parametrize(
    ("data", "french"), [("6m", "6 mois"), ("1d", "1 jour"), ("6m 15d", "6 mois 15 jours"), ("0", "0 jour")]
)
def test_a_length_of_time_is_in_words_in_french_only(language: Language, data: str, french: str) -> None:
    duration = read_duration(data)

    assert word(duration, language) == (french if language == "fr" else str(duration))
