"""The characters of a foreign file: UTF-8, else UTF-16 by its mark, else what French programs write; nothing guessed.

Bytes that are no UTF-8 are those of Windows-1252, which banks write, or of ISO 8859-15, which the norm of accounting
files allows (LPF, art. A47 A-1, III): the two differ in eight letters, and in the bytes that only one of them has.
"""

import codecs
import re
from dataclasses import dataclass

from clusters_cli.foundations.errors import InvalidDataError
from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.problems import Position, Problem
from clusters_cli.foundations.text import Text, counted
from clusters_cli.treasury.actuals.actuals_words import FileEncoding

EMPTY_FILE = Explanation(
    "ACT101",
    Text("an empty file of actuals"),
    Text("The file of a bank or of the accounts holds nothing at all, not even headings."),
    Text("Export it again; a file with headings and no row is one in which nothing moved."),
)
UNREADABLE_TEXT = Explanation(
    "ACT102",
    Text("characters that cannot be read"),
    Text(
        "The file is not written in the encoding that it seems to have, or was saved in another one before: letters "
        "with accents are lost or broken, and labels would be misread."
    ),
    Text("Export the file again without opening it in between, in UTF-8 where there is a choice."),
)

_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_ONLY_WINDOWS = re.compile(rb"[\x80-\x9f]")
_EURO_IN_ISO = b"\xa4"
_OF_ACCOUNTS = re.compile(rb"ecriturenum", re.IGNORECASE)
_TRAILING_BYTES = "".join(
    bytes([code]).decode("cp1252") for code in range(0x80, 0xC0) if code not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
)
_TWICE_ENCODED = re.compile(f"Ã[{re.escape(_TRAILING_BYTES)}]|Â[\u00a0-\u00bf]|â‚¬|â€[™œ“”]|\ufffd")
_CODECS = {
    FileEncoding.UTF_8: "utf-8-sig",
    FileEncoding.UTF_16: "utf-16",
    FileEncoding.WINDOWS_1252: "cp1252",
    FileEncoding.ISO_8859_15: "iso8859-15",
}


@dataclass(frozen=True, slots=True)
class FileText:
    """What a file says, in the encoding it was read in."""

    file: str
    text: str
    encoding: FileEncoding


def text_of(raw: bytes, file: str, encoding: FileEncoding | None = None) -> FileText:
    """Return the text of a file.

    Args:
        raw: what it holds.
        file: its name.
        encoding: how it is written, where the user says so.

    Raises:
        InvalidDataError: it is empty, or not text in this encoding, or was garbled before.
    """
    if not raw.strip(b"\xef\xbb\xbf\xff\xfe\0\r\n\t "):
        raise refused_file(Problem(EMPTY_FILE, Position(file), Text("is empty")))
    known = encoding or _encoding_of(raw)
    try:
        text = raw.decode(_CODECS[known])
    except UnicodeDecodeError as error:
        message = Text("is not {encoding} text", encoding=known)
        raise refused_file(_unreadable(file, raw.count(b"\n", 0, error.start) + 1, message)) from None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise refused_file(_unreadable(file, line, Text("is not text, or UTF-16 without its mark")))
    garbled = _TWICE_ENCODED.search(text)
    if garbled:
        line = text.count("\n", 0, garbled.start()) + 1
        message = Text("letters with accents were garbled when the file was saved: {text}", text=repr(garbled[0]))
        raise refused_file(_unreadable(file, line, message))
    return FileText(file, text, known)


def refused_file(*problems: Problem) -> InvalidDataError:
    """Return the error of a file that cannot be used, with every problem of it."""
    file = problems[0].position.file
    message = counted("{file}: {count} problem", "{file}: {count} problems", len(problems), file=file)
    return InvalidDataError(message, problems)


def _encoding_of(raw: bytes) -> FileEncoding:
    if raw.startswith(_MARKS):
        return FileEncoding.UTF_16
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        in_iso = not _ONLY_WINDOWS.search(raw) and (_EURO_IN_ISO in raw or _OF_ACCOUNTS.search(raw))
        return FileEncoding.ISO_8859_15 if in_iso else FileEncoding.WINDOWS_1252
    return FileEncoding.UTF_8


def _unreadable(file: str, line: int, message: Text) -> Problem:
    return Problem(UNREADABLE_TEXT, Position(file, line), message)
