"""What all registry models share: frozen, strict about keys, built from strings, and sourced."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Generic, Self, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from clusters_cli.foundations.messages import _
from clusters_cli.foundations.money import written_amount

ValueT = TypeVar("ValueT")

Identifier = Annotated[
    str,
    Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60, examples=["champs-du-possible"]),
]
"""Kebab-case ASCII name by which entries refer to each other."""

PartialDate = Annotated[
    str,
    Field(
        pattern=r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$",
        examples=["2009", "2021-11", "2019-06-27"],
    ),
]
"""A year, a month or a day, as precisely as the source gives it."""


def _written_count(text: object) -> object:
    if (isinstance(text, str) and not text.isascii()) or (isinstance(text, str) and not text.isdigit()):
        raise ValueError(_("must be a whole number, found {found}").format(found=text))
    return text


def _written_number(text: object) -> object:
    if isinstance(text, str) and not text.replace(".", "", 1).isdigit():
        raise ValueError(_("must be a number such as 3.5, found {found}").format(found=text))
    return text


Amount = Annotated[Decimal, BeforeValidator(written_amount), Field(ge=0, examples=[130000])]
"""Euros, at most two decimals, never negative."""

Count = Annotated[int, BeforeValidator(_written_count), Field(ge=0)]
Number = Annotated[Decimal, BeforeValidator(_written_number), Field(ge=0)]
Year = Annotated[int, BeforeValidator(_written_count), Field(ge=1800, le=2200, examples=[2021])]


class Model(BaseModel):
    """A frozen registry model: unknown keys are refused, surrounding spaces are not part of a value."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, str_min_length=1)


class Label(Model):
    """A text in the languages of the registry; at least one is given."""

    fr: str | None = None
    en: str | None = None

    @model_validator(mode="after")
    def _not_empty(self) -> Self:
        if not (self.fr or self.en):
            raise ValueError(_("needs a text in fr or en"))
        return self

    def in_language(self, language: str) -> str:
        """Return the text in a language (``fr`` or ``en``), or in the one it has."""
        first, second = (self.fr, self.en) if language == "fr" else (self.en, self.fr)
        return first or second or ""


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


def parsed_date(text: PartialDate) -> date:
    """Return the first day that a year, month or day covers."""
    year, month, day = (*map(int, text.split("-")), 1, 1)[:3]
    return date(year, month, day)
