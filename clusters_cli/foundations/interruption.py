"""Ctrl-C, whenever it comes: the program ends with 130 and says nothing.

Python raises ``KeyboardInterrupt`` wherever it happens to be.  In the middle of an import it may come out as another
error, and in a callback it is printed and forgotten.
"""

import os
import sys

INTERRUPTED = 130
"""The exit code of an interrupted program, as shells count it: 128 and the number of the signal."""


def forget_no_interruption() -> None:
    """End the program where Python could only print that it was interrupted, and go on."""
    print_it = sys.unraisablehook

    def end(lost: "sys.UnraisableHookArgs") -> None:
        if issubclass(lost.exc_type, KeyboardInterrupt):
            os._exit(INTERRUPTED)
        print_it(lost)

    sys.unraisablehook = end


def was_interrupted(error: BaseException | None) -> bool:
    """Whether an error is an interruption, or was one before something else became of it."""
    while error is not None:
        if isinstance(error, KeyboardInterrupt):
            return True
        error = error.__cause__ or error.__context__
    return False
