"""Where files stand in their repository, which is how GitHub and code scanners name them."""

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from clusters_cli.foundations.problems import Problem

WORKSPACE = "GITHUB_WORKSPACE"
"""The environment variable by which GitHub tells the root of the repository."""


def rooted(problems: Sequence[Problem], workspace: str | None = None) -> list[Problem]:
    """Name the files of problems from the root of their repository, whatever folder the program runs in.

    Args:
        problems: what was found; the file of one that stands in no repository keeps its name.
        workspace: the root where no Git folder shows it, as GitHub tells it.
    """
    names = {file: _rooted(file, workspace) for file in {problem.position.file for problem in problems}}
    return [
        replace(problem, position=replace(problem.position, file=names[problem.position.file])) for problem in problems
    ]


def _rooted(file: str, workspace: str | None) -> str:
    path = Path(os.path.abspath(file))  # noqa: PTH100  (drops the dots and follows no link)
    real = path.parent.resolve() / path.name
    root = next((above for above in real.parents if (above / ".git").exists()), None)
    if root is None and workspace and real.is_relative_to(Path(workspace).resolve()):
        root = Path(workspace).resolve()
    return real.relative_to(root).as_posix() if root else file
