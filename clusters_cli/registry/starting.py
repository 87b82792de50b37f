"""The small commented registry that another Région starts from."""

from pathlib import Path

from clusters_cli.registry.folders import packaged_registry

_STARTER = Path(__file__).parent / "starter"


def starter_files() -> dict[str, bytes]:
    """Return what a new registry holds: each file's path inside its folder, and its content.

    The schemas go with it, so that the first line of each data file leads an editor to the one it names.
    """
    data = {file.name: file.read_bytes() for file in sorted(_STARTER.glob("*.yaml"))}
    schemas = sorted((packaged_registry() / "schemas").glob("*.json"))
    return {**data, **{f"schemas/{file.name}": file.read_bytes() for file in schemas}}
