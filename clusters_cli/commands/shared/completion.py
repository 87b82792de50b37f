"""What the shell offers to complete: ids of the registry with their names, codes with their titles, closed words.

Names come from the index of the packaged registry, or straight from the YAML of another, so that no model is loaded.
A registry that cannot be read offers nothing, since a completion must never print an error.
"""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from clusters_cli.commands.shared.registry_folder import VARIABLE, expanded
from clusters_cli.foundations.errors import ClustersError
from clusters_cli.foundations.hidden import visible
from clusters_cli.presentation.formats import formats_for
from clusters_cli.presentation.report_parts import Part

if TYPE_CHECKING:
    from clusters_cli.foundations.words import Vocabulary
    from clusters_cli.registry import Listing

_LONGEST = 60
"""Characters of the word on what is offered."""
Known = Callable[[typer.Context], Mapping[str, str]]
"""What can be typed, with a word on each."""
Completion = Callable[[typer.Context, str], list[tuple[str, str]]]


def _one_of(known: Known) -> Completion:
    """Offer what is known."""

    def complete(context: typer.Context, incomplete: str) -> list[tuple[str, str]]:
        return _beginning(known(context), incomplete)

    return complete


def _some_of(known: Known) -> Completion:
    """Offer what is known and not yet named in a list with commas."""

    def complete(context: typer.Context, incomplete: str) -> list[tuple[str, str]]:
        named, comma, begun = incomplete.rpartition(",")
        left = {word: about for word, about in known(context).items() if word not in named.split(",")}
        return [(named + comma + word, about) for word, about in _beginning(left, begun)]

    return complete


def _by(keys: Known, known: Known, *, or_alone: bool) -> Completion:
    """Offer ``KEY=VALUE``, in two steps, and values alone where one stands for all keys."""

    def complete(context: typer.Context, incomplete: str) -> list[tuple[str, str]]:
        key, equals, begun = incomplete.rpartition("=")
        if equals:
            return [(f"{key}={value}", about) for value, about in _beginning(known(context), begun)]
        begins = {f"{name}=": about for name, about in keys(context).items()}
        return _beginning({**(known(context) if or_alone else {}), **begins}, incomplete)

    return complete


def _names(kind: str) -> Known:
    def names(context: typer.Context) -> Mapping[str, str]:
        from clusters_cli.registry import names_in

        return names_in(_folder(context), kind)

    return names


def _any_scheme(context: typer.Context) -> Mapping[str, str]:
    from clusters_cli.registry.models import EveryScheme

    return {**_names("schemes")(context), **_words(EveryScheme)}


def _codes(_context: typer.Context) -> Mapping[str, str]:
    from clusters_cli.commands.explain.catalogue import catalogue
    from clusters_cli.commands.shared.reader import language
    from clusters_cli.presentation.languages import word

    return {code: word(explanation.title, language()) for code, explanation in catalogue().items()}


def _maturities(_context: typer.Context) -> Mapping[str, str]:
    from clusters_cli.registry.models import Maturity

    return _words(Maturity)


def _words(kind: "type[Vocabulary]") -> Mapping[str, str]:
    from clusters_cli.commands.shared.reader import language
    from clusters_cli.presentation.languages import word

    return {member.value: word(member, language()) for member in kind}


def _filters(known: "Callable[[Listing], Mapping[str, str]]") -> Known:
    def names(context: typer.Context) -> Mapping[str, str]:
        from clusters_cli.commands.shared.asked_day import today
        from clusters_cli.commands.shared.listings import listing_on

        try:
            identifiers = known(listing_on(_folder(context), today()))
        except ClustersError:
            return {}
        return {identifier: name for name, identifier in identifiers.items()}

    return names


def _columns(_context: typer.Context) -> Mapping[str, str]:
    from clusters_cli.commands.shared.reader import language
    from clusters_cli.presentation.languages import word
    from clusters_cli.registry import COLUMNS

    return {column.name: word(column.heading, language()) for column in COLUMNS}


def _steps(_context: typer.Context) -> Mapping[str, str]:
    from clusters_cli.cashflow import Interval

    return _words(Interval)


def _kinds_of_instalment(_context: typer.Context) -> Mapping[str, str]:
    from clusters_cli.registry.models import InstalmentKind

    return _words(InstalmentKind)


def _shapes(_context: typer.Context) -> Mapping[str, str]:
    from clusters_cli.registry.models import SpendingShape

    return {shape: words for shape, words in _words(SpendingShape).items() if shape != SpendingShape.WEIGHTS}


def _day_counts(_context: typer.Context) -> Mapping[str, str]:
    return dict.fromkeys(("365", "360"), "")


def _groupings(_context: typer.Context) -> Mapping[str, str]:
    from clusters_cli.registry import Grouping

    return _words(Grouping)


def _standings(_context: typer.Context) -> Mapping[str, str]:
    from clusters_cli.registry import Standing

    return _words(Standing)


def _parts(_context: typer.Context) -> Mapping[str, str]:
    from clusters_cli.registry import AuditPart

    return _words(AuditPart)


def _purposes(_context: typer.Context) -> Mapping[str, str]:
    from clusters_cli.dossier import Use

    return _words(Use)


def _kinds_of_file(_context: typer.Context) -> Mapping[str, str]:
    from clusters_cli.commands.schema.schema_files import kinds

    return dict.fromkeys(kinds(), "")


def formats(parts: frozenset[Part]) -> Completion:
    """Offer the formats in which a report with these parts can be written."""

    def known(_context: typer.Context) -> Mapping[str, str]:
        return dict.fromkeys((each.name for each in formats_for(parts)), "")

    return _one_of(known)


def _nothing(_context: typer.Context) -> Mapping[str, str]:
    return {}


clusters, poles, programmes = (_one_of(_names(kind)) for kind in ("clusters", "poles", "programmes"))
law = _one_of(lambda context: {**_names("parameters")(context), **_names("aid_regimes")(context)})
networks, sources, phases = (_one_of(_names(kind)) for kind in ("networks", "sources", "phases"))
obstacles, recommendations = _one_of(_names("obstacles")), _one_of(_names("recommendations"))
scheme, any_scheme = _one_of(_names("schemes")), _one_of(_any_scheme)
scheme_by_cluster = _by(_names("clusters"), _names("schemes"), or_alone=True)
by_cluster = _by(_names("clusters"), _nothing, or_alone=False)
by_kind_of_instalment = _by(_kinds_of_instalment, _nothing, or_alone=False)
codes, kinds_of_file = _one_of(_codes), _one_of(_kinds_of_file)
maturities, departments, domains = (
    _one_of(_maturities),
    _one_of(_filters(lambda listing: listing.departments)),
    _one_of(_filters(lambda listing: listing.domains)),
)
column, columns = _one_of(_columns), _some_of(_columns)
groupings, parts, purposes = _one_of(_groupings), _one_of(_parts), _one_of(_purposes)
standings = _one_of(_standings)
steps, shapes, day_counts = _one_of(_steps), _one_of(_shapes), _one_of(_day_counts)


def _folder(context: typer.Context) -> Path | None:
    given = context.params.get("registry") or context.find_root().params.get("registry")
    given = given or os.environ.get(VARIABLE)
    return expanded(Path(given)) if given else None


def _beginning(names: Mapping[str, str], incomplete: str) -> list[tuple[str, str]]:
    begun = incomplete.casefold()
    return [(word, _short(visible(about))) for word, about in names.items() if word.casefold().startswith(begun)]


def _short(about: str) -> str:
    """Return a word on what is offered, cut before Typer breaks it: a shell takes a second line for another word."""
    return about if len(about) <= _LONGEST else f"{about[: _LONGEST - 1].rstrip()}…"
