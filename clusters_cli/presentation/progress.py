"""A progress bar for long work: on standard error, and only when a person watches it."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

from clusters_cli.foundations.text import Language, Value
from clusters_cli.presentation.languages import word

PATIENCE = 2.0
"""Seconds after which a person wants to know how far it is."""


@contextmanager
def progress(
    label: Value, language: Language, total: int, clock: Callable[[], float] = time.monotonic
) -> Iterator[Callable[[int], None] | None]:
    """Give a function to be called with each amount of work done, or ``None`` when nobody watches.

    The bar appears once the work has lasted a while, and is cleared at its end.

    Args:
        label: what is being done.
        language: in which it is said.
        total: the whole amount of work.
        clock: tells the seconds.
    """
    if not sys.stderr.isatty():
        yield None
        return
    begun, done = clock(), 0
    advance: Callable[[int], None] | None = None
    with ExitStack() as shown:

        def tell(more: int) -> None:
            nonlocal advance, done
            done += more
            if advance:
                advance(more)
            elif clock() - begun >= PATIENCE:
                advance = _bar(word(label, language), total, shown)
                advance(done)

        yield tell


def _bar(label: str, total: int, shown: ExitStack) -> Callable[[int], None]:
    """Show a bar until the stack is left, and return what moves it on."""
    from rich.console import Console  # noqa: PLC0415  (only a terminal needs it)
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    bar = shown.enter_context(Progress(*columns, console=Console(stderr=True), transient=True))
    task = bar.add_task(label, total=total)
    return lambda more: bar.advance(task, more)
