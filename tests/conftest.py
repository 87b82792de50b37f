"""What all tests share: an English locale, reproducible examples, the packaged registry, a way to call a command."""

import json
import os
import sys
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from typer.testing import CliRunner, Result

from clusters_cli.app import app
from clusters_cli.commands.shared.help import speak_to_reader
from clusters_cli.registry import loading
from clusters_cli.registry.loading import Registry, load_registry, packaged_registry

# For tools/ and benchmarks/, which are no part of the installed program; last, so that it is the program that is tried.
sys.path.append(str(Path(__file__).parent.parent))

os.environ["CLUSTERS_LANG"] = "en"
os.environ["CLUSTERS_AS_OF"] = "2026-11-25"
os.environ.pop("CLUSTERS_REGISTRY", None)

settings.register_profile("clusters", derandomize=True, deadline=None, max_examples=100)
settings.load_profile("clusters")

Cli = Callable[..., Result]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--refresh", action="store_true", help="Rewrite the outputs shown in pages and the gallery.")
    parser.addoption("--no-skips", action="store_true", help="Fail when a test is skipped: nothing goes unseen.")
    parser.addoption("--fuzz-count", type=int, help="How many cases each long fuzz tries; see the marker long.")
    parser.addoption("--fuzz-seed", type=int, default=1, help="Another seed, other cases: to repeat or to go on.")


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if session.config.getoption("--no-skips") and reporter and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture(autouse=True)
def spoken_to() -> Iterator[None]:
    """Leave the program speaking English, whatever a test asked of it."""
    yield
    speak_to_reader("en")


@pytest.fixture
def fuzz_seed(request: pytest.FixtureRequest) -> int:
    """The seed from which the cases of a fuzz are drawn."""
    return int(request.config.getoption("--fuzz-seed"))


@pytest.fixture
def fuzz_count(request: pytest.FixtureRequest) -> int | None:
    """How many cases a long fuzz tries, when somebody asks for another number than its own."""
    count: int | None = request.config.getoption("--fuzz-count")
    return count


@pytest.fixture
def cli() -> Cli:
    """Call the program in this process: ``cli("list", "--sort", "name")``."""

    def call(*arguments: str) -> Result:
        return CliRunner().invoke(app, arguments)

    return call


@pytest.fixture
def cli_json(cli: Cli) -> Callable[..., Any]:
    """Call the program and return its JSON envelope."""

    def call(*arguments: str) -> Any:
        return json.loads(cli(*arguments, "-f", "json").stdout)

    return call


@pytest.fixture(scope="session")
def registry() -> Registry:
    """The registry that comes with the program."""
    return load_registry(packaged_registry())


@pytest.fixture(scope="session", autouse=True)
def packaged_registry_read_once() -> Iterator[None]:
    """Give every command of this process the packaged registry as read once; other folders are read each time."""
    folder, load = packaged_registry(), loading.load_registry
    once = lru_cache(load)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(loading, "load_registry", lambda asked: (once if asked == folder else load)(asked))
        yield


@pytest.fixture
def small_registry(tmp_path: Path) -> Path:
    """A folder with the smallest valid registry: one source, one cluster."""
    (tmp_path / "sources.yaml").write_text(
        "sources:\n- {id: report, title: A report, kind: report, reference: true}\n", encoding="utf-8"
    )
    (tmp_path / "clusters.yaml").write_text(
        "clusters:\n"
        "- id: alpha\n"
        "  name: Alpha\n"
        "  figures:\n"
        "  - {year: 2021, budget: 100000, regional_grant: 20000, source: report, locator: table 1}\n",
        encoding="utf-8",
    )
    return tmp_path
