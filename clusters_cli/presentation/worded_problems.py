"""Problems of data files as people and programs read them: on a line, in a sentence, in a table."""

from collections.abc import Sequence
from dataclasses import dataclass

from clusters_cli.foundations.hidden import visible
from clusters_cli.foundations.problems import Problem
from clusters_cli.foundations.text import Language, Text, Value, labelled
from clusters_cli.presentation.languages import word


@dataclass(frozen=True, slots=True)
class Problems:
    """What is wrong with the files that a command judged.

    Attributes:
        found: every problem, by file in reading order, then by place.
        verdicts: what is to be said of each file or folder, in one line.
    """

    found: Sequence[Problem]
    verdicts: Sequence[Value]


def on_a_line(problem: Problem, language: Language) -> str:
    """Return where a problem is, how bad, its code, what is wrong, what was perhaps meant, and what it is about."""
    message = word(problem.message, language)
    if problem.path:
        message = word(labelled(problem.key, message), language)
    entity = f"  [{word(problem.entity, language)}]" if problem.entity else ""
    level = word(problem.level, language)
    hint = _perhaps_meant(problem, language)
    return visible(f"{problem.position}: {level} {problem.code} {message}{hint}{entity}")


def sentence(problem: Problem, language: Language) -> str:
    """Return a problem without its place, level and code, for programs that show those themselves."""
    key = f"{problem.path}: " if problem.path else ""
    entity = f" [{word(problem.entity, language)}]" if problem.entity else ""
    return f"{key}{word(problem.message, language)}{_perhaps_meant(problem, language)}{entity}"


def _perhaps_meant(problem: Problem, language: Language) -> str:
    if not problem.suggestion:
        return ""
    return word(Text(" (did you mean {suggestion!r}?)", suggestion=problem.suggestion), language)
