"""Reading what really happened from the file of a bank or of the accounts: which of the two its headings say."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice
from pathlib import Path

from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.problems import Position, Problem
from clusters_cli.foundations.regular_files import content_of
from clusters_cli.foundations.text import Text
from clusters_cli.treasury.actuals.actuals_words import EntryDay, FileEncoding
from clusters_cli.treasury.actuals.bank import read_bank
from clusters_cli.treasury.actuals.bank_columns import is_heading, known_columns
from clusters_cli.treasury.actuals.file_rows import FileRow, rows_of
from clusters_cli.treasury.actuals.file_text import refused_file, text_of
from clusters_cli.treasury.actuals.ledger import read_ledger
from clusters_cli.treasury.actuals.ledger_columns import is_ledger
from clusters_cli.treasury.actuals.movements import Actuals

UNKNOWN_FILE = Explanation(
    "ACT103",
    Text("a file that is neither of a bank nor of accounts"),
    Text(
        "No line of the file has the headings of a bank's export (a day, a label, an amount or debit and credit) or of "
        "accounting entries (FEC: JournalCode, EcritureNum, EcritureDate and so on)."
    ),
    Text("Export the movements of the account as CSV, or the accounting entries as a FEC, and give that file."),
)

_SEPARATORS = (";", "\t", "|", ",")
_MOST_ABOVE = 60
"""Rows above the headings of a bank, which tell the account, its holder and the like."""
_OTHER_KINDS = (
    (b"PK\x03\x04", Text("is a workbook: save its sheet as CSV")),
    (b"\xd0\xcf\x11\xe0", Text("is a workbook: save its sheet as CSV")),
    (b"%PDF", Text("is a PDF: ask the bank for the movements as CSV")),
    (b"OFXHEADER", Text("is an OFX file: ask the bank for the movements as CSV")),
    (b"<OFX", Text("is an OFX file: ask the bank for the movements as CSV")),
    (b"!Type:", Text("is a QIF file: ask the bank for the movements as CSV")),
    (b"<?xml", Text("is XML: export the accounting entries as a flat file, or the movements as CSV")),
    (b"<", Text("is a web page or XML: export the movements as CSV")),
)


def read_actuals(
    path: Path,
    today: date,
    *,
    encoding: FileEncoding | None = None,
    entry_day: EntryDay = EntryDay.BOOKING,
    name: str | None = None,
) -> Actuals:
    """Read a bank's CSV, or the French file of accounting entries (FEC).

    Nothing is guessed and nothing is skipped: what cannot be read with certainty is refused, with all other problems
    of the file, each at its line.

    Args:
        path: the file.
        today: a year of two digits is that of this century, unless the day would be later than this one.
        encoding: how the file is written, where what its bytes show is not it.
        entry_day: which of its two dates an accounting entry moved cash on.
        name: what to call the file in messages; its path when not given.

    Raises:
        UnusableFileError: the file is missing, a folder, unreadable or too large.
        InvalidDataError: it is no such file, or not a valid one; every problem is told.
    """
    file = name or str(path)
    raw = content_of(path, file)
    for start, message in _OTHER_KINDS:
        if raw.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(start):
            raise refused_file(Problem(UNKNOWN_FILE, Position(file), message))
    content = text_of(raw, file, encoding)
    for separator in _SEPARATORS:
        heading = next(_first_rows(content.text, separator, 1), None)
        if heading is not None and is_ledger(heading.cells):
            return read_ledger(content, heading, separator, entry_day)
    separator, heading = _heading_of_bank(content.text)
    if heading is None:
        raise refused_file(Problem(UNKNOWN_FILE, Position(file), Text("has no headings of a bank or of a FEC")))
    return read_bank(content, list(rows_of(content.text, separator)), heading, today)


def _first_rows(text: str, separator: str, count: int) -> Iterator[FileRow]:
    """Yield the first rows that hold anything."""
    sound = (row for row in rows_of(text, separator) if isinstance(row, FileRow) and not row.is_blank)
    return islice(sound, count)


def _heading_of_bank(text: str) -> tuple[str, FileRow | None]:
    """Return the separator and the row of headings of a bank's file: those that show the most columns."""
    found = [
        (separator, row)
        for separator in _SEPARATORS
        for row in _headings(tuple(_first_rows(text, separator, _MOST_ABOVE)))
    ]
    return max(found, key=lambda pair: len(known_columns(pair[1].cells)), default=(";", None))


def _headings(rows: Sequence[FileRow]) -> Iterator[FileRow]:
    """Yield the first row that is one of headings."""
    yield from islice((row for row in rows if is_heading(row.cells)), 1)
