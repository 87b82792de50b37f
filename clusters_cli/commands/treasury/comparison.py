"""Treasury plans side by side as people see them: the figures of each, and in a sentence what differs."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from clusters_cli.cashflow import Interval
from clusters_cli.commands.treasury.plan_table import plan_columns
from clusters_cli.foundations.text import Dated, Euros, Joined, Listed, Text, Value, counted
from clusters_cli.presentation.data import record
from clusters_cli.presentation.report import Column, Kind, Table
from clusters_cli.treasury import PlanDifference, TreasuryPlan, plan_difference


class Scenario(NamedTuple):
    """One of the plans that stand side by side.

    Attributes:
        plan: the plan.
        label: by which other payment schemes its grants are paid; empty where all is as it stands.
        stands: the same organisation as it stands, where something else is asked.
    """

    plan: TreasuryPlan
    label: str = ""
    stands: TreasuryPlan | None = None

    def name(self, *, with_label: bool = True) -> Value:
        """Return what it is called among others."""
        if not self.label or not with_label:
            return self.plan.forecast.name
        return Joined((self.plan.forecast.name, self.label), ", ")

    @property
    def scheme(self) -> str | None:
        """What is asked of its payment schemes, as typed; ``None`` where all is as it stands."""
        return self.label or None


def side_by_side(scenarios: Sequence[Scenario]) -> Table:
    """Return the figures of each plan."""
    credits_ = [one.plan.credit for one in scenarios]
    columns = (
        *((Column("name", Text("Plan")),) if len({one.plan.id for one in scenarios}) > 1 else ()),
        *((Column("scheme", Text("Scheme")),) if any(one.label for one in scenarios) else ()),
        Column("lowest", Text("Lowest closing of a day (€)"), Kind.MONEY),
        Column("lowest_date", Text("On"), Kind.DATE),
        Column("months", Text("Months below zero"), Kind.COUNT),
        Column("overdraft", Text("Overdraft to ask for (€)"), Kind.MONEY),
        Column("cautious", Text("Cautious (€)"), Kind.MONEY, minor=True),
        *(
            (Column("cost", Text("Cost of credit (€)"), Kind.MONEY),)
            if any(one.cost is not None for one in credits_)
            else ()
        ),
        *((Column("gap", Text("Unfunded (€)"), Kind.MONEY),) if any(one.gap for one in credits_) else ()),
        *(
            (Column("implied_rate", Text("Rate (%)"), Kind.NUMBER),)
            if any(one.implied_rate for one in credits_)
            else ()
        ),
        Column("closing", Text("Closing cash (€)"), Kind.MONEY),
    )
    records = [
        {
            **record(one.plan),
            "name": one.plan.forecast.name,
            "scheme": one.label or Text("as it stands"),
            "months": len(one.plan.months_below),
        }
        for one in scenarios
    ]
    return Table.of("treasury", columns, records, title=Text("Side by side"))


def lows_over_time(scenarios: Sequence[Scenario], interval: Interval) -> Table:
    """Return the lowest closing of a day in each month, quarter or year, a row for each plan."""
    lows = [{one.label: one.lowest.lowest for one in plan_columns(each.plan, interval)} for each in scenarios]
    labels = sorted({label for found in lows for label in found})
    rows = tuple(
        (each.name(), *(found.get(label, "") for label in labels)) for each, found in zip(scenarios, lows, strict=True)
    )
    columns = (Column("name", Text("Plan")), *(Column(label, Dated(label), Kind.MONEY) for label in labels))
    return Table("lows", columns, rows, title=Text("Lowest closing of a day, over time (€)"), repeated=1)


def difference_notes(scenarios: Sequence[Scenario]) -> list[Value]:
    """Say in one sentence for each plan what differs from the first, or of a single one from what stands."""
    first, *others = scenarios
    if others:
        several = len({one.plan.id for one in scenarios}) > 1
        return [
            _sentence(_called(other, several), _called(first, several), plan_difference(first.plan, other.plan))
            for other in others
        ]
    if first.stands is None:
        return []
    return [_sentence(first.label, Text("the plan as it stands"), plan_difference(first.stands, first.plan))]


def _called(one: Scenario, several: bool) -> Value:
    return one.name() if several else one.label or Text("the plan as it stands")


def _sentence(name: Value, first: Value, changed: PlanDifference) -> Text:
    parts = [_lowest_words(changed.lowest), _negative_days_words(changed.negative_days)]
    if changed.cost is not None:
        parts.append(_cost_words(changed.cost))
    if changed.closing:
        parts.append(_closing_words(changed.closing))
    return Text("{scheme} beside {first}: {changes}.", scheme=name, first=first, changes=Listed(tuple(parts)))


def _lowest_words(change: Decimal) -> Text:
    if not change:
        return Text("the same lowest point")
    return (
        Text("a lowest point {amount} higher", amount=Euros(abs(change)))
        if change > 0
        else Text("a lowest point {amount} lower", amount=Euros(abs(change)))
    )


def _negative_days_words(change: int) -> Text:
    if not change:
        return Text("as many days below zero")
    if change > 0:
        return counted("{count} day more below zero", "{count} days more below zero", change)
    return counted("{count} day fewer below zero", "{count} days fewer below zero", -change)


def _cost_words(change: Decimal) -> Text:
    if not change:
        return Text("a credit at the same cost")
    return (
        Text("a credit {amount} dearer", amount=Euros(abs(change)))
        if change > 0
        else Text("a credit {amount} cheaper", amount=Euros(abs(change)))
    )


def _closing_words(change: Decimal) -> Text:
    return (
        Text("closing cash {amount} higher", amount=Euros(abs(change)))
        if change > 0
        else Text("closing cash {amount} lower", amount=Euros(abs(change)))
    )
