"""A treasury plan for the programs of others: entries of books, and a calendar of claims, reports and payments.

Accounts are those of the French chart for associations (règlement ANC 2018-06), by the kind of each line.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal

from clusters_cli.cashflow import Instalment
from clusters_cli.dossier import CashKind, Direction
from clusters_cli.foundations.money import ZERO
from clusters_cli.foundations.names import fold
from clusters_cli.foundations.text import Euros, Text, Value
from clusters_cli.presentation.dated_entries import INSTALMENT, BookState
from clusters_cli.presentation.report import BookEntry, CalendarEvent
from clusters_cli.treasury import (
    Actuals,
    ActualsSource,
    ForecastComparison,
    LineByMonth,
    MatchedMovement,
    PlannedGrant,
    TreasuryPlan,
)

_OPENING_ACCOUNT = "890"
"""Bilan d'ouverture."""
_WAITING_ACCOUNT = "471"
"""Recettes et dépenses à classer."""
_ACCOUNTS: Mapping[CashKind, str] = {
    CashKind.GRANT: "74",
    CashKind.DUES: "756",
    CashKind.SALES: "706",
    CashKind.GIFT: "754",
    CashKind.OTHER_RECEIPT: "758",
    CashKind.PERSONNEL: "641",
    CashKind.RUNNING: "61",
    CashKind.INVESTMENT: "21",
    CashKind.PASSED_ON: "657",
    CashKind.BANK_CHARGES: "627",
    CashKind.OTHER_PAYMENT: "658",
    CashKind.LOAN: "164",
    CashKind.DAILLY: "519",
    CashKind.DEPOSIT: "275",
    CashKind.VAT: "445",
    CashKind.OWN_FUNDS: "102",
}
_NOT_IN_IDS = re.compile(r"[^0-9a-z]+")


def book_entries(plan: TreasuryPlan) -> tuple[BookEntry, ...]:
    """Return what a plan comes to in books, day by day; all of it is expected, but for the cash it begins with."""
    grants = {grant.line: grant for grant in plan.grants}
    entries = [*_opening(plan)]
    for one in plan.lines:
        grant = grants.get(one.line.key)
        entries += _flows(plan, one) if grant is None else _instalments(plan, one, grant)
    return tuple(sorted(entries, key=lambda entry: entry.day))


def happened_entries(
    actuals: Actuals, comparison: ForecastComparison, cash: Decimal | None, grants: Iterable[str]
) -> tuple[BookEntry, ...]:
    """Return what really moved, as entries of books, after the cash that was there before it.

    A receipt of a grant is one of its instalments; what is in no line of the plan waits in an account of its own.

    Args:
        actuals: what the file says; what was read from accounts is booked already.
        comparison: to which lines and kinds its movements belong.
        cash: euros on the evening of the last day that the file covers; ``None`` when unknown.
        grants: keys of the lines of grants that payment schemes pay.
    """
    state = BookState.BOOKED if actuals.source is ActualsSource.ACCOUNTS else BookState.HAPPENED
    paid = frozenset(grants)
    told = [_happened(one, state, is_instalment=one.line in paid) for one in comparison.matched]
    waiting = (*(one.movement for one in comparison.unmatched), *comparison.outside)
    told += [
        BookEntry(one.day, one.label, one.amount, one.account or _WAITING_ACCOUNT, "unmatched", state)
        for one in waiting
        if one.amount
    ]
    before = None if cash is None else cash - sum((one.amount for one in told), ZERO)
    opening = [_cash_before(told, before)] if before and told else []
    return tuple(sorted((*opening, *told), key=lambda entry: entry.day))


def _cash_before(entries: Sequence[BookEntry], amount: Decimal) -> BookEntry:
    evening = min(entry.day for entry in entries) - timedelta(days=1)
    return BookEntry(evening, Text("Opening cash"), amount, _OPENING_ACCOUNT, "opening", BookState.OPENING)


def _happened(one: MatchedMovement, state: BookState, *, is_instalment: bool) -> BookEntry:
    instalment = ((INSTALMENT, ""),) if is_instalment else ()
    tags: tuple[tuple[str, Value], ...] = (("kind", one.kind.value), *instalment)
    moved = one.movement
    account = moved.account or _ACCOUNTS[one.kind]
    return BookEntry(moved.day, moved.label, moved.amount, account, one.line or one.kind.value, state, tags=tags)


def _opening(plan: TreasuryPlan) -> Iterator[BookEntry]:
    if plan.opening_cash:
        evening = plan.first - timedelta(days=1)
        label = Text("Opening cash")
        yield BookEntry(evening, label, plan.opening_cash, _OPENING_ACCOUNT, "opening", BookState.OPENING)


def _flows(plan: TreasuryPlan, one: LineByMonth) -> Iterator[BookEntry]:
    for flow in one.line.moved:
        if plan.horizon.holds(flow.day) and flow.amount:
            yield _entry(one, flow.day, flow.amount)


def _instalments(plan: TreasuryPlan, one: LineByMonth, grant: PlannedGrant) -> Iterator[BookEntry]:
    for payment in grant.plan.instalments:
        if plan.horizon.holds(payment.paid) and payment.amount:
            scheme = (("scheme", grant.plan.scheme),) if grant.plan.scheme else ()
            tags = (*scheme, (INSTALMENT, payment.kind.value), ("period", payment.period))
            yield _entry(one, payment.paid, payment.amount, tags)


def _entry(one: LineByMonth, day: date, amount: Decimal, more: tuple[tuple[str, str], ...] = ()) -> BookEntry:
    funder = (("funder", one.line.funder),) if one.line.funder else ()
    tags: tuple[tuple[str, Value], ...] = (("kind", one.line.kind.value), *funder, *more)
    return BookEntry(day, one.line.label, amount, _ACCOUNTS[one.line.kind], one.line.key, tags=tags)


def calendar_events(plan: TreasuryPlan) -> tuple[CalendarEvent, ...]:
    """Return what is due in a plan: claims and reports, the payments of funders, and financing that comes or goes."""
    events = [event for grant in plan.grants for event in _of_grant(grant)]
    events += [event for one in plan.lines if one.line.kind.is_financing for event in _of_financing(one)]
    return tuple(sorted((event for event in events if plan.horizon.holds(event.day)), key=lambda event: event.day))


def _of_grant(grant: PlannedGrant) -> Iterator[CalendarEvent]:
    who: Value = grant.funder or grant.label
    for number, payment in enumerate(grant.plan.instalments, start=1):
        uid = _uid(grant.label, payment.period, str(number))
        claimed = payment.claimable
        title = Text("{funder}: claim or report for the {instalment} of {period}", funder=who)
        named = title.given(instalment=payment.kind, period=payment.period)
        yield CalendarEvent(claimed, f"{uid}-due", named, _details(payment))
        yield CalendarEvent(payment.paid, f"{uid}-paid", _payment_words(payment).given(funder=who), _details(payment))


def _payment_words(payment: Instalment) -> Text:
    if payment.is_repayment:
        message = Text("{funder}: {amount} to pay back for {period}")
        return message.given(amount=Euros(-payment.amount), period=payment.period)
    message = Text("{funder}: {amount} expected ({instalment} of {period})")
    return message.given(amount=Euros(payment.amount), instalment=payment.kind, period=payment.period)


def _details(payment: Instalment) -> Text:
    message = Text("due on {due}, paid on {paid}: {amount}")
    return message.given(due=payment.due, paid=payment.paid, amount=Euros(payment.amount))


def _of_financing(one: LineByMonth) -> Iterator[CalendarEvent]:
    for number, flow in enumerate(one.line.flows, start=1):
        message = Text("{line}: {amount} in") if one.line.direction is Direction.IN else Text("{line}: {amount} out")
        title = message.given(line=one.line.label, amount=Euros(flow.amount))
        yield CalendarEvent(flow.day, _uid(one.line.key, str(number)), title)


def _uid(*parts: str) -> str:
    return "-".join(filter(None, (_NOT_IN_IDS.sub("-", fold(part)).strip("-") for part in parts)))
