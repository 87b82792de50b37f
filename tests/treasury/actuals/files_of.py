"""The files of banks and of accounts that the tests read, and reading them."""

from datetime import date
from pathlib import Path
from typing import Any

from clusters_cli.treasury.actuals.movements import Actuals
from clusters_cli.treasury.actuals.reading import read_actuals

FILES = Path(__file__).parent / "files"
TODAY = date(2026, 11, 26)


def read(name: str, **options: Any) -> Actuals:
    """What one of the files says."""
    return read_actuals(FILES / name, TODAY, name=name, **options)


def of_text(text: str, folder: Path, **options: Any) -> Actuals:
    """What a text says, written to a file."""
    file = folder / "file"
    file.write_bytes(text.encode())
    return read_actuals(file, TODAY, name="file", **options)


def moved(actuals: Actuals) -> list[tuple[str, str]]:
    """The days and euros of movements, in order."""
    return [(str(movement.day), str(movement.amount)) for movement in actuals.movements]
