"""The law on a day, and what an overlay changes in it."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from clusters_cli.eligibility.law import Law, with_overlay
from clusters_cli.foundations.errors import InvalidDataError

CAP = "cluster-operating-intensity"
IN_2025 = date(2025, 3, 31)


def file(folder: Path, *lines: str) -> Path:
    path = folder / "what-if.yaml"
    path.write_text("name: What if\nparameters:\n" + "".join(f"- {{{line}}}\n" for line in lines), encoding="utf-8")
    return path


def test_an_overlay_replaces_a_value_and_remembers_the_original(law: Law, tmp_path: Path) -> None:
    changed = with_overlay(law, file(tmp_path, f"id: {CAP}, value: 0.60")).on(CAP, IN_2025)

    assert (changed.value, changed.original, changed.overlaid) == (Decimal("0.60"), Decimal("0.50"), True)


def test_an_overlay_leaves_the_law_itself_as_it_is(law: Law, tmp_path: Path) -> None:
    with_overlay(law, file(tmp_path, f"id: {CAP}, value: 0.60"))

    assert law.on(CAP, IN_2025).value == Decimal("0.50")


def test_an_overlay_with_dates_holds_between_them(law: Law, tmp_path: Path) -> None:
    changed = with_overlay(law, file(tmp_path, f"id: {CAP}, value: 0.60, from: 2027-01-01, to: 2027-12-31"))

    assert changed.on(CAP, IN_2025).value == Decimal("0.50")
    assert changed.on(CAP, date(2027, 12, 31)).value == Decimal("0.60")
    assert changed.on(CAP, date(2028, 1, 1)).value is None


def test_an_overlay_without_effect_changes_nothing(law: Law, tmp_path: Path) -> None:
    same = with_overlay(law, file(tmp_path, f"id: {CAP}, value: 0.50"))

    assert same.on(CAP, IN_2025).value == law.on(CAP, IN_2025).value


def test_the_id_of_a_parameter_may_be_written_with_underscores(law: Law, tmp_path: Path) -> None:
    changed = with_overlay(law, file(tmp_path, "id: cluster_operating_intensity, value: 0.60"))

    assert changed.on(CAP, IN_2025).overlaid


@pytest.mark.parametrize(
    ("line", "code", "suggestion"),
    [
        ("id: cluster-operating-intensty, value: 0.60", "PAR101", CAP),
        (f"id: {CAP}, value: 60", "PAR102", None),
        ("id: cluster-operating-max-years, value: 10.5", "PAR102", None),
        (f"id: {CAP}, valu: 0.60", "REG101", "value"),
    ],
)
def test_a_mistake_in_an_overlay_is_located(
    line: str, code: str, suggestion: str | None, law: Law, tmp_path: Path
) -> None:
    with pytest.raises(InvalidDataError) as raised:
        with_overlay(law, file(tmp_path, line))

    problem = next(problem for problem in raised.value.problems if problem.code == code)
    assert problem.suggestion == suggestion
    assert problem.position.line == 3


def test_on_a_day_without_a_text_there_is_no_value(law: Law) -> None:
    assert law.on(CAP, date(2014, 6, 30)).value is None
    assert law.on(CAP, date(2027, 1, 1)).value is None


def test_the_value_before_a_change_can_be_asked_for(law: Law) -> None:
    before = law.before("cluster-notification", date(2023, 9, 1))

    assert before is not None
    assert before.value == 7_500_000
    assert law.before("cluster-notification", date(2015, 1, 1)) is not None
    assert law.before("public-share-max", date(2015, 1, 1)) is None


@pytest.mark.parametrize(
    ("day", "holds"),
    [("2025-01-31", False), ("2025-02-01", True), ("2025-02-28", True), ("2025-03-01", False)],
)
def test_an_overlay_holds_on_its_first_and_on_its_last_day(day: str, holds: bool, law: Law, tmp_path: Path) -> None:
    changed = with_overlay(law, file(tmp_path, f"id: {CAP}, value: 0.60, from: 2025-02-01, to: 2025-02-28"))

    assert changed.on(CAP, date.fromisoformat(day)).overlaid is holds
