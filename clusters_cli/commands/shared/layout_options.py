"""How an answer over time is laid out, as every command that has one takes it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from clusters_cli.commands.shared import payment_options as its
from clusters_cli.commands.shared import payment_values, typed_words
from clusters_cli.commands.shared.reader import _

if TYPE_CHECKING:
    from clusters_cli.commands.shared.layouts import Layout
    from clusters_cli.presentation.output import Output


@dataclass(frozen=True, slots=True)
class LayoutOptions:
    """How people see the answer."""

    QUESTION: ClassVar[str] = _("How is it shown?")

    by: its.ByOption = "month"
    chart: its.ChartOption = None

    def layout(self, written: "Output") -> "Layout":
        """Return how the answer is laid out where it is written.

        Raises:
            UsageError: there is no such interval, or a chart is asked for where none can be drawn.
        """
        from clusters_cli.cashflow import Interval
        from clusters_cli.commands.shared.layouts import Layout

        return Layout(typed_words.word(Interval, self.by, "--by"), payment_values.chart_wanted(self.chart, written))
