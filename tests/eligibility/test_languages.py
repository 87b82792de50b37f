"""What eligibility finds is worded in any language by one process; the room itself chooses none."""

from typing import Any

import pytest

from clusters_cli.eligibility.explanations import rules_explained
from clusters_cli.eligibility.law import Law
from clusters_cli.eligibility.rule_cases import RuleCase, examined, read_cases
from clusters_cli.presentation.languages import word
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
            {"aid.basis": "article-20a"},
            "article 20a is for INTERREG projects, and no INTERREG money is asked for",
            "l’article 20 bis vaut pour les projets INTERREG, et aucun fonds INTERREG n’est demandé",
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


def test_a_rule_is_explained_in_both_languages(law: Law) -> None:
    (k02,) = (item for item in rules_explained(law) if item.code == "K02")

    assert word(k02.title, "fr") == "Date d’octroi connue"
    assert word(k02.remedy, "en") == "Give aid.award_date, the day of the act and not of the payment."
    assert word(k02.meaning, "fr").split("\n\n")[1].startswith("Une règle de droit. Un verdict l’attend.")
