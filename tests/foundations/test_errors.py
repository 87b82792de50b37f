"""What an answer means to a script."""

import pytest

from clusters_cli.foundations.errors import ExitCode


@pytest.mark.parametrize(("answer", "code"), [(True, 0), (False, 1), (None, 3)])
def test_a_verdict_has_one_exit_code(answer: bool | None, code: int) -> None:
    assert ExitCode.of(answer) == code
