"""What the program prints, in either language and in every format, is read back to the same value."""

import io
from datetime import date
from decimal import Decimal
from fractions import Fraction

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clusters_cli.foundations.dates import Duration
from clusters_cli.foundations.reading.amounts import amount
from clusters_cli.foundations.reading.days import day, month_day, partial_day
from clusters_cli.foundations.reading.durations import duration
from clusters_cli.foundations.reading.numbers import count, number
from clusters_cli.foundations.reading.shares import share
from clusters_cli.foundations.text import Language
from clusters_cli.presentation import numerals
from clusters_cli.presentation.cells import shown, shown_rows
from clusters_cli.presentation.data import to_data
from clusters_cli.presentation.delimited import to_delimited
from clusters_cli.presentation.formats.csv import CSV
from clusters_cli.presentation.formats.csv_fr import CSV_FR
from clusters_cli.presentation.formats.markdown import to_markdown
from clusters_cli.presentation.formats.tsv import TSV
from clusters_cli.presentation.formats.xlsx import to_workbook
from clusters_cli.presentation.languages import word
from clusters_cli.presentation.reader import Reader
from clusters_cli.presentation.report import ColumnOf, Kind, ReportOf, TableOf

AMOUNTS = st.decimals(Decimal(-10), Decimal(1_000_000_000_000), places=2)
COUNTS = st.integers(0, 10**12)
SHARES = st.one_of(st.fractions(0, 1, max_denominator=9999), st.decimals(0, 1, places=6).map(Fraction))
DAYS = st.dates(date(1800, 1, 1), date(2200, 12, 31))
DURATIONS = st.builds(Duration, st.integers(0, 1200), st.integers(0, 36525))


@pytest.fixture(scope="module", params=["en", "fr"])
def language(request: pytest.FixtureRequest) -> Language:
    """A language of the program."""
    chosen: Language = request.param
    return chosen


@given(AMOUNTS)
def test_an_amount_is_read_back_from_text_and_from_a_table(language: Language, value: Decimal) -> None:
    column = ColumnOf("grant", "Grant", Kind.MONEY)

    assert amount(numerals.money(value, language), signed=True) == value
    assert amount(shown_rows(TableOf("t", (column,), ((value,),)), language)[0][0], signed=True) == value


@given(AMOUNTS)
def test_an_amount_is_read_back_from_json_and_delimited_files(value: Decimal) -> None:
    table = TableOf("t", (ColumnOf("grant", "Grant", Kind.MONEY),), ((value,),))

    assert amount(str(to_data(value)), signed=True) == value
    for dialect in (CSV, TSV, CSV_FR):
        assert amount(to_delimited(table, dialect).splitlines()[1].strip('"'), signed=True) == value


@given(COUNTS)
def test_a_count_is_read_back_from_a_table_and_from_json(language: Language, value: int) -> None:
    assert count(shown(value, language, Kind.COUNT)) == value
    assert count(str(to_data(value))) == value


@given(st.decimals(0, 10**9, places=2))
def test_a_number_is_read_back_from_a_table(language: Language, value: Decimal) -> None:
    assert number(shown(value, language, Kind.NUMBER)) == value


@given(SHARES)
def test_a_share_is_read_back_even_if_its_decimals_have_no_end(language: Language, value: Fraction) -> None:
    assert share(numerals.percent(value, language)) == value
    assert share(shown(value, language, Kind.SHARE)) == value


@given(DAYS)
def test_a_day_a_month_and_a_day_of_every_year_are_read_back(language: Language, value: date) -> None:
    assert day(numerals.day(value, language)) == value
    assert day(str(to_data(value))) == value
    assert partial_day(numerals.written(f"{value:%Y-%m}", language)) == f"{value.year:04}-{value.month:02}"
    if f"{value:%m-%d}" != "02-29":
        assert month_day(numerals.written(f"{value:%m-%d}", language)) == f"{value:%m-%d}"


@given(DURATIONS)
def test_a_length_of_time_is_read_back(language: Language, value: Duration) -> None:
    assert duration(word(value, language)) == value
    assert duration(str(value)) == value


@given(AMOUNTS, COUNTS, SHARES, DAYS)
def test_a_row_of_a_markdown_table_is_read_back(
    language: Language, value: Decimal, people: int, part: Fraction, when: date
) -> None:
    kinds = (Kind.MONEY, Kind.COUNT, Kind.SHARE, Kind.DATE)
    columns = tuple(ColumnOf(kind.name, kind.name, kind) for kind in kinds)
    written = to_markdown(
        ReportOf("test", {}, tables=(TableOf("t", columns, ((value, people, part, when),)),)), Reader(language)
    )

    cells = [cell.strip() for cell in written.splitlines()[-1].strip("|").split("|")]

    assert amount(cells[0], signed=True) == value
    assert count(cells[1]) == people
    assert share(cells[2]) == part
    assert day(cells[3]) == when


@settings(max_examples=10)
@given(st.lists(AMOUNTS, min_size=1, max_size=100))
def test_the_amounts_of_a_workbook_are_read_back(language: Language, values: list[Decimal]) -> None:
    table = TableOf("t", (ColumnOf("grant", "Grant", Kind.MONEY),), tuple((value,) for value in values))
    book = openpyxl.load_workbook(
        io.BytesIO(to_workbook(ReportOf("test", {}, tables=(table,)), language)), read_only=True
    )

    cells = list(book.worksheets[0].iter_rows(min_row=2, max_row=1 + len(values), values_only=True))

    assert [amount(str(cell), signed=True) for (cell,) in cells] == values
