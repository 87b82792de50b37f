"""The law that comes with the program, and the dossier from which the rule cases start."""

from pathlib import Path
from typing import Any

import pytest

from clusters_cli.eligibility.law import Law
from clusters_cli.eligibility.rule_cases import read_cases
from clusters_cli.registry.loading import Registry

CASES = Path(__file__).parent.parent / "cases" / "eligibility.yaml"


@pytest.fixture(scope="session")
def law(registry: Registry) -> Law:
    """The parameters and regimes of the packaged registry."""
    return Law.of(registry.programmes.parameters, registry.programmes.aid_regimes)


@pytest.fixture(scope="session")
def complete() -> dict[str, Any]:
    """The data of a dossier that is eligible."""
    return read_cases(CASES)[0].dossier
