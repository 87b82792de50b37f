"""Where the money of an organisation comes from, in shares of the budget of one statement."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from clusters_cli.foundations.aid_basis import AidBasis
from clusters_cli.presentation.languages import word
from clusters_cli.registry.loading import Registry
from clusters_cli.registry.models.clusters import Cluster
from clusters_cli.registry.models.organisations import Figures, FunderGrant
from clusters_cli.registry.money_sources import Money, MoneySource, balance_of, grants_of, money_of, public_share_of
from tests.conftest import Cli

HALF = Fraction(1, 2)
TOURS = FunderGrant(funder="Tours Métropole", amount=Decimal(5000), basis=AidBasis.DE_MINIMIS, scheme="annual-60-40")


def stated(year: int = 2021, source: str = "report", **figures: Any) -> Figures:
    amounts = {name: Decimal(value) if isinstance(value, int) else value for name, value in figures.items()}
    return Figures(year=year, source=source, **amounts)


def money(*figures: Figures) -> Money:
    return money_of(Cluster(id="alpha", name="Alpha", figures=figures), "report")


def test_each_source_of_money_is_told_in_euros_and_as_a_share_of_the_budget_of_its_statement() -> None:
    found = money(stated(budget=100_000, dues=20_000, services_sold=12_345, regional_grant=30_000, grants=(TOURS,)))

    assert [(one.name, one.amount, one.share) for one in found.sources] == [
        (MoneySource.DUES, Decimal(20_000), Decimal("0.2000")),
        (MoneySource.SERVICES_SOLD, Decimal(12_345), Decimal("0.1235")),
        (MoneySource.PUBLIC_GRANTS, Decimal(35_000), Decimal("0.3500")),
    ]


def test_a_budget_of_another_source_or_year_gives_no_share() -> None:
    found = money(stated(dues=20_000), stated(2022, budget=100_000), stated(source="press", budget=50_000))

    assert (found.sources[0].amount, found.sources[0].share) == (Decimal(20_000), None)


def test_the_statement_of_the_reference_source_is_preferred_and_of_those_the_latest() -> None:
    found = money(stated(dues=1), stated(2022, dues=2), stated(2023, source="press", dues=3))

    assert (found.sources[0].amount, found.sources[0].year) == (Decimal(2), 2022)


def test_what_nobody_states_is_unknown_and_no_zero() -> None:
    found = money(stated(budget=100_000))

    assert [one.amount for one in found.sources] == [None, None, None]
    assert found.public_share is None


def test_grants_are_named_by_funder_with_their_basis_and_scheme() -> None:
    grants = grants_of(stated(budget=100_000, regional_grant=30_000, state_grant=1000, grants=(TOURS,)))

    assert [word(grant.funder, "en") for grant in grants] == ["Région", "State", "Tours Métropole"]
    assert (grants[2].basis, grants[2].scheme, grants[2].share) == (
        AidBasis.DE_MINIMIS,
        "annual-60-40",
        Decimal("0.05"),
    )


@pytest.mark.parametrize(
    ("figures", "at_least"),
    [
        ({"regional_grant": 5}, True),
        ({"regional_grant": 5, "state_grant": 0}, True),
        ({"regional_grant": 5, "state_grant": 0, "grants": ()}, False),
    ],
)
def test_more_grants_may_have_come_unless_the_statement_knows_all_funders(
    figures: dict[str, Any], *, at_least: bool
) -> None:
    assert money(stated(**figures)).sources[2].at_least is at_least


@pytest.mark.parametrize(
    ("figures", "bounds"),
    [
        ({"private_share": Fraction(7, 10)}, (Fraction(3, 10), Fraction(3, 10))),
        ({"budget": 100, "private_share": Fraction(7, 10), "regional_grant": 10}, (Fraction(3, 10), Fraction(3, 10))),
        ({"budget": 100, "regional_grant": 30}, (Fraction(3, 10), 1)),
        ({"budget": 100, "regional_grant": 30, "dues": 20, "services_sold": 5}, (Fraction(3, 10), Fraction(3, 4))),
        ({"budget": 100, "dues": 20}, (0, Fraction(4, 5))),
        ({"budget": 100, "regional_grant": 30, "state_grant": 0, "grants": ()}, (Fraction(3, 10), Fraction(3, 10))),
        ({"budget": 100, "regional_grant": 90, "dues": 30}, (Fraction(9, 10), Fraction(9, 10))),
    ],
)
def test_the_public_share_is_bounded_by_what_a_statement_says(
    figures: dict[str, Any], bounds: tuple[Fraction, Fraction]
) -> None:
    found = public_share_of(stated(**figures))

    assert found is not None
    assert (found.least, found.most) == bounds


@pytest.mark.parametrize("figures", [{"budget": 100}, {"dues": 5}, {"budget": 0, "dues": 5}, {"regional_grant": 5}])
def test_without_a_budget_or_any_money_no_public_share_is_told(figures: dict[str, Any]) -> None:
    assert public_share_of(stated(**figures)) is None


def test_a_share_that_is_exact_is_preferred_to_one_that_is_only_bounded() -> None:
    found = money(stated(budget=100, regional_grant=30), stated(source="press", private_share=Fraction(3, 5)))

    assert found.public_share is not None
    assert (found.public_share.least, found.public_share.origin.source) == (Fraction(2, 5), "press")


@pytest.mark.parametrize(
    ("figures", "within"),
    [
        ({"budget": 100, "regional_grant": 51}, False),
        ({"budget": 100, "regional_grant": 50}, None),
        ({"budget": 100, "dues": 50}, True),
        ({"budget": 100, "dues": 49}, None),
    ],
)
def test_a_limit_is_kept_broken_or_cannot_be_told(figures: dict[str, Any], *, within: bool | None) -> None:
    found = public_share_of(stated(**figures))

    assert found is not None
    assert found.is_within(HALF) is within


def test_the_private_share_that_a_source_prints_of_polepharma_is_known(registry: Registry) -> None:
    found = money_of(registry.cluster_by_id["polepharma"], registry.reference).public_share

    assert found is not None
    assert (found.least, found.most, found.origin.source) == (
        Fraction(3, 10),
        Fraction(3, 10),
        "nosdeputes-polepharma-2",
    )


def with_figures(folder: Path, figures: str) -> Path:
    clusters = folder / "clusters.yaml"
    head = clusters.read_text(encoding="utf-8").split("  figures:")[0]
    clusters.write_text(f"{head}  figures:\n  - {{year: 2021, source: report, {figures}}}\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("figures", "code"),
    [
        ("grants: [{funder: Tours, amount: 5}, {funder: tours, amount: 5}]", "REG240"),
        ("grants: [{funder: Tours, amount: 5, basis: de-minimis}, {funder: Tours, amount: 5}]", "REG240"),
        ("grants: [{funder: Région, amount: 5}]", "REG240"),
        ("grants: [{funder: L'Etat, amount: 5}]", "REG240"),
        ("grants: [{funder: Tours, amount: -5}]", "REG103"),
        ("grants: [{funder: Tours, amount: 5, scheme: annual-60}]", "REG211"),
        ("grants: [{funder: Tours, amount: 5, basis: article-99}]", "REG105"),
        ("private_share: 1.5", "REG103"),
        ("dues: -5", "REG103"),
        ("budget: 100, dues: 60, grants: [{funder: Tours, amount: 41}]", "REG241"),
        ("budget: 100, private_share: 0.7, regional_grant: 31", "REG241"),
    ],
)
def test_what_cannot_be_of_money_is_told(figures: str, code: str, small_registry: Path, cli: Cli) -> None:
    result = cli("validate", str(with_figures(small_registry, figures)))

    assert code in result.stdout


@pytest.mark.parametrize(
    "figures",
    [
        "grants: [{funder: Tours, amount: 5, basis: de-minimis}, {funder: Tours, amount: 5, basis: article-27}]",
        "grants: [{funder: Région Bretagne, amount: 5}]",
        "grants: []",
        "budget: 100, dues: 60, services_sold: 10, regional_grant: 30",
        "budget: 100, private_share: 70 %, regional_grant: 30",
    ],
)
def test_what_may_be_of_money_is_left_alone(figures: str, small_registry: Path, cli: Cli) -> None:
    result = cli("validate", str(with_figures(small_registry, figures)))

    assert "REG24" not in result.stdout
    assert result.exit_code == 0


FULL = "budget: 100000, dues: 20000, services_sold: 10000, regional_grant: 30000, state_grant: 0"
FULL += ", grants: [{funder: Tours, amount: 5000, basis: de-minimis}]"


def test_show_and_diagnose_tell_each_source_and_funder(
    small_registry: Path, cli: Cli, cli_json: Callable[..., Any]
) -> None:
    folder = ("--registry", str(with_figures(small_registry, FULL)))
    shown, diagnosed = (cli_json(command, "alpha", *folder)["data"] for command in ("show", "diagnose"))

    assert shown["cluster"]["money"] == diagnosed["money"]
    assert [source["share"] for source in diagnosed["money"]["sources"]] == [0.2, 0.1, 0.35]
    assert diagnosed["money"]["sources"][2]["grants"][2] == {
        "funder": "Tours",
        "amount": 5000,
        "share": 0.05,
        "basis": "de-minimis",
        "scheme": None,
    }
    for command in ("show", "diagnose"):
        lines = cli(command, "alpha", *folder).stdout.splitlines()
        (of_tours,) = (line for line in lines if "Tours (de minimis aid)" in line)
        assert "5%" in of_tours
        assert any("public money in all" in line and "35%" in line for line in lines)


def test_stats_add_up_each_source_and_its_share_over_those_whose_budget_is_known(
    small_registry: Path, cli: Cli, cli_json: Callable[..., Any]
) -> None:
    folder = with_figures(small_registry, FULL)
    with (folder / "clusters.yaml").open("a", encoding="utf-8") as file:
        file.write("- id: beta\n  name: Beta\n  figures: [{year: 2021, dues: 7000, source: report}]\n")
    found = cli_json("stats", "--registry", str(folder))["data"]["all"]["money"]

    assert found["dues"] == {"total": 27_000, "known": 2, "missing": 0, "share": 0.2, "share_known": 1}
    assert found["public_grants"] == {"total": 35_000, "known": 1, "missing": 1, "share": 0.35, "share_known": 1}
    assert "services sold" in cli("stats", "--registry", str(folder)).stdout


def test_eligibility_counts_every_public_grant_of_the_statement_but_those_that_are_no_aid(
    small_registry: Path, cli_json: Callable[..., Any]
) -> None:
    grants = "budget: 100000, regional_grant: 30000, grants: [{funder: Tours, amount: 5000, basis: article-27}"
    no_aid = ", {funder: European Commission, amount: 9000, basis: none}]"
    folder = with_figures(small_registry, grants + no_aid)
    (case,) = cli_json("eligibility", "alpha", "--registry", str(folder))["data"]["cases"]

    told = [one["message"] for one in case["assumptions"]]
    assert any("Région €30,000, Tours €5,000" in message for message in told)
    assert case["headroom"] == 15_000


@pytest.mark.parametrize(
    ("cluster", "kept", "told"),
    [
        ("polepharma", True, "50/50 balance (Région Centre-Val de Loire): kept, 30% of the budget of 2021 is public"),
        ("nekoe", None, "it cannot be told whether it is kept, at least 13% of the budget of 2021"),
        ("eden", None, "no source tells how much of the budget is public; at most 50% may be"),
    ],
)
def test_diagnose_tells_whether_the_balance_of_the_funder_is_kept(
    cluster: str, kept: bool | None, told: str, cli: Cli, cli_json: Callable[..., Any]
) -> None:
    balance = cli_json("diagnose", cluster)["data"]["balance"]

    assert (balance["id"], balance["limit"], balance["kept"]) == ("public-share-max", 0.5, kept)
    assert told in cli("diagnose", cluster).stdout


def test_a_balance_that_is_not_kept_is_told(registry: Registry) -> None:
    found = balance_of(money(stated(budget=100, regional_grant=51)), registry.region, date(2026, 11, 25))

    assert found is not None
    assert found.kept is False


def test_nobody_elses_balance_is_asked_for(small_registry: Path, cli: Cli, cli_json: Callable[..., Any]) -> None:
    folder = ("--registry", str(with_figures(small_registry, FULL)))

    assert cli_json("diagnose", "alpha", *folder)["data"]["balance"] is None
    assert "50/50" not in cli("diagnose", "alpha", *folder).stdout


@pytest.mark.parametrize("funder", ["Bretagne", "Région Bretagne", "Conseil régional Bretagne"])
def test_the_region_of_the_frame_has_its_own_key_however_it_is_called(
    funder: str, small_registry: Path, cli: Cli
) -> None:
    folder = with_figures(small_registry, f"grants: [{{funder: {funder}, amount: 5}}]")
    (folder / "region.yaml").write_text("name: Bretagne\n", encoding="utf-8")

    assert f"the grant of {funder} stands under regional_grant" in cli("validate", str(folder)).stdout
