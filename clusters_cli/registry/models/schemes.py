"""Payment schemes as data: an agreement, its instalments, and the assumptions that turn shares into dates."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any, Self

from pydantic import ConfigDict, Field, model_validator

from clusters_cli.foundations.dates import months_later
from clusters_cli.foundations.fields import Amount, Share
from clusters_cli.foundations.money import ZERO
from clusters_cli.foundations.reading.days import MONTH_DAY
from clusters_cli.registry.models.agreements import Agreement, AgreementPeriod
from clusters_cli.registry.models.base import Identifier, Label, Name, Sourced
from clusters_cli.registry.models.instalment_rules import InstalmentRule, Instalments
from clusters_cli.registry.models.payment_terms import CAPPED, Recovery, SchemePart, Variant
from clusters_cli.registry.models.scheme_amounts import SomeShare, WrittenLeast
from clusters_cli.registry.models.scheme_checks import check_parts, check_scheme, check_variants
from clusters_cli.registry.models.scheme_days import SchemeFault, misplaced, settles
from clusters_cli.registry.models.scheme_times import Delay, on_day
from clusters_cli.registry.models.scheme_words import Anchor, AssumptionTopic, RecoveryWord, SchemeStatus
from clusters_cli.registry.models.spending import SpendingProfile, WrittenProfile

_MOST_YEARS = 12
"""Years before its first full date in which a project of the longest kind, ten years, may have started."""


_WITHOUT_YEAR = {"instalments": {"items": {"properties": {"on": {"pattern": rf"^\s*{MONTH_DAY}\s*$"}}}}}
_OF_YEARS: dict[str, Any] = {
    "properties": {
        **_WITHOUT_YEAR,
        "parts": {"items": {"properties": _WITHOUT_YEAR}},
        "variants": {
            "items": {"properties": {**_WITHOUT_YEAR, "when": {"not": {"required": ["longer_than"]}}}},
        },
    },
}
_OF_PROJECTS: dict[str, Any] = {
    "properties": {"variants": {"items": {"properties": {"when": {"not": {"required": ["year"]}}}}}},
}
"""What a JSON Schema says of a scheme by its kind of agreement."""


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
        payment_delay: time from the cut-off, or from the claim where there is one, to the payment.
        instalments: the balance, if there is one, comes last and pays what is left.
        cap: share of the grant that all instalments before the last may reach together; the last takes the rest.
        recover: how claims take back the advance: with the balance, from the first of them, or gradually.
        min_amount: least euros of an interim payment; what is smaller waits for the next.
        min_costs: least new costs of a claim.
        cofinancing: the grant's share of the eligible costs, where nobody says what these are.
        tolerance: shortfall of the costs below which the grant stays whole: 0 % is in proportion, 100 % flat.
        spending: how the grant's costs fall over the months.
        variants: other terms for some grants, years or projects; the first that holds is taken.
        parts: the parts of the grant, where each is paid in a way of its own.
        assumptions: why the dates that the source does not give were chosen.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "if": {"properties": {"agreement": {"required": ["years"]}}},
            "then": _OF_YEARS,
            "else": _OF_PROJECTS,
            **CAPPED,
        }
    )

    id: Identifier
    name: Name
    status: SchemeStatus
    status_note: Label | None = None
    agreement: Agreement
    payment_delay: Delay
    instalments: Instalments
    cap: SomeShare | None = None
    recover: Recovery = RecoveryWord.BALANCE
    min_amount: Amount = ZERO
    min_costs: WrittenLeast = ()
    cofinancing: SomeShare | None = None
    tolerance: Share = Fraction(0)
    spending: WrittenProfile = SpendingProfile()
    variants: Annotated[tuple[Variant, ...], Field(max_length=20)] = ()
    parts: Annotated[tuple[SchemePart, ...], Field(min_length=2, max_length=10)] = ()
    assumptions: tuple[Assumption, ...] = ()

    @model_validator(mode="after")
    def _sound(self) -> Self:
        self.check()
        check_variants(self)
        check_parts(self)
        return self

    def check(self) -> None:
        """Check that instalments, spending and agreement go together; parts and variants are checked one by one.

        Raises:
            RefusedError: they do not; it says where.
        """
        check_scheme(self)

    def misplaced(self, period: AgreementPeriod, others_paid: date | None, settled: date) -> Iterator[SchemeFault]:
        """Yield where in the scheme, and how, the days of a period are out of order.

        Args:
            period: the year or project.
            others_paid: the day of the last payment by the other funders.
            settled: the day on which the last instalment is due.
        """
        return misplaced(self.instalments, period, others_paid, settled)

    def of_part(self, part: SchemePart) -> Self:
        """Return the scheme by which a part of the grant is paid: what is its own stands in every variant too."""
        own = part.own
        changes: dict[str, Any] = {**own, "parts": (), "variants": tuple(one.without(own) for one in self.variants)}
        if part.spending is not None:
            changes["spending"] = part.spending
        return self.model_copy(update=changes)

    def of_variant(self, variant: Variant) -> Self:
        """Return the scheme with the terms of a variant."""
        return self.model_copy(update={**variant.own, "variants": ()})

    def variant_for(self, grant: Decimal, index: int, period: AgreementPeriod) -> int | None:
        """Return the number, from 0, of the variant that holds; ``None`` if none does.

        Args:
            grant: euros of the whole grant of the year or the project.
            index: of the year, from 0 for the first that is planned, whose agreement begins with it.
            period: the year or project.
        """
        year = index % (self.agreement.years or 1) + 1
        held = (number for number, one in enumerate(self.variants) if one.when.holds(grant, year, period))
        return next(held, None)

    @property
    def alone(self) -> tuple[Self, ...]:
        """The scheme by which each part of the grant is paid; itself, where the grant has no parts."""
        return tuple(self.of_part(part) for part in self.parts) or (self,)

    @property
    def every(self) -> tuple[Self, ...]:
        """Each way in which it may pay: part by part, with and without each of its variants."""
        return tuple(one for part in self.alone for one in (part, *map(part.of_variant, part.variants)))

    @property
    def waits_for_others(self) -> bool:
        """Whether something of it waits for the last payment by the other funders."""
        events = (event for one in self.every for rule in one.instalments for event in rule.events)
        return any(event.anchor is Anchor.OTHERS_PAID for event in events)

    @property
    def is_split_open(self) -> bool:
        """Whether a grant is paid in parts, and the scheme does not say how it is split."""
        return any(part.share is None for part in self.parts)

    @property
    def is_project(self) -> bool:
        """Whether one grant covers a whole project, rather than each year having its own."""
        return self.agreement.is_project

    @property
    def written_start(self) -> date | None:
        """The start of the project for which full dates are written; ``None`` when there is no full date.

        Where the agreement does not give it in full, it is the last with which all instalments come in order and the
        last of them no earlier than the project's end.
        """
        if isinstance(self.agreement.start, date):
            return self.agreement.start
        dates = [day for rule in self.instalments for day in rule.dates]
        if not dates:
            return None
        start = self.agreement.start or "01-01"
        starts = [on_day(min(dates).year - years, start) for years in range(_MOST_YEARS)]
        before = [day for day in starts if day <= min(dates)]
        fitting = (day for day in before if settles(self.instalments, self.agreement.period(day.year, 0)))
        return next(fitting, before[0])

    def moved(self, months: int) -> Self:
        """Return the scheme with all its full dates so many months later."""
        return self.model_copy(
            update={
                "agreement": self.agreement.moved(months),
                "instalments": tuple(rule.moved(months) for rule in self.instalments),
                "variants": tuple(one.moved(months) for one in self.variants),
            }
        )

    def after_signature(self) -> Self:
        """Return the scheme as one under which nothing is claimed before the agreement is signed, whenever that was."""
        variants = (one.model_copy(update=_after_signature(one.instalments)) for one in self.variants)
        parts = (one.model_copy(update=_after_signature(one.instalments)) for one in self.parts)
        update = {**_after_signature(self.instalments), "variants": tuple(variants), "parts": tuple(parts)}
        return self.model_copy(update=update)

    def moved_to(self, first: date) -> Self:
        """Return the scheme for a project that starts on another day: full dates stay as many months from its start."""
        written = self.written_start
        if written is None:
            return self
        return self.moved(months_later(written, first))


def _after_signature(rules: Sequence[InstalmentRule] | None) -> dict[str, tuple[InstalmentRule, ...]]:
    return {"instalments": tuple(rule.after_signature() for rule in rules)} if rules else {}
