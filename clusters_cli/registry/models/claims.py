"""``claims.yaml``: totals that sources print, and how to work them out again from the registry.

A new claim needs no code: its recomputation is the sum of its ``select`` parts (what the registry holds) and of its
``terms`` (numbers the sources themselves give).
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from pydantic import ConfigDict, model_validator

from clusters_cli.foundations.data_shape import in_data
from clusters_cli.foundations.refusal import RefusedError
from clusters_cli.foundations.text import Text
from clusters_cli.registry.figures import NUMBERS
from clusters_cli.registry.models.base import Identifier, Label, Model, Name, Number, SignedNumber, Sourced, Year, YesNo
from clusters_cli.registry.models.claim_words import ClaimUnit, SelectedEntries
from clusters_cli.registry.models.maturity_words import Maturity
from clusters_cli.registry.models.organisations import FigureName
from clusters_cli.registry.models.programme_words import AmountScope, Strength

_ADDED_UP = ("count", *(figure.name for figure in NUMBERS), "amount")
if TYPE_CHECKING:
    ClaimMeasure = str
else:
    ClaimMeasure = Literal[_ADDED_UP]
"""What is added up: the number of entries, a figure of theirs that is one number, or the amount of a programme."""

_FIGURES = frozenset(figure.name for figure in NUMBERS)
_OF_ORGANISATIONS = frozenset({"year", "having", "supported", "only", "leave_out"})
_MEASURES: Mapping[SelectedEntries, frozenset[str]] = {
    SelectedEntries.CLUSTERS: _FIGURES,
    SelectedEntries.POLES: _FIGURES,
    SelectedEntries.NETWORK_REGIONS: frozenset({"members"}),
    SelectedEntries.AMOUNTS: frozenset({"amount"}),
}
_FILTERS: Mapping[SelectedEntries, frozenset[str]] = {
    SelectedEntries.CLUSTERS: _OF_ORGANISATIONS | {"maturity"},
    SelectedEntries.POLES: _OF_ORGANISATIONS,
    SelectedEntries.POLE_REGIONS: _OF_ORGANISATIONS,
    SelectedEntries.LINKS: frozenset({"programme", "strength"}),
    SelectedEntries.STRANDS: frozenset({"programme"}),
    SelectedEntries.BENEFICIARIES: frozenset({"programme"}),
    SelectedEntries.AMOUNTS: frozenset({"programme", "scope"}),
}


def _allowed(entries: SelectedEntries) -> dict[str, Any]:
    """Return what a JSON Schema says of the measures and filters of a selection."""
    return {
        "if": {"properties": {"entries": {"enum": entries.writings}}, "required": ["entries"]},
        "then": {
            "properties": {"measure": {"enum": ["count", *sorted(_MEASURES.get(entries, ()))]}},
            "propertyNames": {"enum": ["entries", "measure", "source", *sorted(_FILTERS.get(entries, ()))]},
        },
    }


class Selection(Model):
    """What the registry holds, filtered and added up.

    Attributes:
        entries: what to go through.
        measure: what to add up: the number of entries, or one of their figures.
        year: keep the figures of this year only.
        source: keep what this source says only; the claim's own source when left out.
        having: keep the organisations for which the source gives this figure (in this year, if one is given).
        supported: keep the clusters the source says are supported, or are not.
        maturity: keep the clusters the source puts in this class.
        programme: keep what belongs to this programme.
        strength: keep the links of this strength.
        scope: keep the amounts of this scope.
        only: keep these ids.
        leave_out: drop these ids.
    """

    model_config = ConfigDict(json_schema_extra={"allOf": [_allowed(entries) for entries in SelectedEntries]})

    entries: SelectedEntries
    measure: ClaimMeasure = "count"
    year: Year | None = None
    source: Identifier | None = None
    having: FigureName | None = None
    supported: YesNo | None = None
    maturity: Maturity | None = None
    programme: Identifier | None = None
    strength: Strength | None = None
    scope: AmountScope | None = None
    only: tuple[Identifier, ...] = ()
    leave_out: tuple[Identifier, ...] = ()

    @model_validator(mode="after")
    def _makes_sense(self) -> Self:
        if self.measure != "count" and self.measure not in _MEASURES.get(self.entries, ()):
            raise RefusedError(
                Text("{measure} cannot be added up over {entries}", measure=self.measure, entries=self.entries)
            )
        for name in sorted(self.model_fields_set - {"entries", "measure", "source"}):
            if name not in _FILTERS.get(self.entries, ()):
                raise RefusedError(Text("{name} does not filter {entries}", name=name, entries=self.entries))
        return self


class Term(Model):
    """A number the sources give themselves, such as one line of a sum.

    Attributes:
        value: the number.
        label: what it is.
    """

    value: SignedNumber
    label: Name


@in_data(value="printed", up_to="printed_up_to")
class Printed(Sourced):
    """The number as printed.

    Attributes:
        value: the number, or the lower end of a range.
        up_to: the upper end of a range.
        about: whether the source says "about".
    """

    value: Number
    up_to: Number | None = None
    about: YesNo = False


class ExplainedDifference(Sourced):
    """Why the printed number and the recomputed one differ.

    Attributes:
        difference: printed minus recomputed, as explained; any other difference is unexplained.
        text: the reason.
    """

    difference: SignedNumber
    text: Label


@in_data(spread=("printed",))
class Claim(Model):
    """A number a source prints, and how to work it out again.

    Attributes:
        id: what it is called in an audit.
        title: what the number counts.
        unit: what it is counted in.
        printed: the number as printed.
        select: what to add up from the registry.
        terms: what to add from the sources' own sums.
        unverifiable: why it cannot be worked out again, when it cannot.
        explained: why the difference is what it is.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "oneOf": [
                {"required": ["unverifiable"]},
                {"anyOf": [{"required": [way], "properties": {way: {"minItems": 1}}} for way in ("select", "terms")]},
            ]
        }
    )

    id: Identifier
    title: Name
    unit: ClaimUnit
    printed: Printed
    select: tuple[Selection, ...] = ()
    terms: tuple[Term, ...] = ()
    unverifiable: Label | None = None
    explained: ExplainedDifference | None = None

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if bool(self.select or self.terms) == (self.unverifiable is not None):
            raise RefusedError(Text("needs either select or terms, or the reason why it is unverifiable"))
        return self


class ClaimsFile(Model):
    """``claims.yaml``.

    Attributes:
        claims: the numbers that sources print and that can be worked out again.
    """

    claims: tuple[Claim, ...] = ()
