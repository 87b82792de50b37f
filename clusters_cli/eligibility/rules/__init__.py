"""The rules, one small function each, grouped by theme.

A function is named after its rule, ``k21_operating_intensity``; what the rule asks, where it is written and what its
outcomes mean stands in ``rules.yaml``.
"""

import re
from collections.abc import Callable, Mapping
from types import ModuleType

from clusters_cli.eligibility.answers import RuleAnswer
from clusters_cli.eligibility.case import Case
from clusters_cli.eligibility.rules import (
    after_award,
    beneficiary,
    costs,
    cumulation,
    difficulty,
    european_programmes,
    formal_duties,
    intensity,
)

RuleFunction = Callable[[Case], RuleAnswer]

_NAME = re.compile(r"k(\d\d)_[a-z_]+")


def _rules_in(module: ModuleType) -> Mapping[str, RuleFunction]:
    named = {name: _NAME.fullmatch(name) for name in vars(module)}
    return {f"K{match[1]}": getattr(module, name) for name, match in named.items() if match}


FUNCTIONS: Mapping[str, RuleFunction] = {
    identifier: function
    for module in (
        beneficiary,
        difficulty,
        costs,
        intensity,
        cumulation,
        european_programmes,
        formal_duties,
        after_award,
    )
    for identifier, function in _rules_in(module).items()
}
"""The function that answers for each rule."""
