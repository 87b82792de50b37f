"""The frame of a registry: the Région that it is about, and what cannot be true of it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from clusters_cli.presentation.worded_problems import on_a_line
from clusters_cli.registry.france import COLLECTIVITIES, DEPARTMENTS, FRENCH_REGIONS, known_region
from clusters_cli.registry.loading import Registry, examine

Spoil = Callable[[str, str, str], Path]
RULE = (
    "rules: [{{id: public-share-max, name: {{en: X}}, whose: X, unit: {unit}, values: [{{{value}, confidence: A, "
    "checked: 2025-01-01, reference: {{title: X, url: 'https://example.org/a'}}}}]}}]"
)


def framed(small: Path, frame: str) -> list[str]:
    (small / "region.yaml").write_text(frame, encoding="utf-8")
    return [on_a_line(problem, "en").partition(" ")[2] for problem in examine(small)[1]]


def test_a_name_is_enough(small: Path) -> None:
    assert framed(small, "name: Hauts-de-France\n") == []

    registry, _problems = examine(small)
    assert registry is not None
    assert registry.region is not None
    assert (registry.region.name, registry.region.departments) == ("Hauts-de-France", ())


def test_a_registry_without_a_frame_is_valid_and_has_no_department(small: Path) -> None:
    registry, problems = examine(small)

    assert problems == ()
    assert registry is not None
    assert (registry.region, registry.department_names) == (None, {})


@pytest.mark.parametrize(
    ("frame", "told"),
    [
        ('insee: [{value: "42", source: report}]', "error REG217 insee[0]: no Région of France has the code '42'"),
        (
            'departments: [{number: "20", name: Haute Corse, source: report}]',
            "error REG216 number: France has no department '20' (did you mean '2B'?)",
        ),
        ('departments: [{number: "96", name: X, source: report}]', "France has no department '96'"),
        (
            'departments: [{number: "08", name: A, source: report}, {number: "08", name: B, source: report}]',
            "error REG218 number: 08 is already a department of the list",
        ),
        (
            'insee: [{value: "53", source: report}]\ndepartments: [{number: "44", name: X, source: report}]',
            "error REG219 number: 44 is no department of the Région Bretagne",
        ),
        ("default_scheme: [{value: annual, source: report}]", "error REG211"),
        (RULE.format(unit="years", value="value: 2"), "the unit of public-share-max is share"),
        (
            RULE.format(unit="share", value="value: 0.5, from: 2024-01-01, to: 2023-01-01"),
            "ends on 2023-01-01, before it begins",
        ),
    ],
)
def test_what_cannot_be_true_of_a_frame_is_told_where_it_stands(small: Path, frame: str, told: str) -> None:
    (problem,) = framed(small, f"name: Bretagne\n{frame}\n")

    assert told in problem


def test_a_name_of_france_says_which_code_was_meant(small: Path) -> None:
    (problem,) = framed(small, 'name: Région Grand-Est\ninsee: [{value: "41", source: report}]\n')

    assert "did you mean '44'?" in problem


def test_the_seat_of_a_cluster_is_in_a_department_of_france(spoiled: Spoil) -> None:
    problems = examine(spoiled("places.yaml", "commune: Tours,", 'commune: Tours, department: "99",'))[1]

    assert [problem.code for problem in problems] == ["REG216"]


def test_a_seat_may_lie_in_another_region_or_overseas(small: Path, spoiled: Spoil) -> None:
    spoiled("places.yaml", "commune: Tours,", 'commune: Tours, department: "975",')

    assert framed(small, 'name: Bretagne\ndepartments: [{number: "29", name: Finistère, source: report}]\n') == []


def test_each_department_is_in_one_region_and_no_collectivity_in_any() -> None:
    held = [number for region in FRENCH_REGIONS for number in region.departments]

    assert sorted(held) == sorted(DEPARTMENTS)
    assert len(held) == 101
    assert not set(held) & set(COLLECTIVITIES)
    assert len(FRENCH_REGIONS) == 18


@pytest.mark.parametrize(
    "name", ["Provence-Alpes-Côte d'Azur", "provence alpes cote d’azur", "Région PROVENCE-ALPES-CÔTE D'AZUR"]
)
def test_a_region_is_known_as_people_write_it(name: str) -> None:
    found = known_region(name)

    assert found is not None
    assert (found.insee, found.nuts) == ("93", ("FRL0",))


def test_the_packaged_frame_is_the_one_of_centre_val_de_loire(registry: Registry) -> None:
    region = registry.region
    official = known_region("Centre-Val de Loire")

    assert region is not None
    assert official is not None
    assert [stated.value for stated in region.insee] == [official.insee]
    assert [stated.value for stated in region.nuts] == [official.nuts]
    assert tuple(registry.department_names) == official.departments
    assert [agency.chair[0].value for agency in region.agencies] == ["Emmanuel Vasseneix"]
    assert [(rule.id, rule.whose) for rule in region.rules] == [
        ("public-share-max", "Région Centre-Val de Loire"),
        ("agreement-years", "CESER Centre-Val de Loire"),
    ]
