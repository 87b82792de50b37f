"""The pages of the application file know every key that dates money and every kind of cash, and write what is read."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from clusters_cli.dossier.cash_lines import CashLine, TreasurySection
from clusters_cli.dossier.cash_words import CashKind
from clusters_cli.dossier.dossier import Dossier
from clusters_cli.dossier.line_words import Recurrence
from clusters_cli.dossier.timing import Timing
from clusters_cli.foundations.strict_yaml import parse_yaml
from tests.docs.pages import ROOT

PAGES = [ROOT / "docs" / "dossier.md", ROOT / "docs" / "fr" / "dossier.md"]
ROW = re.compile(r"^\| (?P<cells>.*) \|$", re.MULTILINE)
TIMING = re.compile(r"`(timing: \{.*?\})` \|")

both = pytest.mark.parametrize("page", PAGES, ids=["en", "fr"])


def timings(page: Path) -> Iterator[Timing]:
    """Read each timing that the table of a page says to write."""
    for written in TIMING.findall(page.read_text(encoding="utf-8")):
        yield Timing.model_validate(parse_yaml(f"{written}\n", "page.yaml").data["timing"])


@both
def test_the_table_shows_every_key_of_a_timing_and_every_recurrence(page: Path) -> None:
    shown = list(timings(page))

    assert {key for timing in shown for key in timing.model_fields_set} == set(Timing.model_fields)
    assert {timing.every for timing in shown} - {None} == set(Recurrence)


@both
def test_a_page_shows_every_key_and_every_kind_of_the_cash(page: Path) -> None:
    quoted = set(re.findall(r"`([a-z_-]+)`", page.read_text(encoding="utf-8")))

    assert not {*TreasurySection.model_fields, *CashLine.model_fields, *CashKind} - quoted


@both
def test_a_page_says_of_each_section_that_it_names_what_it_serves(page: Path) -> None:
    table = page.read_text(encoding="utf-8").split("\n## ")[1]
    sections = [name for row in ROW.findall(table) for name in re.findall(r"`(\w+)`", row.split(" | ")[0])]

    assert set(sections) <= set(Dossier.model_fields)
    assert {"project", "costs", "resources", "treasury"} <= set(sections)


def test_the_two_pages_have_the_same_sections_and_rows() -> None:
    english, french = (page.read_text(encoding="utf-8") for page in PAGES)

    assert english.count("\n## ") == french.count("\n## ")
    assert len(ROW.findall(english)) == len(ROW.findall(french))
