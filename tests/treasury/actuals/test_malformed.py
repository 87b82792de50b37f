"""Files that cannot be read with certainty: all that is wrong is told in one run, each at its line."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from clusters_cli.foundations.errors import ExitCode, InvalidDataError, UnusableFileError
from clusters_cli.treasury.actuals.actuals_words import FileEncoding
from clusters_cli.treasury.actuals.reading import read_actuals
from tests.wording import refused, told

CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("malformed.yaml").read_text(encoding="utf-8"))
TODAY = date(2026, 11, 26)


def written(case: dict[str, Any]) -> bytes:
    """The bytes of the file of a case."""
    if "bytes" in case:
        return bytes.fromhex(case["bytes"])
    return str(case["text"]).encode(case.get("encoding", "utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_malformed_file_is_refused_with_every_problem_at_its_line(case: dict[str, Any], tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(written(case))

    with pytest.raises(InvalidDataError) as caught:
        read_actuals(file, TODAY, name="file")

    assert told(caught.value.problems).split("\n") == case["says"]
    assert caught.value.exit_code is ExitCode.UNREADABLE


@pytest.mark.parametrize(("name", "reason"), [("", "is not a regular file"), ("none.csv", "does not exist")])
def test_a_folder_and_a_missing_file_are_told_as_such(name: str, reason: str, tmp_path: Path) -> None:
    with refused(UnusableFileError, match=f"file {reason}"):
        read_actuals(tmp_path / name, TODAY, name="file")


def test_a_file_that_is_not_in_the_encoding_that_the_user_names_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "bank.csv"
    file.write_bytes("Date;Libellé;Montant\n05/10/2026;Été;-1,00\n".encode("cp1252"))

    with pytest.raises(InvalidDataError) as caught:
        read_actuals(file, TODAY, encoding=FileEncoding.UTF_8, name="file")

    assert told(caught.value.problems) == "file:1:1: error ACT102 is not UTF-8 text"


def test_no_more_problems_are_told_than_anybody_reads(tmp_path: Path) -> None:
    file = tmp_path / "bank.csv"
    file.write_text("Date;Libellé;Montant\n" + "hier;A;-1,00\n" * 2000, encoding="utf-8")

    with pytest.raises(InvalidDataError) as caught:
        read_actuals(file, TODAY)

    assert len(caught.value.problems) == 1001
