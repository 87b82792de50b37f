"""What a leaf can hold instead: a text more, a number more, another day, another word, another entry."""

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress

from clusters_cli.registry.figures import FIGURES
from clusters_cli.registry.law import law_ids
from clusters_cli.registry.loading import Registry
from tests.architecture.test_words import MEMBERS
from tests.visible.leaves import Files, Leaf

REFERENCES: Mapping[str, tuple[tuple[str, str], ...]] = {
    "pole": (("poles.yaml", "poles"),),
    "source": (("sources.yaml", "sources"),),
    "programme": (("programmes.yaml", "programmes"),),
    "rests_on": (("programmes.yaml", "aid_regimes"),),
    "regimes": (("programmes.yaml", "aid_regimes"),),
    "phase": (("poles.yaml", "phases"),),
    "cluster": (("clusters.yaml", "clusters"),),
    "seat.value": (("places.yaml", "places"),),
    "domain.value": (("clusters.yaml", "domains"),),
    "vocations.value": (("clusters.yaml", "vocations"),),
    "payment_scheme.value": (("programmes.yaml", "schemes"),),
    "answered_by.value": (("obstacles.yaml", "recommendations"),),
    "answers": (("obstacles.yaml", "obstacles"),),
    "answers.value": (("obstacles.yaml", "obstacles"),),
    "points_to": (("obstacles.yaml", "obstacles"),),
    "shows": (("obstacles.yaml", "obstacles"),),
    "only": (("clusters.yaml", "clusters"), ("poles.yaml", "poles")),
    "leave_out": (("clusters.yaml", "clusters"), ("poles.yaml", "poles")),
    "strand": (("programmes.yaml", "programmes.strands"),),
    "topic": (("sources.yaml", "topics"),),
}
"""Keys that hold the id of an entry, and the sections in which such entries stand."""


def changed(leaf: Leaf, files: Files) -> tuple[dict[Leaf, str], Registry]:
    """Return what to write so that a leaf holds something else, and the registry that it makes.

    Raises:
        ValueError: nothing else can be written there.
    """
    refused: list[str] = []
    for changes in ({leaf: written, **renamed(leaf, written, files)} for written in candidates(leaf, files)):
        try:
            return changes, files.with_changes(changes)
        except ValueError as error:
            refused.append(f"{changes[leaf]!r}: {error}")
    for other in alike(leaf, files):
        changes = {leaf: other.written, other: leaf.written}
        with suppress(ValueError):
            return changes, files.with_changes(changes)
    raise ValueError(f"nothing else can stand at {leaf}: {refused[:3]}")


def alike(leaf: Leaf, files: Files) -> list[Leaf]:
    """Return leaves of the same kind and entry that hold something else: shares of a whole change places."""
    of_the_entry = (one for one in files.leaves if one.kind == leaf.kind and one.way[:2] == leaf.way[:2])
    return [one for one in of_the_entry if one.written != leaf.written]


def candidates(leaf: Leaf, files: Files) -> Iterator[str]:
    """Yield what might stand at a leaf, the likeliest first."""
    sections = references(leaf)
    if sections:
        yield from others(leaf, sections, files)
        return
    written = leaf.written
    yield from numbers(written)
    if leaf.key == "id" or re.fullmatch(r"https?://\S+|[\w.-]+\.[a-z]{2,3}", written):
        yield f"{written}-x"
    yield from words_beside(written)
    yield f"{written} et plus"
    yield from (figure.name for figure in FIGURES if figure.name != written)
    yield from ("no", "yes", f"{written}-x", f"{written}x")


def words_beside(written: str) -> Iterator[str]:
    """Yield the other words of the closed sets that have a word."""
    for kind in {type(member) for member in MEMBERS if written in member.writings}:
        yield from (member.value for member in kind if written not in member.writings)


def numbers(written: str) -> Iterator[str]:
    """Yield numbers and days near one that is written; a year or a day moves back, which has happened for sure."""
    if re.fullmatch(r"\d+", written):
        yield str(int(written) - 1 if re.fullmatch("(19|20)\\d\\d", written) else int(written) + 1).zfill(len(written))
    if re.fullmatch(r"-?\d+(\.\d+)?", written):
        whole, _point, decimals = written.partition(".")
        step = f"{int(decimals) + 1:0{len(decimals)}}" if decimals else ""
        yield f"{whole}.{step}" if decimals else str(int(whole) + 1)
        yield str(int(whole) - 1)
    if match := re.fullmatch(r"(\d{4})(-\d\d(-\d\d)?)", written):
        yield f"{int(match[1]) - 1}{match[2]}"
        yield f"{int(match[1]) + 1}{match[2]}"
    if match := re.fullmatch(r"(\d\d)-(\d\d)", written):
        yield f"{match[1]}-{int(match[2]) - 1 or 2:02}"
    if match := re.fullmatch(r"(\D+)(\d)", written):
        yield f"{match[1]}{(int(match[2]) + 1) % 10}"
    if match := re.fullmatch(r"(\d+)(\D.*)", written):
        yield f"{int(match[1]) + 1}{match[2]}"


def references(leaf: Leaf) -> tuple[tuple[str, str], ...]:
    """Return the sections in which the entry stands whose id a leaf holds; none if it holds no id."""
    keys = [step for step in leaf.way if isinstance(step, str)]
    return REFERENCES.get(".".join(keys[-2:])) or REFERENCES.get(keys[-1], ())


def ids(sections: tuple[tuple[str, str], ...], files: Files) -> list[Leaf]:
    """Return the ids of the entries of sections."""
    kinds = {f"{file}.{section}.id" for file, section in sections}
    of_the_law = [
        Leaf(f"{section}.yaml", (section, 0, "id"), name)
        for _file, section in sections
        if section in ("schemes", "aid_regimes")
        for name in sorted(law_ids(section))
    ]
    return [*(leaf for leaf in files.leaves if leaf.kind in kinds), *of_the_law]


def others(leaf: Leaf, sections: tuple[tuple[str, str], ...], files: Files) -> Iterator[str]:
    """Yield the ids of other entries, first those that nobody names nearby; a topic may be any word."""
    near = {str(one) for one in siblings(leaf, files)}
    known = [one.written for one in ids(sections, files) if one.written != leaf.written]
    yield from sorted(known, key=lambda name: name in near)
    if leaf.key == "topic":
        yield f"{leaf.written}-x"


def siblings(leaf: Leaf, files: Files) -> list[object]:
    """Return what stands beside a leaf that is one of a list."""
    held = files.at(leaf.file, leaf.way[:-1])
    return held if isinstance(held, list) else []


def renamed(leaf: Leaf, written: str, files: Files) -> dict[Leaf, str]:
    """Return what names an entry whose id changes, and must name it by the new one."""
    if leaf.key != "id":
        return {}
    section = (leaf.file, leaf.kind.removesuffix(".id").removeprefix(f"{leaf.file}."))
    return {one: written for one in files.leaves if one.written == leaf.written and section in references(one)}
