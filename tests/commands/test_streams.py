"""What becomes of an answer that cannot be written, or that nobody reads to its end, in real processes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = [
    pytest.mark.shells,
    pytest.mark.skipif(not Path("/dev/full").exists(), reason="a full device"),
]

ANSWERS = (
    "--version",
    "--help",
    "list",
    "list --help",
    "list -f json",
    "list -f yaml",
    "list -f csv",
    "list -f csv-fr",
    "list -f tsv",
    "list -f markdown",
    "list -f geojson",
    "classify lorias",
    "validate data -f sarif",
    "validate data -f github",
    "schema clusters",
    "explain REG103",
    "show nobody -f json",
)
"""One command line of each kind: it prints something on standard output."""


def shell(line: str, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", "-c", line.replace("clusters", f"'{sys.executable}' -m clusters_cli", 1)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "CLUSTERS_LANG": "en", **variables},
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        cwd=Path(__file__).parent.parent.parent,
    )


@pytest.mark.parametrize("answer", ANSWERS)
def test_an_answer_that_a_full_disk_does_not_take_ends_with_4_and_one_line(answer: str) -> None:
    done = shell(f"clusters {answer} > /dev/full")

    told = done.stderr.splitlines()
    assert done.returncode == 4
    assert told[-1] == "Error: standard output cannot be written: No space left on device [USE105]"
    assert "nobody" in answer or len(told) == 1


@pytest.mark.parametrize("answer", ["list", "list -f json", "--help", "show nobody -f json"])
def test_a_closed_stream_is_told_like_a_full_disk(answer: str) -> None:
    done = shell(f"clusters {answer} >&-")

    assert done.returncode == 4
    assert done.stderr.splitlines()[-1].startswith("Error: standard output cannot be written: ")


def test_an_answer_that_goes_to_a_file_needs_no_standard_output(tmp_path: Path) -> None:
    done = shell(f"clusters list -o '{tmp_path}/a.csv' >&-")

    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "a.csv").read_text(encoding="utf-8").startswith("id,name,")


@pytest.mark.parametrize("lost", ["2> /dev/full", "2>&-"])
def test_a_message_that_cannot_be_written_ends_with_4_and_an_answer_without_one_does_not(lost: str) -> None:
    assert shell(f"clusters show nobody {lost}").returncode == 4
    assert shell(f"clusters list {lost}").returncode == 0


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize(
    ("answer", "code"),
    [("list", 0), ("--help", 0), ("classify lorias", 3), ("show nobody -f json", 2), ("validate tests -f json", 1)],
)
def test_a_reader_that_leaves_early_changes_nothing(answer: str, code: int, unbuffered: str) -> None:
    done = shell(f"clusters {answer} | true; exit ${{PIPESTATUS[0]}}", PYTHONUNBUFFERED=unbuffered)

    assert done.returncode == code
    assert "Traceback" not in done.stderr
    assert "written" not in done.stderr


def test_the_first_lines_are_read_before_a_reader_leaves() -> None:
    done = shell("clusters list | head -1")

    assert done.stdout.startswith("Name")
    assert done.stderr == ""


def test_an_answer_is_written_into_standard_output_and_into_another_command_by_name(tmp_path: Path) -> None:
    printed = shell("clusters list -f csv").stdout

    assert shell("clusters list -f csv -o /dev/stdout").stdout == printed
    assert shell("clusters list -f csv -o >(cat); sleep 0.3").stdout == printed
    assert shell(f"clusters list -f csv -o /dev/stdout > '{tmp_path}/a.csv'").returncode == 0
    assert (tmp_path / "a.csv").read_text(encoding="utf-8") == printed
    assert shell("clusters list -o /dev/stdout").stdout == shell("clusters list").stdout


def test_a_reader_named_as_the_file_may_leave_early_too() -> None:
    done = shell("clusters list -f csv -o >(true)")

    assert (done.returncode, done.stderr) == (0, "")


def test_a_full_device_named_as_the_file_is_told() -> None:
    done = shell("clusters list -f csv -o /dev/full")

    assert done.returncode == 4
    assert done.stderr == "Error: /dev/full cannot be written: No space left on device [USE105]\n"
