"""What an error says, in English, for tests that look at it."""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import pytest
from pydantic import ValidationError

from clusters_cli.foundations.errors import ClustersError
from clusters_cli.foundations.problems import Problem
from clusters_cli.foundations.refusal import RefusedError
from clusters_cli.presentation.languages import word
from clusters_cli.presentation.worded_problems import on_a_line


def said(error: BaseException) -> str:
    """Return the message of an error, worded in English."""
    if isinstance(error, ClustersError):
        return word(error.message, "en")
    if isinstance(error, ValidationError):
        return "; ".join(
            said(one["ctx"]["error"]) if one["type"] == "value_error" else one["msg"] for one in error.errors()
        )
    return word(error.reason, "en") if isinstance(error, RefusedError) else str(error)


def told(problems: Iterable[Problem]) -> str:
    """Return what is wrong with a file as ``clusters validate`` tells it, a line for each problem."""
    return "\n".join(on_a_line(problem, "en") for problem in problems)


@contextmanager
def refused(kind: type[Exception], *, match: str) -> Iterator[pytest.ExceptionInfo[Exception]]:
    """Expect an error whose message, in English, holds a pattern."""
    with pytest.raises(kind) as caught:
        yield caught
    assert re.search(match, said(caught.value))
