"""Reading a dossier: strictly, with every problem located, and with each fact's place kept for explanations."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from clusters_cli.dossier.contradictions import contradictions
from clusters_cli.dossier.dossier import Dossier
from clusters_cli.foundations.data_paths import dotted, entity_name
from clusters_cli.foundations.errors import InvalidDataError, UnusableFileError
from clusters_cli.foundations.explanations import Level
from clusters_cli.foundations.places import DataPath
from clusters_cli.foundations.problems import Position, Problem
from clusters_cli.foundations.strict_yaml import Document, read_yaml
from clusters_cli.foundations.text import Sentence, Text, counted, labelled
from clusters_cli.foundations.validation import check


class NoSuchPlaceError(LookupError):
    """A fact is to be put where a dossier can hold none.

    Args:
        reason: why.
    """

    def __init__(self, reason: Text) -> None:
        super().__init__(reason.template)
        self.reason = reason


@dataclass(frozen=True)
class DossierFile:
    """A dossier and the document it was read from.

    Attributes:
        dossier: what it says.
        document: the document, to say where; a document without a file for facts given on the command line.
        given: facts given elsewhere than in the file, by path, with the option that gave each.
    """

    dossier: Dossier
    document: Document = field(repr=False)
    given: Mapping[str, Sentence | str] = field(default_factory=dict)

    def origin(self, fact: str) -> Position | Sentence | str | None:
        """Return where a fact (its path) was given: a place in the file, an option, or nowhere."""
        if fact in self.given:
            return self.given[fact]
        path = fact_path(fact)
        return self.document.locate(path) if _holds(self.document.data, path) else None


def examine_dossier(document: Document) -> tuple[Dossier | None, tuple[Problem, ...]]:
    """Return the dossier that a document holds, or ``None`` when it has errors, with all problems."""
    dossier, problems = check(document, Dossier)
    if dossier is None:
        return None, problems
    found = tuple(
        Problem(
            item.explanation,
            document.locate(item.path),
            item.message,
            path=dotted(item.path),
            entity=entity_name(document.data, item.path),
        )
        for item in contradictions(dossier)
    )
    valid = all(problem.level is not Level.ERROR for problem in found)
    in_order = sorted(found, key=lambda problem: (problem.position.line, problem.position.column))
    return (dossier if valid else None), (*problems, *in_order)


def problems_of(path: Path) -> tuple[Problem, ...]:
    """Return every problem of a dossier; a file that cannot be read is one."""
    try:
        return examine_dossier(read_yaml(path))[1]
    except UnusableFileError as error:
        return (error.problem_of(str(path)),)


def are_valid(examined: Iterable[Sequence[Problem]]) -> bool:
    """Return whether no file of some has an error among its problems; a warning does not make it invalid."""
    return not any(problem.level is Level.ERROR for problems in examined for problem in problems)


def read_dossier(path: Path, options: Mapping[str, tuple[str, Sentence | str]] | None = None) -> DossierFile:
    """Read a dossier from a file.

    Args:
        path: the file.
        options: facts that replace those of the file: path → (text, option that gave it).

    Raises:
        UnusableFileError: the file cannot be read.
        InvalidDataError: it is not a valid dossier; every problem is told.
    """
    return dossier_of(read_yaml(path), options or {})


def dossier_of(document: Document, options: Mapping[str, tuple[str, Sentence | str]]) -> DossierFile:
    """Return the dossier of a document, with some facts replaced.

    Raises:
        InvalidDataError: it is not a valid dossier.
    """
    changed = document
    for fact, (text, _option) in options.items():
        changed = replace(changed, data=with_fact(changed.data, fact, text))
    dossier, problems = examine_dossier(changed)
    if dossier is None:
        errors = sum(problem.level is Level.ERROR for problem in problems)
        message = counted("{file}: {count} problem", "{file}: {count} problems", errors, file=document.file)
        raise InvalidDataError(message, problems)
    return DossierFile(dossier, changed, {fact: option for fact, (_text, option) in options.items()})


def fact_path(fact: str) -> DataPath:
    """Return the path of a fact written ``resources[0].amount`` or ``resources.0.amount``."""
    steps = fact.replace("[", ".").replace("]", "").split(".")
    return tuple(int(step) if step.isdecimal() else step for step in steps)


def with_fact(data: Any, fact: str, value: Any) -> Any:
    """Return a dossier's data with one fact replaced, or taken out by ``None``; the data itself is left as it is.

    Args:
        data: mappings, lists and texts, as strictly read.
        fact: path, such as ``resources[0].amount``.
        value: what to put there.

    Raises:
        NoSuchPlaceError: there is no such entry of a list, or the path leads into a text.
    """
    try:
        return _with(data, fact_path(fact), value, "")
    except NoSuchPlaceError as error:
        raise NoSuchPlaceError(labelled(fact, error.reason)) from None


def without_fact(data: Any, fact: str) -> Any:
    """Return a dossier's data with one fact taken out; the data itself is left as it is.

    Raises:
        NoSuchPlaceError: the data has no place for it, or does not give it.
    """
    changed = with_fact(data, fact, None)
    if changed == data:
        raise NoSuchPlaceError(Text("{fact}: the dossier does not give it, leave it out", fact=fact))
    return changed


def _with(data: Any, path: DataPath, value: Any, above: str) -> Any:
    """Return data with one value replaced; ``above`` is what leads to the data, for messages."""
    if not path:
        return value
    first, rest = path[0], path[1:]
    if isinstance(data, list):
        return _with_entry(data, path, value, above)
    if not isinstance(data, dict | None):
        raise NoSuchPlaceError(Text("{place} is {value!r} and holds nothing more", place=above, value=data))
    known, wanted = data or {}, str(first)
    inner = _with(known.get(wanted), rest, value, f"{above}.{wanted}".lstrip("."))
    others = {key: item for key, item in known.items() if key != wanted}
    return others if inner is None else {**known, wanted: inner}


def _with_entry(entries: list[Any], path: DataPath, value: Any, above: str) -> list[Any]:
    index, rest = path[0], path[1:]
    if not isinstance(index, int) or index >= len(entries):
        message = counted(
            "{place} is a list of {count} entry: give its number, counted from 0, as in {place}[0]",
            "{place} is a list of {count} entries: give the number of one, counted from 0, as in {place}[0]",
            len(entries),
            place=above,
        )
        raise NoSuchPlaceError(message)
    inner = _with(entries[index], rest, value, f"{above}[{index}]")
    return [*entries[:index], *([] if inner is None else [inner]), *entries[index + 1 :]]


def _holds(data: Any, path: DataPath) -> bool:
    for step in path:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return False
    return True
