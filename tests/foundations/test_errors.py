"""What an answer means to a script."""

import pytest

from clusters_cli.foundations.errors import ExitCode


@pytest.mark.parametrize(("answer", "code"), [(True, 0), (False, 1), (None, 3)])
def test_a_verdict_has_one_exit_code(answer: bool | None, code: int) -> None:
    assert ExitCode.of(answer) == code


@pytest.mark.parametrize(
    ("one", "other", "code"),
    [(True, True, 0), (True, False, 1), (False, None, 1), (None, False, 1), (None, True, 3), (True, None, 3)],
)
def test_of_two_verdicts_the_worst_decides_a_no_before_what_cannot_be_told(
    one: bool | None, other: bool | None, code: int
) -> None:
    assert ExitCode.of(one).joined(other) == code
