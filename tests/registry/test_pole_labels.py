"""The label of a pôle on a day."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from clusters_cli.registry.lifetimes import Standing
from clusters_cli.registry.loading import Registry, load_registry
from clusters_cli.registry.pole_labels import DatedLabel, label_on

DAY = date(2026, 11, 25)
Labelled = Callable[[str], Registry]


@pytest.fixture
def labelled(small: Path) -> Labelled:
    """A registry whose pôle has labels, written as in YAML, of a phase from 2023 to 2026."""

    def read(labels: str) -> Registry:
        text = (small / "poles.yaml").read_text(encoding="utf-8")
        phase = "name: {en: Phase I}, period: [{start: '2023', end: '2026', source: report}]"
        text = text.replace("name: {en: Phase I}", phase)
        text = text.replace("[{outcome: labelled, phase: phase-1, source: report}]", f"[{labels}]")
        (small / "poles.yaml").write_text(text, encoding="utf-8")
        return load_registry(small)

    return read


def seen(registry: Registry, day: date = DAY) -> DatedLabel:
    """The label of the pôle, which has one."""
    label = label_on(registry.pole_by_id["gamma"], registry, day)
    assert label is not None
    return label


def test_a_label_holds_to_the_end_of_its_phase(labelled: Labelled) -> None:
    registry = labelled("{outcome: labelled, phase: phase-1, source: report}")

    assert seen(registry, date(2026, 12, 31)).standing is Standing.OPEN
    assert seen(registry, date(2027, 1, 1)).standing is Standing.ENDED


def test_the_end_that_a_decision_gives_stands_over_that_of_its_phase(labelled: Labelled) -> None:
    registry = labelled("{outcome: labelled, phase: phase-1, until: '2024', source: report}")

    assert seen(registry).last_day == date(2024, 12, 31)


def test_a_decision_counts_from_its_day_and_not_from_the_beginning_of_its_phase(labelled: Labelled) -> None:
    registry = labelled("{outcome: labelled, phase: phase-1, date: 2023-03-27, source: report}")

    assert label_on(registry.pole_by_id["gamma"], registry, date(2023, 3, 26)) is None
    assert seen(registry, date(2023, 3, 27)).standing is Standing.OPEN


def test_the_latest_decision_taken_by_the_day_is_the_one_that_counts(labelled: Labelled) -> None:
    registry = labelled(
        "{outcome: not-renewed, date: 2025-06-01, source: report}, {outcome: labelled, date: 2005, source: report}"
    )

    assert seen(registry, date(2025, 5, 31)).outcome == "labelled"
    assert seen(registry, date(2025, 6, 1)).outcome == "not-renewed"


def test_a_pole_whose_label_was_not_renewed_has_none(labelled: Labelled) -> None:
    label = seen(labelled("{outcome: not-renewed, phase: phase-1, date: 2023-03-27, source: report}"))

    assert (label.standing, label.last_day, label.days_left, label.ends_soon) == (Standing.ENDED, None, None, False)


def test_a_label_without_a_known_end_is_open_as_far_as_known(labelled: Labelled) -> None:
    label = seen(labelled("{outcome: labelled, date: '2005', source: report}"))

    assert (label.standing, label.last_day, label.days_left) == (Standing.OPEN, None, None)


def test_of_two_decisions_of_one_day_that_of_the_reference_is_taken(labelled: Labelled) -> None:
    registry = labelled(
        "{outcome: labelled, date: '2023', until: '2024', source: press},"
        " {outcome: labelled, date: '2023', until: '2026', source: report}"
    )

    assert seen(registry).last_day == date(2026, 12, 31)


def test_a_decision_without_a_date_or_a_phase_counts_from_what_its_source_speaks_of(labelled: Labelled) -> None:
    registry = labelled("{outcome: labelled, as_of: 2024-01-30, source: press}")

    assert label_on(registry.pole_by_id["gamma"], registry, date(2024, 1, 29)) is None
    assert seen(registry, date(2024, 1, 30)).decided is None


def test_a_pole_that_ended_has_no_label_any_more(small: Path, labelled: Labelled) -> None:
    labelled("{outcome: labelled, phase: phase-1, source: report}")
    with (small / "poles.yaml").open("a", encoding="utf-8") as file:
        file.write("  ended: [{how: merged, date: 2025-06-30, source: report}]\n")
    registry = load_registry(small)

    assert seen(registry, date(2025, 6, 29)).standing is Standing.OPEN
    ended = seen(registry, date(2025, 6, 30))
    assert (ended.standing, ended.last_day, ended.ends_soon) == (Standing.ENDED, None, False)


@pytest.mark.parametrize("pole", ["cosmetic-valley", "s2e2", "polymeris", "atlanpole-biotherapies", "vegepolys-valley"])
def test_the_five_poles_of_the_report_are_labelled_to_the_end_of_phase_v(pole: str, registry: Registry) -> None:
    label = label_on(registry.pole_by_id[pole], registry, DAY)

    assert label is not None
    assert (label.phase, label.last_day, label.days_left) == ("phase-5", date(2026, 12, 31), 36)
