"""The rest of an organisation's money, and its financing: what its treasury needs and no rule of eligibility reads."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, ConfigDict, Field, ValidationInfo, model_validator

from clusters_cli.dossier.cash_words import CashKind, Direction
from clusters_cli.dossier.line_words import Recurrence
from clusters_cli.dossier.timing import NO_GRANT, DatedPart, Timing, dated_parts, occurrences
from clusters_cli.foundations.dates import add_months, month_end
from clusters_cli.foundations.fields import Amount, Day, Line, Model, SignedAmount
from clusters_cli.foundations.refusal import RefusedError
from clusters_cli.foundations.text import Text

_MONTHS_OF_A_YEAR = 12
_LONGER = [word for word, every in Recurrence.written().items() if every is not Recurrence.MONTH]


def _if_kind(kinds: list[CashKind], then: dict[str, Any]) -> dict[str, Any]:
    """Return what a JSON Schema says of lines of some kinds."""
    words = sorted(word for kind in kinds for word in kind.writings)
    return {"if": {"properties": {"kind": {"enum": words}}, "required": ["kind"]}, "then": then}


def _that_go(direction: Direction) -> dict[str, Any]:
    """Return what a JSON Schema says of the kinds whose money always goes one way."""
    kinds = [kind for kind in CashKind if kind.direction is direction]
    return _if_kind(kinds, {"properties": {"direction": {"enum": direction.writings}}})


_EITHER_WAY = _if_kind([kind for kind in CashKind if kind.is_financing], {"required": ["direction"]})
_EACH_TIME: dict[str, Any] = {
    "if": {"required": ["each"]},
    "then": {
        "properties": {
            "timing": {
                "required": ["every"],
                "if": {"properties": {"every": {"enum": _LONGER}}},
                "then": {"required": ["start"]},
            }
        }
    },
}


def _known_direction(found: object, about: ValidationInfo) -> object:
    """Return the direction as written, or that of the kind."""
    kind = about.data.get("kind")
    if found is not None or not isinstance(kind, CashKind):
        return found or Direction.IN
    if kind.direction is None:
        raise RefusedError(
            Text("is missing: {kind} goes either way, write direction: in or direction: out", kind=kind.value)
        )
    return kind.direction


def _dated(found: object) -> object:
    if found is None:
        raise RefusedError(
            Text(
                "is missing: say when the money moves, such as timing: {once} or timing: {again}",
                once="{on: 2026-06-30}",
                again="{every: month, day: 5}",
            )
        )
    return found


class CashLine(Model):
    """Money that the organisation receives or pays beside the project, or by which it is financed.

    Attributes:
        label: what it is, in the organisation's words.
        kind: what kind of receipt, payment or financing.
        direction: ``in`` or ``out``: needed for financing, which goes either way; the kind says it of all else.
        funder: who gives it, as for a resource.
        amount: euros in all; either this or ``each``.
        each: euros of each occurrence, for a timing with ``every``; without an end it goes on as long as the plan.
        timing: when it moves.
    """

    model_config = ConfigDict(
        json_schema_extra={
            **NO_GRANT,
            "required": ["label", "kind", "timing"],
            "oneOf": [{"required": ["amount"]}, {"required": ["each"]}],
            "allOf": [*map(_that_go, Direction), _EITHER_WAY, _EACH_TIME],
        }
    )

    label: Line
    kind: CashKind
    direction: Annotated[Direction, BeforeValidator(_known_direction)] = Field(default=None, validate_default=True)
    funder: Line | None = None
    amount: Amount | None = None
    each: Amount | None = None
    timing: Annotated[Timing, BeforeValidator(_dated)] = Field(default=None, validate_default=True)

    @model_validator(mode="after")
    def _one_amount(self) -> Self:
        if (self.amount is None) is (self.each is None):
            raise RefusedError(Text("needs amount, in all, or each, of every occurrence; not both"))
        return self

    @model_validator(mode="after")
    def _way_of_its_kind(self) -> Self:
        if self.kind.direction not in (None, self.direction):
            raise RefusedError(
                Text("{kind} never goes {direction}", kind=self.kind.value, direction=self.direction.value),
                ("direction",),
            )
        return self

    @model_validator(mode="after")
    def _timing_of_its_own(self) -> Self:
        if self.timing.is_of_funder:
            raise RefusedError(
                Text("a grant that a payment scheme or an agreement pays stands under resources"), ("timing",)
            )
        if self.each is None:
            return self
        if self.timing.every is None:
            raise RefusedError(Text("each goes with every: how often the money comes back"), ("timing",))
        if self.timing.start is None and self.timing.every is not Recurrence.MONTH:
            raise RefusedError(Text("needs a start: from which month its periods are counted"), ("timing",))
        return self


def cash_flows(line: CashLine, start: date, end: date) -> tuple[DatedPart, ...]:
    """Return the days and euros of a line, never negative; its direction says which way they go.

    An amount in all is cut as that of any line: the parts add up to it, and may lie outside the days given.  What
    comes back each time goes on to the end given where it has none of its own, and no period is cut short there.

    Args:
        line: as written.
        start: first day, where its timing has none of its own: that of the plan for ``each``, of the project or, where
            it has no dates, of the plan for an amount in all.
        end: last day, in the same way.
    """
    if line.amount is not None:
        return dated_parts(line.amount, line.timing, start, end)
    each = line.each or Decimal(0)
    if line.timing.end is not None:
        return tuple(DatedPart(day, each) for day in occurrences(line.timing, start, end))
    beyond = add_months(month_end(end), _MONTHS_OF_A_YEAR)
    return tuple(DatedPart(day, each) for day in occurrences(line.timing, start, beyond) if day <= end)


class TreasurySection(Model):
    """The cash of the whole organisation: what it starts with, and what moves beside the project.

    Attributes:
        opening_cash: euros on the evening of the opening day.
        opening_day: the day; the one before the project starts when left out.
        lines: receipts and payments beside those of the project, and its financing.
    """

    opening_cash: SignedAmount | None = None
    opening_day: Day | None = None
    lines: Annotated[tuple[CashLine, ...], Field(max_length=10_000)] = ()
