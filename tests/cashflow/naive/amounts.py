"""What each line pays, one after the other: due, recovered, cut by ceilings, retained, rounded."""

from fractions import Fraction
from typing import Any

from tests.cashflow.naive.case import Refused
from tests.cashflow.naive.costs import Costs
from tests.cashflow.naive.dates import amount_or_share, later, rounded, share_of
from tests.cashflow.naive.lines import Line, Rule, lines_of, release_of
from tests.cashflow.naive.pieces import Payment, Piece, Unpaid


def pay(piece: Piece) -> None:
    """Write into its ledger what is paid of a grant, and what is not."""
    lines, never = lines_of(piece)
    for line in lines[:-1]:
        _pay(line, piece)
    piece.ledger.unpaid += [Unpaid(line.rule["kind"], line.cut_off, "reached") for line in never]
    _settle(lines[-1], piece)


def _pay(line: Line, piece: Piece) -> None:
    """Evaluate a line before the last; nothing has happened if its claim is not made."""
    rule, terms, costs, ledger = line.rule, piece.terms, piece.costs, piece.ledger
    assert line.cut_off is not None
    declared = ledger.declared
    if rule.get("of") == "costs":
        declared = max(costs.spent(line.cut_off), declared)
        new = declared - ledger.declared
        if new == 0 or new < _least_costs(rule.get("min_costs", terms.get("min_costs", "0")), costs):
            ledger.unpaid.append(Unpaid(rule["kind"], line.cut_off, "costs"))
            return
        due = share_of(rule["share"]) * (costs.pays_for(declared) - costs.pays_for(ledger.declared))
    elif rule.get("of") == "period":
        due = share_of(rule["share"]) * costs.grant / len(piece.stretch.ends)
    else:
        due = share_of(rule["share"]) * costs.grant
    back = min(_to_recover(line, piece), due) if rule.get("of") == "costs" else Fraction(0)
    room = min(share_of(rule.get("cap", "1")), share_of(terms.get("cap", "1"))) * costs.grant - ledger.granted
    granted = min(due - back, max(room, Fraction(0)))
    kept = _to_retain(line, granted, piece)
    amount = rounded(ledger.handed + granted - kept) - rounded(ledger.handed)
    if 0 < amount < _least_amount(rule, terms):
        ledger.unpaid.append(Unpaid(rule["kind"], line.cut_off, "least"))
        return
    ledger.declared = declared
    ledger.recovered += back
    ledger.granted += granted
    ledger.retained[line.place] = ledger.retained.get(line.place, Fraction(0)) + kept
    if rule["kind"] == "advance":
        ledger.advances += granted
    if ledger.hand(ledger.handed + granted - kept):
        ledger.payments.append(Payment(line.paid, amount, rule["kind"], line.cut_off, line.claim))
    else:
        ledger.unpaid.append(Unpaid(rule["kind"], line.cut_off, _why(due, back, kept)))


def _why(due: Fraction, back: Fraction, kept: Fraction) -> str:
    """Return why a claim that is made pays nothing."""
    if due > 0 and back == due:
        return "recovery"
    return "retained" if kept else "ceiling"


def _least_costs(least: Any, costs: Costs) -> Fraction:
    """Return the least new costs of a claim: of several, the lowest."""
    several = least if isinstance(least, list) else [least]
    return min(amount_or_share(text, costs.planned) for text in several)


def _least_amount(rule: Rule, terms: dict[str, Any]) -> Fraction:
    """Return the least cents of a payment: that of the scheme is for interims."""
    of_the_scheme = terms.get("min_amount", "0") if rule["kind"] == "interim" else "0"
    return Fraction(rule.get("min_amount", of_the_scheme)) * 100


def _to_recover(line: Line, piece: Piece) -> Fraction:
    """Return what of the advances should be taken back with this claim."""
    costs, ledger, recover = piece.costs, piece.ledger, piece.terms.get("recover", "balance")
    if recover == "balance":
        return Fraction(0)
    part = Fraction(1)
    if isinstance(recover, dict):
        assert line.cut_off is not None
        begin, end = share_of(recover["from"]), share_of(recover["to"])
        part = (costs.spent(line.cut_off) / costs.planned - begin) / (end - begin)
        part = max(min(part, Fraction(1)), Fraction(0))
    return max(ledger.advances * part - ledger.recovered, Fraction(0))


def _to_retain(line: Line, granted: Fraction, piece: Piece) -> Fraction:
    retain = line.rule.get("retain", "0%")
    if isinstance(retain, str):
        return share_of(retain) * granted
    if retain.get("of") != "grant":
        return share_of(retain["share"]) * granted
    in_all = share_of(retain["share"]) * piece.costs.grant
    return min(in_all - piece.ledger.retained.get(line.place, Fraction(0)), granted)


def _settle(last: Line, piece: Piece) -> None:
    """Pay what is left, or take it back; what is retained until a day of its own comes after it."""
    costs, ledger = piece.costs, piece.ledger
    releases = []
    for place, rule in enumerate(piece.rules):
        day = release_of(rule, piece)
        if day is None:
            continue
        if day < last.claim:
            raise Refused("released before the balance")
        releases.append((day, place, ledger.retained.get(place, Fraction(0))))
    left = max(costs.earned - ledger.handed, Fraction(0))
    held = min(sum((kept for _day, _place, kept in releases), Fraction(0)), left)
    assert last.cut_off is not None
    amount = ledger.hand(costs.earned - held)
    ledger.payments.append(Payment(last.paid, amount, last.rule["kind"], last.cut_off, last.claim))
    for day, _place, kept in sorted(releases):
        amount = ledger.hand(ledger.handed + min(kept, held))
        held -= min(kept, held)
        if amount:
            ledger.payments.append(Payment(later(day, piece.delay({})), amount, "release", day, day))
