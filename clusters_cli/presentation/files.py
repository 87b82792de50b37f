"""Files are written whole or not at all: beside their place first, then put there in one step.

What is no regular file, such as a device or a pipe, has no place to be replaced in: it is written into.
"""

import errno
import os
import stat
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from clusters_cli.foundations.errors import UnwritableError, UsageError
from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.text import Text

FILE_EXISTS = Explanation(
    "USE104",
    Text("a file that exists"),
    Text("Nothing is overwritten unless one says so."),
    Text("Add --force, or choose another name."),
)


_STANDARD_STREAMS = (1, 2)
"""The descriptors of standard output and standard error."""


def write_whole(file: Path, content: bytes, *, force: bool) -> None:
    """Write a file whole or not at all; links are followed, and a file that is replaced keeps its mode and owner.

    Args:
        file: where; a device, a pipe or what stands behind a standard stream is written into.
        content: all that the file will hold.
        force: whether a file that exists may be replaced.

    Raises:
        UsageError: the file exists and ``force`` is not given.
        UnwritableError: it cannot be written.
    """
    if leads_to_a_stream(file):
        _write_into(file, content)
        return
    _refuse_existing([file], force=force)
    _put({file: content})


def write_all(folder: Path, files: Mapping[str, bytes], *, force: bool) -> None:
    """Write several files into a folder, which is made if need be: all of them, or none.

    Args:
        folder: where.
        files: the content of each file by its path inside the folder.
        force: whether files that exist may be replaced.

    Raises:
        UsageError: one of them exists and ``force`` is not given.
        UnwritableError: the folder cannot be made, or a file cannot be written.
    """
    wanted = {folder / name: content for name, content in files.items()}
    _refuse_existing(list(wanted), force=force)
    absent = [Path(os.path.realpath(file)) for file in wanted if _status(file) is None]
    made: list[Path] = []
    try:
        for parent in dict.fromkeys(file.parent for file in wanted):
            _make(parent, made)
        _put(wanted)
    except BaseException:
        for file in absent:
            with suppress(OSError):
                file.unlink()
        for parent in reversed(made):
            with suppress(OSError):
                parent.rmdir()
        raise


def leads_to_a_stream(file: Path) -> bool:
    """Whether what a name leads to is written into, not replaced: a device, a pipe, or an open standard stream.

    ``/dev/stdout`` is one even when it leads to a regular file, which the shell has opened already.
    """
    try:
        status = file.stat()
    except (OSError, ValueError):
        return False
    if not (stat.S_ISREG(status.st_mode) or stat.S_ISDIR(status.st_mode)):
        return True
    return any(_is_open_as(descriptor, status) for descriptor in _STANDARD_STREAMS)


def _is_open_as(descriptor: int, status: os.stat_result) -> bool:
    try:
        return os.path.samestat(os.fstat(descriptor), status)
    except OSError:
        return False


def _write_into(file: Path, content: bytes) -> None:
    with _telling(file):
        try:
            with file.open("ab") as stream:
                stream.write(content)
        except BrokenPipeError:
            pass  # a reader that has seen enough is no failure


def _refuse_existing(files: Sequence[Path], *, force: bool) -> None:
    for file in files:
        status = _status(file)
        if status is not None and stat.S_ISDIR(status.st_mode):
            raise _unwritable(file, IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR)))
        if status is not None and not force:
            raise UsageError(Text("{file} exists; add --force to replace it", file=str(file)), FILE_EXISTS)


def _status(file: Path) -> os.stat_result | None:
    """Return the state of what a name leads to, or ``None`` when nothing is there yet."""
    with _telling(file):
        try:
            return file.stat()
        except FileNotFoundError:
            return None


def _make(folder: Path, made: list[Path]) -> None:
    """Make a folder and those above it, and note each."""
    with _telling(folder):
        missing = [place for place in (folder, *folder.parents) if not place.exists()]
        for place in reversed(missing):
            place.mkdir()
            made.append(place)


def _put(files: Mapping[Path, bytes]) -> None:
    """Write files beside their places, and put them there only when all are written."""
    staged: list[tuple[Path, Path]] = []
    try:
        for file, content in files.items():
            with _telling(file):
                place = Path(os.path.realpath(file))
                beside = place.with_name(f".clusters-{os.urandom(4).hex()}.part")
                staged.append((beside, place))
                _stage(beside, content, _status(place))
        for beside, place in staged:
            with _telling(place):
                beside.replace(place)
    finally:
        for beside, _place in staged:
            with suppress(OSError):
                beside.unlink()


def _stage(beside: Path, content: bytes, replaced: os.stat_result | None) -> None:
    """Write a new file, with the owner and mode of the one that it is to replace."""
    mode = 0o666 if replaced is None else 0o600
    with open(beside, "xb", opener=lambda name, flags: os.open(name, flags, mode)) as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    if replaced is not None:
        _keep_owner(beside, replaced)
        beside.chmod(stat.S_IMODE(replaced.st_mode))


def _keep_owner(beside: Path, replaced: os.stat_result) -> None:
    owner, mine = (replaced.st_uid, replaced.st_gid), beside.stat()
    if owner != (mine.st_uid, mine.st_gid) and hasattr(os, "chown"):
        os.chown(beside, *owner)


@contextmanager
def _telling(file: Path) -> Iterator[None]:
    """Tell what the system refuses; a name with a null character is no name for it at all."""
    try:
        yield
    except (OSError, ValueError) as error:
        raise _unwritable(file, error) from None


def _unwritable(file: Path, error: OSError | ValueError) -> UnwritableError:
    reason = getattr(error, "strerror", None) or str(error)
    return UnwritableError(Text("{file} cannot be written: {reason}", file=str(file), reason=reason))
