"""What people see of a registry: the command of each kind of entry, and what it prints."""

from collections.abc import Mapping

import pytest

from clusters_cli.app import app
from clusters_cli.commands.shared.answer import Answer
from clusters_cli.foundations.text import REGISTRY_LANGUAGES
from clusters_cli.presentation.formats import Audience, named
from clusters_cli.presentation.reader import Reader
from clusters_cli.presentation.wording import in_words
from clusters_cli.registry import loading
from clusters_cli.registry.loading import Registry
from tests.visible.leaves import Files, Leaf

COMMANDS: Mapping[str, str] = {
    "sources.yaml.sources": "sources show {id}",
    "places.yaml.places": "region",
    "clusters.yaml.remarks": "region",
    "clusters.yaml.domains": "region",
    "clusters.yaml.vocations": "region",
    "clusters.yaml.clusters": "show {id}",
    "clusters.yaml.clusters.remarks.shows": "diagnose {id}",
    "poles.yaml.phases": "poles phases {id}",
    "poles.yaml.poles": "poles show {id}",
    "programmes.yaml.schemes": "schemes show {id}",
    "programmes.yaml.parameters": "legal show {id}",
    "programmes.yaml.aid_regimes": "legal show {id}",
    "programmes.yaml.programmes": "programmes show {id}",
    "networks.yaml.networks": "networks show {id}",
    "obstacles.yaml.obstacles": "obstacles show {id}",
    "obstacles.yaml.recommendations": "recommendations show {id}",
    "obstacles.yaml.opinions": "recommendations show 1",
    "obstacles.yaml.stages": "recommendations list",
    "claims.yaml.claims": "audit --only claims --explain",
    "maturity.yaml": "criteria",
    "region.yaml": "region",
}
"""The command that shows leaves of a kind: that of the longest of these which the kind begins with."""


def command_of(leaf: Leaf, files: Files, changes: Mapping[Leaf, str] | None = None) -> str:
    """Return the command line that shows a leaf; of words for something else, the one that shows this."""
    if leaf.section in ("topics", "locator_words"):
        return command_of(user_of(leaf, files), files)
    line = COMMANDS[max((begin for begin in COMMANDS if f"{leaf.kind}.".startswith(f"{begin}.")), key=len)]
    if "{id}" not in line:
        return line
    entry = leaf.way[:2]
    identifier = Leaf(leaf.file, (*entry, "id"), files.at(leaf.file, (*entry, "id")))
    return line.replace("{id}", (changes or {}).get(identifier, identifier.written))


def user_of(words: Leaf, files: Files) -> Leaf:
    """Return a leaf that is shown in words which a registry gives: a topic, or a locator."""
    meant = files.at(words.file, (*words.way[:2], "id"))
    if words.section == "topics":
        return next(leaf for leaf in files.leaves if leaf.key == "topic" and leaf.written == meant)
    return next(leaf for leaf in files.leaves if leaf.key == "locator" and meant in leaf.written)


def shown(line: str, registry: Registry) -> tuple[str, ...]:
    """Return what a command line prints of a registry, in each language."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(loading, "load_registry", lambda _folder: registry)
        answer = app(line.split(), standalone_mode=False)
    assert isinstance(answer, Answer), line
    return tuple(
        str(named("table").write(in_words(answer.report, language, Audience.PEOPLE), Reader(language)))
        for language in REGISTRY_LANGUAGES
    )
