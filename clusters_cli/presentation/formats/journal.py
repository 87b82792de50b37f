"""A journal of hledger: a transaction for each entry of books, with its tags; what is only expected is marked so."""

import re
from collections.abc import Iterable
from decimal import Decimal

from clusters_cli.foundations.text import Text
from clusters_cli.presentation.account_classes import account_type
from clusters_cli.presentation.dated_entries import BookEntryOf, BookState
from clusters_cli.presentation.formats import Audience, Format
from clusters_cli.presentation.languages import word
from clusters_cli.presentation.reader import Reader
from clusters_cli.presentation.report import ReportOf
from clusters_cli.presentation.report_parts import Part

_COMMODITY = "EUR"
_EXPECTED = "expected"
"""The tag of what is foreseen."""
_NOT_IN_NAMES = re.compile(r"[^\w.-]+")
_ACCOUNTS, _AMOUNTS = 8, 14
"""Characters of an account and of an amount, so that amounts stand under each other."""


def to_journal(report: ReportOf[str], reader: Reader) -> str:
    """Write the entries of a report, in the order of their days, as hledger reads them.

    Accounts, tags and the commodity are declared, so that ``hledger check --strict`` finds what was typed wrongly
    later.  What is expected is pending (``!``) and has a tag; everything else is cleared (``*``).
    """
    entries = sorted(report.entries, key=lambda entry: (entry.day, entry.state is not BookState.OPENING))
    notes = [Text("What is marked ! is expected, and stands in no books yet.")]
    if report.as_of is not None:
        notes.append(Text("As of {day}.", day=report.as_of))
    lines = [
        *(f"; {word(note, reader.language)}" for note in notes),
        "",
        f"commodity 1000.00 {_COMMODITY}",
        *_declarations(entries),
    ]
    for entry in entries:
        lines += ["", *_transaction(entry)]
    return "\n".join(lines) + "\n"


def _declarations(entries: Iterable[BookEntryOf[str]]) -> list[str]:
    accounts = sorted({_name(account) for entry in entries for account in (entry.account, entry.counter)})
    tags = sorted({name for entry in entries for name, _value in _tags(entry)})
    types = [f"account {account}  ; type: {account_type(account)}" for account in accounts]
    return [*types, *(f"tag {name}" for name in tags)]


def _transaction(entry: BookEntryOf[str]) -> list[str]:
    mark = "!" if entry.state is BookState.EXPECTED else "*"
    return [
        f"{entry.day.isoformat()} {mark} ({_name(entry.line)}) {_description(entry.label)}".rstrip(),
        *(f"    ; {name}:{_value(value)}" for name, value in _tags(entry)),
        _posting(entry.counter, entry.amount),
        _posting(entry.account, -entry.amount),
    ]


def _posting(account: str, amount: Decimal) -> str:
    return f"    {_name(account):<{_ACCOUNTS}}  {amount:>{_AMOUNTS}.2f} {_COMMODITY}"


def _tags(entry: BookEntryOf[str]) -> list[tuple[str, str]]:
    expected = [(_EXPECTED, "")] if entry.state is BookState.EXPECTED else []
    return [*expected, *((_name(name), value) for name, value in entry.tags)]


def _name(text: str) -> str:
    """Return the name of an account, a line or a tag, without what hledger gives a meaning."""
    return _NOT_IN_NAMES.sub("-", text).strip("-") or "-"


def _description(text: str) -> str:
    """Return a description: a semicolon would begin a comment, a bar end the name of who pays."""
    return " ".join(text.split()).replace(";", ",").replace("|", "/")


def _value(text: str) -> str:
    """Return the value of a tag, which a comma would end."""
    return " ".join(text.split()).replace(",", ";")


def _write(report: ReportOf[str], reader: Reader) -> str:
    return to_journal(report, reader)


FORMAT = Format("journal", Audience.PEOPLE, _write, suffixes=(".journal",), needs=Part.ENTRIES)
