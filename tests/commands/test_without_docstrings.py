"""A Python that was told to drop docstrings (``-OO``) shows the same help and writes the same schemas."""

import subprocess
import sys

from tests.conftest import Cli

DROPPING = """
import sys
from typer.testing import CliRunner
from clusters_cli.app import app
for line in sys.argv[1:]:
    sys.stdout.write(CliRunner().invoke(app, line.split()).stdout)
"""
LINES = ("--help", "list --help", "cashflow --help", "poles --help", "poles show --help", "schema clusters")


def test_the_examples_of_the_help_and_the_descriptions_of_schemas_stay(cli: Cli) -> None:
    done = subprocess.run(
        [sys.executable, "-OO", "-c", DROPPING, *LINES], capture_output=True, check=True, encoding="utf-8"
    )

    expected = "".join(cli(*line.split()).stdout for line in LINES)
    assert "clusters cashflow nekoe --scheme triennial" in expected
    assert done.stdout == expected
