"""No option is accepted and ignored: of every two options of a command each does its work, or one is refused."""

import random
import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
import typer

from clusters_cli.app import app
from clusters_cli.commands.shared.answer import Answer
from clusters_cli.foundations.errors import UsageError
from clusters_cli.presentation.languages import word
from clusters_cli.registry import loading
from clusters_cli.registry.folders import LAW
from clusters_cli.registry.loading import packaged_registry
from tests.commands.option_values import BOTH, COMMON, FILES, REGISTRY_CHANGES, REPLACED, SEEN, STARTS, VALUES, Start
from tests.wording import said

SAMPLE = 5
"""Pairs of each command line that are tried where not all of them are; the long test tries every pair."""


@dataclass(frozen=True)
class Seen:
    """What a command line answers: its data, what people are shown, its exit code, and where it goes."""

    data: Any
    shown: Any
    code: int
    output: Any

    def differs_in(self, other: "Seen") -> set[str]:
        return {view for view in ("data", "shown", "code", "output") if getattr(self, view) != getattr(other, view)}


@dataclass(frozen=True)
class Refused:
    """Why a command line is refused."""

    reason: str

    def names(self, *options: str) -> bool:
        return any(option in self.reason for option in options)


@dataclass(frozen=True)
class Walk:
    """Options added to one command line, the registries of which are read once."""

    start: Start
    folder: Path

    def ask(self, *options: str) -> Seen | Refused:
        """Run the command line with options, without printing its answer."""
        words = [word for part in (self.start.words, *map(self.typed, options)) for word in part]
        fresh = self.folder / "-".join(("fresh", *options))
        words = [word.replace("{folder}", str(self.folder)).replace("{fresh}", str(fresh)) for word in words]
        try:
            answer = PROGRAM.main(words, standalone_mode=False)
        except UsageError as error:
            return Refused(f"{said(error)} {word(error.hint, 'en') if error.hint else None}")
        assert isinstance(answer, Answer), words
        report = answer.report
        shown = (report.text, report.document, report.tables, report.notes, report.charts)
        return Seen(report.data, shown, int(report.exit_code), answer.output)

    @property
    def command(self) -> str:
        return max((name for name in OPTIONS if f"{self.start.line} ".startswith(f"{name} ")), key=len)

    def typed(self, option: str) -> tuple[str, ...]:
        """Return the telling value of an option."""
        return {**COMMON, **VALUES.get(self.command, {}), **self.start.values}[option]

    def is_at_work(self, option: str, before: Seen, after: Seen) -> bool:
        """Return whether an answer changes where the work of an option is seen."""
        changed = after.differs_in(before)
        places = SEEN.get(f"{self.command} {option}", SEEN.get(option))
        return bool(places & changed) if places else changed >= BOTH

    def alone(self) -> tuple[dict[str, Seen], list[str]]:
        """Return what each option answers that is not refused, and what is wrong with the others."""
        plain = self.ask()
        assert isinstance(plain, Seen), plain
        answers, faults = {}, []
        for option in filter(self.typed, OPTIONS[self.command]):
            outcome = self.ask(option)
            if isinstance(outcome, Refused):
                faults += [] if outcome.names(option) else [f"{option} is refused without its name: {outcome.reason}"]
            elif self.is_at_work(option, plain, outcome):
                answers[option] = outcome
            else:
                faults.append(f"{option} is ignored")
        return answers, faults

    def pairs(self, alone: dict[str, Seen], chosen: Sequence[tuple[str, str]]) -> Iterator[str]:
        """Yield what is wrong with pairs of options."""
        for one, other in chosen:
            outcome = self.ask(one, other)
            if isinstance(outcome, Refused):
                if not outcome.names(one, other):
                    yield f"{one} {other} are refused without their names: {outcome.reason}"
                continue
            for option, beside in ((one, other), (other, one)):
                if (beside, option) not in REPLACED and not self.is_at_work(option, alone[beside], outcome):
                    yield f"{option} is ignored beside {beside}"


def leaves(command: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, Any]]:
    """Yield every command of the program that holds no others, with its name as typed."""
    if not hasattr(command, "list_commands"):
        yield " ".join(path), command
        return
    context = typer.Context(command)
    for name in command.list_commands(context):
        yield from leaves(command.get_command(context, name), (*path, name))


PROGRAM = typer.main.get_command(app)
OPTIONS = {
    name: [max(each.opts, key=len) for each in command.params if each.param_type_name == "option"]
    for name, command in leaves(PROGRAM)
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the files that the command lines name, another registry, and one that is not sure of itself."""
    made = tmp_path_factory.mktemp("options")
    for name, text in FILES.items():
        (made / name).write_text(text, encoding="utf-8")
    shutil.copytree(packaged_registry(), made / "registry", ignore=shutil.ignore_patterns("index.json", "schemas"))
    programmes = made / "registry" / "programmes.yaml"
    programmes.write_text(_with_the_law(programmes.read_text(encoding="utf-8")), encoding="utf-8")
    for file in (made / "registry").glob("*.yaml"):
        text = file.read_text(encoding="utf-8")
        for pattern, replacement in REGISTRY_CHANGES.items():
            text = re.sub(pattern, replacement, text, flags=re.MULTILINE)
        file.write_text(text, encoding="utf-8")
    shutil.copytree(made / "registry", made / "doubtful")
    (made / "doubtful" / "cluster.yaml").touch()
    return made


def _with_the_law(programmes: str) -> str:
    """Return a file of programmes with the program's schemes and parameters in it, as a registry's own."""
    for section in ("schemes", "parameters"):
        heading = f"\n{section}:\n"
        entries = (LAW / f"{section}.yaml").read_text(encoding="utf-8").partition(heading)[2]
        before, _heading, after = programmes.partition(heading)
        programmes = f"{before}{heading}{entries}{after}"
    return programmes


class OneDay(date):
    """A calendar that stands still."""

    @classmethod
    def today(cls) -> date:  # type: ignore[override]  # a plain date, as the program knows them
        return date(2026, 12, 1)


@pytest.fixture(autouse=True)
def one_day_and_registries_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("clusters_cli.commands.shared.asked_day.date", OneDay)
    monkeypatch.setattr(loading, "load_registry", _load_once)


_load_once = lru_cache(loading.load_registry)


def test_every_option_of_every_command_has_a_telling_value() -> None:
    missing = [
        f"{command} {option}"
        for command, options in OPTIONS.items()
        for option in options
        if option not in {**COMMON, **VALUES.get(command, {})}
    ]

    assert not missing, f"add to tests/commands/option_values.py what to type for: {', '.join(missing)}"


def test_every_command_has_a_line_to_start_from() -> None:
    assert {Walk(start, Path()).command for start in STARTS} == set(OPTIONS)


@pytest.mark.parametrize("start", STARTS, ids=lambda start: start.line)
def test_each_option_does_its_work_or_is_refused(start: Start, folder: Path) -> None:
    walk = Walk(start, folder)
    alone, faults = walk.alone()
    every = list(combinations(alone, 2))
    chosen = random.Random(start.line).sample(every, min(SAMPLE, len(every)))
    faults += walk.pairs(alone, chosen)

    assert not faults, "\n".join([start.line, *faults])


@pytest.mark.long
@pytest.mark.parametrize("start", STARTS, ids=lambda start: start.line)
def test_each_option_does_its_work_beside_every_other_or_one_is_refused(start: Start, folder: Path) -> None:
    walk = Walk(start, folder)
    alone, _faults = walk.alone()
    faults = list(walk.pairs(alone, list(combinations(alone, 2))))

    assert not faults, "\n".join([start.line, *faults])
