"""What happened beside what was planned, as people see it: gaps by line, what is overdue, what nothing tells of."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from clusters_cli.commands.treasury.beside_actuals import BesideActuals
from clusters_cli.commands.treasury.books import happened_entries
from clusters_cli.foundations.data_shape import extended
from clusters_cli.foundations.money import ZERO
from clusters_cli.foundations.text import Dated, Euros, Joined, Listed, Text, Value, counted
from clusters_cli.presentation.data import record
from clusters_cli.presentation.dated_entries import BookState
from clusters_cli.presentation.report import BookEntry, Cell, Column, Kind, Report, Table
from clusters_cli.treasury import ComparedMonth, DatedForecast, TreasuryPlan


def with_actuals(going_on: Report, found: BesideActuals) -> Report:
    """Return the report of the plan that goes on, with what happened said before it.

    Args:
        going_on: the report of the plan that goes on from the real balance; of the plan as it was where none does.
        found: what was planned, and what happened.
    """
    data = extended(found.actuals, comparison=found.comparison, replan=found.replan, planned=_summary(found.planned))
    return replace(
        going_on,
        data=extended(going_on.data, actuals=data),
        text=Joined(tuple(filter(None, (_answer(found), going_on.text if found.plan else None))), "\n\n"),
        tables=(*_tables(found), *(going_on.tables if found.plan else ())),
        entries=_entries(found, going_on),
        notes=(*_notes(found), *going_on.notes),
    )


def _entries(found: BesideActuals, going_on: Report) -> tuple[BookEntry, ...]:
    """Return what happened and what is still expected, as entries of books."""
    cash = found.replan.balance.amount if found.replan.balance else found.counted_cash
    grants = (grant.line for grant in found.planned.grants)
    ahead = (entry for entry in going_on.entries if found.plan and entry.state is BookState.EXPECTED)
    return (*happened_entries(found.actuals, found.comparison, cash, grants), *ahead)


def _summary(planned: TreasuryPlan) -> dict[str, object]:
    """Return the figures of the plan as it was, by which the one that goes on is judged."""
    shown = record(planned)
    return {
        key: shown[key] for key in ("first", "last", "opening_cash", "lowest", "lowest_date", "closing", "overdraft")
    }


def _answer(found: BesideActuals) -> Text:
    covered = found.comparison.covered
    if covered is None:
        return Text("The file of what happened tells no movement.")
    came, due_in = _sums(found.comparison.incoming)
    went, due_out = _sums(found.comparison.outgoing)
    message = Text(
        "Until {day}: {came} came of {due_in} planned, {went} went of {due_out} planned, {unmatched} is in no line "
        "of the plan. {balance}"
    )
    balance: Value = Text("The real balance is unknown: {reason}.", reason=found.replan.no_balance or "")
    if found.replan.balance is not None:
        balance = Text("Real balance: {amount}.", amount=Euros(found.replan.balance.amount))
    return message.given(
        day=covered.last,
        came=Euros(came),
        due_in=Euros(due_in),
        went=Euros(went),
        due_out=Euros(due_out),
        unmatched=Euros(found.comparison.unmatched_amount),
        balance=balance,
    )


def _sums(months: Sequence[ComparedMonth]) -> tuple[Decimal, Decimal]:
    """Return what moved, and what was due, over the months that the file covers."""
    return sum((month.actual or ZERO for month in months), ZERO), sum((month.due for month in months), ZERO)


def _tables(found: BesideActuals) -> Iterator[Table]:
    yield _gaps_table(found)
    if found.replan.overdue:
        yield _forecasts_table("overdue", found.replan.overdue, Text("Overdue"))
    if found.replan.early:
        yield _forecasts_table("early", found.replan.early, Text("Came before its day"))
    if found.comparison.unmatched or found.comparison.outside:
        yield _unmatched_table(found)


def _gaps_table(found: BesideActuals) -> Table:
    columns = (
        Column("label", Text("Line (€)")),
        Column("kind", Text("Kind"), minor=True),
        Column("due", Text("Forecast"), Kind.MONEY),
        Column("actual", Text("Actual"), Kind.MONEY),
        Column("gap", Text("Gap"), Kind.MONEY),
        *(Column(month.month, Dated(month.month), Kind.MONEY, minor=True) for month in _covered_months(found)),
    )
    records: list[dict[str, Cell]] = [
        {**record(line), **{month.month: month.gap for month in line.months if month.actual is not None}}
        for line in found.comparison.lines
        if line.due or line.actual
    ]
    return Table.of("gaps", columns, records, title=Text("Forecast and actual, and the gap of each month"), repeated=1)


def _covered_months(found: BesideActuals) -> tuple[ComparedMonth, ...]:
    return tuple(month for month in found.comparison.incoming if month.actual is not None)


def _forecasts_table(name: str, forecasts: Sequence[DatedForecast], title: Text) -> Table:
    columns = (
        Column("day", Text("Planned on"), Kind.DATE),
        Column("label", Text("Line")),
        Column("amount", Text("Amount (€)"), Kind.MONEY),
    )
    return Table.of(name, columns, [record(one) for one in forecasts], title=title)


def _unmatched_table(found: BesideActuals) -> Table:
    columns = (
        Column("line", Text("Line of the file"), Kind.COUNT),
        Column("day", Text("Day"), Kind.DATE),
        Column("label", Text("Label")),
        Column("account", Text("Account"), minor=True),
        Column("amount", Text("Amount (€)"), Kind.MONEY),
        Column("why", Text("Why")),
    )
    rows: list[dict[str, Cell]] = [
        {**record(one.movement), "line": one.movement.place.line, "why": _why(one.lines)}
        for one in found.comparison.unmatched
    ]
    rows += [
        {**record(one), "line": one.place.line, "why": Text("outside the months of the plan")}
        for one in found.comparison.outside
    ]
    return Table.of("unmatched", columns, rows, title=Text("In no line of the plan"))


def _why(lines: Sequence[str]) -> Text:
    if not lines:
        return Text("nothing tells where it belongs")
    return Text("several lines are called so: {keys}", keys=Listed(tuple(lines)))


def _notes(found: BesideActuals) -> Iterator[Value]:
    for problem in found.actuals.warnings:
        message = Text("{place}: {message} [{code}]", place=str(problem.position), message=problem.message)
        yield message.given(code=problem.code)
    if found.actuals.in_transit:
        message = Text("{amount} has left one of the own accounts and not reached another.")
        yield message.given(amount=Euros(found.actuals.in_transit))
    if found.counted_cash is not None:
        message = Text("{amount} is the opening cash and what moved since; --real-cash tells what is really there.")
        yield message.given(amount=Euros(found.counted_cash))
    if found.comparison.unmatched:
        yield Text(
            "What is in no line of the plan is in the real balance, and changes no line: --mapping FILE says more."
        )
    if found.replan.overdue:
        yield (
            Text("What is overdue is planned again on {day}.", day=found.replan.shifted)
            if found.replan.shifted
            else Text("What is overdue is not planned again; --shift-overdue does.")
        )
    for one in found.replan.extra:
        yield Text("More than planned: {label}, {amount}.", label=one.label, amount=Euros(one.amount))
    if found.replan.before:
        yield Text("The file tells nothing of what was planned before {day}.", day=_first(found))
    if found.comparison.unused_rules:
        count = len(found.comparison.unused_rules)
        numbers = Listed(tuple(map(str, found.comparison.unused_rules)))
        yield counted(
            "{count} rule of the mapping file fits no movement: {rules}.",
            "{count} rules of the mapping file fit no movement: {rules}.",
            count,
            rules=numbers,
        )
    if found.actuals.not_booked:
        count = found.actuals.not_booked
        yield counted(
            "{count} row is listed and not booked by the bank, and is left out.",
            "{count} rows are listed and not booked by the bank, and are left out.",
            count,
        )


def _first(found: BesideActuals) -> Value:
    return found.comparison.covered.first if found.comparison.covered else ""
