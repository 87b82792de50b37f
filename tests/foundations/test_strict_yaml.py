from pathlib import Path

import pytest

from clusters_cli.foundations import strict_yaml
from clusters_cli.foundations.errors import UnusableFileError
from clusters_cli.foundations.problems import Position
from clusters_cli.foundations.strict_yaml import Document, parse_yaml, read_yaml
from clusters_cli.foundations.yaml_data import DEEPEST
from clusters_cli.presentation.languages import word
from tests.wording import refused


@pytest.mark.parametrize(
    "written", ["012345670", "01", "no", "NO", "20:30", "1e-3", "2024-01-05", "~", "null", "1_000", "0x1F"]
)
def test_a_scalar_is_the_text_that_was_written(written: str) -> None:
    assert parse_yaml(f"key: {written}\n", "a.yaml").data == {"key": written}


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("a: 1\nb: 2\na: 3\n", "REG004", 3, 1),
        ("a: &x 1\nb: *x\n", "REG005", 1, 4),
        ("a: !!int 1\n", "REG005", 1, 4),
        ("a:\n\tb: 1\n", "REG003", 2, 1),
        ("a: [1, 2\n", "REG003", 2, 1),
        ("a: 1\n---\nb: 2\n", "REG008", 2, 1),
        ("a:\nb: 1\n", "REG009", 1, 3),
        ("{a: 1}: 2\n", "REG003", 1, 1),
        ("a: \x07\n", "REG014", 1, 4),
    ],
)
def test_what_would_hide_or_break_the_meaning_is_refused_with_its_place(
    text: str, code: str, line: int, column: int
) -> None:
    problem = parse_yaml(text, "a.yaml").problems[0]

    assert (problem.code, problem.position.line, problem.position.column) == (code, line, column)


@pytest.mark.parametrize("opening", ["[", "- ", "{a: "])
def test_a_million_levels_of_nesting_end_at_the_limit(opening: str) -> None:
    document = parse_yaml(opening * 1_000_000, "a.yaml")

    assert [problem.code for problem in document.problems] == ["REG006"]
    assert str(DEEPEST) in word(document.problems[0].message, "en")


def test_an_alias_never_multiplies_anything() -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"k{n}: &n{n} [*a, *a]\n" for n in range(20))

    assert all(problem.code == "REG005" for problem in parse_yaml(bomb, "a.yaml").problems)


def test_positions_lead_to_values_keys_and_the_nearest_ancestor() -> None:
    document = parse_yaml("a:\n- b: 1\n  c: {d: x}\n", "a.yaml")

    assert str(document.locate(("a", 0, "c", "d"))) == "a.yaml:3:10"
    assert str(document.locate(("a", 0, "c", "d"), key=True)) == "a.yaml:3:7"
    assert str(document.locate(("a", 0, "missing"))) == "a.yaml:2:3"


def test_what_a_text_does_not_hold_is_sought_once(monkeypatch: pytest.MonkeyPatch) -> None:
    passes: list[object] = []

    def finding_nothing(_events: object, wanted: object) -> dict[object, object]:
        passes.append(wanted)
        return {}

    monkeypatch.setattr(strict_yaml, "places", finding_nothing)
    document = Document("facts", "", {"a": "1", "b": "2"})

    assert {document.locate((key,)) for key in ("a", "b", "a")} == {Position("facts")}
    assert len(passes) == 1


def test_a_mark_at_the_start_of_the_file_and_windows_line_ends_are_read_as_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"\xef\xbb\xbfa: 1\r\nb: 2\r\n")

    assert read_yaml(tmp_path / "a.yaml").data == {"a": "1", "b": "2"}


@pytest.mark.parametrize("content", [b"a: \xff\xfe", "a: é".encode("utf-16"), b"\x80\x81"])
def test_a_file_that_is_not_utf8_is_refused_with_its_place(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(content)

    assert [problem.code for problem in read_yaml(tmp_path / "a.yaml").problems] == ["REG002"]


def test_a_folder_in_place_of_a_file_is_refused(tmp_path: Path) -> None:
    with refused(UnusableFileError, match="not a regular file"):
        read_yaml(tmp_path)
