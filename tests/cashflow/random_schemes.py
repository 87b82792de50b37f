"""Random payment schemes, as the mappings a YAML file would hold."""

from random import Random
from typing import Any

KINDS = ("advance", "interim", "interim", "interim", "interim")
DENOMINATORS = (100, 1000, 3, 7, 12, 96)
"""Shares with two or three decimals, and some without end."""


def random_scheme(random: Random, *, yearly: bool = False) -> dict[str, Any]:
    """Return a scheme that the models accept."""
    agreement = _agreement(random, yearly=yearly)
    scheme: dict[str, Any] = {
        "id": "random",
        "name": {"en": "Random"},
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
        part: dict[str, Any] = {"id": f"part-{number}", "name": {"en": f"Part {number}"}, "share": share}
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


def _agreement(random: Random, *, yearly: bool) -> dict[str, str]:
    if not yearly and random.random() < 0.4:
        start = random.choice(["01-01", "01-15", "01-31", "04-15", "09-30", "12-02"])
        return {"months": str(random.randint(1, 60)), "start": start}
    agreement = {"years": str(random.randint(1, 3)), "signature": random.choice(["01-01", "02-28", "03-31", "05-15"])}
    if random.random() < 0.5:
        agreement["renewal"] = "01-01"
    return agreement


def _spending(random: Random, months: int) -> str:
    weights = [str(random.randint(0, 5)) for _month in range(random.choice([12, months]))]
    weights[0] = "1"
    return random.choice(["even", "even", "front", "back", ",".join(weights)])


def _instalments(random: Random) -> list[dict[str, str]]:
    whole = random.choice(DENOMINATORS)
    cuts = sorted(random.sample(range(1, whole), random.randint(0, min(4, whole - 1))))
    shares = [f"{high - low}/{whole}" for low, high in zip([0, *cuts], [*cuts, whole], strict=True)]
    rules = [_rule(random, kind, share) for kind, share in zip(KINDS, shares, strict=False)]
    if len(rules) > 1:
        rules[-1]["kind"] = "balance"
    return rules


def _rule(random: Random, kind: str, share: str) -> dict[str, str]:
    rule = {
        "kind": kind,
        "share": share,
        "anchor": random.choice(["signature", "year-end", "spending", "project-end"]),
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
