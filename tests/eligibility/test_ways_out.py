"""What can be done where no regime covers an award that is still to come, or where the one that does ends soon."""

from datetime import date

import pytest

from clusters_cli.eligibility.known_figures import KnownFigures
from clusters_cli.eligibility.law import Law
from clusters_cli.eligibility.questions import Given, question
from clusters_cli.eligibility.ways_out import ways_out
from clusters_cli.presentation.languages import word

LAST_DAY, LAST_OF_ADJUSTMENT = date(2026, 12, 31), date(2027, 6, 30)
FIRST_WORDS = {"sign": "sign by", "adjust": "award under", "de-minimis": "grant de minimis", "notify": "notify the aid"}


def _ways(law: Law, asked: date, award: date | None = None) -> list[str]:
    case = question(KnownFigures("demo", "Demo"), Given(award_date=award), law, asked)
    told = [word(way, "en") for way in ways_out(case)]
    return [name for way in told for name, words in FIRST_WORDS.items() if way.startswith(words)]


@pytest.mark.parametrize(
    ("asked", "ways"),
    [
        (date(2026, 6, 1), []),
        (date(2026, 7, 1), ["sign", "adjust", "de-minimis", "notify"]),
        (LAST_DAY, ["sign", "adjust", "de-minimis", "notify"]),
        (date(2027, 1, 1), ["adjust", "de-minimis", "notify"]),
        (LAST_OF_ADJUSTMENT, ["adjust", "de-minimis", "notify"]),
        (date(2027, 7, 1), ["de-minimis", "notify"]),
        (date(2031, 1, 1), ["notify"]),
    ],
    ids=str,
)
def test_what_is_left_grows_less_as_the_regime_its_adjustment_and_the_de_minimis_rule_end(
    asked: date, ways: list[str], law: Law
) -> None:
    assert _ways(law, asked) == ways


def test_an_award_planned_after_the_end_can_still_be_signed_before_it(law: Law) -> None:
    assert _ways(law, date(2026, 3, 1), award=date(2027, 3, 1)) == ["sign", "adjust", "de-minimis", "notify"]


@pytest.mark.parametrize("award", [date(2013, 1, 1), date(2026, 11, 24)])
def test_an_aid_that_was_awarded_already_leaves_nothing_to_do(award: date, law: Law) -> None:
    assert _ways(law, date(2026, 11, 25), award=award) == []


def test_before_the_first_regime_there_is_none_to_sign_under(law: Law) -> None:
    assert _ways(law, date(2013, 1, 1)) == ["notify"]


def test_each_way_names_its_day_or_its_text(law: Law) -> None:
    told = [word(way, "en") for way in ways_out(question(KnownFigures("d", "D"), Given(), law, date(2026, 11, 25)))]

    assert told[0] == "sign by 2026-12-31, the last day of SA.111723"
    assert told[1].startswith("award under SA.111723 until 2027-06-30, if its own text allows it")
    assert "at most €300,000 to one undertaking over three years" in told[2]
    assert "TFEU, art. 108(3)" in told[3]
