"""The output formats, and which one a file's suffix asks for."""

from enum import StrEnum
from pathlib import Path

from clusters_cli.foundations.errors import UsageError
from clusters_cli.foundations.messages import _


class Format(StrEnum):
    """How a report can be written; every format but ``table`` and ``markdown`` is for programs."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    TSV = "tsv"
    MARKDOWN = "markdown"
    YAML = "yaml"


_BY_SUFFIX = {
    ".txt": Format.TABLE,
    ".json": Format.JSON,
    ".csv": Format.CSV,
    ".tsv": Format.TSV,
    ".md": Format.MARKDOWN,
    ".yaml": Format.YAML,
    ".yml": Format.YAML,
}


def chosen_format(asked: Format | None, file: Path | None) -> Format:
    """Return the format asked for, else the one of the file's suffix, else a table.

    Raises:
        UsageError: the file's suffix names no format and none was asked for.
    """
    if asked is not None:
        return asked
    if file is None or str(file) == "-":
        return Format.TABLE
    if file.suffix.lower() in _BY_SUFFIX:
        return _BY_SUFFIX[file.suffix.lower()]
    message = _("the suffix of {file} names no format; add --format or use one of {suffixes}")
    raise UsageError(message.format(file=file, suffixes=", ".join(_BY_SUFFIX)), code="USE103")
