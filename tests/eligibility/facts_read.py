"""Which facts of a dossier each rule looks at, noted while it answers."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace

import pytest
from pydantic import BaseModel

from clusters_cli.dossier.dossier import Dossier
from clusters_cli.eligibility import examination
from clusters_cli.eligibility.answers import RuleAnswer
from clusters_cli.eligibility.case import Case
from clusters_cli.eligibility.rulebook import Rule

FactsRead = Mapping[str, set[str]]
"""The paths of the facts that were looked at, by rule."""

SECTIONS: Mapping[type[BaseModel], str] = {
    Dossier: "",
    **{
        field.annotation: f"{name}."
        for name, field in Dossier.model_fields.items()
        if isinstance(field.annotation, type) and issubclass(field.annotation, BaseModel)
    },
}
"""The parts of a dossier that are always there, and what stands before the names of their facts.

A list of lines, and a part that may be left out, are each one fact.
"""


@contextmanager
def watched(rules: Mapping[str, Rule]) -> Iterator[FactsRead]:
    """Note what the rules look at, as long as the context lasts."""
    noted: defaultdict[str, set[str]] = defaultdict(set)
    asking: list[str] = []

    def note(fact: str) -> None:
        if asking:
            noted[asking[-1]].add(fact)

    def watching(rule: Rule) -> Rule:
        def answer(case: Case) -> RuleAnswer:
            asking.append(rule.info.id)
            try:
                return rule.answer(case)
            finally:
                asking.pop()

        return replace(rule, answer=answer)

    watched_rules = {identifier: watching(rule) for identifier, rule in rules.items()}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(examination, "rules", lambda: watched_rules)
        for section, before in SECTIONS.items():
            patch.setattr(section, "__getattribute__", _noting(section, before, note))
        yield noted


def _noting(section: type[BaseModel], before: str, note: Callable[[str], None]) -> Callable[[BaseModel, str], object]:
    facts = {name for name, field in section.model_fields.items() if field.annotation not in SECTIONS}

    def look(part: BaseModel, name: str) -> object:
        if name in facts:
            note(f"{before}{name}")
        return object.__getattribute__(part, name)

    return look
