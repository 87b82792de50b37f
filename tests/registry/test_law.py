"""The law and the ready payment schemes that come with the program, and what a registry has in their place."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from clusters_cli.foundations.strict_yaml import Document
from clusters_cli.presentation.languages import word
from clusters_cli.registry.checks.law_problems import law_problems
from clusters_cli.registry.folders import LAW
from clusters_cli.registry.law import LAW_FILES, law_document, law_parameters, law_regimes, law_sources, ready_schemes
from clusters_cli.registry.layers import LawKind, Layer, Replacement
from clusters_cli.registry.loading import Registry, examine, load_registry
from tests.conftest import Cli

OWN = """\
schemes:
- id: mine
  name: {{en: Mine}}
  status: own
  agreement: {{years: 1, signature: 03-31}}
  payment_delay: 60d
  instalments: [{{kind: balance, share: 1, anchor: year-end}}]
  source: {source}
"""
PARAMETER = """\
parameters:
- id: {id}
  name: {{en: Longest agreement}}
  unit: {unit}
  values:
  - value: {value}
    from: 2020-01-01
    reference: {{title: A text, url: "https://example.org"}}
    confidence: B
    checked: 2026-01-01
"""


def with_own(folder: Path, text: str) -> Path:
    (folder / "programmes.yaml").write_text(text, encoding="utf-8")
    return folder


def own_parameter(identifier: str, value: str = "6", unit: str = "years") -> str:
    return PARAMETER.format(id=identifier, value=value, unit=unit)


def copied(section: str, identifier: str) -> str:
    """Return an entry of the law as a registry that copied it writes it."""
    (entry,) = (one for one in law_document(f"{section}.yaml").data[section] if one["id"] == identifier)
    return yaml.safe_dump({section: [entry]}, allow_unicode=True, default_style='"')


def test_the_law_is_sound_on_its_own() -> None:
    assert not law_problems()


@pytest.mark.parametrize("name", LAW_FILES)
def test_a_file_of_the_law_names_its_schema_and_holds_the_section_it_is_named_after(name: str) -> None:
    text = (LAW / name).read_text(encoding="utf-8")
    kind = name.removesuffix(".yaml")

    assert text.partition("\n")[0] == f"# yaml-language-server: $schema=../../data/schemas/{kind}.schema.json"
    assert list(law_document(name).data) == [kind]


def test_the_law_has_no_other_files() -> None:
    assert {file.name for file in LAW.iterdir()} == set(LAW_FILES)


def test_the_law_cites_its_own_bibliography_and_all_of_it() -> None:
    cited = {scheme.source for scheme in ready_schemes().entries}
    cited |= {one.source for scheme in ready_schemes().entries for one in scheme.assumptions}

    assert cited == set(law_sources())


def test_a_source_of_the_law_that_the_packaged_registry_holds_too_is_the_same(registry: Registry) -> None:
    both = {name: source for name, source in law_sources().items() if name in registry.source_by_id}

    assert {name: registry.source_by_id[name].model_copy(update={"reference": False}) for name in both} == both


def test_the_packaged_registry_freezes_nothing_of_the_law(registry: Registry) -> None:
    entries = (registry.schemes, registry.parameters, registry.aid_regimes)

    assert not [replacement for layered in entries for replacement in layered.replacements]
    assert not registry.programmes.schemes
    assert not registry.programmes.aid_regimes


def test_a_registry_of_two_files_has_the_law_and_the_ready_schemes(small_registry: Path) -> None:
    found = load_registry(small_registry)

    ready = [
        *("annual-60-40", "annual-30-30-40", "triennial", "triennial-parts", "feder"),
        *("feder-claims", "interreg-nwe", "horizon-europe", "decret-2018-514", "cpo"),
    ]
    assert [scheme.id for scheme in found.schemes.entries] == ready
    assert found.parameters == law_parameters()
    assert found.aid_regimes == law_regimes()


def test_an_own_entry_stands_in_place_of_the_programs_where_that_stood(small_registry: Path) -> None:
    found = load_registry(with_own(small_registry, own_parameter("multi-year-max"))).parameters
    ids = [parameter.id for parameter in law_parameters().entries]

    assert [parameter.id for parameter in found.entries] == ids
    assert found.entries[ids.index("multi-year-max")].values[0].value == "6"
    assert found.originals["multi-year-max"].values[0].value == "4"
    assert found.layers["multi-year-max"] is Layer.REGISTRY
    assert found.layers["agreement"] is Layer.PROGRAM
    told = Replacement(LawKind.PARAMETER, "multi-year-max", by=Layer.REGISTRY, instead_of=Layer.PROGRAM)
    assert dict(found.replacements) == {"multi-year-max": told}


def test_an_own_entry_of_an_id_that_the_program_does_not_have_is_a_new_one(small_registry: Path) -> None:
    found = load_registry(with_own(small_registry, own_parameter("our-limit", "5", "count"))).parameters

    assert [parameter.id for parameter in found.entries][-1] == "our-limit"
    assert found.layers["our-limit"] is Layer.REGISTRY
    assert not found.replacements


@pytest.mark.parametrize(
    ("section", "identifier"),
    [("parameters", "multi-year-max"), ("aid_regimes", "sa-111723"), ("schemes", "triennial")],
)
def test_a_copy_of_an_entry_of_the_law_replaces_nothing(section: str, identifier: str, small_registry: Path) -> None:
    found = load_registry(with_own(small_registry, copied(section, identifier)))
    layered: Any = getattr(found, section)

    assert layered.layers[identifier] is Layer.PROGRAM
    assert not layered.replacements


def test_a_broken_entry_of_ones_own_is_told_with_its_place(small_registry: Path) -> None:
    _, (problem,) = examine(with_own(small_registry, own_parameter("multi-year-max", "many")))

    assert problem.position.file.endswith("programmes.yaml")
    assert problem.entity is not None
    assert problem.path == "parameters[0]"


@pytest.mark.parametrize("source", ["report", "loi-2021-875", "clusters-cli"])
def test_a_registry_may_cite_what_the_law_cites(source: str, small_registry: Path) -> None:
    found = load_registry(with_own(small_registry, OWN.format(source=source)))

    assert found.source(source).id == source


def test_a_source_that_neither_holds_is_told_with_the_nearest_of_both(small_registry: Path) -> None:
    _, (problem,) = examine(with_own(small_registry, OWN.format(source="loi-2021-857")))

    assert (problem.code, problem.suggestion) == ("REG203", "loi-2021-875")


def test_a_source_of_the_registrys_own_is_the_one_meant_there(small_registry: Path) -> None:
    sources = (small_registry / "sources.yaml").read_text(encoding="utf-8")
    (small_registry / "sources.yaml").write_text(
        sources + "- {id: ceser-2023, title: Another, kind: data}\n", encoding="utf-8"
    )

    assert load_registry(small_registry).source("ceser-2023").title.fr == "Another"
    assert law_sources()["ceser-2023"].title.fr != "Another"


PAID = """\
programmes:
- id: plan
  name: {en: The plan}
  kind: aid-regime
  payment_scheme: [{value: triennial, source: report}]
"""


@pytest.mark.parametrize(
    ("own", "read"),
    [
        ("programmes: []", set()),
        (PAID, {"schemes.yaml"}),
        (OWN.format(source="report"), set()),
        (OWN.format(source="loi-2021-875"), {"sources.yaml"}),
        (own_parameter("our-limit"), {"parameters.yaml"}),
    ],
    ids=["nothing", "a ready scheme", "its own", "a source of the law", "a parameter"],
)
def test_a_registry_is_read_without_the_law_save_what_it_speaks_of(
    own: str, read: set[str], small_registry: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: set[str] = set()

    def noted(file: str) -> Document:
        asked.add(file)
        return law_document(file)

    monkeypatch.setattr("clusters_cli.registry.law.law_document", noted)
    monkeypatch.setattr("clusters_cli.registry.checks.units.law_document", noted)
    load_registry(with_own(small_registry, own))

    assert asked == read


def test_a_parameter_that_takes_the_programs_place_is_in_its_unit(small_registry: Path) -> None:
    _, (problem,) = examine(with_own(small_registry, own_parameter("multi-year-max", "48", "months")))

    assert (problem.code, problem.path) == ("REG251", "parameters[0].unit")
    assert word(problem.message, "en") == "must be years, the unit of the program's multi-year-max"
    assert problem.position.line == 4


@pytest.mark.parametrize("unit", ["years", "ans", "années"])
def test_the_unit_of_a_parameter_may_be_written_in_any_way(unit: str, small_registry: Path) -> None:
    assert load_registry(with_own(small_registry, own_parameter("multi-year-max", "5", unit))).replacements


@pytest.fixture
def spoiled_law(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the law that stands in its place, read anew."""
    copy = tmp_path / "law"
    shutil.copytree(LAW, copy)
    monkeypatch.setattr("clusters_cli.registry.law.LAW", copy)
    once = (law_document, law_parameters, law_regimes, law_sources, ready_schemes)
    for read in once:
        read.cache_clear()
    yield copy
    for read in once:
        read.cache_clear()


def test_a_law_that_is_broken_is_told_with_its_place(spoiled_law: Path, small_registry: Path, cli: Cli) -> None:
    schemes = spoiled_law / "schemes.yaml"
    schemes.write_text(schemes.read_text(encoding="utf-8").replace("share: 0.75", "share: much"), encoding="utf-8")

    result = cli("schemes", "list", "--registry", str(small_registry))

    assert result.exit_code == 4
    assert f"{schemes}:" in result.stderr
    assert "schemes.yaml of the law that comes with the program is not valid" in result.stderr
    assert cli("show", "alpha", "--registry", str(small_registry)).exit_code == 0


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        ("schemes.yaml", "source: loi-2021-875", "source: loi-2021-857", "REG203"),
        ("schemes.yaml", "- id: feder", "- id: triennial", "REG201"),
        ("aid_regimes.yaml", "rests_on: gber-2023", "rests_on: gber-2032", "REG212"),
        ("parameters.yaml", "unit: share", "unit: shares", "REG105"),
    ],
)
def test_what_is_wrong_with_the_law_itself_is_found(
    file: str, old: str, new: str, code: str, spoiled_law: Path
) -> None:
    text = (spoiled_law / file).read_text(encoding="utf-8")
    assert old in text
    (spoiled_law / file).write_text(text.replace(old, new, 1), encoding="utf-8")

    assert code in {problem.code for problem in law_problems()}
