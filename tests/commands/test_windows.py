"""What Windows lacks is missed nowhere, and what its terminals cannot show is written in plain letters.

Written for Windows without one: the names that only POSIX systems have are taken away from a real process.
"""

import errno
import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from itertools import takewhile

import pytest

from clusters_cli.commands.init.command import quoted
from clusters_cli.presentation.streams import has_no_reader
from clusters_cli.registry.loading import packaged_registry
from tests.commands import without_posix

SHOWN = {
    "--help": 0,
    "list": 0,
    "list --format csv": 0,
    "show nekoe": 0,
    "classify nekoe": 0,
    "cashflow nekoe --scheme triennial --chart": 0,
    "pool --scheme triennial": 0,
    "list --sort Pôle€≥": 2,
    "show 東京": 2,
}
"""Commands whose answers and messages need what some encodings lack, each with its exit code."""
OTHERS = {
    "stats": 0,
    "eligibility nekoe --award-date 2024-05-15 --eligible-costs 270000 --public-aid 100000": 3,
    "cashflow nekoe --scheme annual-60-40 --delays balance=uniform(0,90) --draws 10": 0,
    "validate {data}": 0,
    "audit --as-of 2026-06-01": 0,
    "list -o a.csv": 0,
    "list -o a.csv --force": 0,
    "list -o a.xlsx": 0,
    "dossier new nekoe -o nekoe.yaml": 0,
    "dossier check nekoe.yaml": 0,
    "init region": 0,
    "validate region --strict": 0,
}
"""The other main commands, which write and replace files; one encoding will do."""
ENCODINGS = ("utf-8", "cp1252", "cp850", "ascii")
Written = Mapping[str, Mapping[str, tuple[int, str, str]]]
"""The exit code, the answer and the messages of each line in each encoding."""


@pytest.fixture(scope="module", params=["en", "fr"])
def written(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Written:
    folder = tmp_path_factory.mktemp("windows")
    typed = [(encoding, line) for encoding in ENCODINGS for line in SHOWN] + [("ascii", line) for line in OTHERS]
    done = subprocess.run(
        [sys.executable, without_posix.__file__],
        input=json.dumps(typed).replace("{data}", str(packaged_registry())),
        capture_output=True,
        check=True,
        encoding="utf-8",
        cwd=folder,
        env={**os.environ, "CLUSTERS_LANG": request.param, "PYTHONUTF8": "1"},
    )
    assert "Aérocentre" in (folder / "a.csv").read_text(encoding="utf-8")
    answers: dict[str, dict[str, tuple[int, str, str]]] = {encoding: {} for encoding in ENCODINGS}
    for (encoding, line), answer in zip(typed, json.loads(done.stdout), strict=True):
        answers[encoding][line] = answer
    return answers


@pytest.mark.long
def test_every_command_does_the_same_whatever_its_streams_hold(written: Written) -> None:
    codes = {
        encoding: {line: code for line, (code, *_texts) in answers.items()} for encoding, answers in written.items()
    }

    assert codes == {**dict.fromkeys(ENCODINGS, SHOWN), "ascii": {**SHOWN, **OTHERS}}
    assert "Traceback" not in str(written)


@pytest.mark.long
@pytest.mark.parametrize("encoding", ENCODINGS[1:])
def test_no_question_mark_stands_for_what_a_stream_cannot_hold(written: Written, encoding: str) -> None:
    for line, (_code, *texts) in written["utf-8"].items():
        for text, held in zip(texts, written[encoding][line][1:], strict=True):
            assert held.count("?") == text.count("?"), line
            assert held.count("\n") == text.count("\n"), line


@pytest.mark.long
def test_what_reads_alike_stands_for_it(written: Written) -> None:
    french = "Erreur" in written["ascii"]["show 東京"][2]
    chart = written["cp1252"]["cashflow nekoe --scheme triennial --chart"][1]

    assert "|#####" in chart
    assert (" 17 500 " if french else " 17,500 ") in chart
    assert r"\u6771\u4eac" in written["cp850"]["show 東京"][2]
    assert "PoleEUR>=" in written["ascii"]["list --sort Pôle€≥"][2]
    assert "Aerocentre" in written["ascii"]["list"][1]
    assert written["ascii"]["list --format csv"][1] == written["utf-8"]["list --format csv"][1]


@pytest.mark.long
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_columns_stand_below_each_other_whatever_stands_in_for_a_character(written: Written, encoding: str) -> None:
    told = 0
    for line in ("list", "show nekoe", "cashflow nekoe --scheme triennial --chart", "pool --scheme triennial"):
        lines = written[encoding][line][1].splitlines()
        for heading, rule, *rows in (lines[place - 1 :] for place, each in enumerate(lines) if each.startswith("---")):
            gaps = [gap.start() for gap in re.finditer(" ", rule)]
            for row in (heading, *takewhile(str.strip, rows)):
                told += 1
                assert {row[gap] for gap in gaps if gap < len(row)} <= {" "}

    assert told > 50


def test_the_encoding_of_the_streams_is_the_one_that_the_environment_names() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "clusters_cli", "cashflow", "nekoe", "--scheme", "triennial"],
        capture_output=True,
        check=True,
        env={**os.environ, "CLUSTERS_LANG": "fr", "PYTHONIOENCODING": "cp850"},
    )

    assert "avance de trésorerie moyenne    14 409,87  sur 723 jours d'avance" in done.stdout.decode("cp850")


def test_a_reader_that_leaves_early_is_told_as_an_invalid_argument(monkeypatch: pytest.MonkeyPatch) -> None:
    error = OSError(errno.EINVAL, "Invalid argument")
    assert not has_no_reader(error)
    monkeypatch.setattr("os.name", "nt")
    assert has_no_reader(error)


def test_the_next_command_is_quoted_for_the_shell_it_is_typed_in(monkeypatch: pytest.MonkeyPatch) -> None:
    assert quoted("my region") == "'my region'"
    monkeypatch.setattr("os.name", "nt")
    assert quoted("C:\\my region") == '"C:\\my region"'
