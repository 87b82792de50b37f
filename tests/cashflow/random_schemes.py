"""Random payment schemes, as the mappings a YAML file would hold."""

from random import Random
from typing import Any

KINDS = ("advance", "interim", "interim", "interim", "interim")


def random_scheme(random: Random) -> dict[str, Any]:
    """Return a scheme that the models accept."""
    scheme: dict[str, Any] = {
        "id": "random",
        "name": {"en": "Random"},
        "status": "own",
        "source": "project",
        "agreement": _agreement(random),
        "payment_delay": random.choice(["0", "30d", "60d", "2m", "45d"]),
        "instalments": _instalments(random),
    }
    if len(scheme["instalments"]) > 1 and random.random() < 0.3:
        scheme["cap"] = random.choice(["0.5", "0.8", "0.9"])
    return scheme


def _agreement(random: Random) -> dict[str, str]:
    if random.random() < 0.25:
        return {"months": str(random.randint(1, 60)), "start": random.choice(["01-01", "04-15", "09-30"])}
    agreement = {"years": str(random.randint(1, 3)), "signature": random.choice(["01-01", "02-28", "03-31", "05-15"])}
    if random.random() < 0.5:
        agreement["renewal"] = "01-01"
    return agreement


def _instalments(random: Random) -> list[dict[str, str]]:
    cuts = sorted(random.sample(range(1, 1000), random.randint(0, 4)))
    shares = [high - low for low, high in zip([0, *cuts], [*cuts, 1000], strict=True)]
    rules = [_rule(random, kind, share) for kind, share in zip(KINDS, shares, strict=False)]
    if len(rules) > 1:
        rules[-1]["kind"] = "balance"
    return rules


def _rule(random: Random, kind: str, share: int) -> dict[str, str]:
    rule = {
        "kind": kind,
        "share": f"{share / 1000:.3f}",
        "anchor": random.choice(["signature", "year-end", "spending"]),
    }
    if rule["anchor"] == "spending":
        rule["reached"] = random.choice(["0.25", "0.5", "0.9", "1"])
    if random.random() < 0.6:
        rule["offset"] = f"{random.randint(0, 14)}m" if random.random() < 0.7 else f"{random.randint(0, 200)}d"
    if random.random() < 0.2:
        rule["claim"] = random.choice(["15d", "1m"])
    return rule
