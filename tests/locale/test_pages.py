"""The pages that the program writes for people exist in each language and hold the same data."""

import re
from datetime import date
from decimal import Decimal
from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest

from clusters_cli.dossier.dossier_file import examine_dossier
from clusters_cli.dossier.template import Prefill, Use, template_for
from clusters_cli.foundations.strict_yaml import parse_yaml
from clusters_cli.foundations.text import Language
from clusters_cli.presentation.catalogues import languages
from clusters_cli.registry.loading import load_registry
from clusters_cli.registry.starting import STARTER, starter_files
from tests.commands.test_program import process

_FACT = re.compile(r"^( *)(?:#: )?([a-z_]+):(?: |$)", re.MULTILINE)
KNOWN = Prefill("nekoe", "Nékoé", "association", date(2009, 6, 15), Decimal(350000), Decimal(130000))


def application_file(known: Prefill, language: Language) -> str:
    """Return a new application file in a language."""
    return template_for(known, Use.ELIGIBILITY, "nekoe.yaml", language)


def facts(text: str) -> list[tuple[str, str]]:
    """The keys of a page in their order, those to be filled in included, with their indentation."""
    return _FACT.findall(text)


@pytest.mark.parametrize("known", [KNOWN, Prefill("nekoe", "Nékoé")], ids=["known", "unknown"])
@pytest.mark.parametrize("language", languages())
def test_the_application_file_asks_for_the_same_facts_in_every_language(language: Language, known: Prefill) -> None:
    asked, expected = (facts(application_file(known, each)) for each in (language, "en"))

    assert asked == expected, f"in clusters_cli/dossier/template.{language}.yaml: {set(asked) ^ set(expected)}"


@pytest.mark.parametrize("language", languages())
def test_the_application_file_is_valid_as_it_is_and_with_every_fact(language: Language) -> None:
    text = application_file(Prefill("nekoe", "Nékoé"), language)
    full = re.sub(r"^( *)#: (?!totals)", r"\1", text, flags=re.MULTILINE)

    assert examine_dossier(parse_yaml(text, "nekoe.yaml"))[1] == ()
    assert examine_dossier(parse_yaml(full, "nekoe.yaml"))[1] == ()


def test_a_new_application_file_is_written_for_its_reader_whatever_its_suffix(tmp_path: Path) -> None:
    file = tmp_path / "nekoe.yaml"

    process("dossier", "new", "nekoe", "-o", str(file), CLUSTERS_LANG="fr")

    assert file.read_text(encoding="utf-8").startswith("# Dossier de demande")


def first_cluster(files: dict[str, bytes], folder: Path) -> tuple[str, str]:
    """Write a new registry, and return the id and the name of its first cluster once it is read."""
    for name, content in files.items():
        (folder / name).write_bytes(content)
    first = load_registry(folder).clusters.clusters[0]
    return first.id, first.name


@pytest.mark.parametrize("language", languages())
def test_the_registry_to_start_from_is_valid_in_every_language(language: Language, tmp_path: Path) -> None:
    assert first_cluster(starter_files(language), tmp_path)[0] == "example-health"


def test_the_registry_to_start_from_is_written_in_the_language_of_its_reader() -> None:
    assert "Exemple Santé".encode() in starter_files("fr")["clusters.yaml"]


@pytest.mark.parametrize("language", [language for language in languages() if (STARTER / language).is_dir()])
@pytest.mark.parametrize("name", starter_files("en"))
def test_a_registry_to_start_from_of_which_one_file_is_translated_is_whole(
    name: str, language: Language, tmp_path: Path
) -> None:
    copytree(STARTER, tmp_path / "starter", ignore=ignore_patterns(*languages()))
    (tmp_path / "starter" / language).mkdir()
    (tmp_path / "starter" / language / name).write_bytes(starter_files(language)[name])
    (tmp_path / "new").mkdir()

    begun = starter_files(language, folder=tmp_path / "starter")

    assert begun[name] == starter_files(language)[name]
    assert begun.keys() == starter_files("en").keys()
    assert first_cluster(begun, tmp_path / "new")[0] == "example-health"
