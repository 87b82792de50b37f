"""Whatever stands in the place of a value, the registry is read to the end and no message repeats it whole."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from clusters_cli.foundations.explanations import Level
from clusters_cli.foundations.places import DataPath
from clusters_cli.foundations.strict_yaml import parse_yaml
from clusters_cli.presentation.worded_problems import on_a_line
from clusters_cli.registry.loading import examine
from tests.registry.conftest import SMALL

LONGEST_LINE = 700
"""Characters of a problem's line, without the folder; a list of the words allowed is the longest part."""

HOSTILE: dict[str, Any] = {
    "a list": ["x"],
    "a mapping": {"x": ["y"]},
    "more digits than Python converts": "0" + "1" * 4400,
    "a power of ten": "1e999999999",
    "a very long text": "ab " * 50_000,
    "a very long word": "é" * 100_000,
}


def places(data: Any, path: DataPath = ()) -> Iterator[DataPath]:
    """Yield the path of everything below the top."""
    if path:
        yield path
    steps = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, inner in steps:
        yield from places(inner, (*path, step))


def with_value(data: Any, path: DataPath, value: Any) -> Any:
    """Return the data with something else at a place."""
    if not path:
        return value
    changed = with_value(data[path[0]], path[1:], value)
    if isinstance(data, dict):
        return {**data, path[0]: changed}
    return [changed if index == path[0] else item for index, item in enumerate(data)]


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("file", SMALL)
def test_no_value_breaks_the_reading_or_fills_the_screen(file: str, name: str, small: Path) -> None:
    data = parse_yaml(SMALL[file], file).data

    for path in places(data):
        (small / file).write_text(json.dumps(with_value(data, path, HOSTILE[name])), encoding="utf-8")
        registry, problems = examine(small)
        errors = [problem for problem in problems if problem.level is Level.ERROR]
        assert (registry is None) == bool(errors), path
        assert all(len(on_a_line(problem, "en")) - len(str(small)) < LONGEST_LINE for problem in problems), path


@pytest.mark.parametrize("name", HOSTILE)
def test_no_unquoted_value_and_no_key_breaks_the_reading_either(name: str, small: Path) -> None:
    hostile = HOSTILE[name] if isinstance(HOSTILE[name], str) else json.dumps(HOSTILE[name])

    for written in (f"year: {hostile}", f"? {hostile}\n: x", f"clusters:\n- year: {hostile}"):
        (small / "clusters.yaml").write_text(f"{written}\n", encoding="utf-8")
        registry, problems = examine(small)
        assert registry is None
        assert all(len(on_a_line(problem, "en")) - len(str(small)) < LONGEST_LINE for problem in problems)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("clusters.yaml", "year: 2021, members: 10", "year: 021, members: 10"),
        ("programmes.yaml", "kind: national-plan", "kind: 00"),
        ("sources.yaml", 'checked: "2024-05-01"', "checked: 021"),
        ("places.yaml", "latitude: 47.394", "latitude: 00"),
    ],
)
def test_a_warning_about_a_zero_never_hides_that_the_value_is_wrong(small: Path, file: str, old: str, new: str) -> None:
    text = (small / file).read_text(encoding="utf-8")
    assert old in text
    (small / file).write_text(text.replace(old, new), encoding="utf-8")

    registry, problems = examine(small)

    assert registry is None
    assert {problem.level for problem in problems} == {Level.ERROR, Level.WARNING}
