"""What a funder commits and pays year by year, when one scheme takes another's place."""

from collections import defaultdict
from dataclasses import replace

from tests.cashflow.naive.case import Case
from tests.cashflow.naive.plans import flows


def years_of_funder(old: Case, new: Case, grant: int, switch: int, shown: list[int]) -> dict[int, tuple[int, int, int]]:
    """Return what is committed, paid and outstanding in each year, when ``new`` takes over from ``old`` in a year.

    Agreements have been renewed for fifty years before the change, and are for as long as years are shown.
    """
    committed: defaultdict[int, int] = defaultdict(int)
    paid: defaultdict[int, int] = defaultdict(int)
    length = int(old.scheme["agreement"]["years"])
    starts = [(old, switch - length * count) for count in range(1, 50)]
    length = int(new.scheme["agreement"]["years"])
    starts += [(new, year) for year in range(switch, max(shown) + 1, length)]
    for case, year in starts:
        years = int(case.scheme["agreement"]["years"])
        _spent, payments = flows(replace(case, years=years, first_year=year), grant)
        committed[year] += sum(amount for _day, amount in payments)
        for day, amount in payments:
            paid[day.year] += amount
    return {
        year: (
            committed[year],
            paid[year],
            sum(amount for when, amount in committed.items() if when <= year)
            - sum(amount for when, amount in paid.items() if when <= year),
        )
        for year in shown
    }
