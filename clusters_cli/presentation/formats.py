"""The output formats, and which one a file's suffix asks for."""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path

from clusters_cli.foundations.errors import UsageError
from clusters_cli.foundations.messages import _
from clusters_cli.presentation.files import leads_to_a_stream


class Format(StrEnum):
    """How a report can be written; ``table``, ``markdown`` and ``xlsx`` are for people, the others for programs.

    ``csv-fr`` is for a French spreadsheet: semicolons, decimal commas, dates ``jj/mm/aaaa``, a mark for UTF-8.
    """

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    CSV_FR = "csv-fr"
    TSV = "tsv"
    MARKDOWN = "markdown"
    YAML = "yaml"
    GEOJSON = "geojson"
    XLSX = "xlsx"


class ProblemFormat(StrEnum):
    """How problems can be written: as lines, as programs want them, or as any report."""

    TEXT = "text"
    GITHUB = "github"
    SARIF = "sarif"
    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    TSV = "tsv"
    MARKDOWN = "markdown"
    YAML = "yaml"

    @property
    def written_as(self) -> Format:
        """The format of a report that holds them; a text ready to be shown is written as it is."""
        return Format.TABLE if self in (ProblemFormat.TEXT, ProblemFormat.GITHUB, ProblemFormat.SARIF) else Format(self)


_BY_SUFFIX = {
    ".txt": Format.TABLE,
    ".json": Format.JSON,
    ".csv": Format.CSV,
    ".tsv": Format.TSV,
    ".md": Format.MARKDOWN,
    ".yaml": Format.YAML,
    ".yml": Format.YAML,
    ".geojson": Format.GEOJSON,
    ".xlsx": Format.XLSX,
}
_PROBLEMS_BY_SUFFIX = {
    suffix: named for suffix, named in _BY_SUFFIX.items() if named.value in {format_.value for format_ in ProblemFormat}
}


def format_of_suffix(file: str) -> Format | None:
    """Return the format that a file's suffix names, if it names one."""
    return _BY_SUFFIX.get(Path(file).suffix.lower())


def chosen_format(asked: Format | None, file: Path | None) -> Format:
    """Return the format asked for, else the one of the file's suffix, else a table.

    Raises:
        UsageError: the file's suffix names no format and none was asked for.
    """
    if asked is not None:
        return asked
    return Format.TABLE if file is None or _is_a_stream(file) else _named_by(file, _BY_SUFFIX)


def _is_a_stream(file: Path) -> bool:
    """Whether a name stands for standard output, a device or a pipe, which have no format of their own."""
    return str(file) == "-" or (not file.suffix and leads_to_a_stream(file))


def _named_by(file: Path, formats: Mapping[str, Format]) -> Format:
    named = formats.get(file.suffix.lower())
    if named is not None:
        return named
    message = _("the suffix of {file} names no format; add --format or use one of {suffixes}")
    raise UsageError(message.format(file=file, suffixes=", ".join(formats)), code="USE103")


def chosen_problem_format(asked: ProblemFormat | None, file: Path | None) -> ProblemFormat:
    """Return the format asked for, else the one of the file's suffix, else text.

    Raises:
        UsageError: the file's suffix names no format and none was asked for.
    """
    if asked is not None:
        return asked
    if file is None or _is_a_stream(file):
        return ProblemFormat.TEXT
    if file.suffix.lower() == ".sarif":
        return ProblemFormat.SARIF
    by_suffix = _named_by(file, _PROBLEMS_BY_SUFFIX)
    return ProblemFormat.TEXT if by_suffix is Format.TABLE else ProblemFormat(by_suffix)
