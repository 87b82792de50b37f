"""The pages on what really happened say what the program does, in English and in French."""

import re
from pathlib import Path

import pytest

from clusters_cli.foundations.strict_yaml import parse_yaml
from clusters_cli.foundations.validation import check
from clusters_cli.treasury.actuals.chart_of_accounts import ACCOUNTS
from clusters_cli.treasury.actuals.mapping import ActualsMapping

DOCS = Path(__file__).parent.parent.parent.parent / "docs"
PAGES = [DOCS / "treasury-actuals.md", DOCS / "fr" / "treasury-actuals.md"]
both = pytest.mark.parametrize("page", PAGES, ids=["en", "fr"])


@both
def test_a_page_lists_every_account_under_its_kind(page: Path) -> None:
    rows = re.findall(
        r"^\| (?:`([a-z-]+)`.*|nothing|rien) \| ([0-9, ]+)", page.read_text(encoding="utf-8"), re.MULTILINE
    )

    listed = {(kind, account) for kind, accounts in rows for account in re.findall("[0-9]+", accounts)}

    assert listed == {(account.kind.value if account.kind else "", account.prefix) for account in ACCOUNTS}


@both
def test_the_mapping_file_of_a_page_is_sound(page: Path) -> None:
    (shown,) = re.findall(r"```yaml\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)

    mapping, problems = check(parse_yaml(shown, "mapping.yaml"), ActualsMapping)

    assert mapping is not None
    assert problems == ()
    assert mapping.default_accounts


def test_both_pages_say_the_same_under_the_same_headings() -> None:
    english, french = (page.read_text(encoding="utf-8") for page in PAGES)

    assert [line.count("#") for line in english.split("\n") if line.startswith("#")] == [
        line.count("#") for line in french.split("\n") if line.startswith("#")
    ]
    assert english.count("\n- ") == french.count("\n- ")
    assert english.count("\n| ") == french.count("\n| ")
