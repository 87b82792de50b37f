"""What the shell offers to complete: ids of the registry with their names, and codes with their titles.

Nothing here loads a model: names come from the index of the packaged registry, or straight from the YAML of another.
A registry that cannot be read offers nothing, since a completion must never print an error.
"""

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import typer

from clusters_cli.registry.folders import VARIABLE

Completion = Callable[[typer.Context, str], list[tuple[str, str]]]


def _names(kind: str) -> Completion:
    def complete(context: typer.Context, incomplete: str) -> list[tuple[str, str]]:
        from clusters_cli.registry.index import names_in

        return _beginning(names_in(_folder(context), kind), incomplete)

    return complete


clusters = _names("clusters")
schemes = _names("schemes")
programmes = _names("programmes")
poles = _names("poles")


def codes(context: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """Offer the codes of messages and rules, with their titles."""
    from clusters_cli.commands.catalogue import catalogue

    del context
    return _beginning({code: explanation.title for code, explanation in catalogue().items()}, incomplete)


def _folder(context: typer.Context) -> Path | None:
    given = context.params.get("registry") or context.find_root().params.get("registry")
    given = given or os.environ.get(VARIABLE)
    return Path(given) if given else None


def _beginning(names: Mapping[str, str], incomplete: str) -> list[tuple[str, str]]:
    begun = incomplete.casefold()
    return [(identifier, name) for identifier, name in names.items() if identifier.casefold().startswith(begun)]
