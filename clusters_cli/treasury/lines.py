"""The lines of a treasury plan: what is received or paid, of which kind, from whom, and on which days."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from clusters_cli.cashflow import Flow
from clusters_cli.dossier import CashKind, Direction
from clusters_cli.foundations.data_shape import in_data
from clusters_cli.foundations.money import ZERO
from clusters_cli.foundations.text import Text


@in_data(plain=("label",))
@dataclass(frozen=True, slots=True)
class PlannedLine:
    """What one line of a plan moves.

    Attributes:
        key: what tells it from all other lines.
        label: what it is, in the words of who wrote it.
        kind: of which kind it is; financing stands apart from receipts and payments.
        direction: whether it brings money or takes it.
        funder: who gives a grant or lends money, as the agreement names them; ``None`` where nobody is named.
        flows: euros by day, above zero as the line's direction has it; below zero what goes the other way, such as a
            balance that must be paid back.
    """

    key: str
    label: str | Text
    kind: CashKind
    direction: Direction
    funder: str | None
    flows: tuple[Flow, ...]

    @property
    def called(self) -> str:
        """What options and files may call it: its label, or its key where the program words the label itself."""
        return self.label if isinstance(self.label, str) else self.key

    @property
    def total(self) -> Decimal:
        """Euros over all its days."""
        return sum((flow.amount for flow in self.flows), ZERO)

    @property
    def moved(self) -> tuple[Flow, ...]:
        """What it does to the cash on each day: above zero what arrives, below what leaves."""
        if self.direction is Direction.IN:
            return self.flows
        return tuple(Flow(flow.day, -flow.amount) for flow in self.flows)

    def by_month(self, first: date, last: date) -> Mapping[date, Decimal]:
        """Return its euros by the first day of each month, of the days between two, both included."""
        found: dict[date, Decimal] = {}
        for flow in self.flows:
            if first <= flow.day <= last:
                month = flow.day.replace(day=1)
                found[month] = found.get(month, ZERO) + flow.amount
        return found
