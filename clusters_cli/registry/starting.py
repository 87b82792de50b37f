"""The small commented registry that another Région starts from, in each language."""

import json
import re
from pathlib import Path

from clusters_cli.foundations.text import Language
from clusters_cli.registry.france import DEPARTMENTS, FrenchRegion, known_region

STARTER = Path(__file__).parent / "starter"
"""The files in English; those in another language stand in a folder of its name below."""
FRAME = "region.yaml"
_NAME = re.compile(r"^name: .*\n", re.MULTILINE)
_CODES = re.compile(r"(?:^# (?:insee:|nuts:|departments:|- {number:).*\n)+", re.MULTILINE)
"""What the frame shows in comments of codes and departments, which are filled in for a Région of France."""


def starter_files(
    language: Language, anchors: str = "{anchors}", folder: Path = STARTER, name: str | None = None
) -> dict[str, bytes]:
    """Return the data files of a new registry, by name.

    Args:
        language: of the comments, which are in English in a file that is not translated.
        anchors: what the comments list as the anchors of payment schemes.
        folder: where the files are.
        name: what the Région is called; of one of France, what is official of it is filled in.
    """
    files = {file.name: _translated(file, language).read_text(encoding="utf-8") for file in folder.glob("*.yaml")}
    if name:
        files[FRAME] = _named(files[FRAME], name)
    return {file: text.replace("{anchors}", anchors).encode() for file, text in sorted(files.items())}


def _named(frame: str, name: str) -> str:
    region = known_region(name)
    called = json.dumps(region.name if region else name, ensure_ascii=False)
    named = _NAME.sub(lambda _found: f"name: {called}\n", frame, count=1)
    return _CODES.sub(lambda _found: _official(region), named, count=1) if region else named


def _official(region: FrenchRegion) -> str:
    """Return what is official of a Région of France, as its frame writes it."""
    departments = "".join(
        f'- {{number: "{number}", name: "{DEPARTMENTS[number]}", source: insee-cog}}\n' for number in region.departments
    )
    return (
        f'insee: [{{value: "{region.insee}", source: insee-cog}}]\n'
        f"nuts: [{{value: [{', '.join(region.nuts)}], source: nuts}}]\n"
        f"departments:\n{departments}"
    )


def _translated(file: Path, language: Language) -> Path:
    translated = file.parent / language / file.name
    return translated if translated.exists() else file
