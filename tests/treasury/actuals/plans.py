"""Plans and movements for the tests of what happened: written in a line each."""

from datetime import date
from decimal import Decimal

from clusters_cli.cashflow import Flow
from clusters_cli.dossier import CashKind, Direction
from clusters_cli.foundations.money import cents
from clusters_cli.foundations.problems import Position
from clusters_cli.foundations.words import read_word
from clusters_cli.treasury.actuals.actuals_words import ActualsSource, FileEncoding
from clusters_cli.treasury.actuals.movements import Actuals, CashMovement
from clusters_cli.treasury.lines import PlannedLine


def line(key: str, kind: str, *flows: str, label: str | None = None, direction: str | None = None) -> PlannedLine:
    """A line of a plan, its flows as ``2026-10-05 800``."""
    what = read_word(CashKind, kind)
    days = (flow.split() for flow in flows)
    return PlannedLine(
        key=key,
        label=label or key,
        kind=what,
        direction=read_word(Direction, direction) if direction else what.direction or Direction.OUT,
        funder=None,
        flows=tuple(Flow(date.fromisoformat(day), cents(Decimal(amount))) for day, amount in days),
    )


def movement(written: str, number: int = 1, account: str | None = None, *names: str) -> CashMovement:
    """A movement, written as ``2026-10-05 -800 its label``."""
    day, amount, label = written.split(maxsplit=2)
    place = Position("bank.csv", number)
    return CashMovement(place, date.fromisoformat(day), label, Decimal(amount), account, (label, *names))


def movements(*written: str) -> list[CashMovement]:
    """Several movements, on a line each."""
    return [movement(one, number) for number, one in enumerate(written, 2)]


def actuals_of(moved: list[CashMovement], last: str | None = None) -> Actuals:
    """What a bank's file says, without a balance."""
    days = [one.day for one in moved]
    return Actuals(
        file="bank.csv",
        source=ActualsSource.BANK,
        encoding=FileEncoding.UTF_8,
        first_day=min(days, default=None),
        last_day=date.fromisoformat(last) if last else max(days, default=None),
        movements=tuple(moved),
    )
