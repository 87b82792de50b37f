"""What all models of data files share: their base, frozen and strict about keys, and fields read from strict YAML."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetPydanticSchema,
    ValidationInfo,
    model_validator,
)
from pydantic_core import CoreSchema
from pydantic_core.core_schema import with_info_after_validator_function

from clusters_cli.foundations.money import LARGEST
from clusters_cli.foundations.names import ID
from clusters_cli.foundations.reading import days, numbers
from clusters_cli.foundations.reading.amounts import SIGNED_AMOUNT, UNSIGNED_AMOUNT, amount
from clusters_cli.foundations.reading.quoting import same_elsewhere
from clusters_cli.foundations.reading.refusals import echoed
from clusters_cli.foundations.reading.shares import SHARE, share
from clusters_cli.foundations.refusal import RefusedError
from clusters_cli.foundations.text import Language, Locator, Text, TwoNames
from clusters_cli.foundations.words import YesOrNo

Identifier = Annotated[
    str,
    Field(pattern=ID, max_length=60, examples=["champs-du-possible"]),
]
"""Kebab-case ASCII name by which entries refer to each other."""


LINE = r"^\s*[^\t\r\n]*\s*$"
"""Pattern of a text of one line; spaces around a value are not part of it."""

Line = Annotated[str, Field(pattern=LINE)]
"""A name, a title, a word: what stands on one line wherever it is printed."""

LOCATOR_WORDS = "locator words"
"""What the context of a validation holds under this name: what a registry calls the parts of its sources."""


def _located(written: str, about: ValidationInfo) -> Locator:
    return Locator(written, (about.context or {}).get(LOCATOR_WORDS, {}))


def _locator_schema(_kind: object, line: GetCoreSchemaHandler) -> CoreSchema:
    return with_info_after_validator_function(_located, line(Line))


Passage = Annotated[Locator, GetPydanticSchema(_locator_schema)]
"""Where in a source: section, table, page, on one line."""


def _read_with(reader: Callable[[object], Any], *types: type) -> Callable[[object], Any]:
    """Return a validator that reads what a file writes, and takes a value that a program gives in its type as it is."""

    def read(found: object) -> object:
        if isinstance(found, types) and not isinstance(found, str):
            return found
        if not isinstance(found, str):
            raise RefusedError(Text("must be plain text or a number, found {found}", found=type(found).__name__))
        return reader(found)

    return read


def _exactly(pattern: str, **other: Any) -> dict[str, Any]:  # noqa: ANN401  (any part of a schema)
    """Return what a JSON Schema says of a text that a reader takes, and of what other programs see in its place."""
    return {"pattern": rf"^\s*{pattern}\s*$", "maxLength": numbers.LONGEST, **other}


PartialDate = Annotated[
    str,
    BeforeValidator(_read_with(days.partial_day)),
    Field(
        examples=["2009", "2021-11", "2019-06-27"],
        json_schema_extra=_exactly(days.PARTIAL_DAY, type=["string", "integer"], minimum=1800, maximum=2200),
    ),
]
"""A year, a month or a day, as precisely as the source gives it; as ISO 8601 writes it."""


def _year(text: object) -> int:
    if not re.fullmatch("[0-9]{4}", str(text)):
        raise RefusedError(Text("must be a year such as 2021, found {found}", found=echoed(text)))
    return int(str(text))


def _written_yes_or_no(text: object) -> bool:
    if isinstance(text, bool):
        return text
    answer = YesOrNo.written().get(str(text))
    if answer is None:
        raise RefusedError(Text("must be yes or no, found {found}", found=echoed(text)))
    return answer is YesOrNo.YES


Amount = Annotated[
    Decimal,
    BeforeValidator(_read_with(lambda text: amount(same_elsewhere(text)), Decimal)),
    Field(ge=0, le=int(LARGEST), examples=[130000], json_schema_extra=_exactly(UNSIGNED_AMOUNT)),
]
"""Euros, at most two decimals, never negative."""

SignedAmount = Annotated[
    Decimal,
    BeforeValidator(_read_with(lambda text: amount(same_elsewhere(text), signed=True), Decimal)),
    Field(ge=-int(LARGEST), le=int(LARGEST), examples=[-25000], json_schema_extra=_exactly(SIGNED_AMOUNT)),
]
"""Euros, at most two decimals, of either sign: own funds, a result."""

Count = Annotated[
    int,
    BeforeValidator(_read_with(lambda text: numbers.count(same_elsewhere(text)), int)),
    Field(ge=0, json_schema_extra=_exactly(numbers.COUNT)),
]
Number = Annotated[
    Decimal,
    BeforeValidator(_read_with(lambda text: numbers.number(same_elsewhere(text)), Decimal)),
    Field(ge=0, json_schema_extra=_exactly(numbers.UNSIGNED)),
]
SignedNumber = Annotated[
    Decimal,
    BeforeValidator(_read_with(lambda text: numbers.number(same_elsewhere(text), signed=True), Decimal)),
    Field(examples=[-2000], json_schema_extra=_exactly(numbers.SIGNED)),
]
"""A number of either sign, such as a difference."""

PlainNumber = Annotated[
    Decimal,
    BeforeValidator(_read_with(numbers.plain_number, Decimal)),
    Field(examples=[47.903], json_schema_extra=_exactly(numbers.PLAIN)),
]
"""A number with as many decimals as it needs, written as programs do: a coordinate."""

Share = Annotated[
    Fraction,
    BeforeValidator(_read_with(share, Fraction), json_schema_input_type=Decimal),
    Field(ge=0, le=1, examples=[0.75], json_schema_extra=_exactly(SHARE)),
]
"""A part of a whole, between 0 and 1, exact: ``60 %``, ``0.6``, ``1/3``."""

Day = Annotated[
    date,
    BeforeValidator(_read_with(days.day, date)),
    Field(examples=["2025-01-31"], json_schema_extra=_exactly(days.DAY)),
]
"""A full date, ``YYYY-MM-DD``, ``DD/MM/YYYY`` or ``DD.MM.YYYY``."""

_SCHEME = "[Hh][Tt][Tt][Pp][Ss]?://"  # case does not count in it (RFC 3986, 3.1)
Url = Annotated[str, Field(pattern=rf"^{_SCHEME}\S+$", examples=["https://www.polepharma.com"])]
Website = Annotated[
    str,
    Field(
        pattern=rf"^({_SCHEME})?[\w-]+(\.[\w-]+)+(:[0-9]{{1,5}})?([/?#]\S*)?$",
        examples=["https://www.polepharma.com"],
    ),
]
"""Address of a site; without ``https://`` when the source gives the bare domain."""

YesNo = Annotated[
    bool,
    BeforeValidator(_written_yes_or_no, json_schema_input_type=YesOrNo),
]

Year = Annotated[
    int,
    BeforeValidator(_read_with(_year, int)),
    Field(ge=1800, le=2200, examples=[2021], json_schema_extra={"pattern": "^(1[89][0-9]{2}|2[01][0-9]{2}|2200)$"}),
]


class Model(BaseModel):
    """A frozen model of data: unknown keys are refused, surrounding spaces are not part of a value."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, str_min_length=1)


class Label(Model):
    """A text in French, in English or in both; of one paragraph or several.

    Attributes:
        fr: in French.
        en: in English.
    """

    model_config = ConfigDict(json_schema_extra={"anyOf": [{"required": ["fr"]}, {"required": ["en"]}]})

    fr: str | None = None
    en: str | None = None

    @model_validator(mode="after")
    def _not_empty(self) -> Self:
        if not (self.fr or self.en):
            raise RefusedError(Text("needs a text in fr or en"))
        return self

    def in_language(self, language: Language) -> str:
        """Return the text in a language (``fr`` or ``en``), or in the one it has."""
        return TwoNames(self.fr, self.en).in_language(language)


class Name(Label):
    """What something is called, in French, in English or in both.

    Attributes:
        fr: in French, on one line.
        en: in English, on one line.
    """

    fr: Line | None = None
    en: Line | None = None
