"""The law that comes with the program for every registry: dated parameters, aid regimes, ready payment schemes.

Its files are read when they are asked for, each on its own: who shows a cluster does not wait for the law.
"""

from collections.abc import Mapping
from functools import cache
from typing import TypeVar

from clusters_cli.foundations.errors import InvalidDataError
from clusters_cli.foundations.strict_yaml import Document, read_yaml
from clusters_cli.foundations.text import Text
from clusters_cli.foundations.validation import check
from clusters_cli.registry.documents import Documents
from clusters_cli.registry.folders import LAW
from clusters_cli.registry.layers import LawKind, Layered
from clusters_cli.registry.models.aid import AidRegime, Parameter
from clusters_cli.registry.models.base import Identifier, Model
from clusters_cli.registry.models.programmes import AidRegimesFile, ParametersFile, SchemesFile
from clusters_cli.registry.models.schemes import PaymentScheme
from clusters_cli.registry.models.sources import Source, SourcesFile

FileT = TypeVar("FileT", bound=Model)

LAW_FILES: Mapping[str, type[Model]] = {
    "sources.yaml": SourcesFile,
    "schemes.yaml": SchemesFile,
    "parameters.yaml": ParametersFile,
    "aid_regimes.yaml": AidRegimesFile,
}
"""The files of the law; each holds one section, named like the file."""


@cache
def ready_schemes() -> Layered[PaymentScheme]:
    """Return the payment schemes that come with the program."""
    return Layered.of_the_program(LawKind.SCHEME, _read("schemes.yaml", SchemesFile).schemes)


@cache
def law_parameters() -> Layered[Parameter]:
    """Return the figures of the law and of programmes, over time."""
    return Layered.of_the_program(LawKind.PARAMETER, _read("parameters.yaml", ParametersFile).parameters)


@cache
def law_regimes() -> Layered[AidRegime]:
    """Return the texts under which aid is given."""
    return Layered.of_the_program(LawKind.REGIME, _read("aid_regimes.yaml", AidRegimesFile).aid_regimes)


@cache
def law_sources() -> Mapping[Identifier, Source]:
    """Return what the law cites, by id."""
    return {source.id: source for source in _read("sources.yaml", SourcesFile).sources}


def law_ids(section: str) -> frozenset[str]:
    """Return the ids of a section of the law, such as ``schemes``, without building the models of its entries."""
    file = f"{section}.yaml"
    return Documents({file: law_document(file)}).ids((file, section)) or frozenset()


@cache
def law_document(file: str) -> Document:
    """Return a file of the law as it is written."""
    return read_yaml(LAW / file)


def _read(file: str, model: type[FileT]) -> FileT:
    content, problems = check(law_document(file), model)
    if content is None:
        raise InvalidDataError(Text("{file} of the law that comes with the program is not valid", file=file), problems)
    return content
