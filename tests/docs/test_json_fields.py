"""The page of fields tells every field that a command prints as JSON, with its type, and no other.

``python -m pytest tests/docs/test_json_fields.py --refresh`` writes it from what is printed.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import pytest

from clusters_cli.presentation.data import to_data
from tests.answers import CALLS, answer_to
from tests.architecture.test_words import MEMBERS
from tests.docs.pages import ROOT

RUN = "run python -m pytest tests/docs/test_json_fields.py --refresh"
PAGE, MEANINGS = ROOT / "docs" / "json-fields.md", ROOT / "docs" / "json.md"
CLOSED_WORDS = {member.value for member in MEMBERS}
INTRODUCTION = """# Every field of the JSON

Written from what the commands print; [output for programs](json.md) says what the fields mean, and how a sentence and
a text in two languages look. `[]` stands for each item of a list, `*` for the keys of an object that are ids or names.
A part that only some questions need is left out of the answers to others. `null` alone stands for a field that no
answer looked at has filled.
"""
ASKED = ROOT / "tests" / "docs" / "asked"
PROJECT, WHAT_IF = str(ASKED / "project.yaml"), str(ASKED / "what-if.yaml")
CHARGED = ("--rate", "4", "--quarterly", "--overdraft-commission", "0.05%")
SECURED = ("--dailly", "80%", "--dailly-fee", "15", "--advance-guarantee", "1%")
OWN_LAW = ("--registry", str(ASKED / "own-law"))
MORE_CALLS = (
    ("show", "polepharma"),
    ("classify", "--budget-threshold", "250000"),
    ("classify", "--as-of", "2023-04-30"),
    ("diagnose", "dream"),
    ("eligibility", "--dossier", PROJECT, "--parameters", WHAT_IF),
    ("test", str(ROOT / "tests" / "cases" / "eligibility.yaml"), "--parameters", WHAT_IF),
    ("cashflow", "nekoe", *("--scheme", "triennial", "--by", "quarter"), *("--rate", "4", "--ceiling", "20000")),
    ("cashflow", *("--scheme", "triennial"), *("--max-peak", "30000"), *("--fail-above", "30000")),
    ("cashflow", "nekoe", "dream", *("--scheme", "triennial"), *CHARGED, *SECURED),
    ("cashflow", "nekoe", *("--scheme", "triennial-parts"), *("--part", "base=60%")),
    (
        "treasury",
        PROJECT,
        *("--scheme", "triennial"),
        *CHARGED,
        *("--max-overdraft", "1"),
        *("--fail-below", "5"),
        *("--delays", "uniform(0,9)"),
        *("--draws", "8"),
    ),
    ("pool", *("--scheme", "triennial"), *CHARGED),
    ("treasury", PROJECT),
    ("treasury", PROJECT, *("--actuals", str(ASKED / "bank.csv")), *("--mapping", str(ASKED / "rules.yaml"))),
    ("treasury", PROJECT, *("--scheme", "triennial"), *("--scheme", "annual-60-40")),
    ("programmes", "show", "france-2030"),
    ("programmes", "show", "interreg-nwe"),
    ("programmes", "match", "--programme", "france-2030"),
    ("schemes", "show", "feder"),
    *(
        (*call, *OWN_LAW)
        for call in (
            ("audit", "--only", "stale"),
            ("treasury", "alpha"),
            ("cashflow", "alpha"),
            ("cashflow", "alpha", "--scheme", "triennial"),
            ("credits", "--to", "triennial"),
            ("credits", "--from", "annual-60-40", "--to", "triennial"),
            ("diagnose", "alpha"),
            ("eligibility", "alpha", "--award-date", "2025-03-31"),
            ("pool",),
            ("pool", "--scheme", "triennial"),
            ("programmes", "show", "plan"),
            ("schemes", "list"),
            ("schemes", "show", "triennial"),
            ("show", "alpha"),
        )
    ),
)
"""Questions whose answers have parts that those of the usual calls leave out or empty."""
KEYED_BY_NAMES = ("assumptions", "other_years", "delays")
"""Fields that hold an object whose keys are ids or names."""
KINDS = {str: "text", bool: "boolean", int: "number", float: "number", type(None): "null"}
TOGETHER = {frozenset({"message", "template", "values"}): "sentence", frozenset({"fr", "en"}): "text in two languages"}
"""Objects that stand for one thing, by their keys."""
EMPTY = "empty list"


def fields(value: Any, path: str) -> Iterator[tuple[str, str]]:
    """Yield the path and the type of every field of an answer."""
    if isinstance(value, dict):
        whole = TOGETHER.get(frozenset(value))
        yield path, whole or "object"
        for key, inner in value.items() if not whole else ():
            yield from fields(inner, f"{path}.{'*' if path.rpartition('.')[2] in KEYED_BY_NAMES else key}")
    elif isinstance(value, list):
        yield from [pair for item in value for pair in fields(item, f"{path}[]")] or [(f"{path}[]", EMPTY)]
    else:
        yield path, KINDS[type(value)]


@lru_cache
def printed() -> dict[str, dict[str, str]]:
    """Return the fields of each command over all calls, with their types."""
    seen: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for call in (*CALLS.values(), *MORE_CALLS):
        report = answer_to(*call).report
        for path, kind in fields(to_data(report.data), "data"):
            seen[report.command][path].add(kind)
    return {command: {path: _kind(kinds) for path, kinds in sorted(found.items())} for command, found in seen.items()}


def _kind(kinds: set[str]) -> str:
    known = sorted(kinds - {"null", EMPTY}) or sorted(kinds - {"null"})
    return " or ".join([*known, *(["null"] if "null" in kinds else [])])


def documented() -> dict[str, dict[str, str]]:
    """Return the fields of each command as the page tells them."""
    told: dict[str, dict[str, str]] = {}
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            told[line.removeprefix("## ").strip("`")] = {}
        elif line.startswith("| `"):
            field, kind = line.strip("| ").split(" | ")
            told[next(reversed(told))][field.strip("`")] = kind
    return told


def written() -> str:
    """Return the page as it should read."""
    tables = (
        f"## `{command}`\n\n| field | type |\n| --- | --- |\n"
        + "".join(f"| `{field}` | {kind} |\n" for field, kind in found.items())
        for command, found in printed().items()
    )
    return "\n".join((INTRODUCTION, *tables))


def test_the_page_tells_each_field_that_is_printed_and_no_other(request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--refresh", default=False):
        PAGE.write_text(written(), encoding="utf-8")
    told = documented()

    assert not _beyond(printed(), told), f"printed, and not on the page: {RUN}"
    assert not _beyond(told, printed()), f"on the page, and printed nowhere: {RUN}"
    assert told == printed(), f"a type differs: {RUN}, and tell it under changes of shape in docs/json.md"


def _beyond(some: dict[str, dict[str, str]], others: dict[str, dict[str, str]]) -> set[str]:
    """Return the fields that some tell and others do not."""
    return {f"{name}: {field}" for name, found in some.items() for field in found.keys() - others.get(name, {}).keys()}


def paragraphs() -> list[str]:
    """Return what the page on JSON says of the fields of commands, which each paragraph names first."""
    text = MEANINGS.read_text(encoding="utf-8").partition("## Fields")[2].partition("## ")[0]
    return [paragraph for paragraph in text.split("\n\n") if paragraph.startswith("`")]


@pytest.mark.parametrize("paragraph", paragraphs(), ids=lambda paragraph: paragraph.split("`")[1])
def test_the_page_of_meanings_names_fields_that_are_printed(paragraph: str) -> None:
    words = re.findall(r"`([^`]+)`", paragraph)
    commands = {command for command in printed() if command.split()[0] in {word.split()[0] for word in words}}
    names = {part for command in commands for path in printed()[command] for part in path.replace("[]", "").split(".")}
    fields = [word for word in words if re.fullmatch(r"[a-z0-9_.]+(\[\])?", word) and word not in printed()]

    unknown = {field for field in fields if not set(field.replace("[]", "").split(".")) <= names | CLOSED_WORDS}

    assert not unknown - {"null"}


def test_the_page_of_meanings_tells_of_every_command() -> None:
    told = {word for paragraph in paragraphs() for word in re.findall(r"`([^`]+)`", paragraph)}
    last_words = {command.split()[-1] for command in told}

    assert not {command for command in printed() if command not in told and command.split()[-1] not in last_words}


@pytest.mark.parametrize("command", printed())
def test_a_field_of_a_command_has_one_type_or_is_null(command: str) -> None:
    mixed = {field: kind for field, kind in printed()[command].items() if len(set(kind.split(" or ")) - {"null"}) > 1}

    assert not mixed
