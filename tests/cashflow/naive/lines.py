"""When each line of a scheme is due, claimed and paid; which of them are never made."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from tests.cashflow.naive.case import Case, Refused
from tests.cashflow.naive.dates import later, share_of
from tests.cashflow.naive.pieces import Piece
from tests.cashflow.naive.stretches import Stretch, stretches

Rule = dict[str, Any]
PERIODIC = ("period-end", "spending")
"""Anchors of claims that the balance replaces once it is there itself."""


def check_shares(scheme: dict[str, Any]) -> None:
    """Refuse shares that come to more than the grant, or to less where the last has one, by the days that are written.

    What stays below a ceiling comes to no more; claims of costs come to what the costs are.
    """
    case = Case(scheme, start_given=False, others_paid=date.max)
    (stretch, *_more) = stretches(case)
    *before, last = scheme["instalments"]
    total = share_of(last.get("share", "0"))
    for rule in before:
        if rule.get("of") == "costs" or ("share" not in last and ("cap" in rule or "cap" in scheme)):
            continue
        share = share_of(rule["share"]) / (len(stretch.ends) if rule.get("of") == "period" else 1)
        total += share * (_times(rule, last, stretch, case) if rule["anchor"] == "period-end" else 1)
    if total > 1 or ("share" in last and total != 1):
        raise Refused("more or less than the grant")


def _times(rule: Rule, last: Rule, stretch: Stretch, case: Case) -> int:
    """Return how many claims of a line come before the last line, whatever they wait for."""
    if last["anchor"] == "others-paid":
        return len(stretch.ends)
    offset = last.get("offset", "0")
    spent = later(max(stretch.last, stretch.signed), offset)
    due = spent if last["anchor"] == "spending" else stretch.event(last, case)
    cut_offs = [later(end, rule.get("offset", "0")) for end in stretch.ends]
    claimed = later(due, last.get("claim", "0"))
    return sum(day < due and later(day, rule.get("claim", "0")) < claimed for day in cut_offs)


@dataclass
class Line:
    """One payment, or one claim of a line that has many.

    Attributes:
        rule: what the scheme says.
        place: its place in the list.
        cut_off: up to when it declares costs; ``None`` when the costs never reach it.
        claim: the day on which it is claimed.
        paid: the day on which the money moves.
        is_of_last_period: whether it is the claim of the last reporting period.
    """

    rule: Rule
    place: int
    cut_off: date | None
    claim: date
    paid: date
    is_of_last_period: bool = False


def lines_of(piece: Piece) -> tuple[list[Line], list[Line]]:
    """Return the lines in the order in which they are evaluated, the last at the end, and those that are never due.

    The claim of the last period in whose place the balance comes is neither.
    """
    for place, rule in enumerate(piece.rules):
        _check_tranches(piece.rules[:place], rule)
    dated = [line for place in range(len(piece.rules)) for line in _claims(place, piece)]
    last = dated.pop()
    made: list[Line] = []
    never: list[Line] = []
    for line in dated:
        if _is_in_time(line, last):
            made.append(line)
        elif line.rule["anchor"] not in PERIODIC:
            raise Refused("due after the balance")
        elif not line.is_of_last_period:
            never.append(line)
    made.sort(key=lambda line: (line.claim, line.place, line.cut_off))
    return [*made, last], never


def _is_in_time(line: Line, last: Line) -> bool:
    """Return whether a line comes before the last; on the day of the last, only what has a day of its own does."""
    if line.cut_off is None or last.cut_off is None:
        return False
    if line.rule["anchor"] in PERIODIC:
        return line.cut_off < last.cut_off and line.claim < last.claim
    return line.cut_off <= last.cut_off and line.claim <= last.claim


def _claims(place: int, piece: Piece) -> list[Line]:
    rule, stretch = piece.rules[place], piece.stretch
    found: list[Line] = []
    for cut_off in _cut_offs(place, piece):
        if cut_off is None:
            found.append(Line(rule, place, None, stretch.last, stretch.last))
            continue
        waits = [stretch.event(event, piece.case) for event in _several(rule.get("not_before", []))]
        if rule["anchor"] in PERIODIC:
            waits.append(stretch.signed)
        else:
            _check_day(rule, cut_off, waits, stretch)
        claim = max([later(cut_off, rule.get("claim", "0")), *waits])
        paid = later(claim, piece.delay(rule))
        found.append(Line(rule, place, cut_off, claim, later(paid, piece.case.late.get(rule["kind"], "0"))))
    found[-1].is_of_last_period = rule["anchor"] == "period-end"
    return found


def _check_day(rule: Rule, cut_off: date, waits: list[date], stretch: Stretch) -> None:
    """Refuse a day that is not within the agreement, unless its claim waits for the signature."""
    if cut_off < stretch.signed and not any(day >= stretch.signed for day in waits):
        raise Refused("due before the signature")
    if rule.get("of") == "costs" and not stretch.first <= cut_off <= stretch.last:
        raise Refused("a claim outside the project")


def _cut_offs(place: int, piece: Piece) -> list[date | None]:
    rule, stretch = piece.rules[place], piece.stretch
    offset = rule.get("offset", "0")
    if rule["anchor"] == "period-end":
        return [later(end, offset) for end in stretch.ends]
    if rule["anchor"] == "spending":
        reached = rule["reached"]
        share = share_of(reached) if isinstance(reached, str) else _of_tranches(reached, piece.rules[:place])
        day = piece.costs.first_day(share, really=place == len(piece.rules) - 1)
        return [None if day is None else later(max(day, stretch.signed), offset)]
    return [stretch.event(rule, piece.case)]


def _of_tranches(reached: dict[str, str], above: list[Rule]) -> Fraction:
    """Return the share of the planned costs that is a share of what the lines above pay."""
    return share_of(reached["share"]) * sum(share_of(rule["share"]) for rule in above)


def _check_tranches(above: list[Rule], rule: Rule) -> None:
    is_of_tranches = isinstance(rule.get("reached"), dict)
    if is_of_tranches and (not above or any(one.get("of", "grant") != "grant" for one in above)):
        raise Refused("tranches that are no shares of the grant")


def release_of(rule: Rule, piece: Piece) -> date | None:
    """Return the event on which what a line retains is released, ``None`` if the balance releases it."""
    retain = rule.get("retain")
    event = retain.get("release") if isinstance(retain, dict) else None
    return None if event is None else piece.stretch.event(event, piece.case)


def _several(one_or_more: Any) -> list[Any]:
    return one_or_more if isinstance(one_or_more, list) else [one_or_more]
