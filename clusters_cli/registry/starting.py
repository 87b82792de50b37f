"""The small commented registry that another Région starts from, in each language."""

from pathlib import Path

from clusters_cli.foundations.text import Language

_STARTER = Path(__file__).parent / "starter"
"""The files in English; those in another language stand in a folder of its name below."""


def starter_files(language: Language) -> dict[str, bytes]:
    """Return the data files of a new registry, with comments in a language: the name and the content of each."""
    translated = _STARTER / language
    folder = translated if translated.is_dir() else _STARTER
    return {file.name: file.read_bytes() for file in sorted(folder.glob("*.yaml"))}
