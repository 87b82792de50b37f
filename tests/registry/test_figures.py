"""A figure or a fact is declared once: what the declaration says, every command does."""

import csv
import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, get_args

import pytest

from clusters_cli.foundations.fields import Amount, Count, Number, Share
from clusters_cli.foundations.text import Text
from clusters_cli.presentation.languages import word
from clusters_cli.registry.audit import audit_of
from clusters_cli.registry.figures import (
    DISPUTABLE,
    FACTS,
    FIGURES,
    NUMBERS,
    SUMMED,
    TEAM,
    Fact,
    Figure,
    FigureKind,
    label_of,
)
from clusters_cli.registry.loading import load_registry
from clusters_cli.registry.models.base import Label, Model, Sourced, Stated
from clusters_cli.registry.models.clusters import Cluster
from clusters_cli.registry.models.organisations import Figures, FunderGrant, Organisation, Team, with_figures
from clusters_cli.registry.models.poles import Pole
from tests.conftest import Cli
from tests.registry.test_audit import DAY

TYPES: dict[FigureKind, Any] = {
    FigureKind.COUNT: Count,
    FigureKind.NUMBER: Number,
    FigureKind.AMOUNT: Amount,
    FigureKind.SHARE: Share,
    FigureKind.GRANTS: tuple[FunderGrant, ...],
    FigureKind.TEAM: Team,
}


class Loans(Model):
    """A model for trials, with one figure.

    Attributes:
        loans: what was borrowed, in euros.
    """

    loans: Amount | None = None


LOANS = Figure(name="loans", kind=FigureKind.AMOUNT, label=Text("loans"))
GIFTS = Figure(name="gifts", kind=FigureKind.AMOUNT, label=Text("gifts"))


def test_a_model_has_a_field_for_every_figure_that_is_declared() -> None:
    with pytest.raises(TypeError, match=r"Loans has no field gifts: add it to registry/models/organisations\.py"):
        with_figures([LOANS, GIFTS])(Loans)


def test_a_model_has_no_field_for_a_figure_that_is_not_declared() -> None:
    with pytest.raises(TypeError, match=r"Loans\.loans is no figure that is declared: add it to registry/figures\.py"):
        with_figures([])(Loans)


@pytest.mark.parametrize("figure", [*FIGURES, *TEAM], ids=lambda figure: figure.name)
def test_a_figure_is_read_as_the_kind_that_is_declared(figure: Figure) -> None:
    field = (Figures if figure in FIGURES else Team).model_fields[figure.name]

    if figure.kind is not FigureKind.NAME:
        assert get_args(field.annotation) == (TYPES[figure.kind], type(None)), (
            f"{figure.name} is declared as {figure.kind.value} in registry/figures.py, so that its field is"
            f" {figure.kind.value.capitalize()} | None in registry/models/organisations.py"
        )


def test_every_fact_that_is_read_is_declared_and_every_declared_one_is_read() -> None:
    read = {
        name
        for model in (Organisation, Cluster, Pole)
        for name, field in model.model_fields.items()
        if any(isinstance(inner, type) and issubclass(inner, Stated) for inner in get_args(field.annotation))
    }
    names = {fact.name for fact in FACTS}

    assert not read - names, f"{sorted(read - names)}: read by a model, and no fact that registry/figures.py declares"
    assert not names - read, f"{sorted(names - read)}: no field of Organisation, Cluster or Pole in registry/models/"


@pytest.mark.parametrize("model", [Cluster, Pole])
def test_what_a_registry_can_miss_has_a_label(model: type[Organisation]) -> None:
    for name in (*model.model_fields, *Figures.model_fields):
        if name not in {"id", "name", "aliases", "figures", "remarks", "unknown", "successors", "labels", "undated"}:
            assert label_of(name) or name in {*Sourced.model_fields, "year"}, f"{name} has no label in figures.py"


def test_a_figure_that_is_a_column_needs_a_heading() -> None:
    with pytest.raises(ValueError, match="the figure loans is a column of a table, and its declaration has no heading"):
        Figure(name="loans", kind=FigureKind.AMOUNT, label=FIGURES[0].label, listed=True)


def test_a_team_is_neither_listed_nor_summed_as_a_whole() -> None:
    with pytest.raises(ValueError, match="team is no single number"):
        Figure(name="team", kind=FigureKind.TEAM, label=FIGURES[0].label, heading=FIGURES[0].label, summed=True)


@pytest.fixture
def full(small_registry: Path) -> Path:
    """A registry whose one cluster has a value for each figure, by two sources that agree on none of them."""
    numbers = {figure.name: 50 - index for index, figure in enumerate(NUMBERS)}
    team = {unit.name: "Dev" if unit.kind is FigureKind.NAME else 30 - index for index, unit in enumerate(TEAM)}
    items = "".join(
        f"  - {{year: 2021, source: {source}, team: {_flow(team)}, private_share: {share},"
        f" grants: [{{funder: Tours, amount: 5}}], {_flow(values)[1:-1]}}}\n"
        for source, share, values in (
            ("report", 0.6, {**numbers, "members": 900}),
            ("other", 0.7, {name: value + 100 for name, value in numbers.items()}),
        )
    )
    clusters = small_registry / "clusters.yaml"
    head = clusters.read_text(encoding="utf-8").split("  figures:")[0]
    clusters.write_text(f"{head}  figures:\n{items}", encoding="utf-8")
    sources = (small_registry / "sources.yaml").read_text(encoding="utf-8")
    (small_registry / "sources.yaml").write_text(
        f"{sources}- {{id: other, title: Other, kind: report, date: '2023'}}\n", encoding="utf-8"
    )
    return small_registry


def _flow(values: dict[str, Any]) -> str:
    return "{" + ", ".join(f"{name}: {value}" for name, value in values.items()) + "}"


def test_every_figure_that_is_read_is_shown(full: Path, cli: Cli, cli_json: Callable[..., Any]) -> None:
    shown = cli_json("show", "alpha", "--registry", str(full))["data"]["cluster"]["figures"]
    text = cli("show", "alpha", "--registry", str(full)).stdout

    assert [figure["field"] for figure in shown[: len(FIGURES)]] == [figure.name for figure in FIGURES]
    for figure in FIGURES:
        assert word(figure.label, "en") in text
    for unit in TEAM:
        assert word(unit.unit or unit.label, "en") in text


def test_every_figure_that_is_listed_is_a_column_that_can_be_sorted_and_exported(
    full: Path, cli: Cli, cli_json: Callable[..., Any]
) -> None:
    (row,) = cli_json("list", "--registry", str(full))["data"]["clusters"]
    (line,) = csv.DictReader(io.StringIO(cli("list", "--registry", str(full), "-f", "csv").stdout))
    (point,) = json.loads(cli("list", "--registry", str(full), "-f", "geojson").stdout)["features"]

    for figure in (figure for figure in FIGURES if figure.listed):
        assert isinstance(row[figure.name], int)
        assert float(line[figure.name]) == row[figure.name] == point["properties"][figure.name]
        sorted_by = cli("list", "--registry", str(full), "--columns", figure.name, "--sort", figure.name)
        assert word(figure.above, "en") in sorted_by.stdout


def test_every_figure_that_is_summed_has_a_total(full: Path, cli: Cli, cli_json: Callable[..., Any]) -> None:
    totals = cli_json("stats", "--registry", str(full))["data"]["all"]["totals"]

    assert list(totals) == [figure.name for figure in SUMMED]
    assert all(total["known"] == 1 for total in totals.values())
    assert all(word(figure.above, "en") in cli("stats", "--registry", str(full)).stdout for figure in SUMMED)


def test_every_figure_that_is_one_number_or_a_share_can_be_disputed(full: Path) -> None:
    disputed = [dispute.field for dispute in audit_of(load_registry(full), DAY, 365).disputed]

    assert disputed == [figure.name for figure in DISPUTABLE]


@pytest.mark.parametrize("figure", NUMBERS, ids=lambda figure: figure.name)
def test_every_figure_that_is_one_number_can_be_claimed(figure: Figure, full: Path) -> None:
    (full / "claims.yaml").write_text(
        "claims:\n- id: one\n  title: {en: One}\n  unit: euros\n  printed: {value: 1, source: other}\n"
        f"  select: [{{entries: clusters, measure: {figure.name}, having: {figure.name}}}]\n",
        encoding="utf-8",
    )

    (claim,) = audit_of(load_registry(full), DAY, 365).claims

    assert claim.recomputed == 150 - NUMBERS.index(figure)


def _statements(fact: Fact) -> Iterator[tuple[type[Organisation], Any]]:
    for model in (Cluster, Pole):
        if fact.name in model.model_fields:
            yield model, model.model_fields[fact.name]


def test_facts_that_contradict_each_other_are_not_texts() -> None:
    for fact in (fact for fact in FACTS if fact.disputed):
        for _model, field in _statements(fact):
            (stated,) = (inner for inner in get_args(field.annotation) if inner is not ...)
            assert stated.model_fields["value"].annotation is not Label, f"two texts of {fact.name} always differ"
