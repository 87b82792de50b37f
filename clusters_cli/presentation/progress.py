"""A progress bar for long work: on standard error, and only when a person watches it."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def progress(label: str, total: int, *, long: bool) -> Iterator[Callable[[int], None] | None]:
    """Give a function to be called with each amount of work done, or ``None`` when nothing is to be shown.

    Args:
        label: what is being done.
        total: the whole amount of work.
        long: whether it lasts long enough for a bar.
    """
    if not (long and sys.stderr.isatty()):
        yield None
        return
    from rich.console import Console  # noqa: PLC0415  (only a terminal needs it)
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(label, total=total)
        yield lambda done: bar.advance(task, done)
