"""Dossiers are read strictly: every mistake has a place, every fact keeps its own."""

from decimal import Decimal

import pytest

from clusters_cli.dossier.dossier_file import dossier_of, examine_dossier
from clusters_cli.foundations.errors import InvalidDataError
from clusters_cli.foundations.explanations import Level
from clusters_cli.foundations.strict_yaml import parse_yaml
from clusters_cli.presentation.worded_problems import on_a_line

SMALLEST = "id: demo\naid: {type: operating}\n"


def problems(text: str) -> list[str]:
    return [on_a_line(problem, "en") for problem in examine_dossier(parse_yaml(text, "demo.yaml"))[1]]


def test_the_smallest_dossier_leaves_everything_unknown() -> None:
    dossier, found = examine_dossier(parse_yaml(SMALLEST, "demo.yaml"))

    assert not found
    assert dossier is not None
    assert dossier.costs is None
    assert dossier.declarations.insolvency is None


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("costs: [{label: A, amount: -5}]", "demo.yaml:3:28: error REG103 amount: must not be negative, found -5"),
        ("costs: [{label: A, purpose: animaton, amount: 5}]", "did you mean 'animation'?"),
        ("resources: [{label: A, kind: regoin, amount: 5}]", "did you mean 'region'?"),
        ("declarations: {insolvancy: yes}", "did you mean 'insolvency'?"),
        ("declarations: {insolvency: maybe}", "must be yes or no, found 'maybe'"),
        ("project: {start: 2025-02-30}", "February 2025 has 28 days"),
        ("project: {start: 2025-W05-1}", "cannot be read as a day"),
        ("project: {start: 9999-12-31}", "cannot be read as a day"),
        (f"costs: [{{label: A, amount: {'9' * 40}}}]", "is more than a million million euros"),
        ("resources: [{label: A, kind: region, sector: private, amount: 5}]", "region is public money by its kind"),
        ("project: {start: 2025-06-01, end: 2025-01-31}", "demo.yaml:3:35: error DOS201 end: 2025-01-31 is before"),
        (
            "project: {end: 2025-12-31}\ncosts: [{label: A, amount: 9, timing: {spread: even, start: 2026-01-01}}]",
            "error DOS201 timing: 2025-12-31 is before timing.start, 2026-01-01",
        ),
        (
            "project: {start: 2025-01-01}\ncosts: [{label: A, amount: 9, timing: {spread: even, end: 2024-12-31}}]",
            "error DOS201 end: 2024-12-31 is before project.start, 2025-01-01",
        ),
        (
            "costs: [{label: A, amount: 9, timing: {payments: [{on: 2025-01-01, amount: 8}]}}]",
            "demo.yaml:3:39: error DOS202 timing: the parts add up to €8, the line is €9",
        ),
        ("resources: [{label: A, kind: state, amount: 9, years: {2025: 8}}]", "error DOS202 years: the parts add up"),
        ("costs: [{label: A, amount: 9}]\ntotals: {budget: 8}", "demo.yaml:4:18: error DOS203 budget:"),
        ("costs: [{label: A, amount: 9}]\ntotals: {eligible_costs: 8}", "error DOS203 eligible_costs:"),
    ],
)
def test_a_mistake_is_told_with_its_place(line: str, message: str) -> None:
    (told,) = problems(f"{SMALLEST}{line}\n")

    assert message in told


def test_resources_that_do_not_match_the_costs_are_a_warning_and_leave_the_dossier_readable() -> None:
    text = f"{SMALLEST}costs: [{{label: A, amount: 9}}]\nresources: [{{label: B, kind: sales, amount: 8}}]\n"
    dossier, (problem,) = examine_dossier(parse_yaml(text, "demo.yaml"))

    assert dossier is not None
    assert problem.level is Level.WARNING
    assert problem.code == "DOS301"


def test_a_fact_given_as_an_option_replaces_that_of_the_file() -> None:
    document = parse_yaml(f"{SMALLEST}resources: [{{label: B, kind: region, amount: 8}}]\n", "demo.yaml")
    options = {"resources.0.amount": ("9", "--grant"), "aid.award_date": ("2025-03-31", "--award-date")}

    read = dossier_of(document, options)

    assert read.dossier.resources is not None
    assert read.dossier.resources[0].amount == Decimal(9)
    assert read.origin("aid.award_date") == "--award-date"
    assert str(read.origin("aid.type")) == "demo.yaml:2:13"
    assert read.origin("aid.regime") is None


def test_an_invalid_dossier_raises_with_every_problem() -> None:
    with pytest.raises(InvalidDataError) as raised:
        dossier_of(parse_yaml("id: Demo X\naid: {type: loan}\n", "demo.yaml"), {})

    assert [problem.code for problem in raised.value.problems] == ["REG106", "REG105"]
