"""What all registry models share: every statement names its source."""

from typing import Annotated, Generic, TypeVar

from pydantic import Field

from clusters_cli.foundations.models import (
    Amount,
    Count,
    Identifier,
    Label,
    Model,
    Number,
    PartialDate,
    Year,
    parsed_date,
)

__all__ = [
    "Amount",
    "Count",
    "Identifier",
    "Label",
    "Model",
    "Number",
    "PartialDate",
    "Sourced",
    "Stated",
    "Unknown",
    "Year",
    "parsed_date",
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
    locator: str | None = None
    confidence: Annotated[str, Field(pattern="^(high|medium|low)$")] | None = None
    as_of: PartialDate | None = None
    note: Label | None = None


class Stated(Sourced, Generic[ValueT]):
    """A value and who states it; several sources that disagree give several of these."""

    value: ValueT


class Unknown(Sourced):
    """A value that a source should give and does not, such as a cell left blank."""

    field: str
    reason: Label
