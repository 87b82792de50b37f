from collections.abc import Callable
from pathlib import Path

import pytest

from clusters_cli.presentation.languages import word
from clusters_cli.registry.loading import examine
from clusters_cli.registry.lookups import find_cluster

Spoil = Callable[[str, str, str], Path]

LEADS_NOWHERE = [
    (
        "REG203",
        "clusters.yaml",
        'founded: [{value: "2009", source: report}',
        'founded: [{value: "2009", source: reprot}',
        "report",
    ),
    ("REG204", "clusters.yaml", "value: tours", "value: tour", "tours"),
    ("REG205", "clusters.yaml", "value: health", "value: heath", "health"),
    ("REG208", "clusters.yaml", "  domain:", "  vocations: [{value: growth, source: report}]\n  domain:", None),
    ("REG209", "clusters.yaml", "programme: plan", "programme: plam", "plan"),
    ("REG210", "clusters.yaml", "strand: hydrogen", "strand: hydrogene", "hydrogen"),
    (
        "REG211",
        "programmes.yaml",
        "  strands:",
        "  payment_scheme: [{value: monthly, source: report}]\n  strands:",
        None,
    ),
    ("REG212", "programmes.yaml", "  kind:", "  regimes: [sa-0]\n  kind:", "sa-40391"),
    ("REG213", "poles.yaml", "phase: phase-1", "phase: phase-2", "phase-1"),
    (
        "REG214",
        "poles.yaml",
        "  regions:",
        "  federates: [{name: Alpha, cluster: alfa, source: report}]\n  regions:",
        "alpha",
    ),
    (
        "REG214",
        "clusters.yaml",
        "  support:",
        "  successors: [{name: Gamma, pole: gama, source: report}]\n  support:",
        "gamma",
    ),
]


def test_a_small_registry_without_optional_files_is_valid(small: Path) -> None:
    registry, problems = examine(small)

    assert registry is not None
    assert problems == ()
    assert registry.claims.claims == ()


@pytest.mark.parametrize("case", LEADS_NOWHERE, ids=[f"{row[0]} {row[1]}" for row in LEADS_NOWHERE])
def test_a_reference_that_leads_nowhere_is_told_with_its_place(
    spoiled: Spoil, case: tuple[str, str, str, str, str | None]
) -> None:
    code, file, old, new, suggestion = case

    registry, problems = examine(spoiled(file, old, new))

    assert registry is None
    assert [problem.code for problem in problems] == [code]
    assert problems[0].position.file.endswith(file)
    assert problems[0].position.line > 1
    assert problems[0].suggestion == suggestion


def test_an_obstacle_that_does_not_exist_cannot_be_answered(small: Path) -> None:
    (small / "obstacles.yaml").write_text(
        "recommendations:\n"
        '- {id: r1, number: "1", title: {en: Do}, answers: [nothing], proposals: [], source: report}\n',
        encoding="utf-8",
    )

    _registry, problems = examine(small)

    assert [problem.code for problem in problems] == ["REG215"]


@pytest.mark.parametrize("marked", ["true", "yes", "oui"])
def test_a_reference_is_marked_with_any_yes(spoiled: Spoil, marked: str) -> None:
    folder = spoiled("sources.yaml", "reference: true", f"reference: {marked}")
    assert examine(folder)[1] == ()

    _registry, problems = examine(spoiled("sources.yaml", "kind: press", f"kind: press, reference: {marked}"))

    assert [problem.code for problem in problems] == ["REG206"]


def test_two_poles_cannot_share_a_name(spoiled: Spoil) -> None:
    again = "- {id: delta, name: GAMMA}\n- id: gamma"

    _registry, problems = examine(spoiled("poles.yaml", "- id: gamma", again))

    assert [problem.code for problem in problems] == ["REG202"]


@pytest.mark.parametrize(
    "entry",
    [
        "{id: delta, name: ALPHA}",
        "{id: delta, name: Delta, aliases: [l’Álpha, âl-pha]}",
        "{id: al-pha, name: Delta}",
        "{id: delta, name: Delta, full_name: [{value: Al pha, source: report}]}",
    ],
)
def test_no_cluster_stands_under_a_name_of_another(spoiled: Spoil, entry: str) -> None:
    _registry, problems = examine(spoiled("clusters.yaml", "- id: beta", f"- {entry}\n- id: beta"))

    assert [problem.code for problem in problems] == ["REG202"]


def test_symbols_tell_two_clusters_apart(spoiled: Spoil) -> None:
    both = "- {id: c, name: C}\n- {id: c-plus-plus, name: C++}\n- id: beta"

    registry, problems = examine(spoiled("clusters.yaml", "- id: beta", both))

    assert problems == ()
    assert registry is not None
    assert find_cluster(registry, "c++").id == "c-plus-plus"
    assert find_cluster(registry, "c").id == "c"


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("places.yaml", ", longitude: 0.685", "", "a point needs both latitude and longitude"),
        ("sources.yaml", "reference: true", "reference: maybe", "must be yes or no, found 'maybe'"),
        (
            "programmes.yaml",
            "  strands:",
            '  period: [{start: "2027", end: "2021", source: report}]\n  strands:',
            "ends (2021) before it starts (2027)",
        ),
        (
            "programmes.yaml",
            "  strands:",
            "  period: [{source: report}]\n  strands:",
            "needs a start or an end",
        ),
    ],
)
def test_a_value_that_makes_no_sense_is_told(spoiled: Spoil, file: str, old: str, new: str, message: str) -> None:
    _registry, problems = examine(spoiled(file, old, new))

    assert [word(problem.message, "en") for problem in problems if problem.code == "REG103"] == [message]


def test_a_period_may_end_in_the_year_it_starts(spoiled: Spoil) -> None:
    period = '  period: [{start: "2021-11", end: "2021", source: report}]\n  strands:'

    registry, _problems = examine(spoiled("programmes.yaml", "  strands:", period))

    assert registry is not None
