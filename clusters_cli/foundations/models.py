"""What all models of data files share: frozen, strict about keys, and built from the strings of strict YAML."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from clusters_cli.foundations.dates import written_day
from clusters_cli.foundations.messages import _
from clusters_cli.foundations.money import written_amount

Identifier = Annotated[
    str,
    Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60, examples=["champs-du-possible"]),
]
"""Kebab-case ASCII name by which entries refer to each other."""


def _existing_day(text: str) -> str:
    if len(text) == len("2021-11-30"):
        written_day(text)
    return text


PartialDate = Annotated[
    str,
    Field(
        pattern=r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$",
        examples=["2009", "2021-11", "2019-06-27"],
        json_schema_extra={"if": {"pattern": "^.{10}$"}, "then": {"format": "date"}},
    ),
    AfterValidator(_existing_day),
]
"""A year, a month or a day, as precisely as the source gives it."""


def _written_count(text: object) -> object:
    if isinstance(text, str) and not (text.isascii() and text.isdigit()):
        raise ValueError(_("must be a whole number, found {found}").format(found=text))
    return text


def _is_number(text: str) -> bool:
    return text.isascii() and text.replace(".", "", 1).isdigit()


def _written_number(text: object) -> object:
    if isinstance(text, str) and not _is_number(text):
        raise ValueError(_("must be a number such as 3.5, found {found}").format(found=text))
    return text


def _written_signed_number(text: object) -> object:
    if isinstance(text, str) and not _is_number(text.removeprefix("-")):
        raise ValueError(_("must be a number such as -2000 or 10.5, found {found}").format(found=text))
    return text


def _written_share(text: object) -> Decimal:
    if isinstance(text, Decimal):
        return text
    if isinstance(text, str) and _is_number(text):
        return Decimal(text)
    raise ValueError(_("must be a share between 0 and 1 such as 0.75, found {found}").format(found=text))


def _written_yes_or_no(text: object) -> bool:
    if isinstance(text, bool):
        return text
    if text in ("yes", "true", "no", "false"):
        return text in ("yes", "true")
    raise ValueError(_("must be yes or no, found {found}").format(found=text))


Amount = Annotated[
    Decimal,
    BeforeValidator(written_amount),
    Field(ge=0, examples=[130000], json_schema_extra={"pattern": r"^[0-9]+(\.[0-9]{1,2})?$"}),
]
"""Euros, at most two decimals, never negative."""

SignedAmount = Annotated[
    Decimal,
    BeforeValidator(written_amount),
    Field(examples=[-25000], json_schema_extra={"pattern": r"^-?[0-9]+(\.[0-9]{1,2})?$"}),
]
"""Euros, at most two decimals, of either sign: own funds, a result."""

Count = Annotated[int, BeforeValidator(_written_count), Field(ge=0)]
Number = Annotated[Decimal, BeforeValidator(_written_number), Field(ge=0)]
SignedNumber = Annotated[Decimal, BeforeValidator(_written_signed_number), Field(examples=[-2000])]
"""A number of either sign, such as a difference."""

Share = Annotated[
    Decimal,
    BeforeValidator(_written_share),
    Field(ge=0, le=1, examples=[0.75], json_schema_extra={"pattern": r"^(?=.*[0-9])(0*(\.[0-9]*)?|0*1(\.0*)?)$"}),
]
"""A part of a whole, between 0 and 1."""

Day = Annotated[
    date,
    BeforeValidator(written_day),
    Field(examples=["2025-01-31"]),
]
"""A full date, ``YYYY-MM-DD``."""

Url = Annotated[str, Field(pattern=r"^https?://\S+$", examples=["https://www.polepharma.com"])]

YesNo = Annotated[
    bool,
    BeforeValidator(_written_yes_or_no, json_schema_input_type=Literal["yes", "no", "true", "false"]),
]

Year = Annotated[
    int,
    BeforeValidator(_written_count),
    Field(ge=1800, le=2200, examples=[2021], json_schema_extra={"pattern": "^(1[89][0-9]{2}|2[01][0-9]{2}|2200)$"}),
]


class Model(BaseModel):
    """A frozen model of data: unknown keys are refused, surrounding spaces are not part of a value."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, str_min_length=1)


class Label(Model):
    """A text in French, in English or in both."""

    model_config = ConfigDict(json_schema_extra={"anyOf": [{"required": ["fr"]}, {"required": ["en"]}]})

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


def parsed_date(text: PartialDate) -> date:
    """Return the first day that a year, month or day covers."""
    year, month, day = (*map(int, text.split("-")), 1, 1)[:3]
    return date(year, month, day)
