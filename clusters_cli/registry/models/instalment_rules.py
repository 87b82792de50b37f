"""Instalments as payment schemes write them: what is paid, on which event, and what is kept back of it."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, ConfigDict, Field, model_validator

from clusters_cli.foundations.dates import Duration, add_months
from clusters_cli.foundations.fields import Amount, Share
from clusters_cli.foundations.reading.shares import SHARE
from clusters_cli.foundations.refusal import RefusedError
from clusters_cli.foundations.text import Text
from clusters_cli.foundations.words import Vocabulary
from clusters_cli.registry.models.agreements import AgreementPeriod
from clusters_cli.registry.models.base import Model
from clusters_cli.registry.models.scheme_amounts import Multiple, SomeShare, WrittenLeast, written_share
from clusters_cli.registry.models.scheme_times import AnyDay, Delay, WrittenDuration, first_on_day
from clusters_cli.registry.models.scheme_words import Anchor, InstalmentKind, ReachedOf, RetainedOf, ShareOf

_ANCHORED = ((Anchor.DATE, "on"), (Anchor.SPENDING, "reached"))
"""Anchors that need a key of their own, which goes with no other anchor."""
CLAIMED = (Anchor.PERIOD_END, Anchor.SPENDING)
"""Events that only the course of a project brings: claims are made on them."""


def _with_anchor(*anchors: Anchor) -> dict[str, Any]:
    """Return what a JSON Schema says of an event that is one of some anchors."""
    writings = [writing for anchor in anchors for writing in anchor.writings]
    return {"properties": {"anchor": {"enum": writings}}, "required": ["anchor"]}


def _goes_with(anchor: Anchor, key: str) -> dict[str, Any]:
    """Return what a JSON Schema says of the key that an anchor needs."""
    return {"if": _with_anchor(anchor), "then": {"required": [key]}, "else": {"not": {"required": [key]}}}


class Event(Model):
    """A day that an agreement names by what happens on it.

    Attributes:
        anchor: what happens.
        offset: time from it to the day.
        on: for the anchor ``date``: a day of each year ``MM-DD``, of a project the first from its start on, or a full
            date, which moves with its start.
    """

    model_config = ConfigDict(json_schema_extra={"allOf": [_goes_with(Anchor.DATE, "on")]})

    anchor: Anchor
    offset: WrittenDuration = Duration()
    on: AnyDay | None = None

    @model_validator(mode="after")
    def _anchored(self) -> Self:
        for anchor, key in _ANCHORED:
            if key in type(self).model_fields and (self.anchor == anchor) != (getattr(self, key) is not None):
                raise RefusedError(Text("{key} goes with anchor: {anchor}", key=key, anchor=anchor.value))
        return self

    def moved(self, months: int) -> Self:
        """Return the event with its full date, if it has one, so many months later."""
        return self.model_copy(update={"on": add_months(self.on, months)}) if isinstance(self.on, date) else self

    def day(self, period: AgreementPeriod, others_paid: date | None = None) -> date:
        """Return the day of an event that the agreement itself brings.

        Args:
            period: the year or project it belongs to.
            others_paid: the day of the last payment by the other funders.

        Raises:
            RefusedError: it waits for the other funders, and nobody says when they pay.
        """
        days = {
            Anchor.SIGNATURE: period.signature,
            Anchor.START: period.first,
            Anchor.YEAR_END: date(period.last.year, 12, 31),
            Anchor.PROJECT_END: period.last,
            Anchor.OTHERS_PAID: others_paid,
            Anchor.DATE: first_on_day(period.first, self.on) if isinstance(self.on, str) else self.on,
        }
        day = days[self.anchor]
        if day is None:
            raise RefusedError(Text("waits for the other funders: say with --others-paid when the last of them pays"))
        return self.offset.after(day)


class OwnEvent(Event):
    """An event that comes once, and that the course of the costs does not decide."""

    model_config = ConfigDict(
        json_schema_extra={"allOf": [_goes_with(Anchor.DATE, "on"), {"not": _with_anchor(*CLAIMED)}]}
    )

    @model_validator(mode="after")
    def _once(self) -> Self:
        if self.anchor in CLAIMED:
            raise RefusedError(
                Text("{anchor} is for the instalment itself, not for what it waits for", anchor=self.anchor.value),
                ("anchor",),
            )
        return self


class Retention(Model):
    """Money kept back of an instalment until the balance, or until an event of its own.

    Attributes:
        share: the part that is kept back.
        of: what it is a part of: of each payment, or of the grant, in all.
        release: the event on which it is released, if that is not the balance.
    """

    share: SomeShare
    of: RetainedOf = RetainedOf.PAYMENT
    release: OwnEvent | None = None


class Reached(Model):
    """How far the costs must be.

    Attributes:
        share: the part that must be spent; of nothing, it is the day of the first cost.
        of: of the planned costs, or of the instalments that stand above this one.
    """

    share: Share
    of: ReachedOf = ReachedOf.COSTS


def _in_full(written: object) -> object:
    """Return a share that stands alone as the mapping it is short for."""
    return {"share": written} if isinstance(written, str | Fraction) else written


def _as_list(written: object) -> object:
    return written if isinstance(written, list | tuple) else [written]


_WrittenRetention = Annotated[Retention, BeforeValidator(_in_full, json_schema_input_type=SomeShare | Retention)]
_WrittenReached = Annotated[Reached, BeforeValidator(_in_full, json_schema_input_type=Share | Reached)]
_Events = Annotated[
    tuple[OwnEvent, ...],
    BeforeValidator(
        _as_list, json_schema_input_type=OwnEvent | Annotated[list[OwnEvent], Field(min_length=1, max_length=10)]
    ),
    Field(min_length=1, max_length=10),
]
_KINDS = [writing for kind in InstalmentKind if kind is not InstalmentKind.RELEASE for writing in kind.writings]
_NOT_ABOVE_ONE: dict[str, Any] = {"properties": {"share": {"pattern": rf"^\s*{SHARE}\s*$"}}}


def _which(key: str, *words: Vocabulary) -> dict[str, Any]:
    """Return what a JSON Schema says of an instalment whose key is one of some words."""
    return {"properties": {key: {"enum": [each for word in words for each in word.writings]}}, "required": [key]}


_OF_COSTS, _IS_ADVANCE = _which("of", ShareOf.COSTS), _which("kind", InstalmentKind.ADVANCE)
_TOGETHER: list[Any] = [
    *(_goes_with(*pair) for pair in _ANCHORED),
    {"if": _which("of", ShareOf.PERIOD), "else": _NOT_ABOVE_ONE},
    {"if": _OF_COSTS, "then": {"not": _IS_ADVANCE}},
    {"if": {"required": ["guarantee"]}, "then": _IS_ADVANCE},
    {"if": {"required": ["min_costs"]}, "then": _OF_COSTS},
]
"""What a JSON Schema says of the keys of an instalment that go together."""


class InstalmentRule(Event):
    """One line of a payment scheme: what is paid, and when.

    Attributes:
        kind: what it is to the grant.
        share: the part of what ``of`` says; the last instalment may leave it out, and pays what is left.
        of: what the share is taken of: the grant, the costs newly declared at the grant's rate, or an average period.
        anchor: the event on which it becomes due: its cut-off.
        offset: time from the event to the cut-off.
        reached: for the anchor ``spending``: the share of the planned costs that must be spent, or of what was paid.
        claim: time from the cut-off to the claim or the report, where the cluster must ask for the money; the payment
            delay then runs from the claim.
        not_before: events before which it is not claimed: the latest counts.
        payment_delay: time from the cut-off or the claim to the payment, where it is another one than the scheme's.
        cap: share of the grant that everything paid up to this instalment and with it may reach.
        retain: what is kept back of it.
        min_amount: least euros of a payment; what is smaller waits for the next.
        min_costs: least new costs of a claim.
        guarantee: cover asked for an advance, as a share of it: named in the notes, and priced where a bank's rate is
            given.
    """

    model_config = ConfigDict(json_schema_extra={"allOf": _TOGETHER})

    kind: Annotated[InstalmentKind, Field(json_schema_extra={"enum": _KINDS})]
    share: Multiple | None = None
    of: ShareOf = ShareOf.GRANT
    reached: _WrittenReached | None = None
    claim: Delay | None = None
    not_before: _Events = ()
    payment_delay: Delay | None = None
    cap: SomeShare | None = None
    retain: _WrittenRetention | None = None
    min_amount: Amount | None = None
    min_costs: WrittenLeast = ()
    guarantee: Multiple | None = None

    @model_validator(mode="after")
    def _sound(self) -> Self:
        for key, reason in self._faults():
            raise RefusedError(reason, (key,))
        return self

    def _faults(self) -> Iterator[tuple[str, Text]]:
        if self.kind is InstalmentKind.RELEASE:
            yield "kind", Text("write retain on the instalment of which money is kept back, with its release")
        if self.share is not None and self.share > 1 and self.of is not ShareOf.PERIOD:
            yield "share", Text("an instalment pays 100% at most, found {share}", share=written_share(self.share))
        if self.kind is InstalmentKind.ADVANCE and self.of is ShareOf.COSTS:
            yield "of", Text("an advance comes before the costs: of: costs is for an interim payment")
        if self.guarantee is not None and self.kind is not InstalmentKind.ADVANCE:
            yield "guarantee", Text("a guarantee covers an advance")
        if self.min_costs and self.of is not ShareOf.COSTS:
            yield "min_costs", Text("min_costs is for a claim of costs: of: costs")

    def moved(self, months: int) -> Self:
        """Return the instalment with its full dates, if it has any, so many months later."""
        moved = super().moved(months)
        changes: dict[str, Any] = {"not_before": tuple(event.moved(months) for event in self.not_before)}
        if self.retain is not None and self.retain.release is not None:
            released = {"release": self.retain.release.moved(months)}
            changes["retain"] = self.retain.model_copy(update=released)
        return moved.model_copy(update=changes)

    def after_signature(self) -> Self:
        """Return the instalment as one that is not claimed before the agreement is signed."""
        return self.model_copy(update={"not_before": (*self.not_before, OwnEvent(anchor=Anchor.SIGNATURE))})

    @property
    def events(self) -> "tuple[Event, ...]":
        """Its own event, those that it waits for, and that on which what is retained is released."""
        release = self.retain.release if self.retain else None
        return (self, *self.not_before, *((release,) if release else ()))

    @property
    def dates(self) -> tuple[date, ...]:
        """The full dates that it names."""
        return tuple(event.on for event in self.events if isinstance(event.on, date))


Instalments = Annotated[tuple[InstalmentRule, ...], Field(min_length=1, max_length=100)]
