"""Changes one sign of a module at a time, and tells which changes its tests do not notice.

``python -m tools.mutants`` tries every module of the list, ``python -m tools.mutants foundations/money`` one; it ends
with 1 when fewer than 95 % of the changes to a module are noticed.  The changes are those of cosmic-ray, all of them:
none is left out, and one that makes no difference counts as unnoticed.

cosmic-ray itself changes the file on disk and starts Python anew for each change, two seconds each.  Here no file is
touched: each change is tried in a fork that has loaded what the tests import from others, and nothing of the program.
"""

import difflib
import os
import signal
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from pathlib import Path
from types import CodeType

import hypothesis
import pytest
from cosmic_ray.commands import init
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator
from cosmic_ray.work_db import use_db

ROOT = Path(__file__).parent.parent
LEAST = 0.95
"""Share of the changes that the tests of a module must notice."""
PROCESSES = 2
SECONDS = 60
"""What the tests of one change may take; one that takes longer is noticed, as it never ends."""
LOADED_BEFORE = ("dateutil.relativedelta", "pydantic.fields", "rich.table", "tabulate", "typer.testing", "yaml")
"""What the tests of every module import, once instead of for each change."""

_ALONE = ("-o", "addopts=--import-mode=importlib", "--noconftest", "-W", "ignore::pytest.PytestAssertRewriteWarning")
"""Options of pytest: one process, without the fixtures of other tests, and no word about what is loaded before it."""

_ON_GRANTS = ("cashflow/test_assigned_claims.py", "cashflow/test_advance_guarantees.py")
_SCHEMES = ("cashflow/test_scheme_cases.py",)
_READING = ("foundations/reading/test_cases.py",)
TESTS: Mapping[str, Sequence[str]] = {
    "foundations/money": ("foundations/test_money.py",),
    "foundations/dates": ("foundations/test_dates.py",),
    "foundations/reading/amounts": _READING,
    "foundations/reading/days": _READING,
    "foundations/reading/durations": _READING,
    "foundations/reading/numbers": _READING,
    "foundations/reading/quoting": ("foundations/reading/test_quoting.py",),
    "foundations/reading/refusals": ("foundations/reading/test_refusals.py",),
    "foundations/reading/shares": _READING,
    "cashflow/advance": ("cashflow/test_advance.py",),
    "cashflow/borrowing": ("cashflow/test_borrowing.py",),
    "cashflow/advance_guarantees": ("cashflow/test_advance_guarantees.py",),
    "cashflow/assigned_claims": ("cashflow/test_assigned_claims.py",),
    "cashflow/credit_use": ("cashflow/test_borrowing.py", "cashflow/test_overdraft.py", *_ON_GRANTS),
    "cashflow/funding": ("cashflow/test_borrowing.py", *_ON_GRANTS),
    "cashflow/overdraft": ("cashflow/test_overdraft.py",),
    "cashflow/charges": ("cashflow/test_charges.py",),
    "cashflow/pool": ("cashflow/test_pool.py",),
    "cashflow/account": _SCHEMES,
    "cashflow/costs": ("cashflow/test_costs.py",),
    "cashflow/payment_claims": _SCHEMES,
    "cashflow/periods": _SCHEMES,
    "registry/models/scheme_times": _SCHEMES,
}
"""For each module the tests that judge it, as few as do; they stand by themselves, without fixtures of others."""


@dataclass(frozen=True, slots=True)
class Trial:
    """What became of the changes to one module.

    Attributes:
        survivors: the changes that no test noticed, as differences.
        seconds: how long it took.
    """

    module: str
    count: int
    survivors: tuple[str, ...]
    seconds: float

    @property
    def killed(self) -> float:
        """Share of the changes that some test noticed."""
        return 1 - len(self.survivors) / self.count

    def __str__(self) -> str:
        killed = self.count - len(self.survivors)
        return f"{self.module}: {killed} of {self.count} noticed, {self.killed:.1%}, {self.seconds:.0f} s"


class _Changed(SourceFileLoader):
    """Loads a changed text in the place of what a module's file holds."""

    def __init__(self, name: str, file: Path, text: str) -> None:
        super().__init__(name, str(file))
        self._text = text

    def get_code(self, fullname: str) -> CodeType:
        del fullname
        return compile(self._text, self.path, "exec")


class _Finder(MetaPathFinder):
    """Finds one module changed, and leaves all others to Python."""

    def __init__(self, name: str, file: Path, text: str) -> None:
        self._name, self._file, self._text = name, file, text

    def find_spec(self, fullname: str, path: object = None, target: object = None) -> ModuleSpec | None:
        """Return how the changed module is loaded, ``None`` for any other."""
        del path, target
        if fullname != self._name:
            return None
        return spec_from_file_location(fullname, self._file, loader=_Changed(fullname, self._file, self._text))


def changes(file: Path) -> Iterator[str]:
    """Yield the text of a file after each change that cosmic-ray knows."""
    text = file.read_text(encoding="utf-8")
    with use_db(":memory:") as found:
        init([file], found, {})
        mutations = [mutation for item in found.work_items for mutation in item.mutations]
    for mutation in mutations:
        operator = get_operator(mutation.operator_name)(**mutation.operator_args)
        changed = mutate_code(text, operator, mutation.occurrence)
        if changed is not None:
            yield changed


def trial(module: str) -> Trial:
    """Run the tests of a module once for each change to it.

    Raises:
        RuntimeError: before or afterwards they fail on the sound module too, so that they notice anything.
    """
    start = time.monotonic()
    file = ROOT / "clusters_cli" / f"{module}.py"
    sound = file.read_text(encoding="utf-8")
    tried = list(changes(file))
    first, *noticed_of_tried, last = _noticed(module, [sound, *tried, sound])
    if first or last:
        raise RuntimeError(f"the tests of {module} fail")
    survivors = [text for text, noticed in zip(tried, noticed_of_tried, strict=True) if not noticed]
    told = tuple(_difference(sound, text) for text in survivors)
    return Trial(module, len(tried), told, time.monotonic() - start)


def _noticed(module: str, texts: Sequence[str]) -> list[bool]:
    """Return for each text of a module whether its tests fail."""
    running: dict[int, int] = {}
    noticed = [True] * len(texts)
    for index, text in enumerate(texts):
        if len(running) == PROCESSES:
            _await_one(running, noticed)
        running[_started(module, text)] = index
    while running:
        _await_one(running, noticed)
    return noticed


def _await_one(running: dict[int, int], noticed: list[bool]) -> None:
    process, status = os.wait()
    noticed[running.pop(process)] = status != 0


def _started(module: str, text: str) -> int:
    """Start the tests on a changed module in a fork, which ends with 0 when they pass."""
    process = os.fork()
    if process:
        return process
    code = 1
    try:
        code = _tested(module, text)
    finally:
        os._exit(code)


def _tested(module: str, text: str) -> int:
    signal.alarm(SECONDS)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    name = f"clusters_cli.{module.replace('/', '.')}"
    sys.meta_path.insert(0, _Finder(name, ROOT / "clusters_cli" / f"{module}.py", text))
    files = [str(ROOT / "tests" / name) for name in TESTS[module]]
    options = ["-x", "-q", "-p", "no:cacheprovider", "-m", "not long", *_ALONE]
    return int(pytest.main([*options, *files]))


def _difference(sound: str, changed: str) -> str:
    lines = difflib.unified_diff(sound.splitlines(), changed.splitlines(), lineterm="", n=0)
    return "\n".join(line for line in lines if not line.startswith(("---", "+++")))


def main(modules: Sequence[str]) -> int:
    """Try modules, print what became of each, and return 1 if the tests of one notice too little."""
    if unknown := set(modules) - set(TESTS):
        sys.exit(f"unknown: {', '.join(sorted(unknown))}; known are {', '.join(TESTS)}")
    os.chdir(ROOT)
    os.environ["CLUSTERS_LANG"] = "en"
    for name in LOADED_BEFORE:
        import_module(name)
    hypothesis.settings.register_profile("mutants", derandomize=True, deadline=None, max_examples=30, database=None)
    hypothesis.settings.load_profile("mutants")
    enough = True
    for module in modules:
        done = trial(module)
        print("\n".join([*done.survivors, str(done)]), flush=True)  # noqa: T201  (a script's answer)
        enough = enough and done.killed >= LEAST
    return 0 if enough else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or list(TESTS)))
