"""Which law a command applies: the registry's, or the one that comes with the program, with an overlay if asked for."""

from pathlib import Path

from clusters_cli.eligibility.parameters import Law, overlay
from clusters_cli.foundations.messages import _
from clusters_cli.registry.loading import Registry, load_registry, packaged_registry


def law_in_use(opened: Registry, parameters: Path | None) -> tuple[Law, tuple[str, ...]]:
    """Return the law of a registry, and what must be said of it.

    Args:
        opened: the registry; one without legal parameters uses those that come with the program: the law is the same.
        parameters: an overlay file.

    Raises:
        UnusableFileError: the overlay cannot be read.
        InvalidDataError: the overlay is not valid.
    """
    notes: tuple[str, ...] = ()
    programmes = opened.programmes
    if not programmes.parameters:
        programmes = load_registry(packaged_registry()).programmes
        notes = (_("The registry holds no legal parameters: those that come with the program are used."),)
    law = Law.of(programmes.parameters, programmes.aid_regimes)
    return (overlay(law, parameters) if parameters else law), notes
