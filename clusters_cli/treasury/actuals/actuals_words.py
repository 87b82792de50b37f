"""The closed words of what really happened: the file it is read from, and where its balance comes from."""

from clusters_cli.foundations.text import Text, meant
from clusters_cli.foundations.words import Vocabulary


class ActualsSource(Vocabulary):
    """What kind of file the movements are read from."""

    ACCOUNTS = "accounts", Text("accounting entries (FEC)"), "écritures comptables (FEC)", "FEC"
    BANK = "bank", Text("bank statement"), "relevé bancaire"


class BalanceOrigin(Vocabulary):
    """Where a real balance comes from."""

    RUNNING = "running", Text("running balance of the bank"), "solde courant de la banque"
    STATED = "stated", Text("balance stated by the bank"), "solde indiqué par la banque"
    ENTRIES = "entries", Text("bank and cash accounts"), "comptes de banque et de caisse"
    TYPED = "typed", meant("balance", "typed"), "saisi"


class EntryDay(Vocabulary):
    """Which of its two dates an accounting entry moved cash on: software is at odds about them."""

    BOOKING = "booking", Text("day of booking (EcritureDate)"), "date de comptabilisation (EcritureDate)"
    DOCUMENT = "document", Text("day of the document (PieceDate)"), "date de la pièce (PieceDate)"


class FileEncoding(Vocabulary):
    """How the characters of a file are written."""

    UTF_8 = "utf-8", Text("UTF-8"), "utf8"
    UTF_16 = "utf-16", Text("UTF-16"), "utf16"
    WINDOWS_1252 = "windows-1252", Text("Windows-1252"), "cp1252"
    ISO_8859_15 = "iso-8859-15", Text("ISO 8859-15"), "latin-9"
