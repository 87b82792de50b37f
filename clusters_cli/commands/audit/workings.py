"""How ``clusters audit --explain`` tells that printed numbers are worked out again."""

from collections.abc import Iterator, Mapping, Sequence

from clusters_cli.commands.shared.origins import named, origin_cells, origin_columns
from clusters_cli.foundations.text import Listed, Text, Value, bracketed, in_a_row, labelled
from clusters_cli.foundations.words import Vocabulary, YesOrNo
from clusters_cli.presentation.report import Cell, Column, Kind, Table
from clusters_cli.registry import CheckedClaim
from clusters_cli.registry.models import Claim, Selection

_MEASURES: Mapping[str, Text] = {"count": Text("number of entries"), "amount": Text("amount")}
"""What is added up beside figures."""
_FILTERS: Mapping[str, Text] = {
    "year": Text("of the year"),
    "source": Text("according to"),
    "having": Text("with a known value"),
    "supported": Text("supported"),
    "maturity": Text("stated maturity"),
    "programme": Text("programme"),
    "strength": Text("strength of the link"),
    "scope": Text("scope"),
    "only": Text("only"),
    "leave_out": Text("without"),
}
"""What a filter of a selection asks, by its key."""


def workings_table(claims: Sequence[CheckedClaim]) -> Table:
    """Return for each claim where its number is printed, what is added up, and what explains the difference."""
    columns = (
        Column("claim", Text("Printed number")),
        Column("part", Text("Part")),
        Column("what", Text("What")),
        Column("value", Text("Value"), Kind.NUMBER),
        *origin_columns(),
    )
    rows = [
        {"claim": "" if index else bracketed(checked.claim.title, checked.claim.id), **row}
        for checked in claims
        for index, row in enumerate(_rows(checked.claim))
    ]
    return Table.of("workings", columns, rows, title=Text("How they are worked out"))


def _rows(claim: Claim) -> Iterator[dict[str, Cell]]:
    printed = claim.printed
    unit: Value = in_a_row((claim.unit, printed.note)) if printed.note else claim.unit
    yield {"part": Text("printed"), "what": unit, "value": printed.value, **origin_cells(printed)}
    for part in claim.select:
        yield {"part": Text("added up"), "what": _selection(part), "value": ""}
    for term in claim.terms:
        yield {"part": Text("added"), "what": term.label, "value": term.value}
    if claim.unverifiable:
        yield {"part": Text("unverifiable"), "what": claim.unverifiable, "value": ""}
    if claim.explained:
        why = claim.explained
        what: Value = bracketed(why.text, why.note) if why.note else why.text
        yield {"part": Text("explained difference"), "what": what, "value": why.difference, **origin_cells(why)}


def _selection(part: Selection) -> Value:
    counted = _MEASURES.get(part.measure) or named(part.measure)
    whole = Text("{measure}: {entries}", measure=counted, entries=part.entries)
    asked = ((words, getattr(part, key)) for key, words in _FILTERS.items())
    filters = tuple(labelled(words, _filter(value)) for words, value in asked if value not in (None, ()))
    return bracketed(whole, in_a_row(filters)) if filters else whole


def _filter(value: object) -> Value:
    """Return what a filter asks for in words."""
    if isinstance(value, bool):
        return YesOrNo.of(value)
    if isinstance(value, tuple):
        return Listed(value)
    if isinstance(value, Vocabulary):
        return value
    return named(value) if isinstance(value, str) else str(value)
