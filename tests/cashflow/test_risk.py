"""Drawn delays: every draw is what the exact engine computes for the same days of payment."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import product
from random import Random

import numpy as np
import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from clusters_cli.cashflow.advance import Curve, Flow
from clusters_cli.cashflow.borrowing import Credit
from clusters_cli.cashflow.delays import parse_delays
from clusters_cli.cashflow.drawn_advances import Calendar
from clusters_cli.cashflow.draws import Draws, Sampling
from clusters_cli.cashflow.instalments import Instalment
from clusters_cli.cashflow.percentiles import Percentiles
from clusters_cli.cashflow.plan import Plan, make_plan
from clusters_cli.cashflow.pool import added, need
from clusters_cli.cashflow.risk import Risk, RiskQuestion, check_size, paid_days, simulate
from clusters_cli.cashflow.terms import Terms
from clusters_cli.foundations.dates import Duration
from clusters_cli.foundations.errors import UsageError
from clusters_cli.registry.models.scheme_words import InstalmentKind
from clusters_cli.registry.models.schemes import PaymentScheme
from tests.cashflow.packaged_schemes import PACKAGED
from tests.cashflow.random_schemes import random_scheme
from tests.wording import refused

SCHEMES = PACKAGED
DELAYS = (
    "fixed(0)",
    "fixed(75)",
    "uniform(0,180)",
    "triangular(10,60,300)",
    "lognormal(60,400)",
    "empirical(5,60,900)",
)


def has_one_delay(scheme: PaymentScheme) -> bool:
    return not any(rule.payment_delay for one in scheme.every for rule in one.instalments)


def plans(scheme: str, grants: Sequence[str] = ("130000",), terms: Terms | None = None) -> list[Plan]:
    return [
        make_plan(SCHEMES[scheme], Decimal(grant), terms or Terms(2023), cluster=f"c{index}")
        for index, grant in enumerate(grants)
    ]


def asked(*delays: str, **sampling: int | Decimal) -> RiskQuestion:
    return RiskQuestion(parse_delays(delays), Sampling(**sampling))  # type: ignore[arg-type]  # the fields of Sampling


def replayed(made: Sequence[Plan], question: RiskQuestion) -> list[list[Curve]]:
    """Compute with the exact engine the curves of all plans, for each draw."""
    longest = max(distribution.days[-1] for distribution in question.delays.values())
    calendar = Calendar.of(made, longest)
    block = range(question.sampling.draws)
    paid = [paid_days(plan, calendar, Draws(question.delays, question.sampling), block) for plan in made]
    return [
        [
            need(
                replace(
                    plan,
                    instalments=tuple(
                        replace(payment, paid=calendar.origin + timedelta(days=int(day)))
                        for payment, day in zip(plan.instalments, days[:, draw], strict=True)
                    ),
                ),
                Decimal(0),
            )
            for plan, days in zip(made, paid, strict=True)
        ]
        for draw in block
    ]


def assert_spread(found: Risk, curves: Sequence[Curve]) -> None:
    count = len(curves)
    for spread, seen in (
        (found.peak_advance, sorted(one.peak for one in curves)),
        (found.days_in_advance, sorted(one.days_in_advance for one in curves)),
        (found.euro_days, sorted(one.euro_days for one in curves)),
    ):
        ranks = [-(-count * level // 100) - 1 for level in (50, 80, 95, 100)]
        assert [spread.p50, spread.p80, spread.p95, spread.largest] == [seen[rank] for rank in ranks]
    assert sum(one.draws for one in found.peaks) == count


@settings(max_examples=60)
@given(
    scheme=st.sampled_from(sorted(SCHEMES)),
    grants=st.lists(st.integers(1200, 10**9).map(lambda cents: str(Decimal(cents) / 100)), min_size=1, max_size=3),
    delays=st.tuples(*[st.sampled_from(DELAYS)] * 3),
    correlation=st.sampled_from(["0", "0.5", "1"]),
    seed=st.integers(0, 10**6),
    years=st.integers(1, 4),
    actual=st.sampled_from(["1", "1", "0.7", "0.3"]),
)
def test_every_draw_agrees_with_the_exact_engine_to_the_cent(
    scheme: str, grants: list[str], delays: tuple[str, str, str], correlation: str, seed: int, years: int, actual: str
) -> None:
    made = plans(scheme, grants, Terms(2023, years=years, actual_cost=Decimal(actual)))
    kinds = ("advance", "interim", "balance")
    question = asked(
        *(f"{kind}={delay}" for kind, delay in zip(kinds, delays, strict=True)),
        draws=20,
        seed=seed,
        correlation=Decimal(correlation),
        block=8,
    )
    found, exact = simulate(made, question), replayed(made, question)

    for index, risk in enumerate(found.clusters):
        assert_spread(risk, [curves[index] for curves in exact])
    if found.pool:
        assert_spread(found.pool, [added(curves) for curves in exact])


@settings(max_examples=20, deadline=None)
@given(
    random=st.randoms(use_true_random=False), delay=st.sampled_from(DELAYS), actual=st.sampled_from(["1", "0.6", "0.2"])
)
def test_draws_of_schemes_of_ones_own_with_claims_ceilings_and_repayments_agree_too(
    random: Random, delay: str, actual: str
) -> None:
    terms = Terms(2023, years=2, actual_cost=Decimal(actual))
    try:
        scheme = PaymentScheme.model_validate(random_scheme(random))
        made = [make_plan(scheme, Decimal(grant), terms, cluster=grant) for grant in ("130000", "999.99")]
    except (ValidationError, UsageError):  # a scheme that another year, or a part of it that is not paid, makes unsound
        reject()
    question = asked(delay, draws=12, block=8)
    found, exact = simulate(made, question), replayed(made, question)

    for index, risk in enumerate(found.clusters):
        assert_spread(risk, [curves[index] for curves in exact])
    assert found.pool
    assert_spread(found.pool, [added(curves) for curves in exact])


def test_plans_too_long_to_be_kept_beside_the_draws_are_refused() -> None:
    (made,) = plans("annual-60-40", terms=Terms(2023, years=30, late={InstalmentKind.BALANCE: Duration(1200)}))

    with refused(UsageError, match="do not fit in memory"):
        check_size([made] * 61)


@pytest.mark.parametrize("scheme", sorted(name for name, scheme in SCHEMES.items() if has_one_delay(scheme)))
def test_delays_without_spread_give_the_plan_itself(scheme: str) -> None:
    made = plans(scheme, ("130000", "60000.01"))
    days = SCHEMES[scheme].payment_delay.days
    found = simulate(made, asked(f"fixed({days})", draws=100))

    for risk, plan in zip(found.clusters, made, strict=True):
        for figure in ("p50", "p80", "p95", "largest", "planned"):
            assert getattr(risk.peak_advance, figure) == plan.summary.peak_advance
            assert getattr(risk.days_in_advance, figure) == plan.summary.days_in_advance
            assert getattr(risk.euro_days, figure) == plan.summary.euro_days
            assert getattr(risk.interest_per_point, figure) == plan.summary.interest_per_point


def test_the_figures_do_not_depend_on_how_many_draws_are_taken_together() -> None:
    made = plans("annual-30-30-40", ("130000", "60000"))
    found = [
        simulate(made, asked("uniform(0,180)", draws=1000, correlation=Decimal("0.6"), block=block))
        for block in (4, 36, 1000, 4096)
    ]

    assert found == [found[0]] * 4


@pytest.mark.parametrize(
    ("bytes_a_draw", "sizes"), [(100, [4096, 4096, 1808]), (500_000, [8] * 1250), (10**9, [4] * 2500)]
)
def test_the_more_there_is_to_keep_of_a_draw_the_fewer_are_taken_together(bytes_a_draw: int, sizes: list[int]) -> None:
    assert [len(block) for block in Sampling().blocks(bytes_a_draw, 4_000_000)] == sizes


def test_the_first_draws_are_the_same_however_many_follow() -> None:
    (made,) = plans("triennial")
    calendar = Calendar.of([made], 180)
    draws = Draws(parse_delays(["uniform(0,180)"]), Sampling())

    assert np.array_equal(
        paid_days(made, calendar, draws, range(40)), paid_days(made, calendar, draws, range(400))[:, :40]
    )


def test_a_cluster_is_drawn_the_same_alone_and_among_others() -> None:
    three = plans("triennial", ("130000", "60000", "25000"))

    question = asked("lognormal(60,200)", draws=200, correlation=Decimal("0.3"))
    assert simulate(three[1:2], question).clusters == simulate(three, question).clusters[1:2]


def test_another_seed_gives_other_draws_and_the_same_seed_the_same() -> None:
    made = plans("triennial")
    first, again, other = (simulate(made, asked("uniform(0,180)", draws=500, seed=seed)) for seed in (1, 1, 2))

    assert first == again
    assert first != other


@pytest.mark.parametrize(
    ("correlation", "text"), list(product(["0", "0.6", "1"], ["uniform(0,180)", "lognormal(60,200)"]))
)
def test_two_clusters_delays_have_the_correlation_asked_for_and_keep_their_distribution(
    correlation: str, text: str
) -> None:
    made = plans("triennial", ("130000", "60000"))
    question = asked(text, draws=20_000, correlation=Decimal(correlation))
    calendar = Calendar.of(made, max(question.delays[InstalmentKind.BALANCE].days))
    draws = Draws(question.delays, question.sampling)
    one, other = (paid_days(plan, calendar, draws, range(20_000)) for plan in made)

    for row in range(len(one)):
        assert np.corrcoef(one[row], other[row])[0, 1] == pytest.approx(float(correlation), abs=0.05)
    median = question.delays[InstalmentKind.BALANCE].at(0.5)
    assert abs(np.median(one[1]) - calendar.day(made[0].instalments[1].due) - median) <= 2
    assert np.corrcoef(one[0], one[1])[0, 1] == pytest.approx(0, abs=0.05)


def test_a_funder_late_for_all_at_once_makes_the_pool_need_more() -> None:
    made = plans("annual-30-30-40", ["50000"] * 10)
    apart, together = (
        simulate(made, asked("uniform(0,180)", draws=2000, correlation=Decimal(value))).pool for value in ("0", "1")
    )

    assert apart is not None
    assert together is not None
    assert apart.peak_advance.p95 < together.peak_advance.p95
    assert (
        together.peak_advance.p95
        == 10 * simulate(made, asked("uniform(0,180)", draws=2000, correlation=Decimal(1))).clusters[0].peak_advance.p95
    )


def test_kinds_that_are_not_named_are_paid_as_planned_and_a_drawn_delay_replaces_lateness() -> None:
    terms = Terms(2023, late={InstalmentKind.BALANCE: Duration(months=3), InstalmentKind.ADVANCE: Duration(days=10)})
    (made,) = plans("triennial", terms=terms)
    calendar = Calendar.of([made], 5)
    paid = paid_days(made, calendar, Draws(parse_delays(["balance=fixed(5)"]), Sampling()), range(4))

    for days, payment in zip(paid, made.instalments, strict=True):
        planned = payment.due + timedelta(days=5) if payment.kind == "balance" else payment.paid
        assert set(days.tolist()) == {calendar.day(planned)}


def test_a_drawn_delay_runs_from_the_claim_where_the_cluster_must_ask_for_the_money() -> None:
    (made,) = plans("triennial")
    claimed = [
        replace(payment, requested=payment.due + timedelta(days=30)) if payment.kind == "balance" else payment
        for payment in made.instalments
    ]
    made = replace(made, instalments=tuple(claimed))
    calendar = Calendar.of([made], 5)
    paid = paid_days(made, calendar, Draws(parse_delays(["fixed(5)"]), Sampling()), range(4))

    for days, payment in zip(paid, made.instalments, strict=True):
        wait = timedelta(days=35 if payment.kind == "balance" else 5)
        assert set(days.tolist()) == {calendar.day(payment.due + wait)}


def test_the_calendar_begins_where_the_first_payment_can_fall() -> None:
    made = plans("triennial", terms=Terms(2023, signature="01-01"))

    assert Calendar.of(made, 5).origin == date(2023, 1, 1)


def test_what_is_paid_back_leaves_before_the_receipts_of_its_day_in_every_draw() -> None:
    def instalment(kind: InstalmentKind, amount: int, day: date) -> Instalment:
        return Instalment("2023", kind, Fraction(amount, 100), Decimal(amount), day, None, day, day)

    (made,) = plans("triennial")
    made = replace(
        made,
        spending=(Flow(date(2023, 1, 31), Decimal(100)),),
        instalments=(
            instalment(InstalmentKind.ADVANCE, 60, date(2023, 1, 1)),
            instalment(InstalmentKind.INTERIM, 80, date(2023, 3, 1)),
            instalment(InstalmentKind.BALANCE, -40, date(2023, 3, 1)),
        ),
    )

    (found,) = simulate([made], asked("balance=fixed(0)", draws=4)).clusters

    assert found.peak_advance == Percentiles(*[Decimal(80)] * 5)


def test_the_share_of_draws_above_an_amount_is_counted() -> None:
    made = plans("triennial")
    question = asked("empirical(0,400)", draws=1000)
    peaks = sorted(curves[0].peak for curves in replayed(made, question))
    limit = peaks[700]
    found = simulate(made, replace(question, limit=limit)).clusters[0]

    assert found.above == Decimal(sum(peak > limit for peak in peaks)) / 1000


def test_a_rate_prices_every_percentile() -> None:
    found = simulate(plans("triennial"), replace(asked("fixed(60)", draws=10), credit=Credit(rate=Decimal(4))))

    assert found.clusters[0].interest is not None
    assert found.clusters[0].interest.p95 == Decimal("2120.37")


def test_a_year_of_360_days_makes_every_price_higher() -> None:
    credit = Credit(rate=Decimal(4), day_count=360)
    (found,) = simulate(plans("triennial"), replace(asked("fixed(60)", draws=10), credit=credit)).clusters

    assert found.interest == Percentiles(*[Decimal("2149.81")] * 5)  # 19 348 332.88 euro-days x 4 % / 360
    assert found.interest_per_point == Percentiles(*[Decimal("537.45")] * 5)


def test_progress_is_told_for_every_draw_of_every_cluster() -> None:
    told: list[int] = []
    simulate(plans("triennial", ("1000", "2000")), asked("uniform(0,9)", draws=10, block=4), told.append)

    assert sum(told) == 20


@pytest.mark.parametrize(
    ("sampling", "message"),
    [
        ({"draws": 0}, "--draws must lie between 1 and"),
        ({"draws": 2_000_000}, "--draws must lie between 1 and"),
        ({"seed": -1}, "--seed must not be negative"),
        ({"correlation": Decimal("1.5")}, "--correlation must lie between 0 and 1"),
    ],
)
def test_a_sampling_that_makes_no_sense_is_refused(sampling: dict[str, int | Decimal], message: str) -> None:
    with refused(UsageError, match=message):
        Sampling(**sampling)  # type: ignore[arg-type]  # the fields of Sampling


def test_what_does_not_fit_in_memory_is_refused() -> None:
    with refused(UsageError, match="do not fit in memory"):
        simulate(plans("triennial", ["1000"] * 16), asked("uniform(0,9)", draws=1_000_000))


def test_a_kind_that_the_scheme_does_not_pay_is_refused() -> None:
    with refused(UsageError, match="names no kind of instalment that triennial pays"):
        simulate(plans("triennial"), asked("interim=uniform(0,9)"))


@pytest.mark.parametrize("count", [10, 20])
def test_amounts_beyond_whole_cents_of_64_bits_are_refused_for_all_plans_together(count: int) -> None:
    with refused(UsageError, match="amounts as large as"):
        simulate(plans("feder", ["999999999999"] * count), asked("uniform(0,3650)", draws=4))
