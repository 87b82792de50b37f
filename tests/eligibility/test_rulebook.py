"""The rules as data: complete, in two languages where people read titles, and true to what the functions read."""

from typing import get_args

import pytest
from pydantic import BaseModel

from clusters_cli.dossier.dossier import Dossier
from clusters_cli.eligibility.law import Law
from clusters_cli.eligibility.rulebook import Rule, rules
from clusters_cli.eligibility.rules import FUNCTIONS

ALL = tuple(rules().values())
PROGRAMME_ONLY = {
    "erdf-payment-days-2014-2020",
    "erdf-payment-days-2021-2027",
}
"""Parameters of payment, which the cash flow may use and no rule of eligibility does."""


def test_the_rules_are_numbered_without_a_gap_each_with_its_function() -> None:
    wanted = [f"K{number:02}" for number in range(1, len(rules()) + 1)]

    assert list(rules()) == wanted
    assert sorted(FUNCTIONS) == wanted


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.info.id)
def test_every_text_of_a_rule_is_in_both_languages(rule: Rule) -> None:
    info = rule.info
    meanings = (info.meaning.of(outcome) for outcome in rule.possible)
    texts = (info.title, info.question, info.remedy, info.human, *meanings, *info.impossible.values())

    assert all(text.fr and text.en for text in texts if text is not None)


def exists(path: str) -> bool:
    model: object = Dossier
    for step in path.split("."):
        models = [item for item in (model, *get_args(model)) if isinstance(item, type) and issubclass(item, BaseModel)]
        if not models or step not in models[0].model_fields:
            return False
        model = models[0].model_fields[step].annotation
    return True


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.info.id)
def test_the_facts_that_a_rule_reads_are_keys_of_a_dossier(rule: Rule) -> None:
    info = rule.info

    assert [path for path in info.reads if not exists(path)] == []


def test_every_parameter_is_declared_by_a_rule_and_every_rule_declares_known_ones(law: Law) -> None:
    declared = {identifier for rule in ALL for identifier in rule.info.parameters}

    assert declared == set(law.parameters) - PROGRAMME_ONLY


def test_only_a_rule_of_law_is_waited_for() -> None:
    assert not [rule.info.id for rule in ALL if rule.info.required and rule.info.nature == "funder"]


def test_a_rule_says_where_it_stands_in_its_file() -> None:
    lines = [rule.position.line for rule in ALL]

    assert lines == sorted(lines)
    assert len(set(lines)) == len(lines)
