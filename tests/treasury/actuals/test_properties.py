"""No cent is lost: not in reading, whatever the form of the file, nor in comparing, nor in planning anew."""

import csv
import io
from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clusters_cli.cashflow import Flow
from clusters_cli.dossier import CashKind, Direction
from clusters_cli.foundations.errors import InvalidDataError
from clusters_cli.foundations.money import from_cents, to_cents
from clusters_cli.foundations.problems import Position
from clusters_cli.treasury.actuals.compared import compare
from clusters_cli.treasury.actuals.movements import Actuals, CashMovement, CoveredDays
from clusters_cli.treasury.actuals.reading import read_actuals
from clusters_cli.treasury.actuals.replan import replanned
from clusters_cli.treasury.lines import PlannedLine
from tests.treasury.actuals.naive import by_month, settle
from tests.treasury.actuals.plans import actuals_of

TODAY = date(2026, 11, 26)
FIRST, LAST = date(2026, 9, 1), date(2026, 12, 31)
"""The months of the plans that are drawn."""
ANY_FOLDER = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
days = st.dates(date(2026, 8, 20), date(2027, 1, 10))
cents = st.integers(-5_000_000, 5_000_000).filter(bool)
labels = st.text("abcdefghijklmnopqrstuvwxyzéèàçœ '|;,\t\"-.", max_size=15).map(lambda text: f"A{text}Z")
Moves = list[tuple[date, int, str]]
moves = st.lists(st.tuples(st.dates(date(2026, 1, 1), TODAY), cents, labels), min_size=1, max_size=12)


def french(amount: int, thousands: str, point: str) -> str:
    """An amount as banks write it."""
    whole, part = divmod(abs(amount), 100)
    return f"{'-' if amount < 0 else ''}{whole:,}".replace(",", thousands) + f"{point}{part:02}"


def written(rows: Sequence[Sequence[str]], separator: str) -> str:
    """Rows of a bank's file, in quotation marks where it takes them."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=separator).writerows(rows)
    return text.getvalue()


def read(text: str, folder: Path, encoding: str = "utf-8") -> Actuals:
    file = folder / "file"
    file.write_bytes(text.encode(encoding))
    return read_actuals(file, TODAY, name="file")


def told(actuals: Actuals) -> Counter[tuple[date, int]]:
    return Counter((part.day, to_cents(part.amount)) for part in actuals.movements)


@ANY_FOLDER
@given(
    moved=moves,
    separator=st.sampled_from(";\t,"),
    signs=st.sampled_from([(" ", ","), ("", ","), (".", ","), ("", "."), (",", "."), ("\u202f", ",")]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]),
    form=st.sampled_from(["signed", "two columns", "two columns, debits below zero", "side"]),
)
def test_every_form_of_a_bank_tells_the_same_movements(
    moved: Moves, separator: str, signs: tuple[str, str], encoding: str, form: str, tmp_path: Path
) -> None:
    if encoding == "cp1252" and signs[0] == "\u202f":
        signs = ("\u00a0", ",")
    rows = [["Date", "Libellé", *{"signed": ["Montant"], "side": ["Montant", "Sens"]}.get(form, ["Débit", "Crédit"])]]
    for day, amount, label in moved:
        size = french(abs(amount), *signs)
        money = {
            "signed": [french(amount, *signs)],
            "side": [size, "D" if amount < 0 else "C"],
            "two columns": [size, ""] if amount < 0 else ["", size],
        }.get(form, [f"-{size}", ""] if amount < 0 else ["", size])
        rows.append([f"{day:%d/%m/%Y}", label, *money])

    actuals = read(written(rows, separator), tmp_path, encoding)

    assert told(actuals) == Counter((day, amount) for day, amount, _label in moved)
    assert {part.label for part in actuals.movements} == {" ".join(label.split()) for _day, _amount, label in moved}


@ANY_FOLDER
@given(moved=moves, seed=st.integers(0, 1000))
def test_the_order_of_rows_without_balances_makes_no_difference(moved: Moves, seed: int, tmp_path: Path) -> None:
    rows = [[f"{day:%d/%m/%Y}", label, french(amount, " ", ",")] for day, amount, label in moved]
    shuffled = Random(seed).sample(rows, len(rows))
    heading = ["Date", "Libellé", "Montant"]

    one, other = (read(written([heading, *order], ";"), tmp_path) for order in (rows, shuffled))

    assert told(one) == told(other)
    assert (one.first_day, one.last_day) == (other.first_day, other.last_day)


@ANY_FOLDER
@given(moved=moves, opening=cents, newest_first=st.booleans(), broken=st.integers(0, 11), by=cents)
def test_a_running_balance_agrees_with_all_movements_or_the_file_is_refused(
    moved: Moves, opening: int, newest_first: bool, broken: int, by: int, tmp_path: Path
) -> None:
    ordered = sorted(moved, key=lambda move: move[0])
    balance, rows = opening, []
    for day, amount, label in ordered:
        balance += amount
        rows.append([f"{day:%d/%m/%Y}", label, french(amount, " ", ","), french(balance, " ", ",")])
    heading = ["Date", "Libellé", "Montant", "Solde"]
    actuals = read(written([heading, *(reversed(rows) if newest_first else rows)], ";"), tmp_path)

    known = ordered[0][0] != ordered[-1][0]
    assert actuals.balance is not None or not known
    assert actuals.balance is None or not known or to_cents(actuals.balance.amount) == balance

    if known and len(rows) > 1:
        index = broken % len(rows)
        rows[index][3] = french(int(rows[index][3].replace(" ", "").replace(",", "")) + by, " ", ",")
        with pytest.raises(InvalidDataError):
            read(written([heading, *rows], ";"), tmp_path)


entries = st.lists(
    st.tuples(
        st.dates(date(2026, 1, 1), TODAY),
        st.lists(st.tuples(st.sampled_from(["606400", "401000", "756100", "580000", "512100"]), cents), max_size=4),
    ),
    min_size=1,
    max_size=8,
)


@ANY_FOLDER
@given(
    booked=entries, opening=cents, seed=st.integers(0, 1000), separator=st.sampled_from("\t|"), by_side=st.booleans()
)
def test_the_cash_of_accounts_is_that_of_their_movements_and_transfers(
    booked: list[tuple[date, list[tuple[str, int]]]],
    opening: int,
    seed: int,
    separator: str,
    by_side: bool,
    tmp_path: Path,
) -> None:
    heading = ["JournalCode", "EcritureNum", "EcritureDate", "CompteNum", "EcritureLib", "ValidDate"]
    heading += ["Montant", "Sens"] if by_side else ["Debit", "Credit"]
    lines = [("AN", "0", date(2026, 1, 1), "512000", opening), ("AN", "0", date(2026, 1, 1), "110000", -opening)]
    for number, (day, parts) in enumerate(booked, 1):
        lines += [("BQ", str(number), day, account, amount) for account, amount in parts]
        lines.append(("BQ", str(number), day, "512000", -sum(amount for _account, amount in parts)))
    cash = sum(amount for *_others, account, amount in lines if account.startswith("512"))
    rows = []
    for journal, label, day, account, amount in Random(seed).sample(lines, len(lines)):
        size = french(abs(amount), "", ",")
        sides = [size, "D" if amount >= 0 else "C"] if by_side else [size, "0,00"] if amount >= 0 else ["0,00", size]
        rows.append([journal, label, f"{day:%Y%m%d}", account, "x", f"{day:%Y%m%d}", *sides])

    actuals = read("\n".join(separator.join(row) for row in [heading, *rows]), tmp_path)

    moved = sum((part.amount for part in (*actuals.movements, *actuals.internal)), Decimal(0))
    assert actuals.balance is not None
    assert to_cents(actuals.balance.amount) == cash
    assert to_cents(actuals.balance.amount) - opening == to_cents(moved)
    assert {part.account for part in actuals.internal} <= {"580000"}


kinds = st.sampled_from(
    [CashKind.DUES, CashKind.RUNNING, CashKind.PERSONNEL, CashKind.LOAN, CashKind.OTHER_PAYMENT, CashKind.OTHER_RECEIPT]
)
small = st.integers(0, 9)


@st.composite
def plans(draw: st.DrawFn) -> list[PlannedLine]:
    """Some lines, with what they foresee inside and outside the months of the plan."""
    lines = []
    for number in range(draw(st.integers(0, 5))):
        kind = draw(kinds)
        direction = kind.direction or draw(st.sampled_from(Direction))
        flows = draw(st.lists(st.tuples(days, small), max_size=6))
        parts = tuple(Flow(day, from_cents(amount)) for day, amount in flows)
        lines.append(
            PlannedLine(f"k{number}", draw(st.sampled_from(["One", "Two", "Three"])), kind, direction, None, parts)
        )
    return lines


@st.composite
def happened(draw: st.DrawFn) -> list[CashMovement]:
    """Movements that are called like lines, told by their account, or by nothing."""
    moved = []
    for number in range(draw(st.integers(0, 12))):
        label = draw(st.sampled_from(["k0", "k1", "k2", "k3", "One", "Two", "Nothing"]))
        account = draw(st.sampled_from([None, "756000", "613000", "641000", "164000", "411000"]))
        amount = from_cents(draw(st.integers(-30, 30)))
        moved.append(CashMovement(Position("f", number), draw(days), label, amount, account, (label,)))
    return moved


@settings(max_examples=150, deadline=None)
@given(lines=plans(), moved=happened())
def test_every_movement_is_in_a_line_unmatched_or_outside(lines: list[PlannedLine], moved: list[CashMovement]) -> None:
    found = compare(lines, moved, FIRST, LAST)

    places = [*(one.movement for one in found.matched), *(one.movement for one in found.unmatched), *found.outside]
    assert Counter(movement.place.line for movement in places) == Counter(movement.place.line for movement in moved)
    signed = sum((one.actual if one.direction is Direction.IN else -one.actual for one in found.lines), Decimal(0))
    assert signed + found.unmatched_amount + found.outside_amount == sum((one.amount for one in moved), Decimal(0))
    keys = [key for one in found.lines for key in one.lines]
    assert sorted(keys) == sorted(line.key for line in lines)


@settings(max_examples=150, deadline=None)
@given(lines=plans(), moved=happened(), start=days, length=st.integers(0, 150))
def test_months_are_those_of_a_second_engine(
    lines: list[PlannedLine], moved: list[CashMovement], start: date, length: int
) -> None:
    found = compare(lines, moved, FIRST, LAST, covered=CoveredDays(start, start + timedelta(days=length)))

    assert found.covered is not None
    first, last = max(FIRST, found.covered.first), min(LAST, found.covered.last)
    foreseen = {(line.kind, line.direction) for line in lines}
    for one in found.lines:
        sides = {(one.kind, one.direction)}
        if one.kind in (CashKind.OTHER_PAYMENT, CashKind.OTHER_RECEIPT) and one.lines:
            unforeseen = {kind for kind in CashKind if not kind.is_financing and (kind, one.direction) not in foreseen}
            sides |= {(kind, one.direction) for kind in unforeseen}
        flows = [(flow.day, to_cents(flow.amount)) for line in lines if line.key in one.lines for flow in line.flows]
        came = [
            (part.movement.day, to_cents(part.movement.amount) * (1 if one.direction is Direction.IN else -1))
            for part in found.matched
            if (part.line in one.lines if part.line else (part.kind, part.direction) in sides)
        ]
        forecast, due, actual = by_month(flows, FIRST, LAST), by_month(flows, first, last), by_month(came, first, last)
        for month in one.months:
            assert to_cents(month.forecast) == forecast[month.month]
            assert to_cents(month.due) == due[month.month]
            assert (None if month.actual is None else to_cents(month.actual)) == (actual.get(month.month))
            assert month.gap == (None if month.actual is None else month.actual - month.due)


@settings(max_examples=200, deadline=None)
@given(
    flows=st.lists(st.tuples(days, small), max_size=8),
    came=st.lists(st.tuples(days, st.integers(1, 15)), max_size=4),
    shift=st.booleans(),
)
def test_planning_anew_is_that_of_a_second_engine(
    flows: list[tuple[date, int]], came: list[tuple[date, int]], shift: bool
) -> None:
    parts = tuple(Flow(day, from_cents(amount)) for day, amount in flows)
    line = PlannedLine("dues", "Dues", CashKind.DUES, Direction.IN, None, parts)
    moved = [
        CashMovement(Position("f", number), day, "dues", from_cents(amount), None, ("dues",))
        for number, (day, amount) in enumerate(came)
    ]
    actuals = actuals_of(moved)
    found = compare([line], moved, FIRST, LAST, covered=actuals.covered)

    replan = replanned([line], actuals, found, shift_overdue=shift)

    if found.covered is None:
        assert replan.lines == (line,)
        return
    first, last = max(found.covered.first, FIRST), found.covered.last
    inside = [(day, amount) for day, amount in flows if not LAST < day <= last]
    expected = settle(inside, sum(amount for day, amount in came if FIRST <= day <= LAST), first, last)
    assert added(replan.overdue) == expected.overdue
    assert added(replan.early) == expected.early
    assert sum(to_cents(one.amount) for one in replan.extra) == expected.extra
    still = expected.still
    if shift:
        still[last + timedelta(days=1)] += expected.overdue.total()
    planned: Counter[date] = Counter()
    for flow in replan.lines[0].flows:
        planned[flow.day] += to_cents(flow.amount)
    assert +planned == +still


def added(forecasts: Sequence[object]) -> Counter[date]:
    """The cents of forecasts by day."""
    cents_of: Counter[date] = Counter()
    for one in forecasts:
        cents_of[one.day] += to_cents(one.amount)  # type: ignore[attr-defined]
    return cents_of


@settings(max_examples=150, deadline=None)
@given(lines=plans(), moved=happened(), shift=st.booleans(), early=st.booleans())
def test_planning_anew_loses_no_cent(
    lines: list[PlannedLine], moved: list[CashMovement], shift: bool, early: bool
) -> None:
    actuals = actuals_of(moved)
    found = compare(lines, moved, FIRST, LAST, covered=actuals.covered)

    replan = replanned(lines, actuals, found, shift_overdue=shift, take_off_early=early)

    if found.covered is None:
        return
    signs = {Direction.IN: 1, Direction.OUT: -1}
    last = found.covered.last
    due = sum((one.due * signs[one.direction] for one in found.lines), Decimal(0))
    later = sum(
        (flow.amount * signs[one.direction] for one in lines for flow in one.flows if flow.day > last), Decimal(0)
    )
    came = sum((one.movement.amount for one in found.matched), Decimal(0))
    overdue = sum((one.amount * signs[one.direction] for one in replan.overdue), Decimal(0))
    extra = sum((one.amount * signs[one.direction] for one in replan.extra), Decimal(0))
    still = sum((flow.amount * signs[one.direction] for one in replan.lines for flow in one.flows), Decimal(0))
    assert due + later == came - extra + overdue + still - (overdue if shift else 0)
    assert all(flow.amount > 0 and flow.day > last for one in replan.lines for flow in one.flows)
