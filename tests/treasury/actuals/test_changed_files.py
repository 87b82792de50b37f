"""Files of banks and of accounts with a slip in them: read, or refused with places and words; never a crash."""

from collections import Counter
from pathlib import Path
from random import Random

import pytest

from clusters_cli.foundations.errors import InvalidDataError
from clusters_cli.treasury.actuals.reading import read_actuals
from tests.treasury.actuals.files_of import FILES, TODAY
from tests.wording import told

FEW, MANY = 300, 20_000
"""Changed files in every run, and in a long one."""
SAMPLES = [file.read_bytes() for file in sorted(FILES.iterdir())]
PIECES = [
    *map(str.encode, ('"', ";", "|", ",", "\t", "\n", "\r", "-", "0", " ", "Solde", "Total", "é", "\0")),
    *map(str.encode, ("31/12/2026", "20261301", "1.234", "99999999999")),
    b"\xff",
    b"\xa4",
]
LONGEST = 200


def changed(random: Random) -> bytes:
    """One of the files, with a few slips: something put in, left out, said twice, or turned into something else."""
    raw = bytearray(random.choice(SAMPLES))
    for _ in range(random.randint(1, 4)):
        place, other = sorted(random.randrange(len(raw) + 1) for _ in range(2))
        match random.choice(("in", "out", "twice", "other")):
            case "in":
                raw[place:place] = random.choice(PIECES)
            case "out":
                del raw[place : place + random.randint(1, 30)]
            case "twice":
                raw[place:place] = raw[place:other][:LONGEST]
            case _:
                raw[place : place + 1] = bytes([random.randrange(256)])
    return bytes(raw)


def refusal_of(file: Path, random: Random) -> str | None:
    """What is said of a changed file; ``None`` where it is read."""
    file.write_bytes(changed(random))
    try:
        read_actuals(file, TODAY, name="file")
    except InvalidDataError as refused:
        return told(refused.problems)
    return None


def judged(file: Path, seed: str, count: int) -> Counter[bool]:
    """How many changed files are read, and how many refused with a code and a place."""
    said = [refusal_of(file, Random(f"{seed} {index}")) for index in range(count)]
    assert all(text.startswith("file:") and "error ACT" in text for text in said if text is not None)
    return Counter(text is None for text in said)


def test_a_few_changed_files_are_read_or_refused(fuzz_seed: int, tmp_path: Path) -> None:
    found = judged(tmp_path / "file", str(fuzz_seed), FEW)

    assert found[True]
    assert found[False]


@pytest.mark.long
def test_many_changed_files_are_read_or_refused(fuzz_seed: int, fuzz_count: int | None, tmp_path: Path) -> None:
    count = MANY if fuzz_count is None else fuzz_count

    assert judged(tmp_path / "file", f"{fuzz_seed} long", count).total() == count
