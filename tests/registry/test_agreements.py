"""The agreements of a cluster: what can be written of them, and what the checks say of those that do not fit."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from clusters_cli.foundations.explanations import Level
from clusters_cli.presentation.languages import word
from clusters_cli.registry.loading import examine
from clusters_cli.registry.models.agreement_words import AgreementStatus
from clusters_cli.registry.models.grant_agreements import GrantAgreement

Told = Callable[..., list[tuple[str, str]]]
OWN_TERMS = {
    "agreement": {"years": "2", "signature": "01-15"},
    "payment_delay": "30d",
    "instalments": [
        {"kind": "advance", "share": "1/2", "anchor": "signature"},
        {"kind": "balance", "share": "1/2", "anchor": "year-end"},
    ],
}


def agreed(**written: Any) -> GrantAgreement:
    """Return an agreement of what a file writes."""
    return GrantAgreement.model_validate({"id": "operating", "funder": "Région", "source": "report", **written})


@pytest.fixture
def told(tmp_path: Path) -> Told:
    """Return the codes and the messages of what is wrong with the agreements of a cluster."""

    def tell(agreements: Sequence[str], figures: str = "", region: str = "") -> list[tuple[str, str]]:
        lines = "".join(f"  - {{{agreement}, source: deed}}\n" for agreement in agreements)
        sources = (
            "- {id: report, title: A report, kind: report, reference: true}\n- {id: deed, title: A deed, kind: data}"
        )
        (tmp_path / "sources.yaml").write_text(f"sources:\n{sources}\n", encoding="utf-8")
        (tmp_path / "clusters.yaml").write_text(
            f"clusters:\n- id: alpha\n  name: Alpha\n{figures}  agreements:\n{lines}", encoding="utf-8"
        )
        if region:
            (tmp_path / "region.yaml").write_text(region, encoding="utf-8")
        _registry, problems = examine(tmp_path, date(2026, 11, 25))
        return [(problem.code, word(problem.message, "en")) for problem in problems]

    return tell


def test_the_amounts_of_the_years_come_to_the_amount() -> None:
    assert agreed(years={"2025": "100000", "2026": "50000.50"}).total == Decimal("150000.50")


def test_an_agreement_of_unknown_amount_has_no_total() -> None:
    assert agreed(start="2025").total is None


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ({"start": "2025-03-01", "end": "2027-02"}, date(2025, 3, 1), date(2027, 2, 28)),
        ({"start": "2025", "end": "2027"}, date(2025, 1, 1), date(2027, 12, 31)),
        ({"years": {"2026": "1", "2024": "1"}}, date(2024, 1, 1), date(2026, 12, 31)),
        ({"years": {"2024": "1"}, "start": "2024-06-01"}, date(2024, 6, 1), date(2024, 12, 31)),
        ({}, None, None),
    ],
)
def test_its_days_are_as_precise_as_its_source(written: dict[str, Any], first: date | None, last: date | None) -> None:
    agreement = agreed(**written)

    assert (agreement.first, agreement.last) == (first, last)


OF_A_PROJECT = {
    "agreement": {"start": "2026-03-01", "end": "2027-08-31", "signature": "2026-04-15"},
    "payment_delay": "60d",
    "instalments": [{"kind": "balance", "anchor": "project-end"}],
}
OF_MONTHS = {**OF_A_PROJECT, "agreement": {"months": "18", "start": "03-01"}}


@pytest.mark.parametrize(
    ("terms", "written", "first", "last"),
    [
        (OF_A_PROJECT, {}, date(2026, 3, 1), date(2027, 8, 31)),
        (OF_A_PROJECT, {"start": "2026", "end": "2027-08"}, date(2026, 3, 1), date(2027, 8, 31)),
        (OF_MONTHS, {"start": "2026"}, date(2026, 3, 1), date(2027, 8, 31)),
        (OF_MONTHS, {"start": "2026-07-01", "end": "2027-12-31"}, date(2026, 7, 1), date(2027, 12, 31)),
        (OF_MONTHS, {}, None, None),
    ],
)
def test_days_that_its_own_terms_name_need_not_be_said_again(
    terms: dict[str, Any], written: dict[str, Any], first: date | None, last: date | None
) -> None:
    agreement = agreed(terms=terms, **written)

    assert (agreement.first, agreement.last) == (first, last)


def test_the_amount_of_the_one_year_that_it_covers_is_that_of_the_year() -> None:
    assert agreed(amount="90000", start="2025-02", end="2025").stated_by_year == {2025: Decimal(90000)}


def test_how_an_amount_in_all_is_shared_among_years_is_not_guessed() -> None:
    assert agreed(amount="90000", start="2025", end="2026").stated_by_year == {}


def test_an_agreement_is_signed_unless_it_says_otherwise() -> None:
    assert agreed().status is AgreementStatus.SIGNED


@pytest.mark.parametrize(
    ("written", "status"), [("soldée", "closed"), ("résiliée", "terminated"), ("signed", "signed")]
)
def test_a_status_is_read_in_both_languages(written: str, status: str) -> None:
    assert agreed(status=written).status == status


def test_its_own_terms_are_a_payment_scheme_called_by_its_id_and_of_its_source() -> None:
    scheme = agreed(terms=OWN_TERMS, locator="art. 5").own_scheme

    assert scheme is not None
    assert (scheme.id, scheme.source, scheme.locator and scheme.locator.written) == ("operating", "report", "art. 5")
    assert scheme.agreement.years == 2


def test_terms_that_say_their_id_and_source_keep_them() -> None:
    scheme = agreed(terms={**OWN_TERMS, "id": "half-and-half", "source": "deed"}).own_scheme

    assert scheme is not None
    assert (scheme.id, scheme.source) == ("half-and-half", "deed")


def test_an_agreement_is_paid_in_one_way() -> None:
    with pytest.raises(ValidationError, match="not by both"):
        agreed(terms=OWN_TERMS, scheme="triennial")


def test_a_sound_agreement_is_told_nothing_of(told: Told) -> None:
    sound = (
        'id: operating, funder: Région, years: {2025: 100, 2026: 200}, signed: "2025-03-12", start: "2025-01-01", '
        'end: "2026-12-31", scheme: triennial, cost: 600'
    )

    assert told([sound]) == []


SPOILED = [
    (
        "REG211",
        'id: a, funder: FEDER, scheme: fedr, amount: 1, start: "2025", end: "2026"',
        "unknown payment scheme 'fedr'",
    ),
    ("REG227", 'id: a, funder: FEDER, amount: 1, signed: "2027-01-01"', "2027-01-01"),
    ("REG229", 'id: a, funder: FEDER, amount: 1, start: "2026", end: "2025"', "2025 is before 2026"),
    (
        "REG229",
        'id: a, funder: FEDER, amount: 1, signed: "2026-02-01", end: "2026-01-31"',
        "2026-01-31 is before 2026-02-01",
    ),
    (
        "REG261",
        "id: a, funder: FEDER, amount: 3, years: {2025: 1, 2026: 1}",
        "the years come to €2, the agreement gives €3",
    ),
    ("REG262", 'id: a, funder: FEDER, years: {2024: 1, 2025: 1}, start: "2025"', "2024 is outside the agreement"),
    ("REG263", "id: a, funder: FEDER, years: {2025: 1, 2027: 1}", "no amount for 2026"),
    (
        "REG265",
        'id: a, funder: FEDER, status: proposed, signed: "2025-01-01"',
        "a proposed agreement is not signed yet",
    ),
    ("REG266", "id: a, funder: FEDER, scheme: feder, years: {2025: 1}", "feder pays one grant for the whole project"),
    ("REG267", "id: a, funder: FEDER, amount: 3, cost: 2", "the grant, €3, is more than the costs, €2"),
    (
        "REG268",
        'id: a, funder: Région, scheme: triennial, amount: 3, start: "2025-04-01", end: "2026-03-31"',
        "triennial pays by calendar years, and the agreement runs from 2025-04-01 to 2026-03-31",
    ),
]


TERMS = (
    "terms: {agreement: {start: 2025-03-01, end: 2026-08-31, signature: 2025-04-15}, payment_delay: 60d, instalments: ["
)
BALANCE = "{kind: balance, anchor: project-end}]}"
FIXED = "{kind: interim, share: 50%, anchor: date, on: 2026-06-30}, "
SPOILED += [
    ("REG269", f'id: a, funder: FEDER, amount: 1, start: "2025-04", {TERMS}{BALANCE}', "its terms say 2025-03-01"),
    ("REG269", f'id: a, funder: FEDER, amount: 1, end: "2027", {TERMS}{BALANCE}', "its terms say 2026-08-31"),
    ("REG269", f'id: a, funder: FEDER, amount: 1, signed: "2025-04-16", {TERMS}{BALANCE}', "its terms say 2025-04-15"),
    (
        "REG270",
        'id: a, funder: FEDER, amount: 1, start: "2025-01-01", end: "2025-12-31", terms: {agreement: {months: 24, '
        "start: 01-01}, payment_delay: 60d, instalments: [{kind: interim, share: 50%, anchor: start, offset: 18m}, "
        + BALANCE,
        "instalment 1 (interim payment) would be due on 2026-07-01, after the last one on 2025-12-31",
    ),
    (
        "REG270",
        'id: a, funder: FEDER, amount: 1, start: "2025-01-01", end: "2025-12-31", terms: {agreement: {months: 2, '
        'start: 01-01}, payment_delay: 60d, spending: "8,2", instalments: [' + BALANCE,
        "spending: 2 weights fit neither the months of the period, 12, nor a year",
    ),
]


@pytest.mark.parametrize(("code", "agreement", "message"), SPOILED, ids=[f"{row[0]} {row[2]}" for row in SPOILED])
def test_what_cannot_be_is_told(code: str, agreement: str, message: str, told: Told) -> None:
    ((found, words),) = told([agreement])

    assert found == code
    assert message in words


@pytest.mark.parametrize(
    "agreement",
    [
        f"id: a, funder: FEDER, amount: 1, {TERMS}{FIXED}{BALANCE}",
        f'id: a, funder: FEDER, amount: 1, start: "2025", signed: "2025-04-15", {TERMS}{FIXED}{BALANCE}',
        'id: a, funder: FEDER, amount: 1, start: "2025-07-15", end: "2026-12-31", scheme: decret-2018-514',
        'id: a, funder: FEDER, amount: 1, start: "2025-07-15", signed: "2026-02-01", scheme: horizon-europe',
    ],
)
def test_days_that_agree_are_told_nothing_of(agreement: str, told: Told) -> None:
    assert told([agreement]) == []


def test_terms_of_the_registry_are_tried_on_the_days_of_an_agreement(told: Told, tmp_path: Path) -> None:
    scheme = (
        "{id: mine, name: {en: Mine}, status: own, source: report, agreement: {months: 24, start: 01-01}, "
        "payment_delay: 60d, instalments: [{kind: interim, share: 50%, anchor: start, offset: 18m}, "
        "{kind: balance, anchor: project-end}]}"
    )
    (tmp_path / "programmes.yaml").write_text(f"schemes:\n- {scheme}\n", encoding="utf-8")
    short = 'id: a, funder: FEDER, amount: 1, start: "2025-01-01", end: "2025-12-31", scheme: mine'

    assert [code for code, _words in told([short])] == ["REG270"]
    assert told([short.replace('"2025-12-31"', '"2026-12-31"')]) == []


def test_an_id_that_stands_twice_in_a_cluster_is_told(told: Told) -> None:
    ((code, _words),) = told(["id: a, funder: FEDER, amount: 1", "id: a, funder: ADEME, amount: 1"])

    assert code == "REG201"


EARLY = 'id: early, funder: Région, amount: 1, start: "2024", end: "2026"'


@pytest.mark.parametrize(
    "late",
    [
        'id: late, funder: Région, amount: 1, start: "2026-06-01", end: "2027"',
        "id: late, funder: la Région, years: {2026: 1}",
        "id: late, funder: Région Bretagne, years: {2026: 1}",
        "id: late, funder: Région, status: closed, years: {2025: 1}",
    ],
)
def test_two_agreements_of_one_funder_at_one_time_are_told_however_it_is_called(late: str, told: Told) -> None:
    ((code, words),) = told([EARLY, late], region="name: Bretagne\n")

    assert code == "REG260"
    assert "early of the same funder ends on 2026-12-31" in words


def test_an_agreement_that_a_long_one_covers_is_told_behind_a_short_one(told: Told) -> None:
    short = "id: short, funder: Région, years: {2024: 1}"
    late = "id: late, funder: Région, years: {2026: 1}"

    assert [code for code, _words in told([EARLY, short, late])] == ["REG260", "REG260"]


@pytest.mark.parametrize(
    "late",
    [
        'id: late, funder: Région, amount: 1, start: "2027", end: "2028"',
        "id: late, funder: ADEME, years: {2026: 1}",
        "id: late, funder: Région, status: proposed, years: {2026: 1}",
        "id: late, funder: Région, status: terminated, years: {2026: 1}",
        'id: late, funder: Région, scheme: feder, amount: 1, start: "2025", end: "2026"',
    ],
)
def test_agreements_that_follow_each_other_or_are_of_projects_do_not_overlap(late: str, told: Told) -> None:
    assert told([EARLY, late]) == []


PROJECT = """schemes:
- id: until-its-end
  name: {en: Until its end}
  status: own
  source: report
  agreement: {start: 2025-03-01, end: 2026-08-31}
  payment_delay: 60d
  instalments: [{kind: balance, anchor: project-end}]
"""


def test_a_payment_scheme_that_names_its_last_day_is_of_a_project(told: Told, tmp_path: Path) -> None:
    (tmp_path / "programmes.yaml").write_text(PROJECT, encoding="utf-8")
    dated = 'id: dated, funder: Région, amount: 9000, scheme: until-its-end, start: "2025-03-01", end: "2026-08-31"'
    by_year = "id: by-year, funder: État, years: {2025: 9000}, scheme: until-its-end"

    assert told([dated, by_year]) == [
        ("REG266", "until-its-end pays one grant for the whole project, not year by year")
    ]


def test_the_grant_of_a_year_is_compared_with_what_was_signed(told: Told) -> None:
    figures = "  figures: [{year: 2025, regional_grant: 120, source: report}]\n"

    ((code, words),) = told(["id: a, funder: Région, years: {2025: 100, 2026: 120}"], figures)

    assert code == "REG264"
    assert words == "€100 for 2025 (deed), while the grant of that year is €120 (report)"


@pytest.mark.parametrize(
    ("agreements", "figure"),
    [
        (["id: a, funder: Région, years: {2025: 100}"], "regional_grant: 100"),
        (["id: a, funder: État, years: {2025: 70}"], "state_grant: 70"),
        (["id: a, funder: Tours Métropole, years: {2025: 70}"], "grants: [{funder: Tours métropole, amount: 70}]"),
        (["id: a, funder: Région, amount: 100, start: 2025, end: 2026"], "regional_grant: 90"),
        (["id: a, funder: Région, scheme: feder, amount: 100, start: 2025, end: 2025"], "regional_grant: 90"),
        (["id: a, funder: ADEME, years: {2025: 100}"], "regional_grant: 90"),
        (["id: a, funder: Région, status: proposed, years: {2025: 100}"], "regional_grant: 90"),
    ],
)
def test_amounts_that_agree_or_that_nobody_states_are_told_nothing_of(
    agreements: list[str], figure: str, told: Told
) -> None:
    assert told(agreements, f"  figures: [{{year: 2025, {figure}, source: report}}]\n") == []


@pytest.mark.parametrize(
    ("years", "agreed"),
    [
        ({2025: 90, 2026: 90}, 'amount: 170, start: "2025", end: "2027"'),
        ({2025: 180}, 'amount: 170, start: "2025", end: "2026"'),
    ],
)
def test_an_amount_in_all_below_the_grants_of_its_years_is_told(years: dict[int, int], agreed: str, told: Told) -> None:
    stated = "".join(
        f"  - {{year: {year}, regional_grant: {amount}, source: report}}\n" for year, amount in years.items()
    )

    ((code, words),) = told([f"id: a, funder: Région, {agreed}"], f"  figures:\n{stated}")

    assert code == "REG264"
    named = ", ".join(map(str, years))
    assert words == f"€170 in all (deed), while the grants of {named} come to €180 (report)"


@pytest.mark.parametrize(
    "agreements",
    [
        ['id: a, funder: Région, amount: 200, start: "2025", end: "2027"'],
        ['id: a, funder: Région, amount: 100, start: "2025-02-01", end: "2026-12-31"'],
        ['id: a, funder: Région, amount: 100, start: "2024-07-01", end: "2025-11-30"'],
        [
            'id: a, funder: Région, amount: 100, start: "2025", end: "2026"',
            'id: b, funder: Région, amount: 100, start: "2025", end: "2027", status: terminated',
            'id: c, funder: Région, amount: 100, start: "2024-01-01", end: "2025-01-31"',
        ],
    ],
)
def test_grants_that_an_amount_in_all_may_hold_are_told_nothing_of(agreements: list[str], told: Told) -> None:
    figures = "  figures: [{year: 2025, regional_grant: 180, source: report}]\n"

    assert "REG264" not in [code for code, _words in told(agreements, figures)]


def test_what_two_agreements_give_in_a_year_is_added_up(told: Told) -> None:
    figures = "  figures: [{year: 2025, regional_grant: 150, source: report}]\n"
    halves = ['id: a, funder: Région, amount: 100, start: "2025-01", end: "2025-06"']
    halves.append('id: b, funder: Région, amount: 50, start: "2025-07", end: "2025-12"')

    assert told(halves, figures) == []


def test_odd_agreements_are_warnings_and_impossible_ones_errors(told: Told, tmp_path: Path) -> None:
    told([EARLY, "id: late, funder: Région, years: {2026: 3}, cost: 2"])
    _registry, problems = examine(tmp_path)

    levels = {problem.code: problem.level for problem in problems}
    assert levels == {"REG260": Level.WARNING, "REG267": Level.ERROR}


def test_an_agreement_that_its_model_refuses_is_told_once(told: Told) -> None:
    assert [code for code, _words in told(["id: a, funder: Région, years: {2025: 5}, amount: 7x, cost: 1"])] == [
        "REG103"
    ]
