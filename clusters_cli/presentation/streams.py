"""The standard streams of a process: writing never fails half-way, and what could not be written is told at the end.

A reader that leaves early, as ``| head`` does, has seen enough: that is no failure.  A full disk or a closed stream is
one, whatever the command and the format, and no library that prints needs to know of it.
"""

import errno
import io
import os
import sys
from typing import TYPE_CHECKING, TextIO

from clusters_cli.presentation.stand_ins import READABLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from _typeshed import ReadableBuffer


class _Steady(io.FileIO):
    """A descriptor that takes whatever is written, and remembers why it could not pass it on."""

    failure: OSError | None = None
    _left = False

    def __init__(self, descriptor: int) -> None:
        super().__init__(descriptor, "w", closefd=False)

    def write(self, data: "ReadableBuffer", /) -> int:
        """Write some bytes, or drop all of them once some could not be written."""
        if self.failure is None and not self._left:
            try:
                return super().write(data)
            except OSError as error:
                if has_no_reader(error):
                    self._left = True
                else:
                    self.failure = error
        return memoryview(data).nbytes


def has_no_reader(error: OSError) -> bool:
    """Whether a pipe has no reader any more, which Windows tells as an invalid argument."""
    return error.errno == errno.EPIPE or (os.name == "nt" and error.errno == errno.EINVAL)


def steady_streams() -> None:
    """Let standard output and standard error of this process never fail while they are written to."""
    sys.stdout = _steady(sys.stdout)
    sys.stderr = _steady(sys.stderr)


def _steady(stream: TextIO | None) -> TextIO:
    if stream is None:  # the process was started with a closed stream: an answer to it fails, one to a file does not
        closed = os.open(os.devnull, os.O_RDONLY)
        return io.TextIOWrapper(io.BufferedWriter(_Steady(closed)), encoding="utf-8", errors="backslashreplace")
    if not isinstance(_raw(stream), io.FileIO):  # a console of Windows, or what a test reads
        return stream
    stream.flush()
    return io.TextIOWrapper(
        io.BufferedWriter(_Steady(stream.fileno())),
        encoding=stream.encoding,
        errors=stream.errors,
        line_buffering=bool(stream.line_buffering) or stream.isatty(),
    )


def _raw(stream: TextIO) -> object:
    """Return what a stream writes to in the end; an unbuffered one has nothing in between."""
    buffer = getattr(stream, "buffer", None)
    return getattr(buffer, "raw", buffer)


def failures() -> "Iterator[tuple[TextIO, OSError]]":
    """Yield each standard stream that could not be written to the end, with the reason."""
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
        raw = _raw(stream)
        if isinstance(raw, _Steady) and raw.failure is not None:
            yield stream, raw.failure


def settle_encoding(stream: TextIO, *, for_a_program: bool) -> None:
    """Write UTF-8 for programs; for people what their encoding can hold, and something readable for the rest."""
    if not isinstance(stream, io.TextIOWrapper):
        return
    if for_a_program:
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    else:
        stream.reconfigure(errors=READABLE)


def encoding_of(stream: TextIO) -> str:
    """Return the encoding in which a stream writes; a stream of texts, such as a test reads, holds all of them."""
    return stream.encoding or "utf-8"


def is_terminal(stream: TextIO) -> bool:
    """Whether a person looks at the stream directly."""
    return stream.isatty()
