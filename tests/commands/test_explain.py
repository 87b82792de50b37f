"""``clusters explain``: a code as people type it."""

import pytest

from tests.conftest import Cli


@pytest.mark.parametrize(
    ("typed", "code"),
    [("k5", "K05"), ("K05", "K05"), ("reg103", "REG103"), ("[REG103]", "REG103"), ("Use 101", "USE101")],
)
def test_a_code_is_found_as_it_is_printed_or_nearly(cli: Cli, typed: str, code: str) -> None:
    assert cli("explain", typed).stdout.startswith(f"{code}:")


def test_a_number_alone_is_answered_with_every_code_that_ends_so(cli: Cli) -> None:
    result = cli("explain", "101")

    assert result.exit_code == 2
    assert "did you mean ACT101, PAR101, REG101 or USE101?" in result.stderr


@pytest.mark.parametrize(
    ("typed", "hint"), [("REG9999", "did you mean REG"), ("whatever", "lists all codes"), ("", "lists all codes")]
)
def test_a_code_that_nothing_has_is_answered_with_the_nearest_if_there_is_one(cli: Cli, typed: str, hint: str) -> None:
    result = cli("explain", typed)

    assert result.exit_code == 2
    assert hint in result.stderr
