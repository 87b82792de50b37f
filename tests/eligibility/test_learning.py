"""Learning a fact never changes a certain verdict: every fact of the rule cases is taken out, and learnt again."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from clusters_cli.dossier.dossier_file import dossier_of, with_fact, without_fact
from clusters_cli.eligibility.examination import Examination, examine
from clusters_cli.eligibility.law import law_in_use
from clusters_cli.eligibility.questions import whole_dossier
from clusters_cli.eligibility.rule_cases import read_cases
from clusters_cli.eligibility.rulebook import Depth
from clusters_cli.foundations.errors import InvalidDataError
from clusters_cli.foundations.strict_yaml import Document
from clusters_cli.registry.loading import load_registry, packaged_registry
from tests.eligibility.conftest import CASES, OPEN_CASES

LAW = law_in_use(load_registry(packaged_registry()))
STATEMENTS = ("aid.regime", ".group")
"""Keys whose absence says something: the regime is that of the award date, a member stands alone.

One that is named and is another contradicts what was said; nothing is learnt by it.
"""


@dataclass(frozen=True)
class Application:
    """The dossier of a rule case, and the day on which it is looked at."""

    name: str
    data: Any
    as_of: date

    def examined(self, data: Any) -> Examination | None:
        """Examine its dossier with other data; nothing if they are not valid."""
        try:
            file = dossier_of(Document(self.name, "", data), {})
        except InvalidDataError:
            return None
        return examine(whole_dossier(file, LAW, self.as_of), Depth.DOSSIER, name=self.name)


def applications() -> Iterator[Application]:
    for path in (CASES, OPEN_CASES):
        read, _document = read_cases(path)
        for case in read.cases:
            data: Any = read.dossier
            for fact, value in case.given.items():
                data = with_fact(data, fact, value)
            for fact in case.without:
                data = without_fact(data, fact)
            yield Application(case.name, data, case.as_of or read.as_of)


def facts_of(data: Any, above: str = "") -> Iterator[str]:
    """Yield every fact: sections, lists, and the keys of their entries."""
    if isinstance(data, dict):
        for key, inner in data.items():
            path = f"{above}.{key}".lstrip(".")
            yield path
            yield from facts_of(inner, path)
    elif isinstance(data, list):
        for index, entry in enumerate(data):
            if isinstance(entry, dict):
                yield from facts_of(entry, f"{above}[{index}]")


def can_be_learnt(fact: str) -> bool:
    return not fact.endswith(STATEMENTS)


APPLICATIONS = tuple(applications())


def unsettled(before: Examination | None, after: Examination | None) -> bool:
    """Whether a verdict that was certain is another one afterwards."""
    if before is None or after is None or before.verdict == "undetermined":
        return False
    return before.verdict is not after.verdict


@given(st.sampled_from(APPLICATIONS), st.data())
@settings(max_examples=80)
def test_learning_facts_never_changes_a_certain_verdict(application: Application, data: st.DataObject) -> None:
    facts = [fact for fact in facts_of(application.data) if can_be_learnt(fact)]
    gaps = data.draw(st.lists(st.sampled_from(facts), min_size=1, max_size=4, unique=True))
    learnt = data.draw(st.lists(st.sampled_from(gaps), min_size=1, unique=True))
    before = application.examined(without(application.data, gaps))
    after = application.examined(without(application.data, [fact for fact in gaps if fact not in learnt]))
    assume(before is not None and after is not None)

    assert not unsettled(before, after)


@given(st.sampled_from(APPLICATIONS), st.data())
@settings(max_examples=40)
def test_a_fact_that_is_given_is_never_missing(application: Application, data: st.DataObject) -> None:
    gaps = data.draw(st.lists(st.sampled_from(list(facts_of(application.data))), max_size=4, unique=True))
    rest = without(application.data, gaps)
    found = application.examined(rest)
    assume(found is not None)

    assert not set(facts_of(rest)) & set(found.missing if found else ())


@pytest.mark.long
@pytest.mark.parametrize("application", APPLICATIONS, ids=lambda application: application.name)
def test_learning_any_one_fact_never_changes_a_certain_verdict(application: Application) -> None:
    whole = application.examined(application.data)
    changed = [
        fact
        for fact in facts_of(application.data)
        if can_be_learnt(fact) and unsettled(application.examined(without(application.data, [fact])), whole)
    ]

    assert not changed


def without(data: Any, facts: list[str]) -> Any:
    """Take facts out, the last entries of lists and the inner keys first, so that the paths of the others stay."""
    for fact in sorted(facts, key=lambda fact: (fact.count("."), fact), reverse=True):
        if fact in set(facts_of(data)):
            data = with_fact(data, fact, None)
    return data
