"""The small commented registry that another Région starts from, in each language."""

from pathlib import Path

from clusters_cli.foundations.text import Language

STARTER = Path(__file__).parent / "starter"
"""The files in English; those in another language stand in a folder of its name below."""


def starter_files(language: Language, anchors: str = "{anchors}", folder: Path = STARTER) -> dict[str, bytes]:
    """Return the data files of a new registry, by name.

    Args:
        language: of the comments, which are in English in a file that is not translated.
        anchors: what the comments list as the anchors of payment schemes.
        folder: where the files are.
    """
    files = {file.name: _translated(file, language).read_bytes() for file in sorted(folder.glob("*.yaml"))}
    return {name: content.replace(b"{anchors}", anchors.encode()) for name, content in files.items()}


def _translated(file: Path, language: Language) -> Path:
    translated = file.parent / language / file.name
    return translated if translated.exists() else file
