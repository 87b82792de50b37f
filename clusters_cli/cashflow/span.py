"""The first and last day of what a grant pays for, and the months that lie between."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from clusters_cli.foundations.dates import month_ends
from clusters_cli.foundations.money import ZERO, cumulated, parts_of


@dataclass(frozen=True, slots=True)
class Span:
    """The first and last day of a project, or of an agreement."""

    first: date
    last: date

    @property
    def months_by_year(self) -> Mapping[int, int]:
        """How many of its months end in each calendar year."""
        return Counter(end.year for end in month_ends(self.first, self.last))

    def by_year(self, amount: Decimal, stated: Mapping[int, Decimal] | None) -> Mapping[int, Decimal]:
        """Return an amount in euros year by year: as it is stated, else in proportion to the months of each year.

        Args:
            amount: euros in all.
            stated: euros by year, where somebody says them; a year between that is not stated has none.
        """
        if stated is None:
            months = self.months_by_year
            return dict(zip(months, parts_of(amount, cumulated(list(months.values()))), strict=True))
        years = range(min(self.first.year, *stated), max(self.last.year, *stated) + 1)
        return {year: stated.get(year, ZERO) for year in years}
