"""Runs the recipes of a page as the runners of CI do, in a folder that stands for a fresh clone.

Of the programs that a recipe needs, ``pip`` alone is acted: it accepts what can be installed and puts ``clusters`` on
the path, where it was not before.  An action of GitHub is not run; what it is given must be there at its turn.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tests.docs.pages import ROOT

_BLOCK = re.compile(r"^```(?P<language>yaml|bash)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
_PIP = """\
#!/bin/bash
[[ $# = 2 && $1 = install && ( $2 = git+https://* || $2 = *.whl ) ]] || {{ echo "nothing to install: $*" >&2; exit 1; }}
printf '#!/bin/sh\\nexec {python} -m clusters_cli "$@"\\n' > "${{0%/*}}/clusters"
chmod +x "${{0%/*}}/clusters"
"""


@dataclass(frozen=True)
class Outcome:
    """What a job did: whether each step it ran succeeded, in order, and all that was printed."""

    steps: tuple[tuple[str, bool], ...]
    printed: str

    @property
    def green(self) -> bool:
        """Whether the job succeeded: every step did."""
        return all(good for _step, good in self.steps)


class Runner:
    """Runs the steps of jobs in a repository, with a path of their own."""

    def __init__(self, repository: Path, programs: Path) -> None:
        programs.mkdir()
        pip = programs / "pip"
        pip.write_text(_PIP.format(python=sys.executable), encoding="utf-8")
        pip.chmod(0o755)
        self.repository = repository
        kept = {name: os.environ[name] for name in ("HOME", "LANG") if name in os.environ}
        path = f"{programs}:/usr/local/bin:/usr/bin:/bin"
        self.surroundings = {**kept, "PATH": path, "PYTHONPATH": str(ROOT), "CLUSTERS_LANG": "en"}

    def github(self, workflow: Mapping[str, Any]) -> Outcome:
        """Run the job of a workflow: a step that fails ends it, save for the steps that always run."""
        (job,) = workflow["jobs"].values()
        folder = self.repository / job.get("defaults", {}).get("run", {}).get("working-directory", ".")
        surroundings = {"CI": "true", "GITHUB_ACTIONS": "true", "GITHUB_WORKSPACE": str(self.repository)}
        return self._job(job["steps"], folder, surroundings)

    def script(self, lines: Sequence[str]) -> Outcome:
        """Run the lines of a script, which the first that fails ends."""
        return self._job([{"run": line} for line in lines], self.repository, {"CI": "true", "GITLAB_CI": "true"})

    def _job(self, steps: Sequence[Mapping[str, Any]], folder: Path, surroundings: Mapping[str, str]) -> Outcome:
        done: list[tuple[str, bool]] = []
        printed = ""
        for step in steps:
            if all(good for _step, good in done) or step.get("if") == "always()":
                good, output = self._step(step, folder, surroundings)
                done.append((step.get("run") or step["uses"], good))
                printed += output
        return Outcome(tuple(done), printed)

    def _step(self, step: Mapping[str, Any], folder: Path, surroundings: Mapping[str, str]) -> tuple[bool, str]:
        if "uses" in step:
            file = step.get("with", {}).get("sarif_file")
            return file is None or (self.repository / file).is_file(), ""
        ran = subprocess.run(
            ["bash", "-e", "-c", step["run"]],
            cwd=folder,
            env={**self.surroundings, **surroundings},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        return ran.returncode == 0, ran.stdout


def recipes(page: Path) -> Iterator[Any]:
    """Read the recipes of a page: what its YAML blocks hold, and its scripts as texts."""
    for match in _BLOCK.finditer(page.read_text(encoding="utf-8")):
        if match["language"] == "bash":
            yield match["body"]
        else:
            yield yaml.safe_load(match["body"])
