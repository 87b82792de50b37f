"""Spending profiles: how the costs of a grant fall over the months of its period."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Annotated, Self

from pydantic import BeforeValidator, Field

from clusters_cli.foundations.data_shape import in_data
from clusters_cli.foundations.money import cumulated
from clusters_cli.foundations.reading.numbers import number
from clusters_cli.foundations.reading.refusals import echoed
from clusters_cli.foundations.refusal import RefusedError
from clusters_cli.foundations.text import Text, counted
from clusters_cli.registry.models.scheme_words import SpendingShape

MONTHS_IN_YEAR = 12
_SHAPES = {written: shape for written, shape in SpendingShape.written().items() if shape is not SpendingShape.WEIGHTS}
"""How a shape is written; weights are written as numbers."""
_WEIGHT = r"(?:0|[1-9][0-9]{0,8})(?:\.[0-9]{1,2})?"
"""A number with a point for its decimals: commas stand between the weights."""


@in_data(as_text=True)
@dataclass(frozen=True, slots=True)
class SpendingProfile:
    """How much of a grant is spent in each month.

    Attributes:
        shape: how the parts of the months compare.
        weights: parts by month: one for each month of the period, or twelve that come back every year.
    """

    shape: SpendingShape = SpendingShape.EVEN
    weights: tuple[Decimal, ...] = ()

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``even``, ``front``, ``back``, or weights such as ``2,1,1,0,1,1,1,0,1,1,1,2``.

        Raises:
            RefusedError: the text is none of them, or no weight is above zero.
        """
        if shape := _SHAPES.get(text.strip().lower()):
            return cls(shape)
        parts = [part.strip() for part in text.split(",")]
        if not all(re.fullmatch(_WEIGHT, part) for part in parts):
            raise RefusedError(
                Text(
                    "{text} is no spending profile; write even, front, back or weights such as 2,1,1", text=echoed(text)
                )
            )
        weights = tuple(number(part, decimal_sign=".") for part in parts)
        if not any(weights):
            raise RefusedError(Text("needs at least one weight above 0"))
        return cls(SpendingShape.WEIGHTS, weights)

    def progress(self, months: int) -> tuple[Fraction, ...]:
        """Return for each of so many months the exact share of the costs that is spent up to its end.

        Raises:
            RefusedError: the weights fit neither the months nor a year, or those of the months are all zero.
        """
        return _progress(self, months)

    def weights_of(self, months: int) -> Sequence[Decimal | int]:
        """Return the parts by month of a period of so many months.

        Raises:
            RefusedError: the weights fit neither the months nor a year.
        """
        if self.shape is SpendingShape.WEIGHTS:
            return self._for(months)
        if self.shape is SpendingShape.EVEN:
            return [1] * months
        return range(1, months + 1) if self.shape is SpendingShape.BACK else range(months, 0, -1)

    def _for(self, months: int) -> tuple[Decimal, ...]:
        if len(self.weights) == months:
            return self.weights
        if len(self.weights) == MONTHS_IN_YEAR:
            return tuple(self.weights[index % MONTHS_IN_YEAR] for index in range(months))
        raise RefusedError(
            counted(
                "{count} weight fits neither the months of the period, {months}, nor a year",
                "{count} weights fit neither the months of the period, {months}, nor a year",
                len(self.weights),
                months=months,
            )
        )

    def __str__(self) -> str:
        return ",".join(map(str, self.weights)) if self.shape is SpendingShape.WEIGHTS else self.shape.value


@lru_cache(maxsize=256)
def _progress(profile: SpendingProfile, months: int) -> tuple[Fraction, ...]:
    return cumulated(profile.weights_of(months))


def _written_profile(text: object) -> SpendingProfile:
    return text if isinstance(text, SpendingProfile) else SpendingProfile.parse(str(text))


_WORDS = "|".join("".join(f"[{c}{c.upper()}]" if c.isalpha() else c for c in word) for word in _SHAPES)
_ProfileText = Annotated[str, Field(pattern=rf"^\s*(?:{_WORDS}|(?=.*[1-9]){_WEIGHT}(?:\s*,\s*{_WEIGHT})*)\s*$")]
WrittenProfile = Annotated[
    SpendingProfile,
    BeforeValidator(_written_profile, json_schema_input_type=_ProfileText),
    Field(examples=["even", "front", "2,1,1,0,1,1,1,0,1,1,1,2"]),
]
