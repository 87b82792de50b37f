"""Every code is explained, shown in the gallery and on its page; nothing is explained or shown that cannot happen."""

import ast
import re
from pathlib import Path

import pytest

import clusters_cli
from clusters_cli.commands.explain.catalogue import catalogue
from clusters_cli.presentation.languages import word
from tests.gallery.gallery import ENTRIES, NOT_SHOWN, PAGE, page, said

SOURCES = Path(clusters_cli.__file__).parent
CODE = re.compile(r'"((?:ACT|REG|USE|DOS|PAR|BUG)\d{3})"')


DEFINITIONS = [
    (file, node.targets[0].id, str(node.value.args[0].value))
    for file in sorted(SOURCES.rglob("*.py"))
    for node in ast.parse(file.read_text(encoding="utf-8")).body
    if isinstance(node, ast.Assign)
    and isinstance(node.targets[0], ast.Name)
    and isinstance(node.value, ast.Call)
    and isinstance(node.value.func, ast.Name)
    and node.value.func.id == "Explanation"
    and isinstance(node.value.args[0], ast.Constant)
]
"""Where each code is explained: the module, the name of the constant, the code."""


def explained() -> set[str]:
    return {code for code in catalogue() if CODE.fullmatch(f'"{code}"')}


def test_a_code_is_written_once_where_it_is_explained() -> None:
    written = [code for file in SOURCES.rglob("*.py") for code in CODE.findall(file.read_text(encoding="utf-8"))]

    assert sorted(written) == sorted(explained())


@pytest.mark.parametrize(
    ("file", "name", "code"), DEFINITIONS, ids=lambda value: value if isinstance(value, str) else ""
)
def test_an_explanation_stands_beside_what_raises_its_code(file: Path, name: str, code: str) -> None:
    uses = len(re.findall(rf"\b{name}\b", file.read_text(encoding="utf-8"))) - 1

    assert uses, f"{file.name} explains {code} as {name}, and raises it nowhere"


def test_every_code_is_brought_about_by_an_entry_of_the_gallery_or_has_its_reason() -> None:
    """A code that no command line can reach has no place in the program."""
    assert explained() == {entry.name for entry in ENTRIES} | set(NOT_SHOWN)


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


@pytest.mark.parametrize("code", sorted(catalogue()))
def test_an_explanation_says_what_it_is_about_what_it_means_and_what_to_do(code: str) -> None:
    explanation = catalogue()[code]

    assert explanation.code == code
    assert word(explanation.title, "en")
    assert not word(explanation.title, "en").endswith(".")
    assert word(explanation.meaning, "en").endswith(".")
    assert word(explanation.remedy, "en").endswith((".", "…"))
