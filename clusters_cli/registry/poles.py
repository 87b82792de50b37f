"""The pôles de compétitivité of a registry, as ``poles.yaml`` holds them."""

from clusters_cli.registry.base import Model
from clusters_cli.registry.organisations import Organisation


class Pole(Organisation):
    """A pôle de compétitivité that works in the region.

    Attributes:
        regions: the regions it covers.
    """

    regions: tuple[str, ...] = ()


class PolesFile(Model):
    """``poles.yaml``."""

    poles: tuple[Pole, ...]
