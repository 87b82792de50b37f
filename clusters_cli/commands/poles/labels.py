"""Labels of pôles in words: what a cell, a sentence and the notes below a list say of them."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from clusters_cli.foundations.text import Dated, Listed, Text, Value, bracketed, counted, labelled
from clusters_cli.registry import DatedLabel, Standing
from clusters_cli.registry.models import LabelOutcome, Phase

Labels = Mapping[str, DatedLabel | None]
"""The label of each pôle by its name; ``None`` where no decision on it is known."""


def label_cell(label: DatedLabel | None) -> Value | None:
    """Return what a pôle's label is, as a cell."""
    if label is None:
        return None
    return Text("label ended") if _has_run_out(label) else label.outcome


def label_sentence(label: DatedLabel | None) -> Text:
    """Return what a pôle's label is, as a sentence."""
    if label is None:
        return Text("No decision on its label is known.")
    if label.pole_ended:
        return Text("Not labelled: the pôle exists no more by itself.")
    if label.outcome is LabelOutcome.NOT_RENEWED:
        return Text("Not labelled: the label was not renewed.")
    if label.last_day is None:
        return Text("Labelled, as far as known.")
    if _has_run_out(label):
        return Text("Not labelled: the label ended on {day}.", day=label.last_day)
    return Text("Labelled until {day}.", day=label.last_day)


def label_notes(labels: Labels, phases: Sequence[Phase]) -> Iterator[Value]:
    """Yield whose labels end soon, whose have run out, and what is known of the next call."""
    soon = {name: label for name, label in labels.items() if label is not None and label.ends_soon}
    over = {name: label for name, label in labels.items() if label and _has_run_out(label) and label.last_day}
    for day, names in _by_end(soon).items():
        yield counted(
            "The label ends on {day}, in {count} day: {names}.",
            "The label ends on {day}, in {count} days: {names}.",
            next(label.days_left for label in soon.values() if label.last_day == day) or 0,
            day=day,
            names=Listed(tuple(names)),
        )
    for day, names in _by_end(over).items():
        yield Text("The label ended on {day}: {names}.", day=day, names=Listed(tuple(names)))
    concerned = {label.phase for label in (*soon.values(), *over.values())}
    yield from (note for phase in phases if phase.id in concerned for note in _next_call(phase))


def _has_run_out(label: DatedLabel) -> bool:
    return label.outcome is LabelOutcome.LABELLED and label.standing is Standing.ENDED


def _by_end(labels: Mapping[str, DatedLabel]) -> Mapping[date, list[str]]:
    """Return the names of pôles by the last day of their label."""
    named: dict[date, list[str]] = {}
    for name, label in labels.items():
        if label.last_day is not None:
            named.setdefault(label.last_day, []).append(name)
    return named


def _next_call(phase: Phase) -> Iterator[Value]:
    for said in phase.next_call:
        origin: Value = Listed((said.source, Dated(said.as_of))) if said.as_of else said.source
        yield bracketed(labelled(phase.name, said.value), origin)
