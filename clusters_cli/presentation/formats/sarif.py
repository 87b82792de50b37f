"""SARIF 2.1.0: problems as code scanners show them."""

import os
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from clusters_cli import __version__
from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.problems import Problem
from clusters_cli.presentation.formats import Audience, Format
from clusters_cli.presentation.formats.json import to_json
from clusters_cli.presentation.languages import word
from clusters_cli.presentation.reader import Reader
from clusters_cli.presentation.report import ReportOf
from clusters_cli.presentation.report_parts import Part
from clusters_cli.presentation.repository import WORKSPACE, rooted
from clusters_cli.presentation.worded_problems import Problems, sentence

SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def to_sarif(problems: Problems, workspace: str | None = None) -> str:
    """Write problems as a log of one run, its rules taken from the explanations of the codes met.

    Args:
        problems: what was found.
        workspace: see :func:`rooted`, which names the files.
    """
    found = rooted(problems.found, workspace)
    explained = {problem.code: problem.explanation for problem in found}
    codes = sorted(explained)
    driver = {
        "name": "clusters",
        "semanticVersion": __version__,
        "rules": [_rule(explained[code]) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, codes.index(problem.code)) for problem in found],
    }
    log = {"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}
    return to_json(log)


def _rule(explanation: Explanation) -> dict[str, Any]:
    return {
        "id": explanation.code,
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
        names = {"name": problem.entity and word(problem.entity, "en"), "fullyQualifiedName": problem.path}
        location["logicalLocations"] = [{key: value for key, value in names.items() if value}]
    return {
        "ruleId": problem.code,
        "ruleIndex": rule,
        "level": str(problem.level),
        "message": {"text": sentence(problem, "en")},
        "locations": [location],
    }


def _uri(file: str) -> str:
    path = PurePath(file)
    return path.as_uri() if path.is_absolute() else quote(os.fsencode(path.as_posix()))


def _write(report: ReportOf[str], _reader: Reader) -> str:
    return to_sarif(report.problems, os.environ.get(WORKSPACE)) if report.problems is not None else ""


FORMAT = Format("sarif", Audience.PROGRAMS, _write, suffixes=(".sarif",), needs=Part.PROBLEMS)
