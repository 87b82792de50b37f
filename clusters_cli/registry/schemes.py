"""Payment schemes as data: an agreement, its instalments, and the assumptions that turn shares into dates."""

from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from clusters_cli.foundations.dates import Duration
from clusters_cli.foundations.messages import _
from clusters_cli.foundations.models import Share
from clusters_cli.registry.base import Count, Identifier, Label, Model, Sourced

InstalmentKind = Literal["advance", "interim", "balance"]
Anchor = Literal["signature", "start", "year-end", "project-end"]
"""The event from which a due date is counted."""
AssumptionTopic = Literal["signature", "start", "balance", "payment-delay", "spending", "horizon"]

_DAYS_IN_MONTH = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _existing_day(text: str) -> str:
    if int(text[3:]) > _DAYS_IN_MONTH[int(text[:2]) - 1]:
        raise ValueError(_("{text} is not a day of every year").format(text=text))
    return text


def _written_duration(text: object) -> Duration:
    if isinstance(text, Duration):
        return text
    return Duration.parse(str(text))


MonthDay = Annotated[
    str,
    Field(pattern=r"^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$", examples=["03-31"]),
    AfterValidator(_existing_day),
]
"""A day of any year, ``MM-DD``."""

InstalmentShare = Annotated[Share, Field(gt=0)]
"""What part of the grant an instalment pays: never nothing."""
WrittenDuration = Annotated[
    Duration,
    BeforeValidator(_written_duration, json_schema_input_type=str),
    Field(examples=["60d", "6m"]),
]


class Agreement(Model):
    """What the funder and the cluster sign.

    Either ``years`` (grants of so many years, each with its own instalments) or ``months`` (one project, one grant).

    Attributes:
        years: years that one agreement covers; another is signed when it runs out.
        months: length of the project.
        signature: day of the first year on which it is signed.
        renewal: day of the following years that counts as signature, when the agreement already binds.
        start: day on which a project starts.
    """

    years: Annotated[Count, Field(ge=1, le=10)] | None = None
    months: Annotated[Count, Field(ge=1, le=120)] | None = None
    signature: MonthDay | None = None
    renewal: MonthDay | None = None
    start: MonthDay | None = None

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        if (self.years is None) == (self.months is None):
            raise ValueError(_("needs either years or months, not both"))
        if self.years is not None and self.signature is None:
            raise ValueError(_("an agreement of years needs a signature day"))
        if self.months is not None and self.start is None:
            raise ValueError(_("a project needs a start day"))
        return self


class InstalmentRule(Model):
    """One part of the grant: its share, its kind, and its due date as an anchor and an offset."""

    kind: InstalmentKind
    share: InstalmentShare
    anchor: Anchor
    offset: WrittenDuration = Duration()


class Assumption(Sourced):
    """Why a date or a profile the source does not give was chosen."""

    about: AssumptionTopic
    reason: Label


class PaymentScheme(Sourced):
    """A payment scheme: when a funder pays which share of a grant."""

    id: Identifier
    name: Label
    status: Literal["past", "in-force", "proposed", "own"]
    status_note: Label | None = None
    agreement: Agreement
    payment_delay: WrittenDuration
    instalments: Annotated[tuple[InstalmentRule, ...], Field(min_length=1)]
    assumptions: tuple[Assumption, ...] = ()

    @model_validator(mode="after")
    def _adds_up(self) -> Self:
        total = sum((rule.share for rule in self.instalments), Decimal())
        if total != 1:
            raise ValueError(_("the shares of the instalments must add up to 1, found {total}").format(total=total))
        return self

    @property
    def is_project(self) -> bool:
        """Whether one grant covers a whole project, rather than each year having its own."""
        return self.agreement.months is not None
