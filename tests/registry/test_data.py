"""The registry that comes with the program: what it must hold, and what it must not pretend to know."""

from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from clusters_cli.foundations.strict_yaml import parse_yaml
from clusters_cli.foundations.validation import check
from clusters_cli.presentation.worded_problems import on_a_line
from clusters_cli.registry.loading import Registry, examine, packaged_registry
from clusters_cli.registry.models.clusters import Cluster
from clusters_cli.registry.models.organisation_words import SourceLanguage
from clusters_cli.registry.models.organisations import Organisation
from clusters_cli.registry.models.sources import Source, SourcesFile
from tests.locale.test_screens import english_words

NINE = (
    "aerocentre",
    "agreen-tech-valley",
    "area-cvl",
    "dream",
    "champs-du-possible",
    "nekoe",
    "noveco",
    "polepharma",
    "shop-expert-valley",
)


@pytest.fixture(scope="module")
def registry() -> Registry:
    read, problems = examine(packaged_registry())
    assert problems == ()
    assert read is not None
    return read


def _of_report(cluster: Organisation, name: str) -> Decimal | None:
    return next(
        (getattr(item, name) for item in cluster.figures if item.source == "ceser-2023" and getattr(item, name)), None
    )


def _supported(cluster: Cluster) -> bool:
    return any(support.supported for support in cluster.support)


def test_it_holds_the_fourteen_clusters_supported_so_far_three_that_are_not_and_one_that_the_report_leaves_out(
    registry: Registry,
) -> None:
    supported = {cluster.id for cluster in registry.clusters.clusters if _supported(cluster)}

    assert len(supported) == 14
    assert set(registry.cluster_by_id) - supported == {"food-val-de-loire", "lorias", "eden", "lahitolle"}
    assert registry.cluster_by_id["lahitolle"].support == ()


def test_the_printed_grants_add_up_to_the_printed_total_without_cygo(registry: Registry) -> None:
    grants = {cluster.id: _of_report(cluster, "regional_grant") for cluster in registry.clusters.clusters}

    assert sum(amount for name, amount in grants.items() if amount and name != "cygo") == 866_000
    assert grants["cygo"] == 10_000
    assert grants["mecateam"] is None


def test_a_blank_cell_of_the_report_is_unknown_and_not_zero(registry: Registry) -> None:
    area, nekoe = registry.cluster_by_id["area-cvl"], registry.cluster_by_id["nekoe"]

    assert _of_report(area, "budget") is None
    assert _of_report(nekoe, "regional_companies") is None
    assert "budget" in [unknown.field for unknown in area.unknown]
    assert "regional_companies" in [unknown.field for unknown in nekoe.unknown]


@pytest.mark.parametrize("name", NINE)
def test_the_links_and_vocations_the_report_lost_are_unknown(registry: Registry, name: str) -> None:
    cluster = registry.cluster_by_id[name]
    lost = [(unknown.field, unknown.programme) for unknown in cluster.unknown]

    assert ("vocations", None) in lost
    assert ("programmes", "pia-4") in lost
    assert ("programmes", "france-2030") in lost
    assert cluster.vocations == ()


def test_the_five_poles_add_up_to_the_printed_regional_total_but_not_to_the_state_total(registry: Registry) -> None:
    poles = registry.poles.poles

    assert sum(_of_report(pole, "regional_grant") or 0 for pole in poles) == 810_000
    assert sum(_of_report(pole, "state_grant") or 0 for pole in poles) == 223_000


def test_france_water_team_lost_its_label_and_was_followed(registry: Registry) -> None:
    team = registry.pole_by_id["france-water-team"]

    assert [label.outcome for label in team.labels] == ["not-renewed"]
    assert [(ending.how, ending.date, ending.as_of) for ending in team.ended] == [("dissolved", None, "2024-01-30")]
    assert "dream" in [part.cluster for part in team.federates]
    assert [successor.name for successor in team.successors][-1] == "Aquanova"
    assert team.figures[0].regional_grant is None


def test_the_phases_keep_the_counts_that_contradict_each_other(registry: Registry) -> None:
    counts = {phase.id: [count.poles for count in phase.counts] for phase in registry.poles.phases}

    assert counts["phase-3"] == []
    assert counts["phase-4"] == [55, 56, 54, 56, 48, 8]
    assert counts["phase-2"][0] == sum(counts["phase-2"][1:]) == 71


def test_the_five_phases_have_the_periods_that_sources_give(registry: Registry) -> None:
    periods = {phase.id: {(one.start, one.end) for one in phase.period} for phase in registry.poles.phases}

    assert periods == {
        "phase-1": {("2006", "2008"), ("2005", "2008")},
        "phase-2": {("2009", "2011"), ("2009", "2012")},
        "phase-3": {("2013", "2018")},
        "phase-4": {("2019", "2022")},
        "phase-5": {("2023", "2026")},
    }


def test_aquanova_is_a_pole_born_of_dream_and_hydreos(registry: Registry) -> None:
    aquanova = registry.pole_by_id["aquanova"]
    label = aquanova.labels[0]

    assert (label.outcome, label.phase, label.date, label.until) == ("labelled", "phase-5", "2024-01-08", "2026")
    assert [stated.value for stated in aquanova.founded] == ["2024-05-31"]
    assert [stated.value for stated in aquanova.regions] == [("Centre-Val de Loire", "Grand Est")]
    dream = registry.cluster_by_id["dream"]
    assert [(ending.how, ending.date) for ending in dream.ended] == [("merged", "2024-05-31")]
    assert [successor.pole for successor in dream.successors] == [aquanova.id]


def test_nothing_else_is_said_to_have_ended(registry: Registry) -> None:
    organisations = (*registry.clusters.clusters, *registry.poles.poles)

    assert {one.id for one in organisations if one.ended} == {"dream", "france-water-team"}


@pytest.mark.parametrize(
    ("cluster", "year", "members", "source"),
    [
        ("cygo", 2023, 66, "france-secrete-cygo"),
        ("pixel-players", 2023, 50, "dayfr-pixel"),
        ("pixel-players", 2024, 87, "dayfr-pixel"),
        ("champs-du-possible", 2019, 66, "horizons-champs"),
    ],
)
def test_members_counted_in_other_years_than_the_reports_are_kept(
    cluster: str, year: int, members: int, source: str, registry: Registry
) -> None:
    figures = registry.cluster_by_id[cluster].figures

    assert (year, members, source) in [(item.year, item.members, item.source) for item in figures]


def test_lahitolle_has_what_its_pages_state_and_no_more(registry: Registry) -> None:
    lahitolle = registry.cluster_by_id["lahitolle"]

    assert [stated.value for stated in lahitolle.founded] == ["2019-04-25"]
    assert [registry.place_by_id[stated.value].department for stated in lahitolle.seat] == ["18"]
    assert (lahitolle.figures, lahitolle.domain, lahitolle.legal_form) == ((), (), ())


def test_the_regional_part_of_pia_4_is_paid_by_two(registry: Registry) -> None:
    amounts = [amount for amount in registry.programme_by_id["pia-4"].amounts if amount.scope == "region"]

    assert {amount.amount for amount in amounts} == {38_000_000}
    assert [amount.source for amount in amounts] == ["ceser-2023", "epicentre-pia4"]


def test_a_pages_counts_of_france_clusters_stand_beside_the_reports(registry: Registry) -> None:
    counts = registry.networks.networks[0].counts

    assert [count.count for count in counts if count.source == "gazette-400-clusters"] == [400, 80_000, 1_000_000]
    assert [network.id for network in registry.networks.networks] == ["france-clusters", "french-fab-cvl"]


def test_every_page_read_for_what_happened_since_the_report_is_cited(registry: Registry) -> None:
    since = [source for source in registry.sources.sources if source.checked == "2026-11-25"]
    data = "".join(file.read_text(encoding="utf-8") for file in packaged_registry().glob("*.yaml"))

    assert len(since) >= 30
    assert {source.language for source in since} == {"fr"}
    assert [
        source.id for source in since if f"source: {source.id}\n" not in data and f"source: {source.id}," not in data
    ] == []


def test_programmes_have_their_strands_and_show_where_the_report_and_others_differ(registry: Registry) -> None:
    pia = registry.programme_by_id["pia-4"]

    assert len(pia.strands) == 20
    assert len(registry.programme_by_id["france-2030"].strands) == 10
    assert [(period.start, period.end) for period in pia.period] == [("2022", "2027"), ("2021", "2025")]
    assert [amount.amount for amount in registry.programme_by_id["interreg-nwe"].amounts] == [
        310_000_000,
        Decimal(310_480_455),
        287_000_000,
    ]


def test_each_obstacle_is_answered_by_the_recommendations_the_report_prints(registry: Registry) -> None:
    answers = {
        recommendation.number: "".join(name[-1].upper() for name in recommendation.answers)
        for recommendation in registry.obstacles.recommendations
    }

    assert [obstacle.letter for obstacle in registry.obstacles.obstacles] == list("ABCDEF")
    assert answers == {"1": "BCDE", "2": "ABCDE", "3": "CDF"}
    assert [len(recommendation.proposals) for recommendation in registry.obstacles.recommendations] == [5, 6, 7]


def test_france_clusters_counts_its_members_in_thirteen_regions(registry: Registry) -> None:
    regions = registry.networks.networks[0].regions

    assert len(regions) == 13
    assert sum(region.members for region in regions) == 349


def test_every_fact_from_outside_the_report_tells_how_far_to_trust_it(registry: Registry) -> None:
    own = {"ceser-2023", "ceser-page"}
    organisations: list[Organisation] = [*registry.clusters.clusters, *registry.poles.poles]
    statements = [
        statement
        for organisation in organisations
        for name in ("full_name", "seat", "founded", "legal_form", "website", "figures", "remarks", "successors")
        for statement in getattr(organisation, name)
    ]

    assert len(statements) > 150
    assert [statement for statement in statements if statement.source not in own and not statement.confidence] == []


def test_every_page_of_the_bibliography_has_its_address(registry: Registry) -> None:
    pages = [source for source in registry.sources.sources if source.kind == "website"]

    assert [page.id for page in pages if not page.url] == ["wikipedia-communes"]


def test_only_one_source_is_the_reference(registry: Registry) -> None:
    assert registry.reference == "ceser-2023"
    assert [source.id for source in registry.sources.sources if source.reference] == ["ceser-2023"]


@pytest.mark.parametrize("file", sorted(packaged_registry().glob("*.yaml")), ids=lambda file: file.name)
def test_a_data_file_means_the_same_to_readers_with_and_without_libyaml(file: Path) -> None:
    text = file.read_text(encoding="utf-8")

    assert yaml.load(text, yaml.SafeLoader) == yaml.load(text, yaml.CSafeLoader)


def test_every_french_source_has_a_french_title(registry: Registry) -> None:
    titles = {
        source.id: source.title.fr for source in registry.sources.sources if source.language is SourceLanguage.FRENCH
    }

    assert len(titles) > 70
    assert {id_: title for id_, title in titles.items() if not title or english_words(title)} == {}


def test_a_title_on_one_line_is_printed_the_same_for_every_reader() -> None:
    printed = Source.model_validate({"id": "a", "title": "La filière vélo", "kind": "press"})
    told = Source.model_validate({"id": "b", "title": {"fr": "Le vélo", "en": "The bicycle"}, "kind": "press"})

    assert {printed.title.in_language(language) for language in ("fr", "en")} == {"La filière vélo"}
    assert [told.title.in_language(language) for language in ("fr", "en")] == ["Le vélo", "The bicycle"]


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("{}", "title: needs a text in fr or en"),
        ('""', "title: needs at least 1 character"),
        ("{fr: x, de: y}", "de: is not a key known here"),
        ("[x]", "title: must be a mapping of keys, found a list"),
    ],
)
def test_a_title_that_cannot_be_is_refused_where_it_stands(title: str, told: str) -> None:
    written = f"sources: [{{id: a, kind: press, title: {title}}}]\n"

    (problem,) = check(parse_yaml(written, "sources.yaml"), SourcesFile)[1]

    assert told in on_a_line(problem, "en")


def test_what_a_source_does_not_print_is_not_told_as_its_own(registry: Registry) -> None:
    assert registry.maturity is not None
    (team,) = (threshold for item in registry.maturity.criteria if item.id == "team" for threshold in item.thresholds)
    (water_team,) = (pole for pole in registry.poles.poles if pole.id == "france-water-team")
    network = next(network for network in registry.networks.networks if network.id == "france-clusters")

    assert team.source == "project"
    assert [ending.date for ending in water_team.ended] == [None]
    assert {"readings"} == {remark.source for remark in network.remarks if "several times" in (remark.text.en or "")}


def test_two_sources_that_differ_are_both_kept(registry: Registry) -> None:
    mecateam, atlanpole = registry.cluster_by_id["mecateam"], registry.pole_by_id["atlanpole-biotherapies"]
    network = next(network for network in registry.networks.networks if network.id == "france-clusters")

    assert [stated.value for stated in mecateam.seat][:1] == ["montceau-les-mines"]
    assert {stated.value for stated in mecateam.seat} == {"montceau-les-mines", "le-creusot"}
    assert [stated.value for stated in network.founded] == ["1987", "1999"]
    assert {(2023, 212), (2024, 220)} <= {(figure.year, figure.members) for figure in atlanpole.figures}
