"""Whatever is typed, the program answers in time, with a documented exit code and a message that can be read."""

from pathlib import Path
from random import Random

import pytest

from clusters_cli.registry.loading import FILES
from tests.fuzz.command_lines import FITTING, FITTING_BY_NAME, command_line, commands
from tests.fuzz.mutation import OTHER_KINDS, small_sample
from tests.fuzz.running import Place, faults, shown

FEW, MANY = 100, 5_000
PARTS = 8
"""A long fuzz runs in as many parts, which several processes share."""


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    """The folder in which command lines are tried; it is the home folder too."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    registry = {f"registry/{name}": small_sample(name.removesuffix(".yaml")) for name in FILES}
    return Place(tmp_path, registry | {f"{kind}.yaml": small_sample(kind) for kind in (*OTHER_KINDS, "dossier")})


def found(place: Place, seeds: list[str]) -> list[str]:
    """Return what must never happen and did, with the command lines that show it."""
    told = []
    for seed in seeds:
        arguments = command_line(Random(seed))
        told += [f"{seed}: {shown(arguments)}: {fault}" for fault in faults(arguments)]
        place.restore()
    return told


def test_a_few_command_lines_end_well(place: Place, fuzz_seed: int) -> None:
    assert found(place, [f"{fuzz_seed} {index}" for index in range(FEW)]) == []


@pytest.mark.long
@pytest.mark.parametrize("part", range(PARTS))
def test_many_command_lines_end_well(part: int, place: Place, fuzz_seed: int, fuzz_count: int | None) -> None:
    count = MANY if fuzz_count is None else fuzz_count

    assert found(place, [f"{fuzz_seed} long {index}" for index in range(part, count, PARTS)])[:5] == []


def test_every_parameter_of_every_command_has_values_to_try() -> None:
    without = [
        (command.words, given.name)
        for command in commands()
        for given in command.parameters
        if not getattr(given, "is_flag", False) and given.metavar not in FITTING and given.name not in FITTING_BY_NAME
    ]

    assert without == []
