"""The report of ``clusters poles show``."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from clusters_cli.commands.poles.labels import label_notes, label_sentence
from clusters_cli.commands.shared.ended import end_sentence
from clusters_cli.commands.show.view import show_report
from clusters_cli.foundations.text import Joined, Text
from clusters_cli.presentation.report import Report
from clusters_cli.registry import DatedPole, EntryKind
from clusters_cli.registry.models import Phase


def pole_report(known: DatedPole, phases: Sequence[Phase]) -> Report:
    """Build the report of one pôle, which says what that of a cluster does, and what its label is."""
    shown = show_report(known.profile, EntryKind.POLE)
    return replace(
        shown,
        data={EntryKind.POLE.value: known},
        text=Joined((shown.text or known.profile.name, *_as_of_the_day(known)), "\n"),
        notes=(*label_notes({known.profile.name: known.label}, phases), *shown.notes),
    )


def _as_of_the_day(known: DatedPole) -> Iterator[Text]:
    """Yield how it ended, if it did, and what its label is."""
    if known.end is not None:
        yield end_sentence(known.end)
    yield label_sentence(known.label)
