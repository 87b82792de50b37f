"""A change of any leaf of the data changes what the command of its kind prints, in the languages of the registry.

In a plain run one leaf of each kind of the packaged registry is changed; ``pytest -m long tests/visible`` changes every
leaf, and one of each kind of a registry that holds every key that a file may hold.
"""

import shutil
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

import pytest

from clusters_cli.registry.loading import FILES, packaged_registry
from tests.fuzz.mutation import SAMPLES
from tests.visible.changes import changed, references
from tests.visible.leaves import Files, Leaf
from tests.visible.seen import command_of, shown

UNSEEN: Mapping[str, str] = {
    "maturity.yaml.criteria.id": "nothing refers to it: people read the name, programs get the id",
    "maturity.yaml.signs.id": "nothing refers to it: people read the name, programs get the id",
    "sources.yaml.topics.id": "what a remark writes, of which people read the words in its place",
}
"""Kinds of leaves that no command shows, and why."""
FIXED: Mapping[str, str] = {
    "region.yaml.rules.unit": "the id of a rule says in which unit its values are",
}
"""Kinds of leaves in whose place nothing else can stand, and why."""
PACKAGED = Files.of(packaged_registry())


@pytest.fixture(scope="module")
def every_key(tmp_path_factory: pytest.TempPathFactory) -> Files:
    """A small registry that has every key a file may have."""
    folder = tmp_path_factory.mktemp("registry")
    for name in FILES:
        if (SAMPLES / name).exists():
            shutil.copy(SAMPLES / name, folder / name)
    return Files.of(folder)


def by_kind(leaves: Iterable[Leaf]) -> Mapping[str, Sequence[Leaf]]:
    """Return leaves by their kind."""
    kinds: defaultdict[str, list[Leaf]] = defaultdict(list)
    for leaf in leaves:
        kinds[leaf.kind].append(leaf)
    return kinds


KINDS = by_kind(PACKAGED.leaves)
SECTIONS = sorted({(leaf.file, leaf.section) for leaf in PACKAGED.leaves})


@cache
def before(line: str) -> tuple[str, ...]:
    """Return what a command prints of the packaged registry as it is."""
    return shown(line, PACKAGED.registry)


def is_seen(leaf: Leaf, files: Files = PACKAGED) -> bool:
    """Whether a change of a leaf changes what the command of its kind prints."""
    changes, registry = changed(leaf, files)
    line = command_of(leaf, files)
    untouched = before(line) if files is PACKAGED else shown(line, files.registry)
    return shown(command_of(leaf, files, changes), registry) != untouched


def unseen(leaves: Iterable[Leaf]) -> list[str]:
    """Return the leaves of the packaged registry whose change nobody sees."""
    return [f"{leaf.file} {leaf.way}: {leaf.written}" for leaf in leaves if not is_seen(leaf)]


@pytest.mark.parametrize(("file", "section"), SECTIONS)
def test_a_change_of_a_leaf_of_each_kind_is_seen(file: str, section: str) -> None:
    begin = f"{file}.{section}"
    firsts = [
        of_kind[0]
        for kind, of_kind in KINDS.items()
        if f"{kind}.".startswith(f"{begin}.") and kind not in (*UNSEEN, *FIXED)
    ]

    assert not unseen(firsts), "show it, or say in UNSEEN why nobody needs to see it"


@pytest.mark.long
@pytest.mark.parametrize("kind", KINDS)
def test_a_change_of_every_leaf_is_seen(kind: str) -> None:
    assert kind in (*UNSEEN, *FIXED) or not [leaf for leaf in KINDS[kind] if tried(leaf, PACKAGED) is False]


@pytest.mark.parametrize("kind", UNSEEN)
def test_what_is_said_to_be_unseen_is_there_and_unseen(kind: str) -> None:
    assert unseen(KINDS[kind]), "take it out of UNSEEN"


@pytest.mark.parametrize("leaf", [leaf for kind in FIXED for leaf in KINDS[kind]], ids=lambda leaf: leaf.kind)
def test_what_is_said_to_be_fixed_can_be_nothing_else(leaf: Leaf) -> None:
    with pytest.raises(ValueError, match="nothing else can stand"):
        changed(leaf, PACKAGED)


@pytest.mark.long
@pytest.mark.parametrize("file", FILES)
def test_a_change_of_each_key_that_a_file_may_have_is_seen(file: str, every_key: Files) -> None:
    """What names the only entry of a section can name no other, and is tried in the packaged registry."""
    kinds = by_kind(leaf for leaf in every_key.leaves if leaf.file == file)
    beyond = {kind: leaves for kind, leaves in kinds.items() if kind not in (*UNSEEN, *KINDS)}
    answers = {
        kind: [answer for leaf in leaves if (answer := tried(leaf, every_key)) is not None]
        for kind, leaves in beyond.items()
        if not references(leaves[0])
    }

    assert not [kind for kind, seen in answers.items() if not seen or not all(seen)]


def tried(leaf: Leaf, files: Files) -> bool | None:
    """Whether a change of a leaf is seen; ``None`` where nothing else can stand beside what it goes with."""
    try:
        return is_seen(leaf, files)
    except ValueError:
        return None


def test_a_leaf_that_nobody_sees_is_told(tmp_path: Path) -> None:
    (tmp_path / "sources.yaml").write_text(
        "sources:\n- {id: report, title: A report, kind: report}\ntopics:\n- {id: other, name: {en: other}}\n",
        encoding="utf-8",
    )
    (tmp_path / "clusters.yaml").write_text(
        "clusters:\n- {id: alpha, name: Alpha, remarks: [{topic: other, text: {en: So.}, source: report}]}\n",
        encoding="utf-8",
    )
    files = Files.of(tmp_path)

    seen = {leaf.kind for leaf in files.leaves if leaf.key in ("id", "name", "en") and is_seen(leaf, files)}

    assert "clusters.yaml.clusters.remarks.text.en" in seen
    assert "sources.yaml.topics.id" not in seen
