"""What was really signed, planned: by its own dates and amounts, alone and together, beside what a naive sum gives."""

from collections import defaultdict
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from clusters_cli.cashflow.agreement_plans import SignedPlans, plan_of, plans_of_signed
from clusters_cli.cashflow.grants import wanted_grants
from clusters_cli.cashflow.plan import Plan
from clusters_cli.cashflow.signed_grants import KnownSchemes, grants_of_agreements
from clusters_cli.cashflow.terms import Terms
from clusters_cli.foundations.errors import UsageError
from clusters_cli.presentation.languages import word
from clusters_cli.registry.loading import Registry, load_registry
from clusters_cli.registry.models.clusters import Cluster
from clusters_cli.registry.models.spending import SpendingProfile
from tests.signed_registry import write_signed_registry
from tests.wording import refused

DAY = date(2026, 11, 25)
OWN_TERMS = {
    "agreement": {"years": 1, "signature": "01-15"},
    "payment_delay": "30d",
    "instalments": [{"kind": "advance", "share": "1", "anchor": "signature"}],
}


@pytest.fixture
def known(tmp_path: Path) -> Registry:
    """The small registry in which agreements were signed."""
    return load_registry(Path(write_signed_registry(tmp_path)))


def planned(registry: Registry, day: date = DAY, terms: Terms | None = None) -> SignedPlans:
    schemes = KnownSchemes.of_registry(registry)
    return plans_of_signed(registry.clusters.clusters, schemes, terms or Terms(day.year, asked=day), day)


def agreed(**written: object) -> Cluster:
    """Return a cluster with one agreement of the Région; what is ``None`` is not written."""
    agreement = {"id": "operating", "funder": "Région", "terms": OWN_TERMS, "source": "report", **written}
    stated = {key: value for key, value in agreement.items() if value is not None}
    return Cluster.model_validate({"id": "alpha", "name": "Alpha", "agreements": [stated]})


def plan_of_the_only(cluster: Cluster, terms: Terms | None = None) -> Plan:
    ((signed,), ()) = grants_of_agreements(cluster, KnownSchemes({}))
    return plan_of(signed, terms or Terms(2026))


def naive_peak(plan: Plan) -> tuple[Decimal, date]:
    """Return the largest advance and its first day, day by day: what is spent on a day before what arrives on it."""
    spent: dict[date, Decimal] = defaultdict(Decimal)
    paid: dict[date, Decimal] = defaultdict(Decimal)
    for flow in plan.spending:
        spent[flow.day] += flow.amount
    for payment in plan.instalments:
        paid[payment.paid] += payment.amount
    advance, peak, when = Decimal(0), Decimal(0), min((*spent, *paid))
    day, last = when, max((*spent, *paid))
    while day <= last:
        advance += spent[day]
        if advance > peak:
            peak, when = advance, day
        advance -= paid[day]
        day += timedelta(days=1)
    return peak, when


def test_agreements_of_several_funders_are_planned_together(known: Registry) -> None:
    (plan,) = planned(known).plans

    assert [one.id for one in plan.agreements] == ["operating", "lab"]
    assert (plan.cluster, plan.scheme, plan.grant) == ("alpha", None, Decimal(630_000))
    assert sum(payment.amount for payment in plan.instalments) == 630_000
    assert sum(flow.amount for flow in plan.spending) == 630_000


def test_the_peak_of_all_agreements_is_what_a_naive_sum_day_by_day_gives(known: Registry) -> None:
    (plan,) = planned(known).plans

    assert (plan.summary.peak_advance, plan.summary.peak_date) == naive_peak(plan)
    assert plan.summary.peak_advance < sum(one.summary.peak_advance for one in plan.agreements)


def test_each_agreement_alone_is_what_its_own_flows_give(known: Registry) -> None:
    signed, _unknown = grants_of_agreements(known.cluster_by_id["alpha"], KnownSchemes.of_registry(known))
    (plan,) = planned(known).plans

    for one, alone in zip(plan.agreements, signed, strict=True):
        assert (one.summary.peak_advance, one.summary.peak_date) == naive_peak(plan_of(alone, Terms(2026)))


def test_an_agreement_of_years_is_paid_by_its_own_amounts_from_its_own_signature(known: Registry) -> None:
    (plan,) = planned(known).plans

    paid = [(one.period, int(one.amount), one.paid) for one in plan.instalments if one.agreement == "operating"]
    assert paid[:3] == [
        ("2025", 36_000, date(2025, 5, 11)),
        ("2025", 36_000, date(2025, 11, 11)),
        ("2025", 48_000, date(2026, 8, 29)),
    ]
    assert [amount for _period, amount, _day in paid[3:]] == [39_000, 39_000, 52_000, 42_000, 42_000, 56_000]


def test_a_project_begins_and_ends_when_its_agreement_says(known: Registry) -> None:
    (plan,) = planned(known).plans

    paid = [(int(one.amount), one.due, one.paid) for one in plan.instalments if one.agreement == "lab"]
    assert paid == [
        (60_000, date(2025, 7, 1), date(2025, 7, 31)),
        (180_000, date(2027, 8, 30), date(2027, 9, 29)),
    ]


def test_an_amount_in_all_is_spread_over_the_months_of_each_year() -> None:
    plan = plan_of_the_only(agreed(amount="36000", start="2025-07-01", end="2027-06-30"))

    assert [one.amount for one in plan.instalments] == [9_000, 18_000, 9_000]


def test_a_year_that_an_agreement_leaves_out_gets_nothing() -> None:
    plan = plan_of_the_only(agreed(years={"2025": "100", "2027": "300"}))

    assert sum(one.amount for one in plan.instalments) == 400
    assert not any(one.amount for one in plan.instalments if one.period == "2026")


def test_an_agreement_without_an_end_lasts_as_long_as_its_scheme_says() -> None:
    plan = plan_of_the_only(
        agreed(amount="24", start="2025-03-01", terms={**OWN_TERMS, "agreement": {"years": 2, "signature": "03-01"}})
    )

    assert {one.period for one in plan.instalments} == {"2025", "2026"}


def test_what_was_all_spent_and_paid_before_the_day_is_left_out(known: Registry) -> None:
    assert [tuple(one) for one in planned(known).past] == [("gamma", "first-years")]


def test_an_agreement_is_planned_until_its_last_payment(known: Registry) -> None:
    last = date(2024, 8, 29)  # the balance of 2023: 30 June 2024, 60 days later

    assert "gamma" in planned(known, last).by_cluster
    assert "gamma" not in planned(known, last + timedelta(days=1)).by_cluster


@pytest.mark.parametrize(
    ("missing", "reason"),
    [
        ({"terms": None, "amount": "1", "start": "2025"}, "no source says how it is paid"),
        ({"start": "2025"}, "no source states its amount"),
        ({"amount": "1"}, "no source says when it begins"),
    ],
)
def test_an_agreement_of_which_too_little_is_known_is_not_planned(missing: dict[str, object], reason: str) -> None:
    planned_ones, (unplanned,) = grants_of_agreements(agreed(**missing), KnownSchemes({}))

    assert planned_ones == ()
    assert word(unplanned.reason, "en") == reason


def test_the_default_scheme_is_assumed_of_agreements_of_the_region_that_say_none(known: Registry) -> None:
    schemes = KnownSchemes.of_registry(known)
    ours, theirs = (
        agreed(terms=None, funder=funder, years={"2026": "10"}) for funder in ("Conseil régional Bretagne", "ADEME")
    )

    ((signed,), ()) = grants_of_agreements(ours, schemes)
    assert (signed.scheme.id, signed.is_assumed) == ("annual-60-40", True)
    assert grants_of_agreements(theirs, schemes)[0] == ()


@pytest.mark.parametrize("status", ["proposed", "closed", "terminated"])
def test_only_what_binds_is_planned(status: str) -> None:
    assert grants_of_agreements(agreed(years={"2026": "10"}, status=status), KnownSchemes({})) == ((), ())


def test_nothing_is_claimed_before_it_was_signed() -> None:
    fixed = [{"kind": "advance", "share": "1", "anchor": "date", "on": "02-01"}]
    plan = plan_of_the_only(
        agreed(years={"2025": "10"}, signed="2025-03-01", terms={**OWN_TERMS, "instalments": fixed})
    )

    ((due, paid),) = [(one.due, one.paid) for one in plan.instalments]
    assert (due, paid) == (date(2025, 2, 1), date(2025, 3, 31))


def test_terms_that_do_not_fit_name_the_agreement() -> None:
    cluster = agreed(years={"2025": "10"}, terms={**OWN_TERMS, "spending": "front"})
    weights = SpendingProfile.parse("1,2")

    with refused(UsageError, match="alpha, operating"):
        plans_of_signed([cluster], KnownSchemes({}), Terms(2026, spending=weights), DAY)


WAITING = agreed(
    years={"2026": "10"},
    terms={**OWN_TERMS, "instalments": [{"kind": "balance", "share": "1", "anchor": "others-paid"}]},
)


def test_an_agreement_that_waits_for_other_funders_is_left_out_until_it_is_said_when_they_pay() -> None:
    left_out = plans_of_signed([WAITING], KnownSchemes({}), Terms(2026), DAY)
    known = plans_of_signed(
        [WAITING], KnownSchemes({}, others_pay=True), Terms(2026, others_paid=date(2027, 3, 1)), DAY
    )

    assert left_out.plans == ()
    assert [word(one.reason, "en") for one in left_out.unplanned] == [
        "no source says when the other funders pay; --others-paid would"
    ]
    assert [one.paid for plan in known.plans for one in plan.instalments] == [date(2027, 3, 31)]


def test_an_agreement_is_planned_by_the_full_dates_of_its_own_terms() -> None:
    terms = {
        "agreement": {"start": "2026-03-01", "end": "2027-02-28", "periods": ["2026-08-31"]},
        "payment_delay": "30d",
        "instalments": [
            {"kind": "interim", "share": "1", "of": "costs", "anchor": "period-end"},
            {"kind": "balance", "anchor": "project-end"},
        ],
    }
    plan = plan_of_the_only(agreed(amount="1200", start="2026", terms=terms))

    assert [(one.due, str(one.amount)) for one in plan.instalments] == [
        (date(2026, 8, 31), "600.00"),
        (date(2027, 2, 28), "600.00"),
    ]


def test_an_agreement_is_cut_to_its_days() -> None:
    plan = plan_of_the_only(agreed(amount="24", start="2025-07-01", end="2026-06-30"))

    assert (plan.spending[0].day, plan.spending[-1].day) == (date(2025, 7, 31), date(2026, 6, 30))
    assert {flow.amount for flow in plan.spending} == {Decimal(2)}


@pytest.mark.parametrize("years", [{"2025": "120", "2026": "60"}, {"2025": "180"}])
def test_the_costs_that_an_agreement_foresees_are_shared_in_proportion_to_its_grants(years: dict[str, str]) -> None:
    (plan,) = plans_of_signed([agreed(years=years, cost="360")], KnownSchemes({}), Terms(2025), date(2025, 1, 1)).plans

    assert plan.whole_need is not None
    assert (plan.whole_need.cost, plan.whole_need.share) == (Decimal(360), Fraction(1, 2))


def test_agreements_that_pay_all_or_some_of_their_costs_are_told_together() -> None:
    half = agreed(years={"2025": "100"}, cost="200").agreements
    whole = agreed(id="second", years={"2025": "100"}).agreements
    cluster = Cluster(id="alpha", name="Alpha", agreements=(*half, *whole))

    (plan,) = plans_of_signed([cluster], KnownSchemes({}), Terms(2025), date(2025, 1, 1)).plans

    assert plan.whole_need is not None
    assert (plan.whole_need.cost, plan.whole_need.share) == (Decimal(300), Fraction(2, 3))


def test_what_if_takes_the_amount_that_was_signed_last(known: Registry) -> None:
    grants = {grant.cluster: grant for grant in wanted_grants(known, known.clusters.clusters, None, DAY)}

    assert (grants["alpha"].amount, grants["alpha"].year, grants["alpha"].age) == (Decimal(130_000), 2026, 0)
    assert grants["alpha"].origin is known.cluster_by_id["alpha"].agreements[0]
    assert (grants["gamma"].amount, grants["gamma"].year) == (Decimal(30_000), 2024)
