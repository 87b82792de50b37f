"""The page on what one may type tells the truth: each of its examples is read, or refused, as it says."""

import re
from collections.abc import Callable
from contextlib import nullcontext

import pytest

from clusters_cli.foundations.reading.amounts import amount
from clusters_cli.foundations.reading.days import day, month_day
from clusters_cli.foundations.reading.durations import duration
from clusters_cli.foundations.reading.numbers import number
from clusters_cli.foundations.reading.shares import percentage, share
from tests.docs.pages import ROOT
from tests.wording import refused

READERS: dict[str, Callable[[str], object]] = {
    "amount in euros": amount,
    "count, number": number,
    "percentage after an option": percentage,
    "share in a file": share,
    "day": day,
    "day of every year": month_day,
    "length of time": duration,
}
ROWS = re.findall(r"^\| ([a-z, ]+) \| (.*) \| (.*) \|$", (ROOT / "docs" / "values.md").read_text("utf-8"), re.MULTILINE)
EXAMPLES = [
    (figure, text, is_read)
    for figure, read, refused in ROWS[1:]
    for cell, is_read in ((read, True), (refused, False))
    for text in re.findall(r"`([^`]+)`", cell)
]


def test_every_reader_of_the_page_has_its_row() -> None:
    assert [figure for figure, _read, _refused in ROWS[1:]] == list(READERS)


@pytest.mark.parametrize(("figure", "text", "is_read"), EXAMPLES)
def test_an_example_is_read_or_refused_as_the_page_says(figure: str, text: str, is_read: bool) -> None:
    with nullcontext() if is_read else refused(ValueError, match=re.escape(text)):
        READERS[figure](text)
