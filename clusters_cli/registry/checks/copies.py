"""Entries of the law that a registry copied: they say what the program says today, and will not follow it."""

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from clusters_cli.foundations.data_paths import dotted, entity_name
from clusters_cli.foundations.explanations import Explanation, Level
from clusters_cli.foundations.places import DataPath
from clusters_cli.foundations.problems import Problem
from clusters_cli.foundations.strict_yaml import read_yaml
from clusters_cli.foundations.text import Listed, Text, counted
from clusters_cli.registry.layers import Layer
from clusters_cli.registry.loading import Registry
from clusters_cli.registry.models.aid import AidRegime, Parameter
from clusters_cli.registry.models.schemes import PaymentScheme

COPY_OF_THE_LAW = Explanation(
    "REG250",
    Text("a copy of the law that comes with the program"),
    Text(
        "A parameter, an aid regime or a payment scheme of the registry says what the program's of the same id says. "
        "It changes nothing today; once the program brings a newer one, the copy will stand in its place."
    ),
    Text("Leave the entry out of programmes.yaml, unless this registry means to keep it as it is."),
    example="parameters: [{id: multi-year-max, …}]  # as clusters_cli/law/parameters.yaml writes it",
    level=Level.WARNING,
)
FILE = "programmes.yaml"
_MOST_NAMED = 3


def copies_of_the_law(registry: Registry) -> tuple[Problem, ...]:
    """Return the one warning that a registry with such copies gets, at the first of them.

    Raises:
        UnusableFileError: the file of programmes, which was read before, cannot be read again.
    """
    found = list(_copies(registry))
    if not found:
        return ()
    names = [name for _path, name in found]
    ids = Listed((*names[:_MOST_NAMED], *(["…"] if len(names) > _MOST_NAMED else [])))
    message = counted(
        "{count} entry says what the one that comes with the program says ({ids}): leave it out, and it follows the"
        " program",
        "{count} entries say what those that come with the program say ({ids}): leave them out, and they follow the"
        " program",
        len(names),
        ids=ids,
    )
    document = read_yaml(Path(registry.folder) / FILE, os.path.join(registry.folder, FILE))  # noqa: PTH118  (as it was typed)
    first = found[0][0]
    place, entity = document.locate(first), entity_name(document.data, first)
    return (Problem(COPY_OF_THE_LAW, place, message, dotted(first), entity),)


def _copies(registry: Registry) -> Iterator[tuple[DataPath, str]]:
    own = registry.programmes
    yield from _copied("schemes", own.schemes, registry.schemes.layers)
    yield from _copied("parameters", own.parameters, registry.parameters.layers)
    yield from _copied("aid_regimes", own.aid_regimes, registry.aid_regimes.layers)


def _copied(
    section: str, entries: Sequence[PaymentScheme | Parameter | AidRegime], layers: Mapping[str, Layer]
) -> Iterator[tuple[DataPath, str]]:
    for index, entry in enumerate(entries):
        if layers[entry.id] is Layer.PROGRAM:
            yield (section, index), entry.id
