"""What no day and no source can make true, and two organisations that are one."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from clusters_cli.foundations.explanations import Level
from clusters_cli.presentation.languages import word
from clusters_cli.registry.loading import examine

Spoil = Callable[[str, str, str], Path]

TODAY = date(2024, 6, 1)
FIGURES = "figures:\n  - {year: 2022, regional_grant: 500, source: report}"
REPORT = "{id: report, title: A report, kind: report, reference: true}"


def codes(folder: Path, today: date | None = TODAY) -> list[str]:
    return [problem.code for problem in examine(folder, today)[1]]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("clusters.yaml", FIGURES, "figures: [{year: 2025, regional_grant: 500, source: report}]"),
        ("clusters.yaml", FIGURES, 'figures: [{year: 2022, as_of: "2024-06-03", members: 1, source: report}]'),
        ("clusters.yaml", 'value: "2009"', 'value: "2024-07"'),
        ("clusters.yaml", "supported: no", 'supported: yes, since: "2026"'),
        ("poles.yaml", "phase: phase-1", "phase: phase-1, date: 2025-01-01"),
        ("sources.yaml", 'checked: "2024-05-01"', 'checked: "2024-06-03"'),
        ("sources.yaml", "kind: report", 'kind: report, date: "2025"'),
    ],
)
def test_what_has_happened_is_not_to_come(spoiled: Spoil, file: str, old: str, new: str) -> None:
    folder = spoiled(file, old, new)

    assert codes(folder) == ["REG227"]
    assert codes(folder, today=None) == []


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("clusters.yaml", FIGURES, 'figures: [{year: 2024, as_of: "2024-06-02", regional_grant: 500, source: report}]'),
        ("clusters.yaml", 'value: "2009"', 'value: "2024-06"'),
        ("poles.yaml", "phase: phase-1", "phase: phase-1, until: 2030"),
    ],
)
def test_tomorrow_has_come_somewhere_and_an_end_may_be_to_come(spoiled: Spoil, file: str, old: str, new: str) -> None:
    assert codes(spoiled(file, old, new)) == []


@pytest.mark.parametrize(
    ("source", "figures", "expected"),
    [
        ('kind: report, date: "2020-06"', "{year: 2021, members: 5, source: report}", ["REG228"]),
        ('kind: report, date: "2021-06"', "{year: 2021, members: 5, source: report}", []),
        ('kind: report, date: "2020-06"', "{year: 2021, regional_grant: 5, source: report}", []),
        ('kind: report, date: "2020-06"', "{year: 2022, regional_grant: 5, source: report}", ["REG228"]),
        (
            'kind: report, date: "2020-06"',
            "{year: 2021, team: {fte: 2}, regional_grant: 5, source: report}",
            ["REG228"],
        ),
        ('kind: report, date: "2020", checked: "2023"', "{year: 2021, members: 5, source: report}", ["REG228"]),
        ('kind: website, date: "2020", checked: "2023"', "{year: 2021, members: 5, source: report}", []),
        ('kind: site, date: "2020", checked: "2023"', "{year: 2021, members: 5, source: report}", []),
        ('kind: website, date: "2020"', "{year: 2021, members: 5, source: report}", []),
        ("kind: report", "{year: 2021, members: 5, source: report}", []),
    ],
)
def test_a_source_knows_counts_of_its_year_and_amounts_of_the_next(
    small: Path, spoiled: Spoil, source: str, figures: str, expected: list[str]
) -> None:
    beta = f"clusters: [{{id: beta, name: Beta, figures: [{figures}]}}]"
    (small / "clusters.yaml").write_text(beta, encoding="utf-8")
    (small / "poles.yaml").unlink()
    folder = spoiled("sources.yaml", "kind: report", source)

    assert codes(folder) == expected


@pytest.mark.parametrize(("founded", "expected"), [("2021", []), ("2022-01", ["REG228"])])
def test_a_source_knows_a_foundation_one_year_ahead(
    small: Path, spoiled: Spoil, founded: str, expected: list[str]
) -> None:
    beta = f"clusters: [{{id: beta, name: Beta, founded: [{{value: {founded}, source: report}}]}}]"
    (small / "clusters.yaml").write_text(beta, encoding="utf-8")
    (small / "poles.yaml").unlink()

    assert codes(spoiled("sources.yaml", "kind: report", 'kind: report, date: "2020"')) == expected


def test_a_french_foundation_is_compared_with_the_figures_too(spoiled: Spoil) -> None:
    spoiled("clusters.yaml", ', {value: "2002", source: press}', "")

    assert codes(spoiled("clusters.yaml", 'value: "2009"', 'value: "31/12/2022"')) == [
        "REG017",
        "REG220",
        "REG220",
    ]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("poles.yaml", "phase: phase-1", "phase: phase-1, date: 2019-06, until: 2019-05"),
        ("sources.yaml", 'checked: "2024-05-01"', 'date: "2024-01", checked: "2023"'),
        ("clusters.yaml", "  domain:", '  ended: [{how: merged, date: "2001-12", source: press}]\n  domain:'),
    ],
)
def test_an_end_does_not_come_before_its_beginning(spoiled: Spoil, file: str, old: str, new: str) -> None:
    assert codes(spoiled(file, old, new), today=None) == ["REG229"]


def test_an_end_after_one_of_the_foundations_that_sources_give_may_be_true(spoiled: Spoil) -> None:
    ended = '  ended: [{how: merged, date: "2005", source: press}]\n  domain:'

    assert codes(spoiled("clusters.yaml", "  domain:", ended), today=None) == []


def test_an_end_may_be_as_vague_as_its_beginning(spoiled: Spoil) -> None:
    assert codes(spoiled("poles.yaml", "phase: phase-1", "phase: phase-1, date: 2019-06, until: 2019"), None) == []


@pytest.mark.parametrize(
    ("key", "one", "other", "code"),
    [
        ("siren", "732829320", "732829320", "REG230"),
        ("siret", "40483304800022", "40483304800022", "REG230"),
        ("website", "https://www.Alpha.example/", "alpha.example", "REG231"),
    ],
)
def test_two_clusters_are_not_one_organisation(spoiled: Spoil, key: str, one: str, other: str, code: str) -> None:
    spoiled("clusters.yaml", "  name: Alpha\n", f'  name: Alpha\n  {key}: [{{value: "{one}", source: report}}]\n')
    folder = spoiled(
        "clusters.yaml", "  name: Beta\n", f'  name: Beta\n  {key}: [{{value: "{other}", source: press}}]\n'
    )

    (problem,) = examine(folder)[1]

    assert (problem.code, problem.entity and word(problem.entity, "en")) == (code, "cluster beta")


def test_a_pole_may_be_a_cluster_and_one_source_may_repeat_another(spoiled: Spoil) -> None:
    twice = '  siren: [{value: "732829320", source: report}, {value: "732829320", source: press}]\n'
    spoiled("poles.yaml", "  name: Gamma\n", f"  name: Gamma\n{twice}")

    assert codes(spoiled("clusters.yaml", "  name: Alpha\n", f"  name: Alpha\n{twice}"), today=None) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "iso"),
    [
        ("clusters.yaml", 'value: "2009"', 'value: "31/03/2009"', "2009-03-31"),
        ("clusters.yaml", 'value: "2009"', "value: 31.3.2009", "2009-03-31"),
        ("clusters.yaml", 'value: "2009"', "value: 3/2009", "2009-03"),
        ("sources.yaml", 'checked: "2024-05-01"', "checked: 1/5/2024", "2024-05-01"),
    ],
)
def test_a_date_with_its_day_first_is_read_with_a_warning_of_its_iso_form(
    spoiled: Spoil, file: str, old: str, new: str, iso: str
) -> None:
    registry, (problem,) = examine(spoiled(file, old, new))

    assert registry is not None
    assert (problem.code, problem.level) == ("REG017", Level.WARNING)
    assert word(problem.message, "en").endswith(f"write {iso}")


def test_what_is_no_date_is_not_taken_for_one(spoiled: Spoil) -> None:
    folder = spoiled("clusters.yaml", "name: Beta", "name: 31/03/2009\n  aliases: [12/2019, 1.2.2019]")

    assert codes(folder, today=None) == []
