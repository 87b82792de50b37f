"""Reading a registry: a folder of YAML files, all checked before anything is believed."""

import difflib
import gc
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from clusters_cli.foundations.errors import InvalidDataError, UnusableFileError
from clusters_cli.foundations.explanations import Explanation, Level
from clusters_cli.foundations.fields import LOCATOR_WORDS
from clusters_cli.foundations.problems import MOST_PROBLEMS, Position, Problem, at_most
from clusters_cli.foundations.strict_yaml import Document, read_yaml
from clusters_cli.foundations.text import Text, counted
from clusters_cli.foundations.validation import check
from clusters_cli.registry.checks.crosschecks import cross_check
from clusters_cli.registry.folders import REQUIRED, packaged_registry
from clusters_cli.registry.law import law_parameters, law_regimes, law_sources, ready_schemes
from clusters_cli.registry.layers import Layer, Layered, Replacement
from clusters_cli.registry.models.aid import AidRegime, Parameter
from clusters_cli.registry.models.base import Identifier, Model
from clusters_cli.registry.models.claims import ClaimsFile
from clusters_cli.registry.models.clusters import Cluster, ClustersFile
from clusters_cli.registry.models.criteria import MaturityFile
from clusters_cli.registry.models.funding import Programme
from clusters_cli.registry.models.networks import NetworksFile
from clusters_cli.registry.models.obstacles import ObstaclesFile
from clusters_cli.registry.models.organisations import Place, PlacesFile
from clusters_cli.registry.models.poles import Pole, PolesFile
from clusters_cli.registry.models.programmes import ProgrammesFile
from clusters_cli.registry.models.region import Region
from clusters_cli.registry.models.schemes import PaymentScheme
from clusters_cli.registry.models.sources import Phrase, Source, SourcesFile

MISSING_FILE = Explanation(
    "REG011",
    Text("a file of the registry is missing"),
    Text("A registry holds at least clusters.yaml and sources.yaml; the other files may be left out."),
    Text("Add the file. clusters init DIR writes a small registry with all of them."),
)
UNREAD_FILE = Explanation(
    "REG013",
    Text("a file is not read"),
    Text("The name of a YAML file is nearly that of a file of a registry, but not quite, so that it is not read."),
    Text("Rename the file."),
    level=Level.WARNING,
)


__all__ = ["FILES", "Registry", "examine", "load_registry", "open_registry", "packaged_registry"]

FILES: Mapping[str, type[Model]] = {
    "sources.yaml": SourcesFile,
    "region.yaml": Region,
    "places.yaml": PlacesFile,
    "clusters.yaml": ClustersFile,
    "poles.yaml": PolesFile,
    "programmes.yaml": ProgrammesFile,
    "networks.yaml": NetworksFile,
    "obstacles.yaml": ObstaclesFile,
    "claims.yaml": ClaimsFile,
    "maturity.yaml": MaturityFile,
}


@dataclass(frozen=True)
class Registry:
    """A whole registry, read and valid.

    Attributes:
        folder: where it was read.
        programmes: its programmes, and what it has of its own beside the law that comes with the program.
        maturity: its criteria of maturity; ``None`` if it has none of its own.
        region: its frame, the Région that it is about; ``None`` if it has none.
        warnings: what is odd but not wrong.
    """

    folder: Path
    sources: SourcesFile
    places: PlacesFile
    clusters: ClustersFile
    poles: PolesFile
    programmes: ProgrammesFile
    networks: NetworksFile
    obstacles: ObstaclesFile
    claims: ClaimsFile
    maturity: MaturityFile | None = None
    region: Region | None = None
    warnings: tuple[Problem, ...] = ()

    @cached_property
    def reference(self) -> Identifier | None:
        """Id of the source whose figures are preferred, if one is marked."""
        return next((source.id for source in self.sources.sources if source.reference), None)

    @cached_property
    def schemes(self) -> Layered[PaymentScheme]:
        """The payment schemes: those that come with the program, and its own in their place or beside them."""
        return ready_schemes().with_layer(Layer.REGISTRY, self.programmes.schemes)

    @cached_property
    def parameters(self) -> Layered[Parameter]:
        """The dated parameters: those of the law that comes with the program, its own, and the rules of its funder."""
        rules = self.region.rules if self.region else ()
        return law_parameters().with_layer(Layer.REGISTRY, (*self.programmes.parameters, *rules))

    @cached_property
    def aid_regimes(self) -> Layered[AidRegime]:
        """The aid regimes: those of the law that comes with the program, and its own likewise."""
        return law_regimes().with_layer(Layer.REGISTRY, self.programmes.aid_regimes)

    @property
    def replacements(self) -> tuple[Replacement, ...]:
        """Every entry of its own that stands in place of the program's."""
        kinds = (self.schemes, self.parameters, self.aid_regimes)
        return tuple(replacement for layered in kinds for replacement in layered.replacements.values())

    def source(self, identifier: Identifier) -> Source:
        """Return an entry of the bibliography: its own, or one that the law cites and any registry may."""
        return self.source_by_id.get(identifier) or law_sources()[identifier]

    @cached_property
    def source_by_id(self) -> Mapping[Identifier, Source]:
        """Its own bibliography by id."""
        return {source.id: source for source in self.sources.sources}

    @cached_property
    def topic_by_id(self) -> Mapping[str, Phrase]:
        """What remarks may be about, by the word that they write."""
        return {topic.id: topic for topic in self.sources.topics}

    @cached_property
    def department_names(self) -> Mapping[str, str]:
        """The departments of its Région by number, in the order of its frame; none without a frame."""
        return {department.number: department.name for department in self.region.departments} if self.region else {}

    @cached_property
    def place_by_id(self) -> Mapping[Identifier, Place]:
        """The places by id."""
        return {place.id: place for place in self.places.places}

    @cached_property
    def cluster_by_id(self) -> Mapping[Identifier, Cluster]:
        """The clusters by id."""
        return {cluster.id: cluster for cluster in self.clusters.clusters}

    @cached_property
    def pole_by_id(self) -> Mapping[Identifier, Pole]:
        """The pôles by id."""
        return {pole.id: pole for pole in self.poles.poles}

    @cached_property
    def programme_by_id(self) -> Mapping[Identifier, Programme]:
        """The programmes that fund clusters, by id."""
        return {programme.id: programme for programme in self.programmes.programmes}


def open_registry(folder: Path | None) -> Registry:
    """Read the registry of a folder, or the one that comes with the program.

    Raises:
        UnusableFileError: the folder cannot be read.
        InvalidDataError: the registry is not valid.
    """
    return load_registry(packaged_registry() if folder is None else folder)


def load_registry(folder: Path) -> Registry:
    """Read a registry and check all of it.

    Raises:
        UnusableFileError: the folder is missing, is no folder, or cannot be read.
        InvalidDataError: some file is missing, unreadable or not valid; every problem is told.
    """
    registry, problems = examine(folder)
    errors = [problem for problem in problems if problem.level is Level.ERROR]
    if registry is None:
        raise InvalidDataError(
            counted(
                "the registry {folder} is not valid ({count} problem)",
                "the registry {folder} is not valid ({count} problems)",
                len(errors),
                folder=str(folder),
            ),
            problems,
            hint=Text("correct the files, then run: clusters validate {folder}", folder=str(folder)),
        )
    return registry


def examine(folder: Path, today: date | None = None) -> tuple[Registry | None, tuple[Problem, ...]]:
    """Read a registry and return it, or ``None`` when it has errors, with every problem of every file.

    Args:
        folder: where its files are.
        today: the day after which nothing can have happened; without one, what is read does not depend on the day.

    Raises:
        UnusableFileError: the folder is missing, is no folder, or cannot be read.
    """
    with _no_collection():
        documents, problems = _read_files(folder)
        lost = {os.path.basename(problem.position.file) for problem in problems} - documents.keys()  # noqa: PTH119
        if sum(len(document.problems) for document in documents.values()) <= MOST_PROBLEMS:
            problems.extend(cross_check(documents, lost, today))
        files: dict[str, Model] = {}
        context: dict[str, Any] = {}
        for name, document in documents.items():
            built, found = check(document, FILES[name], keep=not _has_errors(problems), context=context)
            problems.extend(found)
            if isinstance(built, SourcesFile):  # the first of them: it says how locators are read in all others
                context[LOCATOR_WORDS] = {phrase.id: phrase.name for phrase in built.locator_words}
            if built is not None:
                files[name] = built
    ordered = in_reading_order(problems)
    told = at_most(ordered)
    if _has_errors(ordered):
        return None, told
    return _assemble(folder, files, told), told


def _has_errors(problems: Iterable[Problem]) -> bool:
    return any(problem.level is Level.ERROR for problem in problems)


@contextmanager
def _no_collection() -> Iterator[None]:
    """Keep the garbage collector from going again and again through a tree that only grows, and holds no cycle."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def in_reading_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return problems by file, as one reads a registry, and by their places in it."""
    return tuple(sorted(problems, key=_reading_order))


def _reading_order(problem: Problem) -> tuple[int, int, int]:
    names = list(FILES)
    name = os.path.basename(problem.position.file)  # noqa: PTH119  (a name, not a path)
    return (names.index(name) if name in names else len(names), problem.position.line, problem.position.column)


def _assemble(folder: Path, files: Mapping[str, Model], warnings: tuple[Problem, ...]) -> Registry:
    empty: dict[str, Model] = {
        "places.yaml": PlacesFile(places=()),
        "poles.yaml": PolesFile(poles=()),
        "programmes.yaml": ProgrammesFile(),
        "networks.yaml": NetworksFile(),
        "obstacles.yaml": ObstaclesFile(),
        "claims.yaml": ClaimsFile(),
    }
    parts = {name.removesuffix(".yaml"): part for name, part in {**empty, **files}.items()}
    return Registry(folder=str(folder), warnings=warnings, **parts)  # type: ignore[arg-type]  # FILES says which is which


def _read_files(folder: Path) -> tuple[dict[str, Document], list[Problem]]:
    present = _names_in(folder)
    documents: dict[str, Document] = {}
    problems: list[Problem] = []
    for name in FILES:
        shown = os.path.join(folder, name)  # noqa: PTH118  (keeps the path as the user typed it)
        if name in present:
            try:
                documents[name] = read_yaml(folder / name, shown)
            except UnusableFileError as error:
                problems.append(error.problem_of(shown))
        elif name in REQUIRED:
            problems.append(Problem(MISSING_FILE, Position(shown), Text("is missing from the registry")))
    return documents, problems + _misnamed(folder, present)


def _misnamed(folder: Path, present: Iterable[str]) -> list[Problem]:
    """Warn of files that are named nearly like one of a registry, and would silently not be read."""
    stems = {Path(name).stem: name for name in FILES}
    problems = []
    for name in sorted(present):
        stem, suffix = os.path.splitext(name)  # noqa: PTH122  (a name, not a path)
        near = difflib.get_close_matches(stem.lower(), stems, 1, 0.8)
        if name not in FILES and suffix.lower() in (".yaml", ".yml") and near:
            place = Position(os.path.join(folder, name))  # noqa: PTH118  (as the user typed it)
            message = Text("is not read: no file of a registry has this name")
            problems.append(Problem(UNREAD_FILE, place, message, suggestion=stems[near[0]]))
    return problems


def _names_in(folder: Path) -> frozenset[str]:
    reason: Text | str
    try:
        return frozenset(os.listdir(folder))  # noqa: PTH208  (names only, and one call that can fail)
    except FileNotFoundError:
        reason = Text("does not exist")
    except NotADirectoryError:
        reason = Text("is not a folder")
    except OSError as error:
        reason = error.strerror or type(error).__name__
    raise UnusableFileError(
        Text("registry {folder}: {reason}", folder=str(folder), reason=reason),
        hint=Text("give a folder with clusters.yaml and sources.yaml, or start one with: clusters init DIR"),
    )
