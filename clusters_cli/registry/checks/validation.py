"""Whether registries and the law are valid: every problem of every file of every folder, never an exception."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from clusters_cli.foundations.data_shape import computed, in_data
from clusters_cli.foundations.errors import UnusableFileError
from clusters_cli.foundations.explanations import Level
from clusters_cli.foundations.problems import Problem
from clusters_cli.registry.checks.copies import copies_of_the_law
from clusters_cli.registry.checks.law_problems import law_problems
from clusters_cli.registry.folders import LAW
from clusters_cli.registry.loading import examine, in_reading_order


@in_data(without=("problems",))
@dataclass(frozen=True, slots=True)
class ValidatedFolder:
    """What is wrong with the registry of one folder.

    Attributes:
        folder: the folder, as the user named it.
        problems: everything found, by file in reading order, then by place.
        clusters: how many clusters it holds; ``None`` when it could not be read whole.
        region: what the Région is called that it is about; ``None`` too where it has no frame.
    """

    folder: Path
    problems: tuple[Problem, ...]
    clusters: int | None = None
    region: str | None = None

    @computed
    def valid(self) -> bool:
        """Whether it has no error."""
        return not self.errors

    @computed
    def errors(self) -> int:
        """How many errors it has."""
        return self.count(Level.ERROR)

    @computed
    def warnings(self) -> int:
        """How many warnings it has."""
        return self.count(Level.WARNING)

    def count(self, level: Level) -> int:
        """Return how many problems are of a level."""
        return sum(problem.level is level for problem in self.problems)


def validated_folders(folders: Iterable[Path], today: date | None = None) -> tuple[ValidatedFolder, ...]:
    """Examine the registry of each folder on a day; a folder named twice is examined once."""
    return tuple(_examination(folder, today) for folder in dict.fromkeys(folders))


def are_valid(examined: Sequence[ValidatedFolder], *, strict: bool = False) -> bool:
    """Return whether no registry has an error; when strict, no warning either."""
    bad = {Level.ERROR, Level.WARNING} if strict else {Level.ERROR}
    return not any(problem.level in bad for one in examined for problem in one.problems)


def _examination(folder: Path, today: date | None) -> ValidatedFolder:
    try:
        if folder.resolve() == LAW.resolve():
            return ValidatedFolder(folder, law_problems())
        registry, problems = examine(folder, today)
        if registry is not None:
            problems = in_reading_order((*problems, *copies_of_the_law(registry)))
    except UnusableFileError as error:
        return ValidatedFolder(folder, (error.problem_of(str(folder)),))
    if registry is None:
        return ValidatedFolder(folder, problems)
    name = registry.region.name if registry.region else None
    return ValidatedFolder(folder, problems, len(registry.clusters.clusters), name)
