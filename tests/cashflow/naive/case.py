"""A scheme with what is assumed of it."""

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any

FIRST_YEAR = 2023


@dataclass
class Case:
    """A scheme, as a mapping whose scalars are all strings, with what is assumed of it.

    Attributes:
        scheme: the mapping.
        years: years of yearly grants.
        late: by kind of instalment, how much later it is paid.
        actual: percentage of the planned costs that is really spent.
        first_year: the year of ``--start``, else that of the day asked.
        accepted: percentage of the planned costs that the final account accepts; what was spent when left out.
        cost: planned eligible costs of the year or project, in cents.
        others_paid: the day on which the other grants have been paid.
        payment_delay: the delay of every payment, in place of those of the scheme.
        start_given: whether ``--start`` said the first year; else a start written in full stands.
    """

    scheme: dict[str, Any]
    years: int = 1
    late: dict[str, str] = field(default_factory=dict)
    actual: int | Fraction = 100
    first_year: int = FIRST_YEAR
    accepted: int | Fraction | None = None
    cost: int | None = None
    others_paid: date | None = None
    payment_delay: str | None = None
    start_given: bool = True


class Refused(Exception):  # noqa: N818  (a plan is refused; nothing went wrong)
    """There is no such plan: the language refuses it."""
