"""Amounts as payment schemes write them: shares that may be more than the whole, and least costs of a claim."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Annotated

from pydantic import BeforeValidator, Field

from clusters_cli.foundations.data_shape import in_data
from clusters_cli.foundations.fields import Amount, Share
from clusters_cli.foundations.reading.amounts import amount
from clusters_cli.foundations.reading.quoting import same_elsewhere
from clusters_cli.foundations.reading.shares import MULTIPLE, multiple, refuse_charge_below_one, share
from clusters_cli.foundations.refusal import RefusedError
from clusters_cli.foundations.text import Text

NOTHING = {"type": "string", "pattern": r"^\s*0*[.,]?0*\s*(%|/.*)?$"}
"""What a JSON Schema says of a text that is zero, in euros, in percent or as a fraction."""
SomeShare = Annotated[Share, Field(gt=0, json_schema_extra={"not": NOTHING})]
"""A part of a whole: never nothing."""
_MOST_TIMES = 10


def _written_multiple(written: object) -> Fraction:
    if isinstance(written, Fraction | Decimal):
        return Fraction(written)
    if isinstance(written, str):
        return multiple(written)
    raise RefusedError(Text("must be a share such as 60%, found {found}", found=type(written).__name__))


Multiple = Annotated[
    Fraction,
    BeforeValidator(_written_multiple, json_schema_input_type=Decimal),
    Field(
        gt=0,
        le=_MOST_TIMES,
        examples=["60%"],
        json_schema_extra={"pattern": rf"^\s*{MULTIPLE}\s*$", "maximum": 1, "not": NOTHING},
    ),
]
"""A share that may be more than the whole, such as a guarantee of 105 % of an advance."""


@in_data(as_text=True)
@dataclass(frozen=True, slots=True)
class LeastCosts:
    """The least new costs that make a claim: euros, or a share of the planned costs."""

    euros: Decimal | None = None
    share: Fraction | None = None

    def of(self, planned: Fraction) -> Fraction:
        """Return it in euros, for planned costs in euros."""
        return Fraction(self.euros or 0) if self.share is None else self.share * planned

    def __str__(self) -> str:
        return f"{self.euros:f}" if self.share is None else written_share(self.share)


def written_share(value: Fraction) -> str:
    """Return a share as a file writes it: in percent, or as a fraction where its decimals have no end.

    >>> written_share(Fraction(3, 8)), written_share(Fraction(1, 3))
    ('37.5%', '1/3')
    """
    percent = value * 100
    rest = percent.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    if rest != 1:
        return str(value)
    return f"{(Decimal(percent.numerator) / percent.denominator).normalize():f}%"


def _written_least(written: object) -> tuple[LeastCosts, ...]:
    return tuple(map(_level, written if isinstance(written, list | tuple) else [written]))


def _level(written: object) -> LeastCosts:
    if isinstance(written, LeastCosts):
        return written
    if not isinstance(written, str):
        raise RefusedError(
            Text("must be euros such as 50000, or a share such as 10%, found {found}").given(
                found=type(written).__name__
            )
        )
    if "%" in written or "/" in written:
        return LeastCosts(share=share(written))
    refuse_charge_below_one(written)
    return LeastCosts(euros=amount(same_elsewhere(written)))


_Level = Amount | Share
WrittenLeast = Annotated[
    tuple[LeastCosts, ...],
    BeforeValidator(_written_least, json_schema_input_type=_Level | Annotated[list[_Level], Field(min_length=1)]),
    Field(min_length=1, examples=["50000", "10%"]),
]
"""Euros or a share of the planned costs, or several of them: the lowest counts."""
