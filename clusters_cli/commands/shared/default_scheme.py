"""The payment scheme that is taken where none is typed, and how an answer says so."""

from dataclasses import replace
from typing import TYPE_CHECKING

from clusters_cli.foundations.data_shape import extended
from clusters_cli.foundations.text import Text

if TYPE_CHECKING:
    from clusters_cli.presentation.report import Report
    from clusters_cli.registry import Registry
    from clusters_cli.registry.models import Stated


def with_default(report: "Report", taken: "Stated[str] | None", registry: "Registry") -> "Report":
    """Return a report that says which payment scheme was taken for granted, and who states it.

    Args:
        report: the answer.
        taken: the default of the registry's Région; ``None`` where the schemes were typed.
        registry: names the Région.
    """
    known = replace(report, data=extended(report.data, default_scheme=taken))
    if taken is None or registry.region is None:
        return known
    note = Text(
        "Assumed: {scheme}, the default payment scheme of {region} ({where}); --scheme names another.",
        scheme=taken.value,
        region=registry.region.name,
        where=taken.citation,
    )
    return replace(known, notes=(note, *known.notes))
