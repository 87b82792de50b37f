"""Random terms of payment of the whole language: instalments, ceilings, recovery, retention, least amounts."""

from fractions import Fraction
from random import Random
from typing import Any

from tests.cashflow.random_agreements import Dates

Rule = dict[str, Any]
WHOLES = (100, 1000, 3, 7, 12, 96)
REACHED = ("0%", "25%", "1/3", "0.5", "5/7", "90%", "100%")
DELAYS = ("0d", "15d", "45d", "3m")


def random_terms(random: Random, dates: Dates, grant: int) -> dict[str, Any]:
    """Return instalments with the keys of a scheme that act on them."""
    rules = _rules(random, dates, grant)
    terms: dict[str, Any] = {"instalments": rules, **_scalars(random, grant)}
    has_advance = any(rule["kind"] == "advance" for rule in rules)
    if has_advance and any(rule.get("of") == "costs" for rule in rules):
        low, high = sorted(random.sample([0, 10, 30, 50, 65, 80, 100], 2))
        straight = {"from": f"{low}%", "to": f"{high}%"}
        recover = random.choice(["balance", "first", "first", straight, straight])
        terms["recover"] = recover
    return terms


def replaced_terms(random: Random, dates: Dates, grant: int) -> dict[str, Any]:
    """Return what a part or a variant has otherwise than its scheme."""
    terms: dict[str, Any] = _scalars(random, grant)
    if random.random() < 0.6:
        terms = {"recover": "balance", **random_terms(random, dates, grant)}
    if random.random() < 0.4 or not terms:
        terms["payment_delay"] = random.choice(DELAYS)
    return terms


def _scalars(random: Random, grant: int) -> dict[str, Any]:
    """Return keys of a scheme that go with any instalments."""
    keys: dict[str, Any] = {
        "cap": random.choice(["50%", "80%", "0.9", "2/3", "5/7"]),
        "min_amount": str(random.randint(1, grant // 1000 + 1)),
        "min_costs": _least_costs(random, grant),
        "cofinancing": random.choice(["40%", "60%", "1/3", "6/7", "100%"]),
        "tolerance": random.choice(["0%", "10%", "30%", "1/7", "100%"]),
    }
    return {key: value for key, value in keys.items() if random.random() < 0.3}


def _least_costs(random: Random, grant: int) -> Any:
    euros, share = str(random.randint(1, grant // 300 + 1)), random.choice(["10%", "1/3", "30%"])
    return random.choice([euros, share, [euros, share], [share, euros]])


def _rules(random: Random, dates: Dates, grant: int) -> list[Rule]:
    wants_costs = random.random() < 0.65
    rules = [_advance(random, dates) for _number in range(random.choice([0, 1, 1, 1, 2]))]
    if wants_costs:
        rules += [_on_costs(random, dates) for _number in range(random.choice([1, 1, 2]))]
    rules += [
        _interim(random, dates) for _number in range(random.choice([0, 0, 1, 2] if wants_costs else [0, 1, 2, 3]))
    ]
    if random.random() < 0.3:
        random.shuffle(rules)
    rules = rules or [_advance(random, dates)]
    rules.append(_balance(random, dates))
    _share_out(random, rules)
    for place, rule in enumerate(rules[:-1]):
        if rule["anchor"] == "spending":
            rule["reached"] = _reached(random, rules[:place])
        _refine(random, rule, dates, grant)
    return rules


def _share_out(random: Random, rules: list[Rule]) -> None:
    """Give each line its share; those of the grant add up to no more than one, and to one if the last has its own."""
    of_grant = [rule for rule in rules[:-1] if "of" not in rule or rule["of"] == "grant"]
    others = [rule for rule in rules[:-1] if rule not in of_grant]
    whole = random.choice([one for one in WHOLES if one > len(of_grant)])
    cuts = sorted(random.sample(range(1, whole), len(of_grant)))
    written = [
        f"{high - low}%" if whole == 100 else f"{high - low}/{whole}"
        for low, high in zip([0, *cuts], [*cuts, whole], strict=True)
    ]
    for rule, share in zip(of_grant, written, strict=False):
        rule["share"] = share
    for rule in others:
        most = ["20%", "2/3", "100%", "160%"] if rule["of"] == "period" else ["100%", "100%", "80%", "3/7"]
        rule["share"] = random.choice(most)
    if not others and random.random() < 0.7:
        rules[-1]["share"] = written[-1]


def _advance(random: Random, dates: Dates) -> Rule:
    rule: Rule = {"kind": "advance"}
    if dates.periods and random.random() < 0.2:
        rule["of"] = "period"
    rule.update(_anchored(random, dates, ["signature"] * 6 + ["start", "start", "date", "spending"]))
    if random.random() < 0.2:
        rule["guarantee"] = random.choice(["100%", "105%", "1/2"])
    return rule


def _on_costs(random: Random, dates: Dates) -> Rule:
    anchors = ["spending", "date"] + ["period-end"] * (5 if dates.periods else 0)
    rule = {"kind": "interim", "of": "costs", **_anchored(random, dates, anchors)}
    if rule["anchor"] == "date":
        rule.pop("offset", None)
    return rule


def _interim(random: Random, dates: Dates) -> Rule:
    anchors = ["signature", "date", "start", "spending", "spending"]
    rule: Rule = {"kind": "interim"}
    if dates.periods:
        anchors += ["period-end", "period-end"]
        if random.random() < 0.35:
            rule["of"] = "period"
        elif random.random() < 0.1:
            rule["of"] = "grant"
    if random.random() < 0.05:
        anchors = ["others-paid"]
    return {**rule, **_anchored(random, dates, anchors)}


def _balance(random: Random, dates: Dates) -> Rule:
    rule: Rule = {"kind": "balance", "anchor": random.choice(["project-end", "project-end", "year-end", "spending"])}
    if random.random() < 0.04:
        rule["anchor"] = "others-paid"
    if rule["anchor"] == "spending":
        rule["reached"] = random.choice(["90%", "100%"])
    if random.random() < 0.7:
        rule["offset"] = random.choice([f"{random.randint(0, 14)}m", f"{random.randint(0, 200)}d", "12m 1d"])
    _wait(random, rule, dates, ["others-paid", "date", "signature", "project-end"])
    return rule


def _anchored(random: Random, dates: Dates, anchors: list[str]) -> Rule:
    """Return an anchor, the keys that go with it, and often an offset."""
    rule: Rule = {"anchor": random.choice(anchors)}
    if rule["anchor"] == "date":
        rule["on"] = dates.day(random)
    elif rule["anchor"] == "start" and dates.is_signed_late:
        rule["not_before"] = {"anchor": "signature"}
    if rule["anchor"] not in ("period-end", "date") and random.random() < 0.4:
        rule["offset"] = random.choice(["15d", "1m", "3m", f"{random.randint(0, max(dates.months - 1, 1))}m"])
    elif rule["anchor"] == "period-end" and random.random() < 0.15:
        rule["offset"] = random.choice(["-10d", "15d", "1m"])
    return rule


def _reached(random: Random, above: list[Rule]) -> Any:
    if above and all(rule.get("of", "grant") == "grant" for rule in above) and random.random() < 0.5:
        return {"share": random.choice(["0%", "75%", "2/3", "100%"]), "of": "paid"}
    return random.choice(REACHED)


def _refine(random: Random, rule: Rule, dates: Dates, grant: int) -> None:
    """Add keys that any line before the last may have."""
    _wait(random, rule, dates, ["signature", "date", "date", "others-paid"])
    if random.random() < 0.2:
        rule["cap"] = random.choice(["20%", "30%", "1/3", "70%", "100%"])
    if random.random() < 0.1:
        rule["min_amount"] = str(random.randint(1, grant // 1000 + 1))
    if rule.get("of") == "costs" and random.random() < 0.15:
        rule["min_costs"] = _least_costs(random, grant)
    if random.random() < 0.3:
        _retain(random, rule, dates)


def _wait(random: Random, rule: Rule, dates: Dates, anchors: list[str]) -> None:
    """Add a claim that takes time, or events that it waits for, and a delay of its own."""
    if random.random() < 0.2:
        rule["claim"] = random.choice(["15d", "1m"])
    if random.random() < 0.15:
        rule["payment_delay"] = random.choice(DELAYS)
    events = [_event(random, dates, anchor) for anchor in random.sample(anchors, random.choice([1, 1, 2]))]
    if "not_before" not in rule and random.random() < 0.15:
        rule["not_before"] = events if len(events) > 1 or random.random() < 0.3 else events[0]


def _event(random: Random, dates: Dates, anchor: str) -> Rule:
    event: Rule = {"anchor": anchor}
    if anchor == "date":
        event["on"] = dates.day(random)
    elif random.random() < 0.5:
        event["offset"] = random.choice(["10d", "1m"])
    return event


def _retain(random: Random, rule: Rule, dates: Dates) -> None:
    share: str = random.choice(["10%", "1/7", "5%"])
    if random.random() < 0.35:
        rule["retain"] = share
        return
    retain: Rule = {"share": share}
    pays = Fraction(rule["share"][:-1]) / 100 if rule["share"].endswith("%") else Fraction(rule["share"])
    if rule.get("of") == "period":
        pays /= dates.periods
    if random.random() < 0.6 and pays >= Fraction(1, 100):
        retain = {"share": random.choice(["1%", "4%"] if pays >= Fraction(4, 100) else ["1%"]), "of": "grant"}
    if random.random() < 0.6:
        event = {"anchor": random.choice(["project-end", "year-end"]), "offset": f"{random.randint(15, 40)}m"}
        if random.random() < 0.1:
            event = {"anchor": "others-paid", "offset": f"{random.randint(15, 40)}m"}
        retain["release"] = event
    rule["retain"] = retain
