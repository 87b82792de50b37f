"""Small changes to good files: what a slip of the hand, a bad tool or an enemy makes of them.

Everything is drawn from the ``Random`` that is handed in, so that a seed finds the same file again.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path as File
from random import Random
from typing import TypeAlias

from clusters_cli.commands.schema.schema_files import kinds
from clusters_cli.registry.folders import LAW
from tests.fuzz.trees import Path, Scalar, Tree, lines, parent_key, read, replaced, walk

SAMPLES = File(__file__).parent / "samples"
DATA = File(__file__).parent.parent.parent / "data"

_TYPED = """
0|00|01|007|1|2|12|13|31|60|61|100|101|150|1800|1799|2200|2201|2021|02021|99999|36526|-1|-0|+5|5.|.5|0.5|0.50
1.0|1.5|1.05|1.005|100.505|1e3|1E400|0x1F|0o7|1_000|1.000|130.000|130,000|130 000|1 3 0|0,135|1,5|.inf|.nan|NaN
1000000000000|1000000000001|9999999999999|99999999999999999999|60 %|0 %|101 %|1/3|4/3|1/0|130 k€|1,5 M€|€5|(200)|−5|٣
yes|no|true|false|True|Yes|on|maybe|null|Null|~|even|front|weights|1,1|0,0|1,,1|2021-11|2021-13|2021-02-28|2021-02-29
2024-02-29|2021-2-3|31/03/2025|31/02/2025|1/3/2025|11/2021|03-31|02-29|31/03|29/02|0001-01-01|60d|6m|1y|6m 15d|-60d
31.3.2025|-1m|-1m 2m|0d|-0d|1201m|36526d|2 mois|a|A|abc|a-b|a_b|-a|a-|a--b|é|Région|http://a.b|https://a|http://|ftp://a|a.b
SA.1|2A004|2a004|974|000000000|{}|[]|a: b|# a|- a
"""
_UNSEEN = ("", " ", "\u202f", "\u200b", "\u202eabc", "\x1b[31m", "\x07", "\u00a0a", "a\u2028b", "a\nb", "a\tb")
_LONG = ("x" * 61, "9" * 41, "1" * 4301)
WRITINGS = (*_TYPED.strip().replace("\n", "|").split("|"), *_UNSEEN, *_LONG)
"""Scalars of all kinds, sound in one place and wrong in another."""


OTHER_KINDS = ("own-schemes", "cases", "what-if")
"""Files that are no part of a registry and have no schema."""


@cache
def samples(kind: str) -> tuple[Tree, ...]:
    """Return the good files of a kind: those that are packaged, and one that holds the keys which they do not use."""
    files = [folder / f"{kind}.yaml" for folder in (DATA, LAW, SAMPLES)]
    return tuple(read(file.read_text(encoding="utf-8")) for file in files if file.exists())


def small_sample(kind: str) -> str:
    """Return the text of the small file of a kind; those of a registry fit together."""
    return (SAMPLES / f"{kind}.yaml").read_text(encoding="utf-8")


@cache
def _words() -> tuple[str, ...]:
    """Return every scalar that stands somewhere in the samples."""
    everything = (inner for kind in kinds() for tree in samples(kind) for _path, inner in walk(tree))
    return tuple(dict.fromkeys(inner.text for inner in everything if isinstance(inner, Scalar)))


@cache
def _values(kind: str) -> Mapping[str, tuple[Tree, ...]]:
    """Return what stands under each key of a kind of file."""
    found: defaultdict[str, list[Tree]] = defaultdict(list)
    for tree in samples(kind):
        for path, inner in walk(tree):
            found[parent_key(path)].append(inner)
    return {key: tuple(values) for key, values in found.items()}


@cache
def _keys(kind: str) -> Mapping[str, tuple[str, ...]]:
    """Return the keys that stand in mappings under each key of a kind of file."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for tree in samples(kind):
        for path, inner in walk(tree):
            if isinstance(inner, dict):
                found[parent_key(path)].update(dict.fromkeys(inner))
    return {key: tuple(keys) for key, keys in found.items()}


def mutated_file(kind: str, random: Random) -> str:
    """Return the text of a file of a kind after one to three changes."""
    return _mutated(_thinned(random.choice(samples(kind)), random), kind, random)


def mutated_sample(kind: str, random: Random) -> str:
    """Return the text of the small file of a kind after one to three changes, or after some that know no YAML."""
    text = small_sample(kind)
    return mangled(text, random) if random.random() < 0.25 else _mutated(read(text), kind, random)


def _mutated(tree: Tree, kind: str, random: Random) -> str:
    for _change in range(random.choice((1, 1, 1, 2, 3))):
        tree = _changed(tree, kind, random)
    return lines(tree)


def mangled(text: str, random: Random) -> str:
    """Return a text after one to four changes that know nothing of YAML."""
    for _change in range(random.randint(1, 4)):
        here, there = sorted(random.choices(range(len(text) + 1), k=2))
        there = min(there, here + random.choice((0, 1, 1, 3, 40)))
        sign = random.choice(":-{}[]\"'#&*!|>%@`,?\t\n\0\r\ufeff")
        put = random.choice(("", "", text[here:there] * 2, sign, "\n- ", "  "))
        text = text[:here] + put + text[there:]
    return text


def _thinned(tree: Tree, random: Random) -> Tree:
    """Keep one to three entries of each long section, so that a change is not lost among hundreds of sound lines."""
    assert isinstance(tree, dict)
    return {
        key: random.sample(inner, random.randint(1, 3)) if isinstance(inner, list) and len(inner) > 4 else inner
        for key, inner in tree.items()
    }


def _changed(tree: Tree, kind: str, random: Random) -> Tree:
    path, inner = random.choice(list(walk(tree)))
    changed: Tree | None = random.choice(_CHANGES)(inner, path, kind, random)
    return replaced(tree, path, changed)


_Change: TypeAlias = Callable[[Tree, Path, str, Random], "Tree | None"]


def _left_out(inner: Tree, path: Path, kind: str, random: Random) -> "Tree | None":
    del kind, random
    return None if path else inner


def _another_scalar(inner: Tree, path: Path, kind: str, random: Random) -> Tree:
    """Write something else, or the same with or without quotes."""
    del path, kind
    same = inner.text if isinstance(inner, Scalar) else ""
    text = random.choice((random.choice(WRITINGS), random.choice(_words()), same))
    return Scalar(text, quoted=random.random() < 0.4)


def _edited(inner: Tree, path: Path, kind: str, random: Random) -> Tree:
    """Change a character or a digit of a scalar."""
    if not isinstance(inner, Scalar):
        return _another_value(inner, path, kind, random)
    here = random.randint(0, len(inner.text))
    put = random.choice(("", "", *"0123456789 -.,/%abz€'"))
    return Scalar(inner.text[:here] + put + inner.text[here + random.randint(0, 1) :], inner.quoted)


def _another_value(inner: Tree, path: Path, kind: str, random: Random) -> Tree:
    """Put what stands under the same key elsewhere."""
    del inner
    return random.choice(_values(kind).get(parent_key(path), (Scalar("x"),)))


def _another_key(inner: Tree, path: Path, kind: str, random: Random) -> Tree:
    """Add a key that stands in such a mapping elsewhere, or rename one."""
    if not isinstance(inner, dict):
        return _edited(inner, path, kind, random)
    key = random.choice(_keys(kind).get(parent_key(path), ("id", "name", "source")))
    if inner and random.random() < 0.2:
        old = random.choice(list(inner))
        return {key if name == old else name: value for name, value in inner.items()}
    return {**inner, key: random.choice(_values(kind).get(key, (Scalar("x"),)))}


def _rearranged(inner: Tree, path: Path, kind: str, random: Random) -> Tree:
    """Empty, turn round, double, wrap or unwrap."""
    choices: list[Tree]
    if isinstance(inner, Scalar):
        choices = [[inner], {"value": inner}, _another_value(inner, path, kind, random)]
    elif isinstance(inner, dict):
        choices = [{}, [inner], dict(reversed(inner.items())), *inner.values()]
    else:
        choices = [[], inner[::-1], inner * 2, [inner], *inner[:2]]
    return random.choice(choices)


_CHANGES: Sequence[_Change] = (
    _left_out,
    _another_scalar,
    _another_scalar,
    _edited,
    _another_value,
    _another_key,
    _another_key,
    _rearranged,
)
