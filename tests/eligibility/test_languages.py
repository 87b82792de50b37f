"""What eligibility finds is worded in any language by one process; the room itself chooses none."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from clusters_cli.eligibility.explained_rules import rules_explained
from clusters_cli.eligibility.law import Law
from clusters_cli.eligibility.rule_cases import RuleCase, examined, read_cases
from clusters_cli.eligibility.worded_parameters import parameter_words
from clusters_cli.presentation.languages import word
from clusters_cli.registry.models.aid import InForce, ParameterFigure
from clusters_cli.registry.models.law_words import ParameterUnit
from tests.eligibility.conftest import CASES

FILE, _DOCUMENT = read_cases(CASES)


@pytest.mark.parametrize(
    ("rule", "facts", "english", "french"),
    [
        (
            "K50",
            {"label": {"level": "silver", "awarded": "2023-05-31", "renewed": "yes"}},
            "Silver label until 2026-05-31",
            "label argent jusqu’au 31/05/2026",
        ),
        (
            "K33",
            {"aid.basis": "de-minimis"},
            "not asked of de minimis aid",
            "non demandé à une aide de minimis",
        ),
        (
            "K20",
            {"application.contents": ["costs", "place", "nom et taille du demandeur"]},
            "the application lacks: description and dates, type and amount of the aid",
            "il manque à la demande\u00a0: description et dates, type et montant de l’aide",
        ),
        (
            "K18",
            {"tax": {}},
            "not given: tax.vat_recoverable, tax.amounts",
            "non donné\u00a0: tax.vat_recoverable, tax.amounts",
        ),
    ],
)
def test_one_answer_is_worded_in_both_languages(
    rule: str, facts: dict[str, Any], english: str, french: str, law: Law
) -> None:
    case = RuleCase.model_validate({"name": "tried", "set": facts, "expect": {rule: "pass"}})
    examination = examined(FILE, case, law)
    (finding,) = (item.finding for item in examination.examined if item.finding.rule == rule)

    assert word(finding.message, "en") == english
    assert word(finding.message, "fr") == french


def test_what_the_law_says_with_a_yes_is_worded_in_both_languages(law: Law) -> None:
    (k18,) = (item for item in rules_explained(law) if item.code == "K18")

    assert "  yes from 2023-07-01 to 2026-12-31: " in word(k18.meaning, "en")
    assert "  oui du 01/07/2023 au 31/12/2026\u00a0: " in word(k18.meaning, "fr")


def test_a_rule_is_explained_in_both_languages(law: Law) -> None:
    (k02,) = (item for item in rules_explained(law) if item.code == "K02")

    assert word(k02.title, "fr") == "Date d’octroi connue"
    assert word(k02.remedy, "en") == "Give aid.award_date, the day of the act and not of the payment."
    assert word(k02.meaning, "fr").split("\n\n")[1].startswith("Une règle de droit. Un verdict l’attend.")


@pytest.mark.parametrize(
    ("since", "until", "english", "french"),
    [
        ("2014-07-01", "2026-12-31", "from 2014-07-01 to 2026-12-31", "du 01/07/2014 au 31/12/2026"),
        ("2006-03-22", None, "since 2006-03-22", "depuis le 22/03/2006"),
        (None, "2023-06-30", "until 2023-06-30", "jusqu’au 30/06/2023"),
        (None, None, "without known dates", "sans dates connues"),
    ],
)
def test_how_long_a_value_holds_is_said_as_far_as_it_is_known(
    since: str | None, until: str | None, english: str, french: str
) -> None:
    ends = {key: day for key, day in (("from", since), ("to", until)) if day}
    reference = {"title": "A law", "url": "https://law.example"}
    held = InForce.model_validate({**ends, "reference": reference, "confidence": "A", "checked": "2026-11-22"})

    assert (word(held.period, "en"), word(held.period, "fr")) == (english, french)


@pytest.mark.parametrize(
    ("value", "unit", "english", "french"),
    [
        (Decimal(7500000), ParameterUnit.EUROS, "€7,500,000", "7\u202f500\u202f000\u202f€"),
        (Decimal("0.5"), ParameterUnit.SHARE, "50%", "50\u202f%"),
        (3, ParameterUnit.YEARS, "3 years", "3 ans"),
        (1, ParameterUnit.MONTHS, "1 month", "1 mois"),
        (10, ParameterUnit.DAYS, "10 days", "10 jours"),
        (Decimal("7.5"), ParameterUnit.RATIO, "7.5", "7,5"),
        (True, ParameterUnit.YES_NO, "yes", "oui"),
        (date(2026, 12, 31), ParameterUnit.DATE, "2026-12-31", "31/12/2026"),
        ("2014", ParameterUnit.TEXT, "2014", "2014"),
    ],
)
def test_a_parameter_is_written_with_its_unit(
    value: ParameterFigure, unit: ParameterUnit, english: str, french: str
) -> None:
    assert [word(parameter_words(value, unit), language) for language in ("en", "fr")] == [english, french]
