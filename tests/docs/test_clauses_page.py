"""The pages that turn an agreement into a scheme know every key of the language, and write what the program reads."""

import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Annotated, Any

import pytest
from pydantic import TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from clusters_cli.foundations.strict_yaml import read_yaml
from clusters_cli.registry.models.agreements import Agreement
from clusters_cli.registry.models.instalment_rules import InstalmentRule, Reached, Retention
from clusters_cli.registry.models.payment_terms import GradualRecovery, SchemePart, Variant, When
from clusters_cli.registry.models.schemes import PaymentScheme
from tests.docs.pages import ROOT

PAGES = [ROOT / "docs" / "clauses.md", ROOT / "docs" / "fr" / "clauses.md"]
MODELS = (PaymentScheme, Agreement, InstalmentRule, Reached, Retention, GradualRecovery, SchemePart, Variant, When)
FIELDS = [(info.alias or name, info) for model in MODELS for name, info in model.model_fields.items()]
OF_A_REGISTRY = {"source", "locator", "confidence", "as_of", "note", "status", "status_note", "assumptions"}
"""Keys of the schemes of a registry that a file of one's own does not need."""
LANGUAGE = {key for key, _info in FIELDS} - OF_A_REGISTRY
ROW = re.compile(r"^\| .* \| (?P<write>.*) \| .* \|$", re.MULTILINE)
INSTALMENT, SETTING = re.compile(r"\{kind: .*\}"), re.compile(r"\{?[a-z_]+: .+")

both = pytest.mark.parametrize("page", PAGES, ids=["en", "fr"])


def spans(page: Path) -> Iterator[str]:
    """Return what the tables of a page say to write, piece by piece."""
    rows = ROW.findall(page.read_text(encoding="utf-8"))
    return chain.from_iterable(re.findall(r"`([^`]+)`", row) for row in rows)


def as_data(text: str, folder: Path) -> Any:
    (folder / "span.yaml").write_text(text if text.startswith("{") else f"{{{text}}}", encoding="utf-8")
    return read_yaml(folder / "span.yaml").data


def is_read(info: FieldInfo, value: object) -> bool:
    """Whether the field of a model takes a value."""
    kind: Any = info.annotation
    try:
        TypeAdapter(Annotated[kind, *info.metadata] if info.metadata else kind).validate_python(value)
    except ValidationError:
        return False
    return True


@both
def test_what_a_page_says_to_write_is_read(page: Path, tmp_path: Path) -> None:
    settings = [as_data(span, tmp_path) for span in spans(page) if SETTING.fullmatch(span)]

    unread = [
        (key, value)
        for setting in settings
        for key, value in setting.items()
        if not any(is_read(info, value) for name, info in FIELDS if name == key)
    ]
    assert settings
    assert not unread


@both
def test_each_instalment_that_a_page_shows_is_one(page: Path, tmp_path: Path) -> None:
    shown = [as_data(span, tmp_path) for span in spans(page) if INSTALMENT.fullmatch(span)]

    assert len([InstalmentRule.model_validate(one) for one in shown]) > 5


@both
def test_a_page_shows_every_key_of_a_scheme(page: Path) -> None:
    shown = set(re.findall(r"\b[a-z_]+\b", page.read_text(encoding="utf-8")))

    assert not LANGUAGE - shown


def test_the_two_pages_have_the_same_sections_and_rows() -> None:
    english, french = (page.read_text(encoding="utf-8") for page in PAGES)

    assert english.count("\n## ") == french.count("\n## ")
    assert len(ROW.findall(english)) == len(ROW.findall(french))
