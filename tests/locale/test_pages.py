"""The pages that the program writes for people exist in both languages and hold the same data."""

import re
from pathlib import Path

import pytest

from clusters_cli.dossier.dossier_file import examine_dossier
from clusters_cli.dossier.template import Prefill, Use, template_file, template_for
from clusters_cli.foundations.strict_yaml import parse_yaml
from clusters_cli.foundations.text import Language
from clusters_cli.registry.loading import load_registry
from clusters_cli.registry.starting import starter_files
from tests.commands.test_program import process

_FACT = re.compile(r"^( *)(?:#: )?([a-z_]+):(?: |$)", re.MULTILINE)


def facts(text: str) -> list[tuple[str, str]]:
    """The keys of a page in their order, those to be filled in included, with their indentation."""
    return _FACT.findall(text)


def test_the_application_file_asks_for_the_same_facts_in_both_languages() -> None:
    english, french = (template_file(language).read_text(encoding="utf-8") for language in ("en", "fr"))

    assert facts(french) == facts(english)


def test_the_french_application_file_is_valid_as_it_is_and_with_every_fact() -> None:
    text = template_for(Prefill("nekoe", "Nékoé"), Use.ELIGIBILITY, "nekoe.yaml", "fr")
    full = re.sub(r"^( *)#: (?!totals)", r"\1", text, flags=re.MULTILINE)

    assert "Dossier de demande" in text
    assert examine_dossier(parse_yaml(text, "nekoe.yaml"))[1] == ()
    assert examine_dossier(parse_yaml(full, "nekoe.yaml"))[1] == ()


def test_a_new_application_file_is_written_for_its_reader_whatever_its_suffix(tmp_path: Path) -> None:
    file = tmp_path / "nekoe.yaml"

    process("dossier", "new", "nekoe", "-o", str(file), CLUSTERS_LANG="fr")

    assert file.read_text(encoding="utf-8").startswith("# Dossier de demande")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_registry_to_start_from_is_valid_in_both_languages(language: Language, tmp_path: Path) -> None:
    for name, content in starter_files(language).items():
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(content)

    first = load_registry(tmp_path).clusters.clusters[0]

    assert (first.id, first.name) == ("example-health", {"en": "Example Health", "fr": "Exemple Santé"}[language])
