"""The rules as data: complete, in two languages where people read titles, and true to what the functions read."""

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from pydantic import BaseModel

from clusters_cli.dossier.dossier import Dossier
from clusters_cli.eligibility import rulebook
from clusters_cli.eligibility.de_minimis.annex import STATEMENT
from clusters_cli.eligibility.de_minimis.ceilings import SGEI_CEILING
from clusters_cli.eligibility.de_minimis.coverage import FARMING
from clusters_cli.eligibility.law import Law
from clusters_cli.eligibility.rulebook import Rule, rules
from clusters_cli.eligibility.rules import FUNCTIONS
from clusters_cli.foundations.errors import InvalidDataError
from clusters_cli.registry.models.region_words import FunderRuleName
from tests.eligibility.conftest import known_rules
from tests.wording import told

PACKAGED = rulebook.FILE
RULES = known_rules()
ALL = tuple(RULES.values())
PROGRAMME_ONLY = {
    "erdf-payment-days-2014-2020",
    "erdf-payment-days-2021-2027",
}
"""Parameters of payment, which the cash flow may use and no rule of eligibility does."""
ACCOUNT_ONLY = {SGEI_CEILING, FARMING, STATEMENT}
"""Parameters that the de minimis account reads, and no rule of eligibility does."""


def test_the_rules_are_numbered_without_a_gap_in_their_order() -> None:
    assert list(RULES) == [f"K{number:02}" for number in range(1, len(RULES) + 1)]


def test_every_function_has_an_entry() -> None:
    without = sorted(FUNCTIONS.keys() - RULES.keys())

    assert not without, (
        f"{', '.join(without)}: a function in eligibility/rules/, and no entry in eligibility/rules.yaml"
    )


@pytest.fixture
def rules_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A file of rules, read in the place of the program's own."""
    file = tmp_path / "rules.yaml"
    monkeypatch.setattr(rulebook, "FILE", file)
    rules.cache_clear()
    yield file
    rules.cache_clear()


def test_an_entry_with_a_fault_is_told_with_its_place(rules_file: Path) -> None:
    rules_file.write_text("rules:\n- id: K01\n  nature: law\n  natures: law\n", encoding="utf-8")

    with pytest.raises(InvalidDataError) as refused:
        rules()

    assert "rules.yaml:4:3: error REG101 natures: is not a key known here" in told(refused.value.problems)


def test_an_entry_without_a_function_is_told_with_its_place(rules_file: Path) -> None:
    entry = PACKAGED.read_text(encoding="utf-8").split("\n- id: K02")[0]
    rules_file.write_text(entry.replace("K01", "K99"), encoding="utf-8")

    with pytest.raises(LookupError, match=r"rules\.yaml:5:7: K99 has no function: write k99_… in eligibility/rules/"):
        rules()


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

    assert declared - set(FunderRuleName) == set(law.parameters) - PROGRAMME_ONLY - ACCOUNT_ONLY - set(FunderRuleName)


def test_only_a_rule_of_law_is_waited_for() -> None:
    assert not [rule.info.id for rule in ALL if rule.info.required and rule.info.nature == "funder"]


def test_a_rule_says_where_it_stands_in_its_file() -> None:
    lines = [rule.position.line for rule in ALL]

    assert lines == sorted(lines)
    assert len(set(lines)) == len(lines)
