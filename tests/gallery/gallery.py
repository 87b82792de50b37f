"""The error gallery: for each code one small mistake and what the program says of it.

A folder named after the code holds the files that are wrong, which are laid over the small valid registry of ``base``;
or ``command``, a command line to run instead of ``clusters validate registry``; or ``prepare``, a shell line that makes
what cannot stand in a repository; and ``expected``, what the program prints.  A folder with a ``dossier.yaml`` shows a
mistake of an application file.
"""

import os
import shlex
import shutil
import subprocess
from pathlib import Path

from typer.testing import CliRunner

from clusters_cli.app import app
from clusters_cli.commands.explain.catalogue import catalogue
from clusters_cli.dossier.dossier_file import examine_dossier
from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.strict_yaml import read_yaml
from clusters_cli.presentation.languages import word
from clusters_cli.presentation.worded_problems import on_a_line

GALLERY = Path(__file__).parent
PAGE = GALLERY.parent.parent / "docs" / "errors.md"
ENTRIES = tuple(sorted(folder for folder in GALLERY.iterdir() if folder.is_dir() and folder.name[-3:].isdigit()))
NOT_SHOWN = {
    "REG015": "a thousand mistakes fill a page",
    "BUG700": "a bug cannot be shown before it is found",
}
"""Codes without a folder, and why."""

_ENVIRONMENT = {"CLUSTERS_LANG": "en", "COLUMNS": "80", "NO_COLOR": "1", "CLUSTERS_REGISTRY": None}
_INTRODUCTION = """\
# Errors and what to do about them

Each message ends with, or holds, a stable code; `clusters explain CODE` prints what stands here.
This page is made from the files in `tests/gallery/`, which the tests run: what it shows is what the program says.
"""


def said(entry: Path, folder: Path) -> str:
    """Return what the program says of an entry, in a folder of its own; only its mistakes, not its summary."""
    registry = folder / "registry"
    shutil.copytree(GALLERY / "base", registry)
    for file in _files(entry):
        shutil.copy(file, registry / file.name)
    if (entry / "prepare").exists():
        subprocess.run(["bash", "-ec", (entry / "prepare").read_text(encoding="utf-8")], cwd=folder, check=True)
    before = Path.cwd()
    os.chdir(folder)
    try:
        return _said(entry)
    finally:
        os.chdir(before)


def _said(entry: Path) -> str:
    if (entry / "command").exists():
        return _run((entry / "command").read_text(encoding="utf-8"))
    if (entry / "dossier.yaml").exists():
        _dossier, problems = examine_dossier(read_yaml(entry / "dossier.yaml", "dossier.yaml"))
        return "".join(on_a_line(problem, "en") + "\n" for problem in problems)
    return _run("clusters validate registry").rpartition("registry: ")[0]


def _run(command: str) -> str:
    return CliRunner().invoke(app, shlex.split(command)[1:], env=_ENVIRONMENT).output


def page() -> str:
    """Return the page that shows the gallery."""
    shown = {entry.name: entry for entry in ENTRIES}
    explanations = [item for code, item in catalogue().items() if code in shown or code in NOT_SHOWN]
    return "\n".join([_INTRODUCTION, *(_section(item, shown.get(item.code)) for item in explanations)])


def _section(explanation: Explanation, entry: Path | None) -> str:
    title, meaning, remedy = (word(text, "en") for text in (explanation.title, explanation.meaning, explanation.remedy))
    head = f"## {explanation.code}: {title}\n\n{meaning}\n{remedy}\n"
    if entry is None:
        return head
    blocks = [_block(_language(file), f"# {file.name}\n{_shown(file)}") for file in _files(entry)]
    blocks += [_block("sh", _shown(entry / name)) for name in ("prepare", "command") if (entry / name).exists()]
    blocks.append(_block("text", _shown(entry / "expected")))
    return "\n".join([head, *blocks])


def _language(file: Path) -> str:
    """Return what a file is written in, as a page names it; a table of a bank or of accounts is plain text."""
    return "yaml" if file.suffix == ".yaml" else "text"


def _block(language: str, text: str) -> str:
    return f"```{language}\n{text.rstrip()}\n```\n"


def _files(entry: Path) -> list[Path]:
    """Return the files of an entry that are wrong, or that show what is."""
    return sorted(file for suffix in ("yaml", "csv", "txt") for file in entry.glob(f"*.{suffix}"))


def _shown(file: Path) -> str:
    return file.read_text(encoding="utf-8", errors="replace")
