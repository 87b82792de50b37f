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


PROJECT = "project: {start: 2025-01-01, end: 2025-12-31}\n"


def treasury_line(line: str) -> str:
    return f"treasury: {{lines: [{{label: A, {line}}}]}}"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (
            treasury_line("kind: running, amount: 5"),
            "demo.yaml:4:20: error REG103 timing: is missing: say when the money moves, such as timing: {on: 2026-06-",
        ),
        (
            treasury_line("kind: loan, amount: 5, timing: {on: 2025-02-01}"),
            "error REG103 direction: is missing: loan goes either way, write direction: in or direction: out",
        ),
        (
            treasury_line("kind: grant, direction: out, amount: 5, timing: {on: 2025-02-01}"),
            "demo.yaml:4:55: error REG103 direction: grant never goes out",
        ),
        (treasury_line("kind: lone, amount: 5, timing: {on: 2025-02-01}"), "did you mean 'loan'?"),
        (treasury_line("kind: VAT, direction: entree, amount: 5, timing: {on: 2025-02-01}"), "did you mean 'entrée'?"),
        (treasury_line("kind: running, timing: {on: 2025-02-01}"), "needs amount, in all, or each, of every occur"),
        (
            treasury_line("kind: running, each: 5, timing: {on: 2025-02-01}"),
            "demo.yaml:4:63: error REG103 timing: each goes with every: how often the money comes back",
        ),
        (
            treasury_line("kind: running, each: 5, timing: {every: trimestre}"),
            "error REG103 timing: needs a start: from which month its periods are counted",
        ),
        (
            treasury_line("kind: grant, amount: 5, timing: {scheme: feder}"),
            "error REG103 timing: a grant that a payment scheme or an agreement pays stands under resources",
        ),
        (
            treasury_line("kind: running, amount: 5, timing: {payments: [{on: 2025-02-01, amount: 4}]}"),
            "error DOS202 timing: the parts add up to €4, the line is €5",
        ),
        (
            "costs: [{label: A, amount: 9, timing: {every: year, end: 2025-12-15}}]",
            "error DOS207 timing: never comes back from 2025-01-01 to 2025-12-15: its first day would be 2025-12-31",
        ),
        (
            treasury_line("kind: running, each: 9, timing: {every: month, day: 5, start: 2025-02-06, end: 2025-03-01}"),
            "error DOS207 timing: never comes back from 2025-02-06 to 2025-03-01: its first day would be 2025-03-05",
        ),
        (
            "resources: [{label: A, kind: state, amount: 9, timing: {scheme: feder, signed: 2026-02-01}}]",
            "error DOS201 timing: 2025-12-31 is before timing.signed, 2026-02-01",
        ),
        (
            "resources: [{label: A, kind: state, amount: 9, timing: {scheme: feder, end: 2024-12-31}}]",
            "error DOS201 end: 2024-12-31 is before project.start, 2025-01-01",
        ),
        (
            "costs: [{label: A, amount: 9, timing: {every: month, start: 2026-01-01}}]",
            "error DOS201 timing: 2025-12-31 is before timing.start, 2026-01-01",
        ),
        (
            "costs: [{label: A, amount: 9, timing: {on: 1925-06-30}}]",
            "demo.yaml:4:44: error DOS209 on: money moves between 1990 and 2100, found 1925-06-30",
        ),
        (
            "costs: [{label: A, amount: 9, timing: {months: {2125-06: 1}}}]",
            "demo.yaml:4:58: error DOS209 2125-06: money moves between 1990 and 2100, found 2125-06",
        ),
        ("costs: [{label: A, amount: 9, timing: {months: {0025-06: 1}}}]", "is not written as expected, such as 2025"),
        (
            "resources: [{label: A, kind: state, amount: 9, years: {1925: 9}}]",
            "error DOS209 1925: money moves between 1990 and 2100, found 1925",
        ),
        ("treasury: {opening_day: 2205-01-01}", "cannot be read as a day"),
        ("treasury: {opening_day: 2105-01-01}", "demo.yaml:4:25: error DOS209 opening_day: money moves between 1990"),
        (
            "resources: [{label: A, kind: state, amount: 9, timing: {agreement: operating-2025}}]",
            "error DOS210 agreement: is of a cluster of the registry, which the dossier does not name: write cluster",
        ),
        ("treasury: {lignes: []}", "did you mean 'lines'?"),
        ("treasury: {lines: [{libelle: A, kind: sales, amount: 5, timing: {on: 2025-02-01}}]}", "mean 'label'?"),
        ("costs: [{label: A, amount: 9, timing: {tous_les: mois}}]", "did you mean 'every'?"),
    ],
)
def test_a_mistake_in_what_serves_the_treasury_is_told_with_its_place(line: str, message: str) -> None:
    assert message in "\n".join(problems(f"{SMALLEST}{PROJECT}{line}\n"))


def test_an_amount_of_the_treasury_is_not_spread_over_a_time_that_nobody_gives() -> None:
    spread = treasury_line("kind: running, amount: 9, timing: {spread: even, start: 2025-01-01}")

    assert problems(f"{SMALLEST}{spread}\n") == [
        "demo.yaml:3:65: error DOS208 timing: needs end, which the project does not give either"
    ]
    assert problems(f"{SMALLEST}{PROJECT}{spread}\n") == []


def test_every_problem_of_a_line_of_the_treasury_is_told_at_once() -> None:
    told = "\n".join(problems(f"{SMALLEST}{treasury_line('kind: loan, amount: -5')}\n"))

    assert "must not be negative" in told
    assert "direction: is missing" in told
    assert "timing: is missing" in told


def test_one_agreement_gives_one_grant() -> None:
    grant = "{label: A, kind: state, amount: 9, timing: {agreement: operating-2025}}"
    (told,) = problems(f"{SMALLEST}cluster: nekoe\nresources:\n- {grant}\n- {grant}\n")

    assert told == "demo.yaml:6:58: error DOS211 agreement: is the agreement of resources[0] already"


def test_two_funders_of_one_name_are_a_warning_and_two_grants_of_one_funder_are_fine() -> None:
    grants = (
        "- {label: A, kind: epci, funder: Orléans Métropole, amount: 8}",
        "- {label: B, kind: epci, funder: orleans  metropole, amount: 8}",
        "- {label: C, kind: state, funder: ORLEANS METROPOLE, amount: 8}",
        "- {label: D, kind: region, funder: Région, amount: 8}",
    )
    dossier, (problem,) = examine_dossier(parse_yaml(SMALLEST + "resources:\n" + "\n".join(grants), "demo.yaml"))

    assert dossier is not None
    assert on_a_line(problem, "en") == (
        "demo.yaml:6:35: warning DOS307 funder: ORLEANS METROPOLE is state here and epci in resources[0]:"
        " give each its own name"
    )


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
