"""Problems as other programs show them: lines for editors and terminals, annotations for GitHub, SARIF for scanners."""

import os
from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from clusters_cli import __version__
from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.hidden import visible
from clusters_cli.foundations.messages import _, language
from clusters_cli.foundations.problems import Problem
from clusters_cli.presentation.languages import word
from clusters_cli.presentation.machine import to_json
from clusters_cli.presentation.problems import on_a_line

SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def to_lines(problems: Sequence[Problem], verdicts: Sequence[str]) -> str:
    """Write problems as ``file:line:column: level CODE …`` lines, which editors follow, and the verdicts below."""
    return "\n".join([*(on_a_line(problem, language()) for problem in problems), *map(visible, verdicts)]) + "\n"


def to_github(problems: Sequence[Problem], verdicts: Sequence[str]) -> str:
    """Write problems as workflow commands, which GitHub shows beside the lines of a pull request, then the verdicts."""
    return "\n".join([*(_workflow_command(problem) for problem in problems), *map(_said, verdicts)]) + "\n"


def _workflow_command(problem: Problem) -> str:
    place = problem.position
    fields = {"file": place.file, "line": place.line, "col": place.column, "title": problem.code}
    properties = ",".join(f"{key}={_escaped(str(value), ':,')}" for key, value in fields.items())
    return f"::{problem.level} {properties}::{_escaped(_sentence(problem))}"


def _said(verdict: str) -> str:
    """Return a line that GitHub takes for no command, although it begins with the name of a folder."""
    line = visible(verdict)
    return f"- {line}" if line.lstrip().startswith("::") else line


def _escaped(text: str, more: str = "") -> str:
    """Escape a text as the runner's toolkit does, so that no file name or value can end the command early."""
    text = visible(text, several_lines=True)
    for char in f"%\r\n{more}":
        text = text.replace(char, f"%{ord(char):02X}")
    return text


def _sentence(problem: Problem) -> str:
    """Return a problem without its place and code."""
    entity = f" [{word(problem.entity, language())}]" if problem.entity else ""
    hint = _(" (did you mean {suggestion!r}?)").format(suggestion=problem.suggestion) if problem.suggestion else ""
    key = f"{problem.path}: " if problem.path else ""
    return f"{key}{word(problem.message, language())}{hint}{entity}"


def to_sarif(problems: Sequence[Problem], explanations: Mapping[str, Explanation]) -> str:
    """Write problems as a SARIF 2.1.0 log of one run, its rules taken from the explanations of the codes met."""
    codes = sorted({problem.code for problem in problems})
    driver = {
        "name": "clusters",
        "semanticVersion": __version__,
        "rules": [_rule(code, explanations.get(code)) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, codes.index(problem.code)) for problem in problems],
    }
    log = {"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}
    return to_json(log)


def _rule(code: str, explanation: Explanation | None) -> dict[str, Any]:
    if explanation is None:
        return {"id": code}
    return {
        "id": code,
        "shortDescription": {"text": word(explanation.title, "en")},
        "fullDescription": {"text": word(explanation.meaning, "en")},
        "help": {"text": word(explanation.remedy, "en")},
    }


def _result(problem: Problem, rule: int) -> dict[str, Any]:
    place = problem.position
    location: dict[str, Any] = {
        "physicalLocation": {
            "artifactLocation": {"uri": _uri(place.file)},
            "region": {"startLine": place.line, "startColumn": place.column},
        }
    }
    if problem.path or problem.entity:
        names = {"name": problem.entity and word(problem.entity, language()), "fullyQualifiedName": problem.path}
        location["logicalLocations"] = [{key: value for key, value in names.items() if value}]
    return {
        "ruleId": problem.code,
        "ruleIndex": rule,
        "level": str(problem.level),
        "message": {"text": _sentence(problem)},
        "locations": [location],
    }


def _uri(file: str) -> str:
    path = PurePath(file)
    return path.as_uri() if path.is_absolute() else quote(os.fsencode(path.as_posix()))
