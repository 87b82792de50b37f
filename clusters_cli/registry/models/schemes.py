"""Payment schemes as data: an agreement, its instalments, and the assumptions that turn shares into dates."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Annotated, Any, Self, assert_never

from pydantic import ConfigDict, Field, model_validator

from clusters_cli.foundations.dates import Duration, add_months
from clusters_cli.foundations.fields import Day, Share
from clusters_cli.foundations.reading.days import DAY, MONTH_DAY
from clusters_cli.foundations.reading.numbers import MINUS
from clusters_cli.foundations.refusal import RefusedError
from clusters_cli.foundations.text import Text, Value
from clusters_cli.registry.models.agreements import Agreement, AgreementPeriod, MonthDay, WrittenDuration, on_day
from clusters_cli.registry.models.base import Identifier, Label, Model, Name, Sourced
from clusters_cli.registry.models.scheme_words import Anchor, AssumptionTopic, InstalmentKind, SchemeStatus
from clusters_cli.registry.models.spending import MONTHS_IN_YEAR, SpendingProfile, WrittenProfile

_NOTHING = {"type": "string", "pattern": r"^\s*0*[.,]?0*\s*(%|/.*)?$"}
SomeShare = Annotated[Share, Field(gt=0, json_schema_extra={"not": _NOTHING})]
"""A part of the grant or of its costs: never nothing."""
_MOST_YEARS = 12
"""Years before its first full date in which a project of the longest kind, ten years, may have started."""
_COMMON_YEAR = 2023
"""A year of 365 days, in whose dates a mistake of days of every year is told; plans look at their own years again."""


_ANCHORED = ((Anchor.DATE, "on"), (Anchor.SPENDING, "reached"))
"""Anchors that need a key of their own, which goes with no other anchor."""
_NEVER_BACK = Field(json_schema_extra={"not": {"type": "string", "pattern": rf"{MINUS}0*[1-9]"}})
"""What a JSON Schema says of a length of time that never points to the past."""


def _goes_with(anchor: Anchor, key: str) -> dict[str, Any]:
    """Return what a JSON Schema says of the key that an anchor needs."""
    has_anchor = {"properties": {"anchor": {"enum": anchor.writings}}, "required": ["anchor"]}
    return {"if": has_anchor, "then": {"required": [key]}, "else": {"not": {"required": [key]}}}


def _due_on(day: str) -> dict[str, Any]:
    """Return what a JSON Schema says of a scheme whose instalments are due on days of a pattern."""
    own = {"instalments": {"items": {"properties": {"on": {"pattern": rf"^\s*{day}\s*$"}}}}}
    return {"properties": {**own, "parts": {"items": {"properties": own}}}}


class InstalmentRule(Model):
    """One part of the grant: its share, its kind, and when it is due.

    Attributes:
        kind: what it is to the grant.
        share: part of the grant, above 0 and up to 1.
        anchor: the event from which the due date is counted.
        offset: time from the event to the due date.
        on: for the anchor ``date``: a day of each year, ``MM-DD``, or for a project a full date, which moves with its
            start.
        reached: for the anchor ``spending``: the share of the grant's costs that must be spent.
        claim: time from the due date to the claim, where the cluster must ask for the money; the payment delay then
            runs from the claim.
    """

    model_config = ConfigDict(json_schema_extra={"allOf": [_goes_with(*pair) for pair in _ANCHORED]})

    kind: InstalmentKind
    share: SomeShare
    anchor: Anchor
    offset: WrittenDuration = Duration()
    on: MonthDay | Day | None = None
    reached: SomeShare | None = None
    claim: Annotated[WrittenDuration, _NEVER_BACK] | None = None

    @model_validator(mode="after")
    def _anchored(self) -> Self:
        for anchor, key in _ANCHORED:
            if (self.anchor == anchor) != (getattr(self, key) is not None):
                raise RefusedError(Text("{key} goes with anchor: {anchor}", key=key, anchor=anchor.value))
        if self.claim is not None and self.claim.is_negative:
            raise RefusedError(Text("a claim cannot come before the due date"))
        return self

    def due(self, period: AgreementPeriod, reached: date | None = None) -> date:
        """Return the day on which the instalment becomes payable.

        Args:
            period: the year or project it belongs to.
            reached: for the anchor ``spending``: the day on which the share of costs is reached.
        """
        return self.offset.after(self._anchor_day(period, reached))

    def moved(self, months: int) -> Self:
        """Return the instalment with its full date, if it has one, so many months later."""
        return self.model_copy(update={"on": add_months(self.on, months)}) if isinstance(self.on, date) else self

    def _anchor_day(self, period: AgreementPeriod, reached: date | None) -> date:
        day: date
        match self.anchor:
            case Anchor.SIGNATURE:
                day = period.signature
            case Anchor.START:
                day = period.first
            case Anchor.YEAR_END:
                day = date(period.last.year, 12, 31)
            case Anchor.PROJECT_END:
                day = period.last
            case Anchor.DATE:
                day = self.on if isinstance(self.on, date) else on_day(period.first.year, self.on or "")
            case Anchor.SPENDING:
                day = max(reached or period.last, period.signature)
            case _:
                assert_never(self.anchor)
        return day


PaymentDelay = Annotated[WrittenDuration, _NEVER_BACK]
Instalments = Annotated[tuple[InstalmentRule, ...], Field(min_length=1, max_length=100)]
_CAPPED: dict[str, Any] = {"dependentSchemas": {"cap": {"properties": {"instalments": {"minItems": 2}}}}}


class SchemePart(Model):
    """One part of the grant of an agreement, such as a base part and a project part: it is paid as a grant of its own.

    Attributes:
        id: what options and results call it by.
        name: what it is called.
        share: its part of the grant; left out in all of them, whoever plans a grant says how it is split.
        payment_delay: time from the due date or the claim to the payment, where it is another one than the scheme's.
        instalments: its own instalments, where they are others than the scheme's.
        cap: share of this part that its instalments before the last may reach together, where it is another one.
        spending: how the costs of this part fall over the months, where they do otherwise.
    """

    model_config = ConfigDict(json_schema_extra=_CAPPED)

    id: Identifier
    name: Name
    share: SomeShare | None = None
    payment_delay: PaymentDelay | None = None
    instalments: Instalments | None = None
    cap: SomeShare | None = None
    spending: WrittenProfile | None = None


_OF_A_PART = ("payment_delay", "instalments", "cap", "spending")
"""Keys of a scheme that a part may have otherwise."""


class Assumption(Sourced):
    """Why a date or a profile the source does not give was chosen.

    Attributes:
        about: which date or profile was chosen.
        reason: why.
    """

    about: AssumptionTopic
    reason: Label


class PaymentScheme(Sourced):
    """A payment scheme: when a funder pays which share of a grant.

    Attributes:
        id: what other entries refer to it by.
        name: what it is called.
        status: whether it is used.
        status_note: what is said instead of the status, when one word is not enough.
        agreement: what the funder and the cluster sign.
        payment_delay: time from the due date, or from the claim where there is one, to the payment.
        instalments: in the order of payment; the balance, if there is one, comes last.
        cap: share of the grant that all instalments before the last may reach together; the last takes the rest.
        spending: how the grant's costs fall over the months.
        parts: the parts of the grant, where each is paid in a way of its own.
        assumptions: why the dates that the source does not give were chosen.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "if": {"properties": {"agreement": {"required": ["months"]}}},
            "then": _due_on(DAY),
            "else": _due_on(MONTH_DAY),
            **_CAPPED,
        }
    )

    id: Identifier
    name: Name
    status: SchemeStatus
    status_note: Label | None = None
    agreement: Agreement
    payment_delay: PaymentDelay
    instalments: Instalments
    cap: SomeShare | None = None
    spending: WrittenProfile = SpendingProfile()
    parts: Annotated[tuple[SchemePart, ...], Field(min_length=2, max_length=10)] = ()
    assumptions: tuple[Assumption, ...] = ()

    @model_validator(mode="after")
    def _sound(self) -> Self:
        self.check()
        ids = [part.id for part in self.parts]
        shares = [part.share for part in self.parts if part.share is not None]
        if len(set(ids)) < len(ids):
            raise RefusedError(Text("two parts of the grant have the same id"))
        if shares and (len(shares) < len(ids) or sum(shares) != 1):
            raise RefusedError(Text("the shares of the parts must add up to 1, or all be left out"))
        for part in self.parts:
            try:
                self.of_part(part).check()
            except RefusedError as error:
                raise RefusedError(Text("part {part}: {reason}", part=part.id, reason=error.reason)) from None
        return self

    def check(self) -> None:
        """Check that instalments, spending and agreement go together; its parts are checked one by one.

        Raises:
            RefusedError: they do not.
        """
        self._check_shares()
        try:
            self.spending.progress(self.agreement.months or MONTHS_IN_YEAR)
        except RefusedError as error:
            raise RefusedError(Text("spending: {reason}", reason=error.reason)) from None
        for rule in self.instalments:
            if rule.on is not None and self.is_project != isinstance(rule.on, date):
                raise RefusedError(Text("on: a project wants a full date, an agreement of years a day MM-DD"))
        year = self.written_start.year if self.written_start else _COMMON_YEAR
        for problem in self.misplaced(self.agreement.period(year, 0)):
            raise RefusedError(problem)

    def _check_shares(self) -> None:
        total = sum((rule.share for rule in self.instalments), Fraction(0))
        if total != 1:
            raise RefusedError(Text("the shares of the instalments must add up to 1, found {total}", total=str(total)))
        if any(rule.kind is InstalmentKind.BALANCE for rule in self.instalments[:-1]):
            raise RefusedError(Text("the balance must be the last instalment"))
        if self.cap is not None and len(self.instalments) == 1:
            raise RefusedError(Text("a cap needs an instalment after it that pays the rest"))
        if self.payment_delay.is_negative:
            raise RefusedError(Text("the payment delay must not be negative"))

    def of_part(self, part: SchemePart) -> Self:
        """Return the scheme by which a part of the grant is paid."""
        own = {key: value for key in _OF_A_PART if (value := getattr(part, key)) is not None}
        return self.model_copy(update={**own, "parts": ()})

    @property
    def alone(self) -> tuple[Self, ...]:
        """The scheme by which each part of the grant is paid; itself, where the grant has no parts."""
        return tuple(self.of_part(part) for part in self.parts) or (self,)

    @property
    def is_split_open(self) -> bool:
        """Whether a grant is paid in parts, and the scheme does not say how it is split."""
        return any(part.share is None for part in self.parts)

    @property
    def is_project(self) -> bool:
        """Whether one grant covers a whole project, rather than each year having its own."""
        return self.agreement.months is not None

    @property
    def written_start(self) -> date | None:
        """The start of the project for which full dates are written.

        It is the last with which all instalments come in order and the last of them no earlier than the project's end;
        ``None`` when there is no full date.
        """
        dates = [rule.on for rule in self.instalments if isinstance(rule.on, date)]
        if not dates:
            return None
        start = self.agreement.start or "01-01"
        starts = [on_day(min(dates).year - years, start) for years in range(_MOST_YEARS)]
        before = [day for day in starts if day <= min(dates)]
        fitting = (day for day in before if self._settles(self.agreement.period(day.year, 0)))
        return next(fitting, before[0])

    def _settles(self, period: AgreementPeriod) -> bool:
        """Whether all instalments come in order, and the last when all costs of the period can be known."""
        return self.instalments[-1].due(period, period.last) >= period.last and not any(self.misplaced(period))

    def moved_to(self, first: date) -> Self:
        """Return the scheme for a project that starts on another day: full dates stay as many months from its start."""
        written = self.written_start
        if written is None:
            return self
        months = (first.year - written.year) * MONTHS_IN_YEAR + first.month - written.month
        return self.model_copy(update={"instalments": tuple(rule.moved(months) for rule in self.instalments)})

    def misplaced(self, period: AgreementPeriod) -> Iterator[Text]:
        """Yield what is wrong with each instalment of a period that would be due before the agreement is signed.

        With full dates, one that would be due after the last, which settles what is left, is told too.
        """
        last = self.instalments[-1].due(period, period.last)
        for number, rule in enumerate(self.instalments, start=1):
            due = rule.due(period, period.last)
            known: dict[str, Value] = {"number": number, "kind": rule.kind, "due": str(due)}
            if due < period.signature:
                yield Text(
                    "instalment {number} ({kind}) would be due on {due}, before the signature on {signature}",
                    **known,
                    signature=str(period.signature),
                )
            if due > last and (isinstance(rule.on, date) or isinstance(self.instalments[-1].on, date)):
                yield Text(
                    "instalment {number} ({kind}) would be due on {due}, after the last one on {last}",
                    **known,
                    last=str(last),
                )
