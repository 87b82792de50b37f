"""The law and the rules that come with the program, and the dossier from which the rule cases start."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from clusters_cli.eligibility.law import Law, law_in_use
from clusters_cli.eligibility.rule_cases import read_cases
from clusters_cli.eligibility.rulebook import Rule, rules
from clusters_cli.foundations.errors import InvalidDataError
from clusters_cli.registry.loading import Registry
from tests.wording import told

CASES = Path(__file__).parent.parent / "cases" / "eligibility.yaml"
OPEN_CASES = CASES.with_name("eligibility-open.yaml")


def known_rules() -> Mapping[str, Rule]:
    """Return every rule by id; without them nothing can be tried, and what is wrong with their file is told alone."""
    try:
        return rules()
    except InvalidDataError as error:
        reason = told(error.problems)
    except LookupError as error:
        reason = str(error)
    pytest.fail(reason, pytrace=False)


@pytest.fixture(scope="session")
def law(registry: Registry) -> Law:
    """The law that comes with the program, and what the packaged registry has of its own."""
    return law_in_use(registry)


@pytest.fixture(scope="session")
def complete() -> dict[str, Any]:
    """The data of a dossier that is eligible."""
    return read_cases(CASES)[0].dossier
