"""``python -m pytest tests/docs --refresh`` writes what the commands print today into the pages."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--refresh", action="store_true", help="Rewrite the outputs shown in README.md and docs/.")
