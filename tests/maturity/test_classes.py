"""What holds of every class, whatever the cluster and the criteria."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clusters_cli.foundations.dates import last_day
from clusters_cli.foundations.text import Text
from clusters_cli.maturity.agreement import confusion
from clusters_cli.maturity.classes import classify
from clusters_cli.maturity.classification import Classification
from clusters_cli.maturity.rules import AppliedCriterion, rules_of
from clusters_cli.registry.loading import Registry, load_registry, packaged_registry
from clusters_cli.registry.models.clusters import Cluster
from clusters_cli.registry.models.organisations import Figures, Team
from tests.maturity.cases import cluster, holding

REGISTRY = load_registry(packaged_registry())
DAY = date(2023, 4, 30)
RULES = rules_of(REGISTRY, DAY)
PRINTED = [known for known in REGISTRY.clusters.clusters if known.stated_maturity]


class Facts(NamedTuple):
    """The facts that a class may rest on, each perhaps unknown."""

    founded: str | None
    budget: Decimal | None
    permanents: Decimal | None
    fte: Decimal | None

    @property
    def cluster(self) -> Cluster:
        return cluster(self.founded, self.budget, Team(permanents=self.permanents, fte=self.fte))

    def learnt(self, others: "Facts") -> "Facts":
        """Return these facts, the unknown ones taken from others."""
        return Facts(*(other if mine is None else mine for mine, other in zip(self, others, strict=True)))  # type: ignore[arg-type]  # field by field


people = st.none() | st.integers(0, 60).map(lambda tenths: Decimal(tenths) / 10)
facts = st.builds(
    Facts,
    founded=st.none() | st.integers(2000, 2023).map(str),
    budget=st.none() | st.integers(0, 500_000).map(Decimal),
    permanents=people,
    fte=people,
)


def classed(known: Cluster) -> Classification:
    return classify(known, holding(REGISTRY, [known]), RULES)


@pytest.mark.parametrize("known", PRINTED, ids=lambda known: known.id)
def test_a_class_printed_in_the_report_comes_out(known: Cluster) -> None:
    assert classify(known, REGISTRY, RULES).agrees is True


def test_the_report_prints_twelve_classes() -> None:
    assert len(PRINTED) == 12


@pytest.mark.parametrize("known", PRINTED, ids=lambda known: known.id)
def test_a_class_printed_in_the_report_comes_out_for_its_date_whatever_the_day_asked(known: Cluster) -> None:
    assert classify(known, REGISTRY, RULES.on(date(2031, 1, 1))).agrees is True


def test_three_clusters_have_moved_since_the_report() -> None:
    results = [classify(known, REGISTRY, RULES.on(date(2026, 11, 25))) for known in PRINTED]

    assert {result.cluster: (result.computed_then, result.maturity) for result in results if result.moved} == {
        "digital-loire-valley": ("emerging", "seeking-model"),
        "healthcare-loire-valley": ("emerging", "seeking-model"),
        "pixel-players": ("emerging", "structured"),
    }


def test_a_class_of_a_source_without_a_date_is_compared_with_that_of_the_day_asked() -> None:
    undated = tuple(source.model_copy(update={"date": None}) for source in REGISTRY.sources.sources)
    registry = replace(REGISTRY, sources=REGISTRY.sources.model_copy(update={"sources": undated}))
    young = next(known for known in PRINTED if known.id == "pixel-players")
    result = classify(young, registry, RULES.on(date(2026, 11, 25)))

    assert (result.stated, result.stated_as_of) == ("emerging", None)
    assert (result.computed_then, result.agrees, result.moved) == ("structured", False, False)


@pytest.mark.parametrize("known", PRINTED, ids=lambda known: known.id)
def test_a_class_does_not_depend_on_any_class_that_is_stated(known: Cluster) -> None:
    silent = [other.model_copy(update={"stated_maturity": ()}) for other in REGISTRY.clusters.clusters]
    registry = holding(REGISTRY, silent)

    assert classify(registry.cluster_by_id[known.id], registry, RULES).maturity == classed(known).maturity


@given(facts, st.permutations(RULES.applied))
def test_the_order_of_criteria_in_the_file_changes_nothing(known: Facts, order: list[AppliedCriterion]) -> None:
    assert REGISTRY.maturity is not None
    shuffled = REGISTRY.maturity.model_copy(update={"criteria": tuple(rule.criterion for rule in order)})

    assert classify(known.cluster, REGISTRY, replace(RULES, file=shuffled)) == classify(known.cluster, REGISTRY, RULES)


@given(facts, facts)
def test_learning_a_fact_never_turns_a_certain_class_into_undetermined(known: Facts, others: Facts) -> None:
    if classed(known.cluster).maturity is not None:
        assert classed(known.learnt(others).cluster).maturity is not None


@given(facts)
def test_the_missing_facts_are_enough_and_lead_to_the_possible_classes(known: Facts) -> None:
    before = classed(known.cluster)
    reached = set()
    for year in ("2000", "2023"):
        for large in (False, True):
            answers = Facts(year, Decimal(900_000 * large), Decimal(9 * large), None)
            asked = {"founded": "founded", "budget": "budget", "team": "permanents"}
            given_now = {asked[fact]: getattr(answers, asked[fact]) for fact in before.missing}
            reached.add(classed(known._replace(**given_now).cluster).maturity)

    assert reached == set(before.possible)


@given(facts)
def test_what_moves_a_cluster_up_does_move_it(known: Facts) -> None:
    before = classed(known.cluster)
    coming = before.next_class
    if coming is None:
        return
    moved = known
    if coming.criterion == "budget":
        moved = known._replace(budget=(known.budget or 0) + coming.change)
    elif coming.criterion == "team":
        moved = known._replace(permanents=_staff(known) + coming.change + Decimal(coming.exceeded) / 10)
    later = last_day(coming.since) if coming.since else DAY
    after = classify(moved.cluster, REGISTRY, RULES.on(later))

    assert after.maturity == coming.maturity
    assert after.maturity != before.maturity


def _staff(known: Facts) -> Decimal:
    return known.permanents or known.fte or Decimal()


def test_the_reference_source_is_believed_before_a_later_one() -> None:
    report = Figures(year=2021, budget=Decimal(100_000), source="ceser-2023")
    later = Figures(year=2022, budget=Decimal(900_000), source="mecateam-site")
    known = cluster("2010", None, None).model_copy(update={"figures": (later, report)})

    assert classed(known).maturity == "seeking-model"
    assert classed(known.model_copy(update={"figures": (later,)})).maturity == "structured"


def test_only_a_class_that_the_reference_source_states_is_compared(registry: Registry) -> None:
    elsewhere = PRINTED[0].stated_maturity[0].model_copy(update={"source": "project"})
    known = PRINTED[0].model_copy(update={"stated_maturity": (elsewhere,)})

    assert classify(known, holding(registry, [known]), RULES).stated is None


def test_the_confusion_table_counts_each_cluster_once() -> None:
    results = [classify(known, REGISTRY, RULES) for known in REGISTRY.clusters.clusters]
    cells = confusion(results)

    assert sum(cell.count for cell in cells) == len(results)
    assert {(cell.stated, cell.computed): cell.count for cell in cells if cell.stated} == {
        ("emerging", "emerging"): 3,
        ("seeking-model", "seeking-model"): 2,
        ("structured", "structured"): 7,
    }


def test_no_class_can_be_told_for_a_year_without_thresholds() -> None:
    assert REGISTRY.maturity is not None
    young = REGISTRY.maturity.ranked[0]
    dated = young.thresholds[0].model_copy(update={"since": 2022})
    criteria = (young.model_copy(update={"thresholds": (dated,)}), *REGISTRY.maturity.ranked[1:])
    file = REGISTRY.maturity.model_copy(update={"criteria": criteria})
    result = classify(PRINTED[0], REGISTRY, replace(RULES, file=file, day=date(2021, 6, 30)))
    later = classify(PRINTED[0], REGISTRY, replace(RULES, file=file))

    assert result.maturity is None
    assert result.steps[0].finding.message == Text("no threshold is known for {year}", year=2021)
    assert later.maturity == classify(PRINTED[0], REGISTRY, RULES).maturity
