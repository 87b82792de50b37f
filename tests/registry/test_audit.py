from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from clusters_cli.presentation.languages import word
from clusters_cli.registry.audit import Audit, audit_of
from clusters_cli.registry.loading import load_registry, packaged_registry

Spoil = Callable[[str, str, str], Path]
DAY = date(2026, 11, 22)
CLAIM = """\
claims:
- id: claim
  title: {{en: A claim}}
  unit: euros
  printed: {printed}
{how}
"""
FIVE_HUNDRED = "{value: 500, source: report}"


@pytest.fixture(scope="module")
def packaged() -> Audit:
    return audit_of(load_registry(packaged_registry()), DAY, 365)


def _audited(folder: Path, printed: str, *how: str) -> Audit:
    lines = "\n".join(f"  {line}" for line in how)
    (folder / "claims.yaml").write_text(CLAIM.format(printed=printed, how=lines), encoding="utf-8")
    return audit_of(load_registry(folder), DAY, 365)


@pytest.mark.parametrize(
    ("claim", "recomputed", "difference", "outcome"),
    [
        ("cluster-grants", 866_000, 0, "agrees"),
        ("cluster-grants-with-cygo", 876_000, -10_000, "explained"),
        ("cluster-grants-of-2021", 796_000, 70_000, "explained"),
        ("regional-envelope", 866_000, -166_000, "explained"),
        ("regional-envelope-page", 866_000, 0, "agrees"),
        ("supported-clusters", 13, 0, "agrees"),
        ("pole-grants-region", 810_000, 0, "agrees"),
        ("pole-grants-state", 223_000, 2_000, "unexplained"),
        ("pia-4-economic-sphere", 10_500_000_000, 500_000_000, "explained"),
        ("france-clusters-members", 349, -49, "explained"),
        ("france-2030-covered", 3, 0, "agrees"),
    ],
)
def test_the_printed_totals_are_worked_out_again(
    packaged: Audit, claim: str, recomputed: int, difference: int, outcome: str
) -> None:
    found = next(checked for checked in packaged.claims if checked.claim.id == claim)

    assert found.recomputed == recomputed
    assert found.difference == difference
    assert found.outcome == outcome


def test_what_no_source_explains_is_not_explained_away(packaged: Audit) -> None:
    assert {checked.claim.id for checked in packaged.unexplained} == {
        "supported-clusters-page",
        "pole-grants-state",
        "cygo-post",
    }


def test_a_claim_whose_cells_are_lost_is_unverifiable_and_not_wrong(packaged: Audit) -> None:
    found = next(checked for checked in packaged.claims if checked.outcome == "unverifiable")

    assert (found.claim.id, found.recomputed) == ("pia-4-strategies-covered", None)


def test_an_explanation_holds_for_its_own_difference_only(small: Path) -> None:
    explained = "explained: {difference: -1000, text: {en: another year}, source: report}"
    how = "select: [{entries: clusters, measure: regional_grant}]"

    assert _audited(small, FIVE_HUNDRED, how, explained).claims[0].outcome == "explained"
    assert _audited(small, "{value: 501, source: report}", how, explained).claims[0].outcome == "unexplained"


@pytest.mark.parametrize(
    ("selection", "recomputed"),
    [
        ("{entries: clusters}", 2),
        ("{entries: clusters, supported: yes}", 1),
        ("{entries: clusters, supported: no}", 1),
        ("{entries: clusters, leave_out: [alpha]}", 1),
        ("{entries: clusters, only: [alpha], measure: members}", 10),
        ("{entries: clusters, source: press, measure: members}", 12),
        ("{entries: clusters, measure: regional_grant}", 1500),
        ("{entries: clusters, measure: regional_grant, year: 2022}", 500),
        ("{entries: clusters, having: regional_grant, year: 2021}", 1),
        ("{entries: clusters, maturity: emerging}", 0),
        ("{entries: poles, measure: state_grant}", 30),
        ("{entries: pole-regions, only: [gamma]}", 2),
        ("{entries: strands, programme: plan}", 2),
        ("{entries: links, programme: plan, strength: direct}", 1),
        ("{entries: links, strength: related}", 0),
        ("{entries: beneficiaries}", 0),
        ("{entries: amounts, measure: amount, scope: total}", 0),
        ("{entries: network-regions, measure: members}", 0),
        ("{entries: obstacles}", 0),
        ("{entries: recommendations}", 0),
    ],
)
def test_a_selection_adds_up_what_its_filters_let_through(small: Path, selection: str, recomputed: int) -> None:
    found = _audited(small, FIVE_HUNDRED, f"select: [{selection}]").claims[0]

    assert found.recomputed == recomputed


def test_selections_and_terms_add_up(small: Path) -> None:
    how = ("select: [{entries: clusters}, {entries: poles}]", "terms: [{value: -1.5, label: {en: less}}]")

    assert _audited(small, FIVE_HUNDRED, *how).claims[0].recomputed == Decimal("1.5")


@pytest.mark.parametrize(("value", "difference"), [(80, 0), (100, 0), (79, -1), (101, 1)])
def test_anything_inside_a_printed_range_agrees(small: Path, value: int, difference: int) -> None:
    terms = f"terms: [{{value: {value}, label: {{en: all}}}}]"

    found = _audited(small, "{value: 80, up_to: 100, source: report}", terms).claims[0]

    assert found.difference == -difference


@pytest.mark.parametrize(
    ("how", "message"),
    [
        ("select: [{entries: clusters, measure: amount}]", "amount cannot be added up over clusters"),
        ("select: [{entries: strands, supported: yes}]", "supported does not filter strands"),
        ("terms: []", "needs either select or terms, or the reason why it is unverifiable"),
    ],
)
def test_a_claim_that_makes_no_sense_is_told(small: Path, how: str, message: str) -> None:
    from clusters_cli.registry.loading import examine

    (small / "claims.yaml").write_text(CLAIM.format(printed=FIVE_HUNDRED, how=f"  {how}"), encoding="utf-8")

    assert [word(problem.message, "en") for problem in examine(small)[1]] == [message]


def test_a_missing_value_tells_the_reason_the_registry_gives(small: Path) -> None:
    missing = {(one.kind.value, one.id, one.field): one for one in audit_of(load_registry(small), DAY, 365).missing}

    blank = missing["cluster", "beta", "members"]
    assert (blank.origin.source if blank.origin else None, blank.reason.en if blank.reason else None) == (
        "report",
        "blank cell",
    )
    assert missing["cluster", "beta", "seat"].reason is None
    assert ("cluster", "alpha", "members") not in missing
    assert ("cluster", "beta", "regional_grant") not in missing


def test_values_that_two_sources_give_differently_are_disputed(small: Path) -> None:
    disputed = {(one.id, one.field, one.year): one.values for one in audit_of(load_registry(small), DAY, 365).disputed}

    assert disputed == {
        ("alpha", "founded", None): (("2009", "report"), ("2002", "press")),
        ("alpha", "members", 2021): (("10", "report"), ("12", "press")),
    }


def test_periods_and_money_of_phases_are_disputed_too(packaged: Audit) -> None:
    disputed = {(one.id, one.field): [value for value, _source in one.values] for one in packaged.disputed}

    assert disputed["phase-1", "period"] == ["2006/2008", "2005/2008"]
    assert disputed["phase-2", "period"] == ["2009/2011", "2009/2012"]
    assert ("phase-3", "period") not in disputed
    assert set(disputed["phase-5", "yearly_funding"]) == {"9000000", "0"}


def test_the_foundation_of_a_network_is_disputed_too(small: Path) -> None:
    founded = '[{value: "1987", source: report}, {value: "1999", source: press}]'
    (small / "networks.yaml").write_text(f"networks: [{{id: net, name: Net, founded: {founded}}}]\n", encoding="utf-8")

    found = [one for one in audit_of(load_registry(small), DAY, 365).disputed if one.kind == "network"]

    assert [(one.id, one.field, one.values) for one in found] == [
        ("net", "founded", (("1987", "report"), ("1999", "press")))
    ]


def test_a_year_and_a_month_of_it_are_no_dispute(spoiled: Spoil) -> None:
    folder = spoiled("clusters.yaml", 'value: "2002"', 'value: "2009-04"')

    assert [one.field for one in audit_of(load_registry(folder), DAY, 365).disputed] == ["members"]


def test_ten_and_a_hundred_are_a_dispute(spoiled: Spoil) -> None:
    folder = spoiled("clusters.yaml", "members: 12", "members: 100")

    assert "members" in [one.field for one in audit_of(load_registry(folder), DAY, 365).disputed]


@pytest.mark.parametrize(("checked", "days"), [("2025-11-21", 366), ("2025-11-22", None), ("2025-11-23", None)])
def test_a_source_is_old_after_the_days_given(spoiled: Spoil, checked: str, days: int | None) -> None:
    url = f'url: "https://example.org", checked: "{checked}"'
    folder = spoiled("sources.yaml", 'checked: "2024-05-01"', url)

    stale = audit_of(load_registry(folder), DAY, 365).stale

    assert [(one.id, one.days) for one in stale] == ([("press", days)] if days else [])


def test_a_page_never_looked_up_is_told_without_an_age(spoiled: Spoil) -> None:
    folder = spoiled("sources.yaml", 'checked: "2024-05-01"', 'url: "https://example.org"')

    stale = audit_of(load_registry(folder), DAY, 365).stale

    assert [(one.id, one.checked, one.days) for one in stale] == [("press", None, None)]


def test_parameters_and_regimes_of_the_packaged_registry_grow_old_too() -> None:
    later = audit_of(load_registry(packaged_registry()), date(2028, 1, 1), 365).stale

    assert {"source", "parameter", "regime"} == {one.kind for one in later}
