"""The account of an undertaking: what it answers, from what files tell, and what of it may lack."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from clusters_cli.dossier import DossierFile, read_dossier
from clusters_cli.eligibility.de_minimis.account import DeMinimisAccount, DeMinimisQuestion, account_of
from clusters_cli.eligibility.de_minimis.annex import annex_of
from clusters_cli.eligibility.de_minimis.coverage import working_days
from clusters_cli.eligibility.de_minimis.de_minimis_words import AwardSource, DeMinimisRule
from clusters_cli.eligibility.de_minimis.undertakings import SingleUndertaking, Undertaking
from clusters_cli.eligibility.law import Law
from clusters_cli.foundations.errors import InvalidDataError
from clusters_cli.presentation.languages import word
from clusters_cli.registry import Registry, open_registry
from tests.eligibility.de_minimis.examples import ASKED, OTHER, TODAY, award, register, row
from tests.wording import told

ALONE = SingleUndertaking(ASKED, is_told=True)
COVERED = date(2028, 12, 31)
"""The first day whose three years begin when the register does."""


def asked(
    law: Law, registry: Registry, day: date = TODAY, group: SingleUndertaking = ALONE, **more: Any
) -> DeMinimisAccount:
    return account_of(DeMinimisQuestion(group, day, **more), registry, law)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the register whose last declaration is of 1 December 2028."""
    path = tmp_path / "register.csv"
    path.write_text(register(row(), row(OTHER, declared="2028-12-01")), encoding="utf-8")
    return path


def dossier(tmp_path: Path, text: str) -> DossierFile:
    path = tmp_path / "dossier.yaml"
    path.write_text(f"id: demo\naid: {{type: operating, award_date: 2026-10-01}}\n{text}", encoding="utf-8")
    return read_dossier(path)


def test_it_cannot_be_told_while_nobody_says_that_all_is_known(law: Law, registry: Registry) -> None:
    account = asked(law, registry, typed=(award(date(2025, 3, 31), 20_000),))

    assert (account.within, account.general.headroom) == (None, Decimal(280_000))


def test_a_written_statement_makes_it_a_yes(law: Law, registry: Registry) -> None:
    account = asked(law, registry, typed=(award(date(2025, 3, 31), 20_000),), is_stated=True)

    assert (account.within, account.coverage.lacking) == (True, ())


@pytest.mark.parametrize("is_stated", [True, False])
def test_known_awards_above_the_ceiling_are_a_no_whatever_else_is_known(
    is_stated: bool, law: Law, registry: Registry
) -> None:
    typed = (award(date(2025, 3, 31), 200_000), award(date(2026, 3, 31), 150_000))

    assert asked(law, registry, typed=typed, is_stated=is_stated).within is False


def test_what_may_be_one_award_is_no_reason_for_a_no(law: Law, registry: Registry, tmp_path: Path) -> None:
    path = tmp_path / "register.csv"
    path.write_text(register(row(amount="200000")), encoding="utf-8")
    same = "history: {awards: [{kind: de-minimis, amount: 200000, on: 2026-02-15, undertaking: Somebody}]}"
    account = asked(law, registry, register=path, dossier=dossier(tmp_path, same), is_stated=True)

    assert (account.general.certain, account.general.possible, account.within) == (
        Decimal(200_000),
        Decimal(400_000),
        None,
    )


@pytest.mark.parametrize(
    ("day", "group", "within"),
    [
        (COVERED, ALONE, True),
        (COVERED, SingleUndertaking(ASKED), None),
        (date(2028, 12, 30), ALONE, None),
        (date(2028, 12, 29), ALONE, None),
        (date(2029, 1, 2), ALONE, None),
    ],
    ids=["whole", "who is linked is not told", "a day early", "two days early", "stale"],
)
def test_the_register_alone_is_enough_once_it_covers_three_years_and_is_fresh(
    day: date, group: SingleUndertaking, within: bool | None, law: Law, registry: Registry, tmp_path: Path
) -> None:
    path = tmp_path / "register.csv"
    path.write_text(register(row(), row(OTHER, declared="2028-12-04")), encoding="utf-8")

    assert asked(law, registry, day, group, register=path).within is within


def test_what_the_register_may_lack_is_told(law: Law, registry: Registry, copy: Path) -> None:
    account = asked(law, registry, TODAY, SingleUndertaking(ASKED), register=copy)

    assert [word(sentence, "en") for sentence in account.coverage.lacking] == [
        "the register holds aid awarded since 2026-01-01: that of 2023-11-27 to 2025-12-31 is not in it",
        "aid to farming enters it on 2027-01-01, and counts too",
        "authorities have 20 working days to declare an aid, and some do not declare",
        "who is linked to it is not told (--group, or --alone): aid to linked undertakings counts too",
    ]


def test_aid_to_services_of_general_interest_is_counted_apart_and_fisheries_are_not(
    law: Law, registry: Registry
) -> None:
    day = date(2026, 3, 1)
    typed = (
        award(day, 290_000),
        award(day, 20_000, rule=DeMinimisRule.FISHERIES),
        award(day, 760_000, rule=DeMinimisRule.SGEI),
    )
    general, sgei = asked(law, registry, typed=typed).ceilings

    assert (general.certain, general.limit, general.excess) == (Decimal(310_000), Decimal(300_000), Decimal(10_000))
    assert (sgei.certain, sgei.limit, sgei.excess) == (Decimal(760_000), Decimal(750_000), Decimal(10_000))


def test_the_history_of_a_dossier_is_counted_and_is_whole_where_it_says_so(
    law: Law, registry: Registry, tmp_path: Path
) -> None:
    history = (
        "history: {group_complete: yes, awards: [{kind: de-minimis, amount: 50000, on: 2025-03-31}, "
        "{kind: operating, amount: 90000, on: 2025-03-31}]}"
    )
    account = asked(law, registry, dossier=dossier(tmp_path, history))

    assert ([one.amount for one in account.awards], account.within) == ([Decimal(50_000)], True)
    assert account.awards[0].place == f"{tmp_path}/dossier.yaml:3:79"


def test_a_history_that_does_not_say_that_it_is_whole_leaves_it_open(
    law: Law, registry: Registry, tmp_path: Path
) -> None:
    assert asked(law, registry, dossier=dossier(tmp_path, "history: {awards: []}")).within is None
    assert asked(law, registry, dossier=dossier(tmp_path, "history: {group_complete: yes}")).within is None


def test_an_award_of_a_dossier_in_the_future_is_told_with_its_place(
    law: Law, registry: Registry, tmp_path: Path
) -> None:
    future = "history: {awards: [{kind: de-minimis, amount: 50000, on: 2062-03-31}]}"
    with pytest.raises(InvalidDataError) as caught:
        asked(law, registry, dossier=dossier(tmp_path, future))

    assert "dossier.yaml:3:58: error DOS604 on: 2062-03-31 is after 2026-11-26" in told(caught.value.problems)


def test_aid_passed_on_to_a_member_is_that_members(law: Law, registry: Registry, tmp_path: Path) -> None:
    passed = (
        "passed_on: [{member: Firm A, amount: 30000, basis: de-minimis, previous_de_minimis: 280000}, "
        "{member: Firm A, amount: 1000, basis: article-28}, {member: Firm B, amount: 9, basis: de-minimis}]"
    )
    file = dossier(tmp_path, passed)
    member = SingleUndertaking(Undertaking("firm a"), is_told=True)

    on_the_day = asked(law, registry, date(2026, 10, 1), member, dossier=file)
    assert (on_the_day.general.certain, on_the_day.within) == (Decimal(310_000), False)
    later = asked(law, registry, TODAY, member, dossier=file)
    assert (later.general.certain, later.general.possible, later.within) == (Decimal(30_000), Decimal(310_000), None)
    assert asked(law, registry, dossier=file).awards == ()


GRANTS = """\
clusters:
- id: alpha
  name: Alpha
  figures:
  - {year: 2022, source: report, grants: [{funder: Métropole, amount: 5000, basis: de-minimis}]}
  - year: 2025
    source: report
    regional_grant: 60000
    grants: [{funder: Métropole, amount: 40000, basis: de-minimis}, {funder: ERDF, amount: 7, basis: article-27}]
"""


def test_the_registry_tells_the_grants_that_it_says_are_de_minimis(law: Law, tmp_path: Path) -> None:
    (tmp_path / "clusters.yaml").write_text(GRANTS, encoding="utf-8")
    (tmp_path / "sources.yaml").write_text(
        "sources:\n- {id: report, kind: report, title: {en: Report}, date: 2025}\n", encoding="utf-8"
    )
    opened = open_registry(tmp_path)
    account = asked(law, opened, TODAY, SingleUndertaking(Undertaking("Alpha", None, "alpha")))

    assert [(one.amount, one.source, one.first.year, one.day) for one in account.awards] == [
        (Decimal(40000), AwardSource.REGISTRY, 2025, None)
    ]
    assert account.general.certain == Decimal(40000)
    assert "the registry states 1 grant of these years without the text that it rests on" in [
        word(sentence, "en") for sentence in account.coverage.lacking
    ]


def test_the_annex_holds_the_awards_that_count_and_what_the_law_of_the_day_asks(law: Law, registry: Registry) -> None:
    typed = (award(date(2023, 3, 31), 1_000), award(date(2025, 3, 31), 2_000))
    annex = annex_of(asked(law, registry, typed=typed, wanted=Decimal(40_000)), law)

    assert [one.amount for one in annex.awards] == [Decimal(2_000)]
    assert [word(duty, "en").split(" ")[0] for duty in annex.duties] == ["tell", "have", "enter"]
    assert "€40,000" in word(annex.duties[0], "en")


@pytest.mark.parametrize(("day", "duties"), [(date(2025, 6, 1), 2), (TODAY, 3), (date(2029, 1, 1), 1)])
def test_the_duties_are_those_of_the_day(day: date, duties: int, law: Law, registry: Registry) -> None:
    assert len(annex_of(asked(law, registry, day), law).duties) == duties


@pytest.mark.parametrize(
    ("after", "until", "days"),
    [
        (date(2026, 11, 26), date(2026, 11, 26), 0),
        (date(2026, 11, 27), date(2026, 11, 30), 1),
        (date(2026, 11, 1), date(2026, 11, 29), 20),
        (date(2026, 12, 1), date(2026, 11, 1), 0),
    ],
)
def test_working_days_leave_out_saturdays_and_sundays(after: date, until: date, days: int) -> None:
    assert working_days(after, until) == days
