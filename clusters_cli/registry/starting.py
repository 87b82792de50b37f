"""The small commented registry that another Région starts from, in the reader's language."""

from pathlib import Path

from clusters_cli.foundations.messages import language
from clusters_cli.registry.folders import packaged_registry

_STARTER = Path(__file__).parent / "starter"
"""The files in English; those in French stand in ``fr`` below."""


def starter_files() -> dict[str, bytes]:
    """Return what a new registry holds: each file's path inside its folder, and its content.

    The schemas go with it, so that the first line of each data file leads an editor to the one it names.
    """
    folder = _STARTER / "fr" if language() == "fr" else _STARTER
    data = {file.name: file.read_bytes() for file in sorted(folder.glob("*.yaml"))}
    schemas = sorted((packaged_registry() / "schemas").glob("*.json"))
    return {**data, **{f"schemas/{file.name}": file.read_bytes() for file in schemas}}
