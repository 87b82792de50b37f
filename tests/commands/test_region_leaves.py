"""Everything that a frame holds can be seen: each leaf that changes changes what ``clusters region`` shows."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from typing import Any

import pytest
from pydantic import ValidationError

from clusters_cli.commands.region.view import region_report
from clusters_cli.foundations.strict_yaml import read_yaml
from clusters_cli.presentation.formats import named
from clusters_cli.presentation.formatting import formatted
from clusters_cli.presentation.reader import Reader
from clusters_cli.registry.folders import packaged_registry
from clusters_cli.registry.loading import Registry
from clusters_cli.registry.models.region import Region

Path = tuple[str | int, ...]
FRAME: Any = read_yaml(packaged_registry() / "region.yaml").data
MORE = {
    "aliases": ["C-VL"],
    "website": [{"value": "www.example.org", "source": "project", "note": {"fr": "Une note.", "en": "A note."}}],
    "remarks": [{"topic": "history", "text": {"fr": "Une remarque.", "en": "A remark."}, "source": "project"}],
}
"""What an agency may hold and the packaged one does not."""
OTHERS = ("{}1", "2028-12-31", "0.25", "4", "low", "C", "public-share-tolerance", "https://example.org/b", "FRC1", "27")
"""What may stand in place of a leaf, the first that is one."""


def frame() -> Any:
    full = deepcopy(FRAME)
    full["agencies"][0] |= deepcopy(MORE)
    full["rules"][0]["values"][0] |= {"from": "2020-01-01", "to": "2029-12-31", "note": {"fr": "Note.", "en": "Note."}}
    return full


def leaves(held: Any, path: Path = ()) -> Iterator[Path]:
    if isinstance(held, (dict, list)):
        for step, inner in held.items() if isinstance(held, dict) else enumerate(held):
            yield from leaves(inner, (*path, step))
    else:
        yield path


def changed(path: Path) -> Region | None:
    """Return the frame with another value at a path, ``None`` where nothing else may stand there."""
    for other in OTHERS:
        tree = frame()
        *way, last = path
        holder = tree
        for step in way:
            holder = holder[step]
        written = other.format(holder[last])
        if written == holder[last]:
            continue
        holder[last] = written
        try:
            return Region.model_validate(tree)
        except ValidationError:
            continue
    return None


def shown(registry: Registry, region: Region) -> str:
    report = region_report(replace(registry, region=region))
    return "".join(str(formatted(report, named("markdown"), Reader(language))) for language in ("en", "fr"))


@pytest.mark.parametrize("path", tuple(leaves(frame())), ids=lambda path: ".".join(map(str, path)))
def test_a_leaf_of_the_frame_that_changes_is_seen_to_change(path: Path, registry: Registry) -> None:
    other = changed(path)

    if other is None:
        assert path[-1] in {"id", "unit"}, "only a rule has its unit, and the years of an agreement are the only years"
    else:
        assert shown(registry, other) != shown(registry, Region.model_validate(frame()))
