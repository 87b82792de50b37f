"""Random payment schemes, as the mappings a YAML file would hold: simple ones, and those of the whole language."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from random import Random
from typing import Any, NamedTuple

from tests.cashflow.naive import Case, Planned, Refused, check_shares, planned
from tests.cashflow.random_agreements import Dates, dates_of, random_agreement
from tests.cashflow.random_lines import random_terms, replaced_terms

KINDS = ("advance", "interim", "interim", "interim", "interim")
DENOMINATORS = (100, 1000, 3, 7, 12, 96)
"""Shares with two or three decimals, and some without end."""
LATE = ("3m", "45d")
SIMPLE = 0.15
"""How many of the schemes drawn are simple ones."""


def random_scheme(random: Random, *, yearly: bool = False) -> dict[str, Any]:
    """Return a simple scheme: shares of the grant, each paid on a day of its own, the last settles."""
    while True:
        scheme = _simple(random, yearly=yearly)
        try:
            planned(Case(scheme), 1_000_000)
        except Refused:
            continue
        return scheme


class Drawn(NamedTuple):
    """A scheme with what is assumed of it, a grant in cents, and what comes of them; ``None`` where it is refused."""

    case: Case
    grant: int
    plan: Planned | None


def random_case(random: Random) -> tuple[Case, int, Planned]:
    """Return a scheme of the whole language with what is assumed of it, a grant in cents, and its plan."""
    return next((one.case, one.grant, one.plan) for one in random_cases(random) if one.plan is not None)


def random_cases(random: Random) -> Iterator[Drawn]:
    """Yield one draw after the other, some of which the language refuses."""
    while True:
        grant = random.choice([random.randint(100, 1_000_000) * 100, random.randint(10_00, 1_000_000_00)])
        case = _case(random, grant)
        try:
            for alone in _alone(case.scheme):
                check_shares(alone)
                planned(replace(case, scheme=alone), grant)
            plan = planned(case, grant)
        except Refused:
            plan = None
        yield Drawn(case, grant, plan)


def _alone(scheme: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield a scheme with none or one of its variants and of its parts: a file is sound in all its lines."""
    whole = {key: value for key, value in scheme.items() if key not in ("variants", "parts")}
    for variant in ({}, *scheme.get("variants", [])):
        for part in ({}, *scheme.get("parts", [])):
            own = {key: value for key, value in part.items() if key not in ("share", "id", "name")}
            yield {**whole, **variant, **own}


def _case(random: Random, grant: int) -> Case:
    is_simple = random.random() < SIMPLE
    scheme = _simple(random, yearly=False) if is_simple else _scheme(random, grant)
    actual = random.choice([100, 100, 100, 95, 85, 60, 30, 10])
    case = Case(scheme, random.randint(1, 4), _late(random), actual, random.randint(2023, 2028))
    if random.random() < 0.25:
        case.accepted = random.randint(5, 100)
    if random.random() < 0.25:
        case.cost = grant * random.randint(105, 400) // 100 + random.randint(1, 99)
    if random.random() < 0.1:
        case.payment_delay = random.choice(["0d", "30d", "2m"])
    case.start_given = random.random() < 0.7
    if "others-paid" in str(scheme):
        case.others_paid = date(random.randint(2024, 2029), random.randint(1, 12), random.randint(1, 28))
    return case


def _late(random: Random) -> dict[str, str]:
    kinds = [kind for kind in ("advance", "interim", "balance") if random.random() < 0.15]
    return {kind: random.choice(LATE) for kind in kinds}


def _scheme(random: Random, grant: int) -> dict[str, Any]:
    """Return a scheme of the whole language, most of the time one that can be planned."""
    agreement = random_agreement(random)
    dates = dates_of(agreement)
    scheme: dict[str, Any] = {
        **_named("random"),
        "status": "own",
        "source": "project",
        "agreement": agreement,
        "payment_delay": random.choice(["0", "30d", "60d", "2m", "45d", "1m 15d"]),
        "spending": _spending(random, dates.months),
        **random_terms(random, dates, grant),
    }
    if random.random() < 0.2:
        scheme["variants"] = _variants(random, dates, grant)
    if random.random() < 0.2:
        scheme["parts"] = _parts_of_the_language(random, dates, grant)
    return scheme


def _variants(random: Random, dates: Dates, grant: int) -> list[dict[str, Any]]:
    """Return one or two variants; the first never covers the second."""
    lower, higher = sorted(random.sample([grant // 200, grant // 100, grant // 100 + 1, grant // 50], 2))
    key = random.choice(["grant_below", "grant_up_to"])
    conditions: list[dict[str, str]] = [{key: str(lower + 1)}, {key: str(higher + 1)}]
    if dates.is_project and random.random() < 0.4:
        conditions[0]["longer_than"] = f"{max(dates.months + random.randint(-1, 1), 1)}m"
    elif not dates.is_project and random.random() < 0.5:
        conditions[0]["year"] = str(random.randint(1, dates.years))
    if random.random() < 0.3:
        conditions[1] = {"longer_than": "6m"} if dates.is_project else {"year": "1"}
    conditions = conditions[: random.choice([1, 1, 2])]
    return [{"when": when, **replaced_terms(random, dates, grant)} for when in conditions]


def _parts_of_the_language(random: Random, dates: Dates, grant: int) -> list[dict[str, Any]]:
    shares = random.choice([["60%", "40%"], ["1/3", "2/3"], ["1/7", "2/7", "4/7"], ["61.5%", "38.5%"]])
    parts = [{**_named(f"part-{number}"), "share": share} for number, share in enumerate(shares)]
    for part in parts:
        if random.random() < 0.5:
            part.update(replaced_terms(random, dates, grant))
        if random.random() < 0.3:
            part["spending"] = random.choice(["even", "front", "back"])
    return parts


def _named(name: str) -> dict[str, Any]:
    return {"id": name, "name": {"en": name.capitalize()}}


def _spending(random: Random, months: int) -> str:
    weights = [str(random.randint(0, 5)) for _month in range(random.choice([12, months]))]
    weights[0] = "1"
    return random.choice(["even", "even", "front", "back", ",".join(weights)])


def _simple(random: Random, *, yearly: bool) -> dict[str, Any]:
    agreement = _simple_agreement(random, yearly=yearly)
    scheme: dict[str, Any] = {
        **_named("random"),
        "status": "own",
        "source": "project",
        "agreement": agreement,
        "payment_delay": random.choice(["0", "30d", "60d", "2m", "45d", "1m 15d"]),
        "spending": _spending(random, int(agreement.get("months", "12"))),
        "instalments": _instalments(random),
    }
    if len(scheme["instalments"]) > 1 and random.random() < 0.3:
        scheme["cap"] = random.choice(["0.5", "0.8", "0.9", "2/3"])
    if random.random() < 0.25:
        scheme["parts"] = _parts(random, scheme)
    return scheme


def _parts(random: Random, scheme: dict[str, Any]) -> list[dict[str, Any]]:
    """Return two or three parts of a grant, some of which differ in some way from the scheme."""
    shares = random.choice([["0.6", "0.4"], ["1/3", "2/3"], ["1/7", "2/7", "4/7"], ["0.615", "0.385"]])
    parts: list[dict[str, Any]] = []
    for number, share in enumerate(shares):
        part: dict[str, Any] = {**_named(f"part-{number}"), "share": share}
        if random.random() < 0.5:
            part["instalments"] = _instalments(random)
        if random.random() < 0.3:
            part["payment_delay"] = random.choice(["0", "30d", "3m"])
        if random.random() < 0.3:
            part["spending"] = random.choice(["even", "front", "back"])
        if len(part.get("instalments", scheme["instalments"])) == 1 and "cap" in scheme:
            part["instalments"] = scheme["instalments"]
        parts.append(part)
    return parts


def _simple_agreement(random: Random, *, yearly: bool) -> dict[str, str]:
    if not yearly and random.random() < 0.4:
        start = random.choice(["01-01", "01-15", "01-31", "04-15", "09-30", "12-02"])
        return {"months": str(random.randint(1, 60)), "start": start}
    agreement = {"years": str(random.randint(1, 3)), "signature": random.choice(["01-01", "02-28", "03-31", "05-15"])}
    if random.random() < 0.5:
        agreement["renewal"] = "01-01"
    return agreement


def _instalments(random: Random) -> list[dict[str, str]]:
    whole = random.choice(DENOMINATORS)
    cuts = sorted(random.sample(range(1, whole), random.randint(0, min(4, whole - 1))))
    shares = [f"{high - low}/{whole}" for low, high in zip([0, *cuts], [*cuts, whole], strict=True)]
    rules = [_rule(random, kind, share) for kind, share in zip(KINDS, shares, strict=False)]
    if len(rules) > 1:
        rules[-1] = _rule(random, "balance", shares[-1], ["year-end", "project-end", "spending"])
    return rules


def _rule(random: Random, kind: str, share: str, anchors: list[str] | None = None) -> dict[str, str]:
    rule = {
        "kind": kind,
        "share": share,
        "anchor": random.choice(
            anchors or ["signature", "signature", "year-end", "spending", "spending", "project-end"]
        ),
    }
    if rule["anchor"] == "spending":
        rule["reached"] = random.choice(["0.25", "1/3", "0.5", "0.75", "0.9", "1"])
    if random.random() < 0.6:
        rule["offset"] = random.choice(
            [f"{random.randint(0, 14)}m", f"{random.randint(0, 200)}d", f"{random.randint(0, 14)}m 1d"]
        )
    if random.random() < 0.2:
        rule["claim"] = random.choice(["15d", "1m"])
    return rule
