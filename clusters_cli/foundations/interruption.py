"""Ctrl-C, whenever it comes: the program ends with 130 and says nothing.

Python raises ``KeyboardInterrupt`` wherever it happens to be.  In the middle of an import or of a library it may come
out as another error that does not tell of it, and in a callback it is printed and forgotten.
"""

import os
import signal
import sys
from types import FrameType

INTERRUPTED = 130
"""The exit code of an interrupted program, as shells count it: 128 and the number of the signal."""
_moments: list[int] = []
"""The signals that came, which no error can hide."""


def forget_no_interruption() -> None:
    """Remember each interruption, and end the program where Python could only print that it was interrupted."""
    print_it = sys.unraisablehook

    def end(lost: "sys.UnraisableHookArgs") -> None:
        if issubclass(lost.exc_type, KeyboardInterrupt):
            os._exit(INTERRUPTED)
        print_it(lost)

    sys.unraisablehook = end
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # else it is ignored, or somebody else's
        signal.signal(signal.SIGINT, interrupt)


def interrupt(number: int, frame: FrameType | None) -> None:
    """Answer the signal: remember that it came, and raise what Python raises."""
    _moments.append(number)
    signal.default_int_handler(number, frame)


def was_interrupted(error: BaseException | None) -> bool:
    """Whether an error is an interruption, was one before something else became of it, or came after one."""
    if _moments:
        return True
    while error is not None:
        if isinstance(error, KeyboardInterrupt):
            return True
        error = error.__cause__ or error.__context__
    return False
