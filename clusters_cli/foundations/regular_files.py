"""What a regular file holds, or why it cannot be used."""

import stat
from pathlib import Path

from clusters_cli.foundations.errors import UnusableFileError
from clusters_cli.foundations.misfits import TOO_LARGE
from clusters_cli.foundations.text import Text

LARGEST_FILE = 128 * 1024 * 1024
"""Bytes; a registry of a hundred thousand clusters, told in a few lines each, stays below."""


def content_of(path: Path, name: str) -> bytes:
    """Return what a regular file holds; nothing else is opened: a pipe would wait for somebody to write to it.

    Args:
        path: the file.
        name: what to call it in messages.

    Raises:
        UnusableFileError: the file is missing, not a regular file, unreadable or too large.
    """
    try:
        return _content(path, name)
    except FileNotFoundError:
        reason = Text("does not exist")
    except OSError as error:
        reason = Text("cannot be read: {reason}", reason=error.strerror or type(error).__name__)
    raise UnusableFileError.of(name, reason)


def _content(path: Path, name: str) -> bytes:
    if not stat.S_ISREG(path.stat().st_mode):
        raise UnusableFileError.of(name, Text("is not a regular file"))
    with path.open("rb") as stream:
        content = stream.read(LARGEST_FILE + 1)
    if len(content) > LARGEST_FILE:
        raise UnusableFileError.of(name, Text("is larger than {size} MiB", size=LARGEST_FILE // 1024**2), TOO_LARGE)
    return content
