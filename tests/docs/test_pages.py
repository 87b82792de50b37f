"""Every command shown in README.md and docs/ prints what the page says."""

from pathlib import Path

import pytest

from tests.docs.pages import PAGES, ROOT, Session, language_of, matches, replayed, shortened, shown_commands

SHOWN = "Text.\n\n```console\n$ clusters --version\nclusters …\n$ echo $?\n{code}\n```\n"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_the_commands_of_a_page_print_what_it_shows(page: Path, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    text = page.read_text(encoding="utf-8")
    today = replayed(text, tmp_path, language_of(page))
    if request.config.getoption("--refresh", default=False):
        page.write_text(today, encoding="utf-8")
    else:
        assert text == today, "run: python -m pytest tests/docs --refresh"


def test_the_french_readme_shows_the_commands_of_the_english_one_in_the_same_order() -> None:
    english, french = ((ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "README.fr.md"))

    assert shown_commands(french) == shown_commands(english)
    assert french.count("\n## ") == english.count("\n## ")
    assert "(README.fr.md)" in english
    assert "(README.md)" in french


def test_an_output_that_changed_is_corrected_and_one_that_still_matches_is_kept(tmp_path: Path) -> None:
    assert replayed(SHOWN.format(code="3"), tmp_path) == SHOWN.format(code="0")


def test_a_named_block_is_a_file_for_the_commands_after_it(tmp_path: Path) -> None:
    page = '```yaml title="a.yaml"\nname: A\n```\n\n```console\n$ cat a.yaml\nname: A\n```\n'

    assert replayed(page, tmp_path) == page
    assert (tmp_path / "a.yaml").read_text(encoding="utf-8") == "name: A\n"


def test_a_command_may_go_on_over_several_lines(tmp_path: Path) -> None:
    page = "```console\n$ cat <<END\n> one\n> END\none\n```\n"

    assert replayed(page, tmp_path) == page


def test_a_command_not_meant_to_be_run_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="sh block"):
        Session(tmp_path).run("pip install clusters-cli")


@pytest.mark.parametrize(
    ("expected", "same"),
    [
        (["a", "…", "d"], True),
        (["a", "b", "c", "…", "d"], True),
        (["…", "…c", "d"], True),
        (["a", "…", "b"], False),
        (["a", "…d"], False),
    ],
)
def test_dots_stand_for_any_lines_or_any_text_of_a_line(expected: list[str], same: bool) -> None:
    assert matches(expected, ["a", "b", "c", "d"]) is same


def test_a_refreshed_output_is_cut_where_the_page_cut_it() -> None:
    assert shortened(["a", "b", "c", "d"], ["old", "…", "older"]) == ["a", "…", "d"]
