"""The cash advance computed once more, as simply as one can: exact fractions, rounded once, every single day walked.

It shares no code with the program: it reads a scheme as the plain mapping that a YAML file holds.  Amounts are cents.
Read ``planned`` first: it is the whole scheme language, from the dates of lines to what each of them pays.
"""

from tests.cashflow.naive.case import FIRST_YEAR, Case, Refused
from tests.cashflow.naive.dates import Dated
from tests.cashflow.naive.funder import years_of_funder
from tests.cashflow.naive.lines import check_shares
from tests.cashflow.naive.pieces import Payment, Unpaid
from tests.cashflow.naive.plans import Planned, flows, planned
from tests.cashflow.naive.walk import Walk, borrowed, pooled, walk, walked

__all__ = [
    "FIRST_YEAR",
    "Case",
    "Dated",
    "Payment",
    "Planned",
    "Refused",
    "Unpaid",
    "Walk",
    "borrowed",
    "check_shares",
    "flows",
    "planned",
    "pooled",
    "walk",
    "walked",
    "years_of_funder",
]
