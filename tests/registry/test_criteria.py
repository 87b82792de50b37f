"""``maturity.yaml``: criteria that lead somewhere, thresholds of which one holds at a time."""

from collections.abc import Callable
from pathlib import Path

import pytest

from clusters_cli.foundations.errors import InvalidDataError
from clusters_cli.presentation.languages import word
from clusters_cli.registry.loading import load_registry, packaged_registry

GOOD = """\
borderline: {value: 0.10, source: report}
criteria:
- id: budget
  rank: 1
  name: {en: budget}
  measure: budget
  test: at-least
  thresholds: [{value: 100, to: 2020, source: report}, {value: 200, from: 2021, source: report}]
  met: structured
  not_met: next
  unknown: next
- id: team
  rank: 2
  name: {en: team}
  measure: team
  test: at-least
  thresholds: [{value: 3, source: report}]
  met: structured
  not_met: seeking-model
  unknown: undetermined
"""


@pytest.fixture
def with_criteria(small: Path) -> Callable[[str, str], Path]:
    """Write the good criteria with one text replaced, and return the registry's folder."""

    def write(old: str = "", new: str = "") -> Path:
        assert old in GOOD
        (small / "maturity.yaml").write_text(GOOD.replace(old, new, 1), encoding="utf-8")
        return small

    return write


def test_the_threshold_of_a_year_is_the_one_that_holds_then(with_criteria: Callable[..., Path]) -> None:
    file = load_registry(with_criteria()).maturity
    assert file is not None
    values = [threshold and threshold.value for threshold in map(file.ranked[0].threshold_in, (2019, 2020, 2021))]

    assert values == [100, 100, 200]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("to: 2020", "to: 2021", "two thresholds hold in the same year"),
        ("rank: 2", "rank: 1", "two criteria have the same rank"),
        ("unknown: undetermined", "unknown: next", "team is the last criterion and leads to a next one"),
        ("met: structured", "met: mature", "must be one of"),
        ("source: report}, {value: 200", "source: nobody}, {value: 200", "unknown source 'nobody'"),
        ("id: team", "id: budget", "budget is already the id of another entry"),
        ("value: 0.10", "value: 10", "is not a share between 0 and 1: 10 % or 0.1?"),
    ],
)
def test_criteria_that_cannot_be_asked_are_refused(
    with_criteria: Callable[[str, str], Path], old: str, new: str, message: str
) -> None:
    with pytest.raises(InvalidDataError) as caught:
        load_registry(with_criteria(old, new))

    assert any(message in word(problem.message, "en") for problem in caught.value.problems)


def test_every_packaged_threshold_names_its_source_and_its_date() -> None:
    file = load_registry(packaged_registry()).maturity
    assert file is not None

    assert all(threshold.as_of for criterion in file.criteria for threshold in criterion.thresholds)
