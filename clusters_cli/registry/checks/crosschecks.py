"""Checks that need more than one entry or more than one file."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from itertools import islice
from typing import Any

from clusters_cli.foundations.explanations import Explanation, Level
from clusters_cli.foundations.names import fold
from clusters_cli.foundations.places import DataPath
from clusters_cli.foundations.problems import MOST_PROBLEMS, Problem
from clusters_cli.foundations.reading.refusals import clipped, echoed
from clusters_cli.foundations.strict_yaml import Document
from clusters_cli.foundations.text import Text
from clusters_cli.foundations.words import YesOrNo
from clusters_cli.registry.checks.agreement_checks import implausible_agreements
from clusters_cli.registry.checks.identities import repeated_identities
from clusters_cli.registry.checks.money_checks import implausible_money
from clusters_cli.registry.checks.plausibility import implausible
from clusters_cli.registry.checks.references import unknown_references
from clusters_cli.registry.checks.spelling import dates_day_first
from clusters_cli.registry.checks.territory import misplaced
from clusters_cli.registry.checks.times import out_of_order, to_come
from clusters_cli.registry.checks.units import other_units
from clusters_cli.registry.documents import ORGANISATIONS, Documents, Entry, Fault, items, texts, word_of

REPEATED_ID = Explanation(
    "REG201",
    Text("an id stands twice"),
    Text("Two entries of a list have the same id: whoever names it cannot say which one is meant."),
    Text("Give each entry an id of its own."),
    example="- {id: alpha, name: Alpha}\n- {id: alpha, name: Beta}",
)
AMBIGUOUS_NAME = Explanation(
    "REG202",
    Text("a name leads to two clusters"),
    Text("Commands find a cluster by id, name or alias, without case and accents; this name belongs to two."),
    Text("Remove the alias from one of them, or make the names differ."),
    example="- {id: alpha, name: Alpha}\n- {id: beta, name: Beta, aliases: [ALPHA]}",
)
TWO_REFERENCES = Explanation(
    "REG206",
    Text("two reference sources"),
    Text("The reference is the one source whose figures are preferred; two sources are marked."),
    Text("Keep reference: true on one source only."),
    example=(
        "- {id: report, title: Report, kind: report, reference: true}\n"
        "- {id: study, title: Study, kind: study, reference: true}"
    ),
)
NO_REFERENCE = Explanation(
    "REG207",
    Text("no reference source"),
    Text("No source is marked as the one whose figures are preferred, so that the latest figures are used."),
    Text("Mark one source with reference: true, or leave it so if the latest figures are what you want."),
    example="sources: [{id: report, title: Report, kind: report}]",
    level=Level.WARNING,
)


def cross_check(
    documents: Mapping[str, Document], lost: Collection[str] = (), today: date | None = None
) -> list[Problem]:
    """Return what is wrong between entries and files, in the order of the files and of the lines in them.

    It reads the documents, not the models, so that a mistake in one entry hides no mistake elsewhere.

    Args:
        documents: all files that could be read, by name.
        lost: names of files that should be there and could not be read; nobody can tell what leads to them.
        today: the day after which nothing can have happened; without one, dates to come are not looked for.
    """
    read = Documents(documents, frozenset(lost))
    checks: tuple[Callable[[Documents], Iterator[Fault]], ...] = (
        _repeated_ids,
        _ambiguous_names,
        unknown_references,
        _references_marked,
        implausible,
        implausible_money,
        implausible_agreements,
        misplaced,
        repeated_identities,
        out_of_order,
        other_units,
        *([partial(to_come, today=today)] if today else []),
        dates_day_first,
    )
    faults = (fault for check in checks for fault in check(read))
    return read.placed(list(islice(faults, MOST_PROBLEMS + 1)))


def _repeated_ids(documents: Documents) -> Iterator[Fault]:
    for file, document in documents.by_name.items():
        for section in document.data if isinstance(document.data, dict) else ():
            yield from _repeated(file, documents.entries(file, section))
    for file, section in ORGANISATIONS:
        for path, row in documents.entries(file, section):
            yield from _repeated(file, (((*path, *place), one) for place, one in items(row, "agreements")))


def _repeated(file: str, entries: Iterable[tuple[DataPath, Entry]]) -> Iterator[Fault]:
    seen: set[str] = set()
    for path, row in entries:
        identifier = row.get("id")
        if isinstance(identifier, str) and identifier in seen:
            message = Text("{id} is already the id of another entry", id=clipped(identifier))
            yield Fault(file, (*path, "id"), REPEATED_ID, message)
        elif isinstance(identifier, str):
            seen.add(identifier)


_NAMED = (
    ("clusters.yaml", "clusters"),
    ("poles.yaml", "poles"),
    ("programmes.yaml", "programmes"),
    ("programmes.yaml", "schemes"),
    ("schemes.yaml", "schemes"),
)


def _ambiguous_names(documents: Documents) -> Iterator[Fault]:
    """A name must lead to one entry, however it is typed: commands take names and aliases."""
    for file, section in _NAMED:
        owners: dict[str, str] = {}
        for path, row in documents.entries(file, section):
            for place, name in _names(row):
                owner = owners.setdefault(fold(name), row["id"])
                if owner != row["id"]:
                    message = Text("{name} already names {owner}", name=echoed(name), owner=clipped(owner))
                    yield Fault(file, (*path, *place), AMBIGUOUS_NAME, message)
                    break


def _names(row: Entry) -> Iterator[tuple[DataPath, str]]:
    """Yield what an entry can be asked for by, with its place; nothing when it has no id."""
    if not isinstance(row.get("id"), str):
        return
    name, aliases = row.get("name"), row.get("aliases")
    named: list[tuple[DataPath, Any]] = [(("id",), row["id"])]
    named += [(("name", key), text) for key, text in name.items()] if isinstance(name, dict) else [(("name",), name)]
    named += [(("aliases", index), alias) for index, alias in enumerate(aliases if isinstance(aliases, list) else ())]
    named += [(("full_name", index, "value"), text) for index, text in texts(row, "full_name")]
    yield from ((place, text) for place, text in named if isinstance(text, str))


def _references_marked(documents: Documents) -> Iterator[Fault]:
    sources = list(documents.entries("sources.yaml", "sources"))
    marked = [path for path, row in sources if word_of(YesOrNo, row.get("reference")) is YesOrNo.YES]
    for path in marked[1:]:
        message = Text("only one source can be the reference")
        yield Fault("sources.yaml", (*path, "reference"), TWO_REFERENCES, message)
    if not marked and sources:
        message = Text("no source is marked as the reference; the latest figures are used")
        yield Fault("sources.yaml", ("sources",), NO_REFERENCE, message)
