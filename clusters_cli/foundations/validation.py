"""From a strictly read document to a frozen model, or to every problem that stands in the way.

Pydantic says what is wrong by a stable error type and a path; this module adds the place in the file, the entity's
name, a stable code and what was perhaps meant.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from clusters_cli.foundations.building import ModelT, built_from
from clusters_cli.foundations.data_paths import dotted, entity_name, in_data
from clusters_cli.foundations.explanations import Explanation, Level
from clusters_cli.foundations.misfits import MISSING_KEY, UNKNOWN_KEY, explained
from clusters_cli.foundations.problems import MOST_PROBLEMS, Problem, at_most
from clusters_cli.foundations.strict_yaml import Document
from clusters_cli.foundations.text import Text

EMPTY = Explanation(
    "REG010",
    Text("an empty file"),
    Text("The file holds nothing, or comments only."),
    Text("Write its section with an empty list, such as poles: [], or leave the file out if it is not required."),
    example="# nothing yet",
)

NO_CONTEXT: Mapping[str, Any] = MappingProxyType({})


def check(
    document: Document,
    model: type[ModelT],
    *,
    keep: bool = True,
    context: Mapping[str, Any] = NO_CONTEXT,
) -> tuple[ModelT | None, tuple[Problem, ...]]:
    """Build a model from a document.

    Args:
        document: what was read.
        model: what it should be.
        keep: whether the model is wanted; without it, only what is wrong is looked for, in less memory.
        context: what its fields must know besides what they hold, see :data:`fields.LOCATOR_WORDS`.

    Returns:
        The model, or ``None`` when it is not wanted or the data does not fit it, and all problems: those of the YAML
        and those of the data.
    """
    if document.data is None:
        return None, at_most(document.problems or (_empty(document),))
    keep = keep and not document.has_errors
    built, errors = built_from(document.data, model, keep=keep, context=context)
    if not errors:
        return (built if keep else None), at_most(document.problems)
    errors = sorted(
        errors, key=lambda details: len(details["loc"]) > 1
    )  # what is wrong with the whole file comes first
    del errors[2 * MOST_PROBLEMS + 1 :]  # the YAML may have told half of them
    document.find(in_data(document.data, details["loc"]) for details in errors)
    told = {problem.position for problem in document.problems if problem.level is Level.ERROR}
    found = (_problem(document, model, details) for details in errors)
    problems = (*document.problems, *(problem for problem in found if problem.position not in told))
    return None, at_most(_in_order(problems))


def _empty(document: Document) -> Problem:
    return Problem(EMPTY, document.locate(()), Text("is empty"))


def _sibling(path: str, key: str) -> str:
    """Return the path of another key beside the one of a path."""
    holder, dot, _key = path.rpartition(".")
    return f"{holder}{dot}{key}"


def _in_order(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Return problems by their place; a key that an entry lacks because it is misspelt comes after the misspelling."""
    misspelt = {
        _sibling(one.path, one.suggestion): one.position
        for one in problems
        if one.suggestion and one.explanation is UNKNOWN_KEY and not one.path.isidentifier()
    }

    def place(problem: Problem) -> tuple[int, int, bool]:
        follows = problem.explanation is MISSING_KEY and problem.path in misspelt
        position = misspelt[problem.path] if follows else problem.position
        return position.line, position.column, follows

    return tuple(sorted(problems, key=place))


def _problem(document: Document, model: type[BaseModel], details: ErrorDetails) -> Problem:
    path = in_data(document.data, details["loc"])
    misfit = explained(model, path, details)
    on_key = details["type"] == "extra_forbidden"
    return Problem(
        explanation=misfit.explanation,
        position=document.locate(path, key=on_key),
        message=misfit.message,
        path=dotted(path),
        entity=entity_name(document.data, path),
        suggestion=misfit.suggestion,
    )
