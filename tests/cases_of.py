"""Reads a file of rule cases: strictly, like a registry, every problem told at once."""

from pathlib import Path
from typing import TypeVar

from clusters_cli.foundations.strict_yaml import read_yaml
from clusters_cli.foundations.validation import check
from clusters_cli.registry.models.base import Model
from tests.wording import told

FileT = TypeVar("FileT", bound=Model)


def read_cases(path: Path, model: type[FileT]) -> FileT:
    """Return the cases of a file, or fail with every problem it has."""
    file, problems = check(read_yaml(path, str(path)), model)
    if file is None:
        raise AssertionError(told(problems))
    return file
