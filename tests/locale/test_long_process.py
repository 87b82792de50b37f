"""A process that asks the program again and again, as the tests do, finds it each time as it was."""

import sys

import typer

from clusters_cli.app import app


def test_the_program_can_be_asked_more_often_than_python_nests_calls() -> None:
    program = typer.main.get_command(app)

    for _time in range(sys.getrecursionlimit()):
        program.main(["--version"], prog_name="clusters", standalone_mode=False)
