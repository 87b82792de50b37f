"""Fails when a dependency is newer than the lower bound that states it: then nobody has tried that bound."""

import sys
from importlib.metadata import requires, version

from packaging.requirements import Requirement
from packaging.version import Version


def untried(requirement: Requirement) -> bool:
    """Whether the installed version is not the one that the lower bound of a requirement names."""
    (bound,) = (Version(one.version).release for one in requirement.specifier if one.operator == ">=")
    return Version(version(requirement.name)).release[: len(bound)] != bound


wanted = (Requirement(line) for line in requires("clusters-cli") or ())
here = [one for one in wanted if one.marker is None or one.marker.evaluate({"extra": "test"})]
print(" ".join(f"{one.name}=={version(one.name)}" for one in here))
sys.exit("\n".join(f"{one}: {version(one.name)} was tried" for one in here if untried(one)) or None)
