"""The payment scheme that is taken where none is typed, and how an answer says so."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from clusters_cli.commands.shared.as_signed import WantedSchemes, refuse_idle_default
from clusters_cli.foundations.data_shape import extended
from clusters_cli.foundations.text import Text

if TYPE_CHECKING:
    from clusters_cli.presentation.report import Report
    from clusters_cli.registry import Registry
    from clusters_cli.registry.models import Stated


def with_assumed(
    report: "Report",
    wanted: WantedSchemes,
    registry: "Registry",
    given: Sequence[str],
    *,
    is_assumed: bool,
    option: str = "--scheme",
) -> "Report":
    """Return a report that says which payment scheme was assumed, if one was, where no agreement says one.

    Raises:
        UsageError: one is typed for clusters without an agreement, and all have one.
    """
    refuse_idle_default(given, is_assumed=is_assumed)
    return with_default(report, wanted.default if is_assumed else None, registry, option)


def with_default(
    report: "Report", taken: "Stated[str] | None", registry: "Registry", option: str = "--scheme"
) -> "Report":
    """Return a report that says which payment scheme was taken for granted, and who states it.

    Args:
        report: the answer.
        taken: the default of the registry's Région; ``None`` where the schemes were typed.
        registry: names the Région.
        option: what names another.
    """
    known = replace(report, data=extended(report.data, default_scheme=taken))
    if taken is None or registry.region is None:
        return known
    note = Text(
        "Assumed: {scheme}, the default payment scheme of {region} ({where}); {option} names another.",
        scheme=taken.value,
        region=registry.region.name,
        where=taken.citation,
        option=option,
    )
    return replace(known, notes=(note, *known.notes))
