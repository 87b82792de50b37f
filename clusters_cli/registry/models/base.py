"""What all registry models share: every statement names its source."""

from typing import Generic, Self, TypeVar

from pydantic import ConfigDict, model_validator

from clusters_cli.foundations.fields import (
    Amount,
    Count,
    Identifier,
    Label,
    Line,
    Model,
    Name,
    Number,
    PartialDate,
    Passage,
    PlainNumber,
    Share,
    SignedNumber,
    Url,
    Website,
    Year,
    YesNo,
)
from clusters_cli.foundations.refusal import RefusedError
from clusters_cli.foundations.text import Listed, Text
from clusters_cli.registry.models.organisation_words import Confidence

__all__ = [
    "Amount",
    "Count",
    "Identifier",
    "Label",
    "Line",
    "Model",
    "Name",
    "Number",
    "PartialDate",
    "Period",
    "PlainNumber",
    "Remark",
    "Share",
    "SignedNumber",
    "Sourced",
    "Stated",
    "Unknown",
    "Url",
    "Website",
    "Year",
    "YesNo",
]

ValueT = TypeVar("ValueT")


class Sourced(Model):
    """Anything a source says.

    Attributes:
        source: id of an entry of ``sources.yaml``.
        locator: where in the source: section, table, page.
        confidence: for facts found outside the reference source: how far the reading can be trusted.
        as_of: what date the source speaks of, when it says so.
        note: what a reader must know to use the value.
    """

    source: Identifier
    locator: Passage | None = None
    confidence: Confidence | None = None
    as_of: PartialDate | None = None
    note: Label | None = None

    @property
    def citation(self) -> Listed:
        """The source and the place in it, for a sentence or a cell: ``ceser-2023, part I``."""
        return Listed(tuple(part for part in (self.source, self.locator) if part))


class Stated(Sourced, Generic[ValueT]):
    """A value and who states it; several sources that disagree give several of these.

    Attributes:
        value: what the source states.
    """

    value: ValueT


class Unknown(Sourced):
    """A value that a source should give and does not, such as a cell left blank.

    Attributes:
        field: the key that would hold the value, such as ``budget``.
        programme: for ``field: programmes``, the programme whose links were lost.
        reason: why it is unknown.
    """

    field: Line
    programme: Identifier | None = None
    reason: Label


class Period(Sourced):
    """From when to when, as precisely as the source says; an open end is left out.

    Attributes:
        start: from when.
        end: until when.
    """

    model_config = ConfigDict(json_schema_extra={"anyOf": [{"required": ["start"]}, {"required": ["end"]}]})

    start: PartialDate | None = None
    end: PartialDate | None = None

    @property
    def interval(self) -> str:
        """It as an interval of ISO 8601, ``2021/2027``, an open end left empty."""
        return f"{self.start or ''}/{self.end or ''}"

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if not (self.start or self.end):
            raise RefusedError(Text("needs a start or an end"))
        if self.start and self.end and self.end < self.start[: len(self.end)]:
            raise RefusedError(Text("ends ({end}) before it starts ({start})", end=self.end, start=self.start))
        return self


class Remark(Sourced):
    """Anything else a source says that a reader should know.

    Attributes:
        topic: what it is about, one of the topics of ``sources.yaml`` or another word.
        text: what the source says.
        shows: ids of the obstacles that it says hold the cluster back.
    """

    topic: Line
    text: Label
    shows: tuple[Identifier, ...] = ()
