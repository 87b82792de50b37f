"""The register of formats: each module of this package is one way to write a report, and declares it as ``FORMAT``.

A module is imported when its format is asked for by name; all of them are when a suffix or a list of names is wanted.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from clusters_cli.foundations.errors import UsageError
from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.names import nearest
from clusters_cli.foundations.text import Language, Listed, Text
from clusters_cli.presentation.files import leads_to_a_stream
from clusters_cli.presentation.report_parts import Part

if TYPE_CHECKING:
    from clusters_cli.presentation.reader import Reader
    from clusters_cli.presentation.report import ReportOf

UNKNOWN_SUFFIX = Explanation(
    "USE103",
    Text("a format that does not exist"),
    Text("Neither --format nor, without it, the suffix of --output names a format."),
    Text("Take a format that --help lists, or a suffix such as .json or .csv."),
    example="clusters list --output clusters.doc",
)


class Audience(Enum):
    """Who reads a format: people in their language, programs in English and UTF-8."""

    PEOPLE = "people"
    PROGRAMS = "programs"


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write a report.

    Attributes:
        name: as it is typed.
        audience: who reads it.
        write: returns a worded report as text, laid out for its reader, or as the content of a file that is no text.
        suffixes: of the files that hold it.
        needs: what a report must have to be written so.
        holds_charts: whether charts can be part of it.
        enveloped: writes the envelope of an answer or of an error, in formats that hold both.
        to_terminal: prints a report on a terminal in a language, where that is done otherwise than to a file.
    """

    name: str
    audience: Audience
    write: "Callable[[ReportOf[str], Reader], str | bytes]"
    suffixes: tuple[str, ...] = ()
    needs: Part | None = None
    holds_charts: bool = False
    enveloped: Callable[[Mapping[str, Any]], str] | None = None
    to_terminal: "Callable[[ReportOf[str], TextIO, Language], None] | None" = None

    def can_write(self, parts: frozenset[Part]) -> bool:
        """Whether a report with these parts can be written so."""
        return self.needs is None or self.needs in parts


@cache
def names() -> tuple[str, ...]:
    """Return the name of every format: those of the modules, with a dash where they have an underscore."""
    return tuple(sorted(file.stem.replace("_", "-") for file in Path(__file__).parent.glob("[!_]*.py")))


def all_formats() -> tuple[Format, ...]:
    """Return every format, in the order of their names."""
    return tuple(map(named, names()))


def formats_for(parts: frozenset[Part]) -> tuple[Format, ...]:
    """Return the formats in which a report with these parts can be written."""
    return tuple(each for each in all_formats() if each.can_write(parts))


def named(name: str) -> Format:
    """Return the format of a name.

    Raises:
        UsageError: no format has this name.
    """
    if name not in names():
        near = nearest(name, names(), 1)
        hint = (
            Text("did you mean {name}?", name=near[0])
            if near
            else Text("the formats are {formats}", formats=Listed(names()))
        )
        raise UsageError(Text("there is no format {name!r}", name=name), UNKNOWN_SUFFIX, hint=hint)
    module = import_module(f"{__name__}.{name.replace('-', '_')}")
    declared: Format = module.FORMAT
    return declared


def format_asked(name: str | None, file: str | None) -> Format | None:
    """Return the format that a command line asks for before it is understood; ``None`` if it names none.

    A format that cannot be loaded is none here: the command, which loads it too, tells what is wrong with it.
    """
    try:
        if name is not None:
            return named(name) if name in names() else None
        return next(iter(_of_suffix(file)), None) if file else None
    except Exception:  # noqa: BLE001  (whatever the module does: nothing here could tell it)
        return None


def chosen_format(asked: Format | None, file: Path | None, parts: frozenset[Part]) -> Format:
    """Return the format asked for, else the one of the file's suffix, else the one for the screen.

    Args:
        asked: the format asked for, if any.
        file: where the report goes; ``None`` is standard output.
        parts: what the report has.

    Raises:
        UsageError: the file's suffix names no format and none was asked for.
    """
    if asked is not None:
        return asked
    if file is None or _is_a_stream(file):
        return named("text" if Part.PROBLEMS in parts else "table")
    found = _of_suffix(str(file))
    if not found:
        suffixes = Listed(tuple(suffix for each in formats_for(parts) for suffix in each.suffixes))
        message = Text(
            "the suffix of {file} names no format; add --format or use one of {suffixes}",
            file=str(file),
            suffixes=suffixes,
        )
        raise UsageError(message, UNKNOWN_SUFFIX)
    return max(found, key=lambda each: (each.can_write(parts), each.needs is not None))


def _of_suffix(file: str) -> tuple[Format, ...]:
    suffix = Path(file).suffix.lower()
    return tuple(each for each in all_formats() if suffix in each.suffixes) if suffix else ()


def _is_a_stream(file: Path) -> bool:
    """Whether a name stands for standard output, a device or a pipe, which have no format of their own."""
    return str(file) == "-" or (not file.suffix and leads_to_a_stream(file))
