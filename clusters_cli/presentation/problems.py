"""A problem of a data file on one line, as editors and people read it."""

from clusters_cli.foundations.hidden import visible
from clusters_cli.foundations.problems import Level, Problem
from clusters_cli.foundations.text import Language, Text
from clusters_cli.presentation.languages import word

_LEVELS = {Level.ERROR: Text("error"), Level.WARNING: Text("warning")}


def on_a_line(problem: Problem, language: Language) -> str:
    """Return where a problem is, how bad, its code, what is wrong, what was perhaps meant, and what it is about."""
    message = word(problem.message, language)
    if problem.path:
        message = word(Text("{label}: {text}", label=problem.key, text=message), language)
    if problem.suggestion:
        message += word(Text(" (did you mean {suggestion!r}?)", suggestion=problem.suggestion), language)
    entity = f"  [{word(problem.entity, language)}]" if problem.entity else ""
    return visible(f"{problem.position}: {word(_LEVELS[problem.level], language)} {problem.code} {message}{entity}")
