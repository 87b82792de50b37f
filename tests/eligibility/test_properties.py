"""What must hold for any dossier: order, new facts, certain failures, larger grants."""

from datetime import date
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from clusters_cli.dossier.dossier_file import dossier_of, with_fact
from clusters_cli.eligibility.examination import Examination, examine
from clusters_cli.eligibility.known_figures import KnownFigures
from clusters_cli.eligibility.law import law_in_use
from clusters_cli.eligibility.questions import Given, question, whole_dossier
from clusters_cli.eligibility.rule_cases import read_cases
from clusters_cli.eligibility.rulebook import Depth, rules
from clusters_cli.eligibility.verdicts import Verdict
from clusters_cli.foundations.errors import InvalidDataError
from clusters_cli.foundations.strict_yaml import Document
from clusters_cli.registry.loading import load_registry, packaged_registry
from tests.dossier.random_cash_lines import cash_lines
from tests.eligibility.conftest import CASES

FILE, _DOCUMENT = read_cases(CASES)
LAW = law_in_use(load_registry(packaged_registry()))
ANSWERS = ("yes", "no")
STRAINED = {"debt": "9", "equity": "1", "ebitda": "0", "interest": "1"}

FACTS: dict[str, tuple[Any, ...]] = {
    "aid.award_date": ("2014-01-01", "2019-05-01", "2021-06-01", "2023-08-01", "2025-03-31", "2027-02-01"),
    "aid.basis": ("article-27", "article-20", "article-20a", "de-minimis", "none"),
    "aid.regime": ("SA.58995", "SA.111723"),
    "aid.ad_hoc": ANSWERS,
    "application.date": ("2013-01-01", "2024-11-15", "2025-01-01"),
    "application.contents": (["place"], FILE.dossier["application"]["contents"]),
    "application.incentive_proof": ANSWERS,
    "project.start": ("2025-01-01",),
    "project.end": ("2025-12-31", "2027-06-30"),
    "project.missions": ({"a": "240000", "b": "0", "c": "0"}, {"a": "0", "b": "240000", "c": "0"}),
    "tax.vat_recoverable": ANSWERS,
    "tax.amounts": ("net", "gross"),
    "organisation.legal_form": ("association", "company", "cooperative", "consortium", "public-body"),
    "organisation.listed_company_type": ANSWERS,
    "organisation.founded": ("2009-06-15", "2023-06-15"),
    "organisation.operates_cluster": ANSWERS,
    "organisation.separate_accounts": ANSWERS,
    "organisation.sme": ANSWERS,
    "organisation.public_share": ("0.10", "0.30"),
    "organisation.public_share_exempt": ANSWERS,
    "organisation.share_capital": ("50000", "100000"),
    "organisation.own_funds": ("-5000", "35000"),
    "organisation.members": ([{"name": "A", "kind": "sme"}], FILE.dossier["organisation"]["members"]),
    "organisation.activities": (["other"], ["networking"]),
    "access.open": ANSWERS,
    "access.terms_public": ANSWERS,
    "access.privileges": ([], [{"member": "A", "share": "0.05"}], [{"member": "A", "terms_public": "yes"}]),
    "access.fees": ("cost", "cost-plus-margin", "free"),
    "declarations.insolvency": ANSWERS,
    "declarations.rescue_aid_open": ANSWERS,
    "declarations.recovery_order": ANSWERS,
    "declarations.difficulty_since": ("2019-01-01", "2020-06-01"),
    "declarations.sound_at_2019_end": ANSWERS,
    "declarations.engagement_contract": ANSWERS,
    "history.awards": ([], [{"kind": "de-minimis", "amount": "299000", "on": "2024-06-01"}]),
    "history.group_complete": ANSWERS,
    "history.first_operating_year": ("2012", "2021"),
    "history.ten_years": ("by-award", "over-life"),
    "passed_on": ([], [{"member": "A", "amount": "500", "recorded": "yes"}]),
    "accounts.auditor": ANSWERS,
    "accounts.approved": ("2025-01-31",),
    "accounts.published": ("2025-03-01", "2025-06-01"),
    "accounts.ratios": ([{**STRAINED, "year": "2023"}, {**STRAINED, "year": "2024"}],),
    "accounts.tied": ANSWERS,
    "accounts.year_end": ("2024-12-31",),
    "accounts.report_sent": ("2025-06-01", "2025-09-01"),
    "costs": (FILE.dossier["costs"],),
    "costs.0.mission": ("a", "b", "c"),
    "resources.0.mission": ("a", "b"),
    "costs.0.purpose": ("animation", "other"),
    "costs.3.nature": ("finance", "pass-on"),
    "resources": (FILE.dossier["resources"],),
    "resources.0.amount": ("79000", "80000", "90000", "160000"),
    "resources.0.kind": ("region", "erdf", "interreg"),
    "resources.1.kind": ("epci", "de-minimis", "eu-central"),
    "resources.0.pays": ("operating", "other"),
    "resources.1.pays": ("operating", "other"),
    "resources.1.agreement": ANSWERS,
    "resources.2.sector": ("private", "public"),
    "resources.2.counts_as_aid": ANSWERS,
}  # fmt: skip
"""Facts and values that change some rule; a key of a list is a fact of one of its lines."""

NEEDED = ("resources.0.amount", "resources.0.kind", "resources.1.kind")
"""Keys without which a line is not valid: they change, and are never taken out."""

CHANGED = sorted(set(FACTS) - {"costs", "resources"})
changes = st.lists(
    st.sampled_from(CHANGED).flatmap(lambda fact: st.tuples(st.just(fact), st.sampled_from(FACTS[fact]))), max_size=8
).map(dict)
gaps = st.lists(st.sampled_from([fact for fact in FACTS if fact not in NEEDED]), max_size=12, unique=True)


def dossier(changed: dict[str, Any], without: list[str]) -> dict[str, Any]:
    data: Any = FILE.dossier
    for fact, value in changed.items():
        data = with_fact(data, fact, value)
    for fact in sorted(without, key=lambda fact: fact.count("."), reverse=True):
        data = with_fact(data, fact, None)
    found: dict[str, Any] = data
    return found


def examination(data: dict[str, Any], **more: Any) -> Examination:
    try:
        file = dossier_of(Document("demo", "", data), {})
    except InvalidDataError:
        assume(False)
        raise
    return examine(whole_dossier(file, LAW, FILE.as_of), Depth.DOSSIER, name="demo", **more)


def verdict(changed: dict[str, Any], without: list[str]) -> Verdict:
    return examination(dossier(changed, without)).verdict


@given(changes, gaps, st.randoms(use_true_random=False))
@settings(max_examples=40)
def test_the_order_of_the_rules_never_matters(changed: dict[str, Any], without: list[str], random: Any) -> None:
    data = dossier(changed, without)
    shuffled = list(rules().values())
    random.shuffle(shuffled)
    ordered, mixed = examination(data), examination(data, wanted=shuffled)

    assert [item.finding for item in mixed.examined] == [item.finding for item in ordered.examined]
    assert (mixed.verdict, mixed.missing) == (ordered.verdict, ordered.missing)


@given(changes, gaps, st.lists(cash_lines, min_size=1, max_size=3))
@settings(max_examples=50)
def test_the_rest_of_the_cash_and_its_financing_change_no_answer(
    changed: dict[str, Any], without: list[str], lines: list[dict[str, Any]]
) -> None:
    data = dossier(changed, without)

    assert examination(with_fact(data, "treasury", {"lines": lines})) == examination(data)


@given(changes, gaps, st.data())
@settings(max_examples=50)
def test_learning_a_fact_never_unsettles_a_certain_verdict(
    changed: dict[str, Any], without: list[str], data: st.DataObject
) -> None:
    before = verdict(changed, without)
    assume(before != "undetermined")
    learnable = [fact for fact in without if fact != "aid.regime"]  # another than that of the day contradicts it
    learnt = data.draw(st.lists(st.sampled_from(learnable), unique=True) if learnable else st.just([]))
    after = verdict(changed, [fact for fact in without if fact not in learnt])

    assert after == before


@given(changes, gaps, st.data())
@settings(max_examples=50)
def test_learning_a_fact_never_unsettles_a_rule(
    changed: dict[str, Any], without: list[str], data: st.DataObject
) -> None:
    learnt = data.draw(st.lists(st.sampled_from(without), unique=True) if without else st.just([]))
    before = examination(dossier(changed, without))
    after = examination(dossier(changed, [fact for fact in without if fact not in learnt]))
    settled = {item.finding.rule for item in before.examined if item.finding.binding and item.finding.outcome == "fail"}
    still = {item.finding.rule for item in after.examined if item.finding.outcome in ("fail", "not_applicable")}

    assert settled <= still


@pytest.mark.parametrize(
    "failing",
    [
        {"declarations.recovery_order": "yes"},
        {"access.open": "no"},
        {"organisation.activities": ["other"]},
        {"application.contents": ["place"]},
    ],
)
@given(without=gaps)
@settings(max_examples=15)
def test_one_certain_legal_failure_is_ineligible_whatever_is_unknown(
    failing: dict[str, Any], without: list[str]
) -> None:
    found = examination(dossier(failing, [fact for fact in without if fact not in failing and fact != "aid.basis"]))

    assert found.verdict == "ineligible"
    assert found.missing == ()


@given(changes, gaps, st.integers(0, 10**7), st.integers(0, 10**7))
@settings(max_examples=50)
def test_a_larger_grant_never_makes_an_ineligible_case_eligible(
    changed: dict[str, Any], without: list[str], grant: int, more: int
) -> None:
    assume("resources" not in without)
    smaller = verdict({**changed, "resources.0.amount": str(grant)}, without)
    larger = verdict({**changed, "resources.0.amount": str(grant + more)}, without)

    assert smaller != "ineligible" or larger != "eligible"


@given(changes, gaps)
@settings(max_examples=50)
def test_a_missing_fact_is_listed_only_while_the_verdict_can_change(
    changed: dict[str, Any], without: list[str]
) -> None:
    found = examination(dossier(changed, without))

    assert found.verdict != "ineligible" or not found.missing
    assert set(found.missing) <= {fact for item in found.examined for fact in item.finding.missing}


amounts = st.decimals(0, 10**6, places=2)


@given(amounts, amounts, amounts, st.sampled_from(["2014-07-01", "2022-05-01", "2023-09-01", "2026-12-31"]))
def test_a_quick_answer_fails_exactly_above_half_of_the_eligible_costs(
    costs: Any, aid: Any, budget: Any, day: str
) -> None:

    assume(costs > 0)
    given_facts = Given(award_date=date.fromisoformat(day), eligible_costs=costs, public_aid=aid)
    found = examine(
        question(KnownFigures("demo", "Demo", budget, 2021), given_facts, LAW, FILE.as_of), Depth.QUICK, name="Demo"
    )
    cap = (costs / 2).quantize(costs, rounding="ROUND_DOWN")

    assert found.verdict == ("ineligible" if aid > cap else "undetermined")
    assert found.figures_say == ("above" if aid > cap else "nothing-against")
    assert found.limits.headroom == cap - aid
