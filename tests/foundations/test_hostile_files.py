"""Whatever a data file holds or is, reading it ends soon with a located message; never a traceback."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from clusters_cli.foundations import building, yaml_data
from clusters_cli.foundations.explanations import Level
from clusters_cli.presentation.worded_problems import on_a_line
from clusters_cli.registry.loading import examine

BASE = Path(__file__).parent.parent / "gallery" / "base"
EXPLODING = "\n".join(
    ["a0: &a0 [x, x]", *(f"a{index}: &a{index} [{', '.join([f'*a{index - 1}'] * 10)}]" for index in range(1, 40))]
)

CONTENT: dict[str, tuple[bytes, str]] = {
    "a repeated key": (b"clusters: []\nclusters: []\n", "clusters.yaml:2:1: error REG004"),
    "anchors that explode": (EXPLODING.encode(), "clusters.yaml:1:5: error REG005"),
    "a million nested brackets": (b"[" * 1_000_000 + b"]" * 1_000_000, "clusters.yaml:1:51: error REG006"),
    "brackets that never close": (b"[" * 1_000_000, "clusters.yaml:1:51: error REG006"),
    "binary": (bytes(range(256)) * 100, "clusters.yaml:2:118: error REG002"),
    "UTF-16 with its mark": ("clusters: []\n".encode("utf-16"), "clusters.yaml:1:1: error REG002"),
    "UTF-16 without its mark": ("clusters: []\n".encode("utf-16-le"), "clusters.yaml:1:2: error REG014"),
    "a lone surrogate as bytes": (b"clusters:\n- id: \xed\xa0\x80\n", "clusters.yaml:2:7: error REG002"),
    "a lone surrogate as an escape": (b'clusters:\n- id: "\\ud800"\n', "clusters.yaml:2:10: error REG003"),
    "a NUL": (b"clusters:\n- id: a\0b\n", "clusters.yaml:2:8: error REG014"),
    "a terminal escape": (b'clusters:\n- {id: a, name: "\\e[31m"}\n', "clusters.yaml:2:17: error REG014"),
    "a tab for indentation": (b"clusters:\n\t- id: a\n", "clusters.yaml:2:1: error REG003"),
    "nothing": (b"", "clusters.yaml:1:1: error REG010"),
    "a sentence": (b"hello\n", "clusters.yaml:1:1: error REG104"),
    "a list": (b"- a\n", "clusters.yaml:1:1: error REG104"),
    "a key that is a list": (b"? [a]\n: b\n", "clusters.yaml:1:3: error REG003"),
    "a quote that never closes": (b'clusters: "abc\n', "error REG003"),
    "two documents": (b"clusters: []\n---\nclusters: []\n", "clusters.yaml:2:1: error REG008"),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small valid registry."""
    for file in BASE.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    return tmp_path


def told(folder: Path) -> list[str]:
    """Return the errors of a registry, which must not be valid."""
    registry, problems = examine(folder)
    assert registry is None
    return [on_a_line(problem, "en") for problem in problems if problem.level is Level.ERROR]


@pytest.mark.parametrize("name", CONTENT)
def test_hostile_content_is_told_with_its_place(name: str, folder: Path) -> None:
    content, expected = CONTENT[name]
    (folder / "clusters.yaml").write_bytes(content)

    assert any(expected in line for line in told(folder)), told(folder)


@pytest.mark.parametrize("change", [lambda text: b"\xef\xbb\xbf" + text, lambda text: text.replace(b"\n", b"\r\n")])
def test_a_byte_order_mark_and_windows_line_ends_do_not_matter(change: Callable[[bytes], bytes], folder: Path) -> None:
    file = folder / "clusters.yaml"
    file.write_bytes(change(file.read_bytes()))

    registry, problems = examine(folder)

    assert registry is not None
    assert problems == ()


NOT_FILES: dict[str, Callable[[Path], object]] = {
    "a pipe that nobody writes to": os.mkfifo,
    "a folder": os.mkdir,
    "a link that leads to itself": lambda path: path.symlink_to(path),
    "a link that leads nowhere": lambda path: path.symlink_to("nowhere"),
    "an endless device": lambda path: path.symlink_to("/dev/zero"),
}


@pytest.mark.parametrize("file", ["poles.yaml", "clusters.yaml"])
@pytest.mark.parametrize("name", NOT_FILES)
def test_what_is_no_file_is_told_and_never_waited_for(name: str, file: str, folder: Path) -> None:
    (folder / file).unlink(missing_ok=True)
    NOT_FILES[name](folder / file)

    (line,) = told(folder)

    assert f"{file}:1:1: error REG001" in line


def test_files_are_read_where_opening_knows_no_way_not_to_wait(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "O_NONBLOCK")

    registry, problems = examine(folder)

    assert registry is not None
    assert problems == ()


def test_a_file_that_vanishes_after_the_folder_was_listed_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = [*(file.name for file in folder.iterdir()), "poles.yaml"]
    monkeypatch.setattr(os, "listdir", lambda _folder: listed)

    assert "poles.yaml:1:1: error REG001 does not exist" in told(folder)[0]


def test_a_file_of_two_hundred_megabytes_is_not_read_whole(folder: Path) -> None:
    os.truncate(folder / "clusters.yaml", 200 * 1024 * 1024)

    assert "clusters.yaml:1:1: error REG007" in told(folder)[0]


def test_a_file_of_too_many_values_is_not_read_any_further(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_data, "MOST_VALUES", 1000)
    (folder / "clusters.yaml").write_text("clusters:\n" + "- a\n" * 3000, encoding="utf-8")

    assert "error REG007 holds more than 1000 values" in told(folder)[0]


@pytest.mark.parametrize(("entry", "count"), [("- [[[[[[[[]]]]]]]]\n", 20_000), ("- {a: [{}, {}, {}]}\n", 20_000)])
def test_a_large_file_of_hardly_anything_but_brackets_is_not_read_any_further(
    entry: str, count: int, folder: Path
) -> None:
    text = "clusters:\n" + entry * count
    (folder / "clusters.yaml").write_text(text, encoding="utf-8")

    assert f"error REG007 holds more than {max(50_000, len(text) // 6)} values" in told(folder)[0]


def test_of_very_many_problems_a_thousand_are_told(folder: Path) -> None:
    (folder / "clusters.yaml").write_text("clusters:\n" + "- a\n" * 60_000, encoding="utf-8")

    lines = told(folder)

    assert len(lines) <= 1002
    assert "REG015 there are more problems than the 1000 told" in lines[-1] + lines[0]


IN_ONE_ENTRY = {
    "unknown keys": ("", "  k{index}: x\n"),
    "figures": ("  figures:\n", "  - {{year: {index}}}\n"),
    "items of no shape": ("  aliases:\n", "  - [{index}]\n"),
}


@pytest.mark.parametrize("name", IN_ONE_ENTRY)
def test_an_entry_of_more_values_than_any_needs_is_not_looked_into(name: str, folder: Path) -> None:
    head, line = IN_ONE_ENTRY[name]
    lines = "".join(line.format(index=index) for index in range(building.MOST_IN_ENTRY + 1))
    (folder / "clusters.yaml").write_text(f"clusters:\n- id: a\n  name: A\n{head}{lines}- b\n", encoding="utf-8")

    first, second = told(folder)

    assert "clusters.yaml:2:3: error REG007 clusters[0]: holds more than 10000 values" in first
    assert "error REG104 clusters[1]: must be a mapping of keys" in second


def test_a_section_of_more_values_than_any_needs_is_not_looked_into(folder: Path) -> None:
    lines = "".join(f"  k{index}: x\n" for index in range(building.MOST_IN_ENTRY + 1))
    (folder / "clusters.yaml").write_text(f"clusters:\n{lines}", encoding="utf-8")

    (line,) = told(folder)

    assert "clusters.yaml:2:3: error REG007 clusters: holds more than 10000 values" in line


def test_items_built_in_steps_keep_their_places(folder: Path) -> None:
    rows = [f"- {{id: a{index}, name: A{index}}}\n" for index in range(building.MOST_IN_ENTRY)]
    rows[-1] = "- {id: last}\n"
    (folder / "clusters.yaml").write_text("clusters:\n" + "".join(rows), encoding="utf-8")

    (line,) = told(folder)

    assert f"clusters.yaml:{len(rows) + 1}:3: error REG102 name: is missing  [cluster last]" in line


EMPTY = "x:\n" + "- \n" * 5000
MANY = {
    "values left out": f"cluster:\n{EMPTY}",
    "items of no shape": "cluster: []\nremarks:\n" + "- {a: b}\n" * 5000,
    "unknown keys": "".join(f"cluster{index}: b\n" for index in range(5000)),
    "references that lead nowhere": "cluster: []\nx:\n" + "- {source: a}\n" * 5000,
    "equal ids": "cluster: []\nx:\n" + "- {id: a}\n" * 5000,
}


@pytest.mark.parametrize("name", MANY)
def test_a_thousand_problems_never_hide_the_one_that_names_their_cause(name: str, folder: Path) -> None:
    (folder / "clusters.yaml").write_text(MANY[name].replace("cluster:\nx", "x"), encoding="utf-8")

    lines = told(folder)

    assert any("clusters.yaml:1:1: error REG102 clusters: is missing" in line for line in lines[:3])
    assert len(lines) <= 1003


@contextmanager
def rights_of_nobody() -> Iterator[None]:
    """Give up what root may do: read every file."""
    before = os.geteuid()
    if before == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(before)


def test_a_file_that_may_not_be_read_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.chmod(0o755)
    monkeypatch.chdir(folder)  # nobody may enter the folders above
    examine(Path())
    Path("clusters.yaml").chmod(0)

    with rights_of_nobody():
        first = told(Path())[0]

    assert "clusters.yaml:1:1: error REG001 cannot be read" in first
