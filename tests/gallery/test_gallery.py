"""Every code is explained, shown in the gallery and on its page; nothing is explained or shown that cannot happen."""

import re
from pathlib import Path

import pytest

import clusters_cli
from clusters_cli.commands.catalogue import catalogue
from clusters_cli.presentation.languages import word
from clusters_cli.registry.examples import EXAMPLES
from tests.gallery.gallery import ENTRIES, NOT_SHOWN, PAGE, page, said

SOURCES = Path(clusters_cli.__file__).parent
CODE = re.compile(r'"((?:REG|USE|DOS|PAR|BUG)\d{3})"')


def codes_used() -> set[str]:
    """Return the codes that stand anywhere in the program but in the catalogues."""
    files = [file for file in SOURCES.rglob("*.py") if file.name != "explanations.py"]
    files.append(SOURCES / "commands" / "run.py")
    return {code for file in files for code in CODE.findall(file.read_text(encoding="utf-8"))}


def homes(code: str) -> set[str]:
    """Return the modules that give a code to an error."""
    given = re.compile(rf'(?:code=|_entry\(|Contradiction\(|Problem\(|= )"{code}"')
    return {file.stem for file in SOURCES.rglob("*.py") if given.search(file.read_text(encoding="utf-8"))}


def explained() -> set[str]:
    return {code for code in catalogue() if CODE.fullmatch(f'"{code}"')}


def test_every_code_used_is_explained() -> None:
    assert codes_used() - explained() == set()


def test_every_explained_code_is_used() -> None:
    assert explained() - codes_used() == set()


def test_every_explained_code_is_in_the_gallery_or_has_its_reason() -> None:
    assert explained() == {entry.name for entry in ENTRIES} | set(NOT_SHOWN)


@pytest.mark.parametrize("code", sorted(code for code in catalogue() if code.startswith("USE")))
def test_a_code_means_one_thing(code: str) -> None:
    assert len(homes(code)) <= 1, f"{code} is given to different errors"


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
def test_the_program_says_of_a_mistake_what_the_gallery_shows(
    entry: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    now = said(entry, tmp_path)
    if request.config.getoption("--refresh", default=False):
        (entry / "expected").write_text(now, encoding="utf-8")

    assert now == (entry / "expected").read_text(encoding="utf-8")
    assert entry.name in now


def test_the_page_of_errors_shows_the_gallery_as_it_is(request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--refresh", default=False):
        PAGE.write_text(page(), encoding="utf-8")

    assert PAGE.read_text(encoding="utf-8") == page(), "run: python -m pytest tests/gallery --refresh"


def test_every_mistake_of_a_registry_shown_as_yaml_has_an_example_in_its_explanation() -> None:
    files = {entry.name for entry in ENTRIES if entry.name.startswith("REG") and list(entry.glob("*.yaml"))}
    too_long = {"REG002", "REG006", "REG100"}

    assert {code for code in files if not catalogue()[code].example} == too_long
    assert not EXAMPLES.keys() - catalogue().keys()


@pytest.mark.parametrize("code", sorted(catalogue()))
def test_an_explanation_says_what_it_is_about_what_it_means_and_what_to_do(code: str) -> None:
    explanation = catalogue()[code]

    assert explanation.code == code
    assert word(explanation.title, "en")
    assert not word(explanation.title, "en").endswith(".")
    assert word(explanation.meaning, "en").endswith(".")
    assert word(explanation.remedy, "en").endswith((".", "…"))
