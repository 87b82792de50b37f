"""Whose treasury is planned: an application file, or a cluster of the registry; a path that exists wins over a name."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from clusters_cli.commands.shared.conflicts import refuse_idle
from clusters_cli.commands.shared.registry_folder import expanded
from clusters_cli.commands.shared.repeats import given_twice
from clusters_cli.dossier import DossierFile, read_dossier
from clusters_cli.foundations.errors import UsageError
from clusters_cli.foundations.text import Text
from clusters_cli.registry import Registry, find_cluster
from clusters_cli.registry.models import Cluster
from clusters_cli.treasury import (
    Basis,
    Forecast,
    OpeningBalance,
    forecast_of_cluster,
    forecast_of_dossier,
    opening_of,
    opening_on,
)

_SUFFIXES = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class Subject:
    """An organisation whose treasury is planned.

    Attributes:
        typed: what was typed.
        file: its application file; ``None`` where the registry alone is asked.
        cluster: the cluster of the registry that it is; ``None`` for another body.
        hidden: the cluster that is called as the file is, which the file hides.
    """

    typed: str
    file: DossierFile | None
    cluster: Cluster | None
    hidden: Cluster | None = None

    def opening(self, day: date) -> OpeningBalance:
        """Return the cash with which it begins, as far as it is known.

        Args:
            day: the day asked, in whose month the plan of a cluster begins.

        Raises:
            UndeterminedError: the file does not say when its project starts.
        """
        return opening_on(day) if self.file is None else opening_of(self.file.dossier)

    def forecast(self, registry: Registry, basis: Basis) -> Forecast:
        """Return what it expects to receive and to pay.

        Raises:
            UndeterminedError: something that the plan needs is not known.
            InvalidDataError: the file names a payment scheme or an agreement that does not exist.
            UsageError: the terms do not fit a scheme, or a name is that of nothing in the plan.
        """
        if self.file is not None:
            return forecast_of_dossier(self.file, basis)
        if self.cluster is None:
            raise AssertionError("it is a file, or a cluster")
        return forecast_of_cluster(self.cluster, registry, basis)


def subjects_of(typed: Sequence[str], registry: Registry) -> tuple[Subject, ...]:
    """Return the organisations of paths, ids and names, in the order typed.

    Raises:
        UsageError: one is neither, or is typed twice.
        UnusableFileError: a file cannot be read.
        InvalidDataError: a file is not valid.
    """
    if twice := next((one for index, one in enumerate(typed) if one in typed[:index]), None):
        raise given_twice(twice)
    return tuple(_subject(one, registry) for one in typed)


def _subject(typed: str, registry: Registry) -> Subject:
    path = expanded(Path(typed))
    if not (path.exists() or path.suffix.lower() in _SUFFIXES or len(path.parts) > 1):
        return Subject(typed, None, find_cluster(registry, typed))
    file = read_dossier(path)
    named = file.dossier.cluster
    cluster = registry.cluster_by_id.get(named) if named else None
    return Subject(typed, file, cluster, _called(typed, registry))


def _called(typed: str, registry: Registry) -> Cluster | None:
    try:
        return find_cluster(registry, typed)
    except UsageError:
        return None


def refuse_idle_day(subjects: Sequence[Subject], given: Sequence[str]) -> None:
    """Refuse a day asked where application files say when everything is.

    Raises:
        UsageError: it was typed, and no registry's entry is asked.
    """
    if "--as-of" in given and all(one.file is not None for one in subjects):
        refuse_idle("--as-of", Text("the application file says when"), Text("--from says in which month it begins"))
