"""The answer of each command, got once in a process for all tests that look at it."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from clusters_cli.app import app
from clusters_cli.commands.shared.answer import Answer

TESTS = Path(__file__).parent
CALLS: Mapping[str, tuple[str, ...]] = {
    "list": ("list",),
    "show": ("show", "nekoe"),
    "classify": ("classify",),
    "diagnose": ("diagnose", "noveco"),
    "criteria": ("criteria",),
    "legal-list": ("legal", "list"),
    "legal-show": ("legal", "show", "cluster-notification"),
    "obstacles-list": ("obstacles", "list"),
    "obstacles-show": ("obstacles", "show", "B"),
    "recommendations-list": ("recommendations", "list"),
    "recommendations-show": ("recommendations", "show", "2"),
    "eligibility": ("eligibility", "--award-date", "2023-05-01"),
    "eligibility-dossier": ("eligibility", "--dossier", str(TESTS / "gallery" / "DOS301" / "dossier.yaml")),
    "minimis": (
        "minimis",
        "732829320",
        "--award=2025-03-31=20000",
        "--award=2026-02-15=40000",
        "--amount=250000",
        "--annex",
    ),
    "minimis-register": ("minimis", "732829320", "--register", str(TESTS / "commands" / "aides_minimis.csv")),
    "dossier-check": ("dossier", "check", str(TESTS / "gallery" / "DOS301" / "dossier.yaml")),
    "test": ("test", str(TESTS / "cases" / "eligibility.yaml")),
    "cashflow": ("cashflow", "--scheme", "annual-60-40", "--scheme", "triennial"),
    "treasury": ("treasury", str(TESTS / "docs" / "asked" / "project.yaml"), "--scheme", "triennial"),
    "cashflow-delays": ("cashflow", "--scheme", "triennial", "--delays", "uniform(0,180)", "--draws", "50"),
    "credits": ("credits", "--from", "annual-60-40", "--to", "triennial", "--switch", "2024"),
    "pool": ("pool", "--scheme", "triennial"),
    "poles-list": ("poles", "list"),
    "poles-show": ("poles", "show", "s2e2"),
    "poles-phases": ("poles", "phases"),
    "networks-list": ("networks", "list"),
    "networks-show": ("networks", "show", "france-clusters"),
    "sources-list": ("sources", "list"),
    "sources-show": ("sources", "show", "ceser-2023"),
    "programmes-list": ("programmes", "list"),
    "programmes-show": ("programmes", "show", "feder-2021-2027"),
    "programmes-match": ("programmes", "match", "nekoe"),
    "region": ("region",),
    "validate": ("validate", str(TESTS / "gallery" / "REG101"), str(TESTS / "gallery" / "base")),
    "audit": ("audit",),
    "schemes-list": ("schemes", "list"),
    "schemes-show": ("schemes", "show", "triennial"),
    "stats": ("stats",),
    "explain": ("explain", "REG103"),
}
"""A command line for each command, and for each answer of another shape."""


def answer(name: str) -> Answer:
    """Return what a call answers."""
    return answer_to(*CALLS[name])


@lru_cache
def answer_to(*arguments: str) -> Answer:
    """Return what a command line answers."""
    given = app(arguments, standalone_mode=False)
    assert isinstance(given, Answer)
    return given
