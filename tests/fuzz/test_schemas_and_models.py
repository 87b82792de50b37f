"""JSON Schemas and models judge the same changed files alike, save a written list of rules that no schema can say."""

from pathlib import Path
from random import Random

import pytest

from clusters_cli.commands.schema.schema_files import kinds
from tests.fuzz.beyond_schemas import RULES, Rule, rules_broken
from tests.fuzz.judges import allowed_by_schema, problems
from tests.fuzz.mutation import mutated_file, samples
from tests.fuzz.trees import lines

DOCS = Path(__file__).parent.parent.parent / "docs"
FEW, MANY = 100, 2000
"""Changed files of each kind: in every run, and in a long one."""


def differences(kind: str, seeds: list[str]) -> list[str]:
    """Return the changed files of a kind that model and schema judge differently beyond the written list."""
    return [
        f"{kind} {seed}: {problems(kind, text) or 'only the schema refuses it'}\n{text}"
        for seed in seeds
        for text in (mutated_file(kind, Random(f"{kind} {seed}")),)
        if bool(problems(kind, text)) == allowed_by_schema(kind, text) and not rules_broken(kind, text)
    ]


@pytest.mark.parametrize("kind", kinds())
def test_a_few_changed_files_are_judged_alike(kind: str, fuzz_seed: int) -> None:
    assert differences(kind, [f"{fuzz_seed} {index}" for index in range(FEW)])[:3] == []


@pytest.mark.long
@pytest.mark.parametrize("kind", kinds())
def test_twenty_thousand_changed_files_are_judged_alike(kind: str, fuzz_seed: int, fuzz_count: int | None) -> None:
    count = MANY if fuzz_count is None else fuzz_count

    assert differences(kind, [f"{fuzz_seed} long {index}" for index in range(count)])[:3] == []


@pytest.mark.parametrize("kind", kinds())
def test_both_judges_accept_the_files_that_are_changed(kind: str) -> None:
    for tree in samples(kind):
        assert problems(kind, lines(tree)) == ()
        assert allowed_by_schema(kind, lines(tree))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about)
def test_each_rule_of_the_list_is_one_that_only_one_of_the_judges_knows(rule: Rule) -> None:
    text = rule.example()

    assert allowed_by_schema(rule.kind, text) is not rule.stricter
    assert bool(problems(rule.kind, text)) is not rule.stricter
    assert rule.stricter or rules_broken(rule.kind, text) == {rule}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about)
def test_the_docs_tell_each_rule_of_the_list(rule: Rule) -> None:
    assert f"- {rule.about}" in (DOCS / "ci.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(("digits", "is_sound"), [(40, True), (41, False)])
def test_a_parameter_has_as_many_digits_as_are_read(digits: int, is_sound: bool) -> None:
    text = (
        f"parameters:\n- {{id: years, name: {{en: Years}}, unit: years, values: [{{value: {'1' * digits}, "
        'reference: {title: A text, url: "https://example.org/a"}, confidence: "D", checked: "2025-01-01"}]}\n'
    )

    assert (not problems("programmes", text), allowed_by_schema("programmes", text)) == (is_sound, is_sound)
