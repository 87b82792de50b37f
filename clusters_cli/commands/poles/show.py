"""The report of ``clusters poles show``."""

from collections.abc import Sequence
from dataclasses import replace

from clusters_cli.commands.poles.labels import label_notes, label_sentence
from clusters_cli.commands.show.view import show_report
from clusters_cli.foundations.text import Joined
from clusters_cli.presentation.report import Report
from clusters_cli.registry import DatedPole, EntryKind
from clusters_cli.registry.models import Phase


def pole_report(known: DatedPole, phases: Sequence[Phase]) -> Report:
    """Build the report of one pôle, which says what that of a cluster does, and what its label is."""
    shown = show_report(known.profile, EntryKind.POLE)
    return replace(
        shown,
        data={EntryKind.POLE.value: known},
        text=Joined((shown.text or known.profile.name, label_sentence(known.label)), "\n"),
        notes=(*label_notes({known.profile.name: known.label}, phases), *shown.notes),
    )
