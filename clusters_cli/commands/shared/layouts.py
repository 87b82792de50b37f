"""How long the lines of a table over time are, and whether it is drawn."""

from dataclasses import dataclass

from clusters_cli.cashflow import Interval


@dataclass(frozen=True, slots=True)
class Layout:
    """How the answer is laid out.

    Attributes:
        interval: length of the lines of the table over time.
        chart: whether the advance, or the cash, over time is drawn.
    """

    interval: Interval = Interval.MONTH
    chart: bool = False
