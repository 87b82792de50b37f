"""Whatever a file holds, the commands that read it answer in time, with a documented exit code and a short message."""

from pathlib import Path
from random import Random

import pytest

from clusters_cli.registry.loading import FILES
from tests.fuzz.mutation import OTHER_KINDS, mutated_sample, small_sample
from tests.fuzz.running import Place, faults, shown

KINDS = (*(name.removesuffix(".yaml") for name in FILES), "dossier", *OTHER_KINDS)
OF_A_REGISTRY = """\
validate registry|list|show alpha|show beta|stats|stats --by domain|classify --explain|classify --check|diagnose alpha
eligibility --explain|cashflow --scheme all|cashflow beta --scheme by-dates --bank-cost 500 --max-peak 20000|audit
cashflow --scheme by-dates --delays uniform(0,90) --draws 20|schemes list|schemes show by-costs
credits --from by-dates --to by-dates --switch 2024|pool --scheme by-dates --rate 4|poles list|poles show omega
obstacles list|obstacles show A|recommendations list|recommendations show 1|networks list|sources list|region|criteria
programmes list|programmes show fund|programmes match alpha|programmes match --programme fund|dossier new alpha"""
OF_A_FILE = {
    "dossier": "dossier check {}|eligibility --dossier {} --explain|treasury {}",
    "own-schemes": "schemes list --schemes {}|schemes show by-costs --schemes {}|cashflow beta --scheme all "
    "--schemes {}",
    "cases": "test {}",
    "what-if": "eligibility nekoe --award-date 2024-05-15 --eligible-costs 270000 --public-aid 0 --parameters {}",
}
"""Commands for each file that is no part of a registry; the first ends well on a sound one."""
FORMATS = ("table", "table", "json", "csv-fr", "markdown", "yaml", "geojson")
FEW, MANY = 15, 500


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    """The folder with the small registry, one file of which is changed for each case."""
    monkeypatch.chdir(tmp_path)
    return Place(tmp_path, {f"registry/{name}": small_sample(name.removesuffix(".yaml")) for name in FILES})


def found(place: Place, kind: str, seeds: list[str]) -> list[str]:
    """Return what must never happen and did, with the seeds, the command lines and the files that show it."""
    told = []
    for seed in seeds:
        random = Random(f"{kind} {seed}")
        text = mutated_sample(kind, random)
        place.put(f"registry/{kind}.yaml" if f"{kind}.yaml" in FILES else f"{kind}.yaml", text)
        arguments = _command(kind, random)
        told += [f"{seed}: {shown(arguments)}: {fault}\n{text}" for fault in faults(arguments)]
        place.restore()
    return told


def _command(kind: str, random: Random) -> list[str]:
    lines = OF_A_FILE[kind].format(*[f"{kind}.yaml"] * 9) if kind in OF_A_FILE else OF_A_REGISTRY.replace("\n", "|")
    arguments = random.choice(lines.split("|")).split(" ")
    on_packaged = kind in {"cases", "what-if"} or arguments[0] in {"validate", "dossier"}
    registry = [] if on_packaged and arguments[:2] != ["dossier", "new"] else ["--registry", "registry"]
    formats = [] if arguments[0] in {"validate", "dossier"} else ["-f", random.choice(FORMATS)]
    return [*arguments, *registry, *formats]


@pytest.mark.parametrize("kind", KINDS)
def test_the_files_that_are_changed_are_sound(kind: str, place: Place) -> None:
    place.put(f"{kind}.yaml", small_sample(kind))
    first = OF_A_FILE.get(kind, "validate registry").partition("|")[0]

    assert faults(first.format(f"{kind}.yaml").split(), codes={0, 3}) == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_few_changed_files_are_read_or_refused(kind: str, place: Place, fuzz_seed: int) -> None:
    assert found(place, kind, [f"{fuzz_seed} {index}" for index in range(FEW)]) == []


@pytest.mark.long
@pytest.mark.parametrize("kind", KINDS)
def test_many_changed_files_are_read_or_refused(
    kind: str, place: Place, fuzz_seed: int, fuzz_count: int | None
) -> None:
    count = MANY if fuzz_count is None else fuzz_count

    assert found(place, kind, [f"{fuzz_seed} long {index}" for index in range(count)])[:3] == []
