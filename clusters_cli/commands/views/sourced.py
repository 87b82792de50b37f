"""What views share of statements and their sources."""

from typing import Any

from clusters_cli.commands.views.words import confidence_name
from clusters_cli.foundations.locators import placed
from clusters_cli.foundations.messages import _, language
from clusters_cli.foundations.numerals import written
from clusters_cli.presentation.report import Column
from clusters_cli.registry.models.base import Label, Sourced


def spoken(text: Label | None) -> str:
    """Return a text in the reader's language; nothing for no text."""
    return text.in_language(language()) if text else ""


def raw(text: Label | None) -> str | None:
    """Return a text for programs, which are never translated to: English if it has one."""
    return (text.en or text.fr) if text else None


def origin(stated: Sourced) -> dict[str, Any]:
    """Return where a statement comes from, for programs."""
    return {
        "source": stated.source,
        "locator": stated.locator,
        "confidence": stated.confidence,
        "as_of": stated.as_of,
        "note": raw(stated.note),
    }


def origin_columns() -> tuple[Column, ...]:
    """Return the columns that ``origin_cells`` fills."""
    return (
        Column("source", _("Source")),
        Column("locator", _("Where"), minor=True),
        Column("confidence", _("Confidence"), minor=True),
    )


def origin_cells(stated: Sourced) -> dict[str, str]:
    """Return where a statement comes from, for people."""
    return {
        "source": stated.source,
        "locator": placed(stated.locator) if stated.locator else written(stated.as_of or ""),
        "confidence": confidence_name(stated.confidence),
    }
