"""Reading the French file of accounting entries (FEC): its movements of cash, and the balance that they lead to."""

from collections.abc import Iterable, Iterator
from datetime import date

from clusters_cli.foundations.money import ZERO
from clusters_cli.foundations.problems import Problem, at_most
from clusters_cli.foundations.text import Text
from clusters_cli.treasury.actuals.actuals_words import ActualsSource, BalanceOrigin, EntryDay
from clusters_cli.treasury.actuals.file_rows import FileRow
from clusters_cli.treasury.actuals.file_text import FileText, refused_file
from clusters_cli.treasury.actuals.ledger_columns import ledger_columns
from clusters_cli.treasury.actuals.ledger_entries import (
    cash_of,
    entries_of,
    is_cash,
    opening_journals,
    repeated_entries,
)
from clusters_cli.treasury.actuals.ledger_lines import LedgerLine, ledger_lines
from clusters_cli.treasury.actuals.movements import Actuals, RealBalance, in_order

NO_OPENING_ENTRIES = Text(
    "the accounts do not begin with the balances of the year before (journal of opening entries, AN), so that nobody "
    "can tell what stands on the bank accounts"
)


def read_ledger(content: FileText, heading: FileRow, separator: str, day: EntryDay) -> Actuals:
    """Read a file of accounting entries.

    The first day is that of the first entry, whether it moves cash or not, and the last that of the last movement of
    cash: a closed year ends with entries that move none.

    Args:
        content: what the file says.
        heading: its line of headings.
        separator: what stands between its cells.
        day: which of its two dates an entry moved cash on.

    Raises:
        InvalidDataError: something in it cannot be read with certainty; every problem is told.
    """
    columns = ledger_columns(heading.cells, content.file, heading.line)
    if isinstance(columns, Problem):
        raise refused_file(columns)
    found = list(ledger_lines(content.text, separator, columns, content.file))
    lines = [line for line in found if isinstance(line, LedgerLine)]
    journals = opening_journals(lines)
    opening = [line for line in lines if line.journal in journals]
    entries = entries_of(line for line in lines if line.journal not in journals)
    told = [cash_of(entry, content.file, day) for entry in entries.values()]
    problems = [*_problems(found), *_problems(told)]
    if problems:
        raise refused_file(*at_most(sorted(problems, key=lambda problem: problem.position.line)))
    of_cash = [entry for entry in told if entry is not None and not isinstance(entry, Problem)]
    movements = in_order(part for entry in of_cash for part in entry.movements)
    internal = in_order(part for entry in of_cash for part in entry.internal)
    days = [part.day for part in (*movements, *internal)] or [line.day for line in opening]
    return Actuals(
        file=content.file,
        source=ActualsSource.ACCOUNTS,
        encoding=content.encoding,
        first_day=min((line.day for line in lines), default=None),
        last_day=max(days, default=None),
        movements=movements,
        internal=internal,
        balance=_balance(lines, max(days)) if opening else None,
        no_balance=None if opening else NO_OPENING_ENTRIES,
        not_used=columns.not_used,
        lines_above=heading.line - 1,
        warnings=at_most(tuple(repeated_entries(entries.values(), content.file))),
    )


def _problems(found: Iterable[object]) -> Iterator[Problem]:
    return (item for item in found if isinstance(item, Problem))


def _balance(lines: Iterable[LedgerLine], day: date) -> RealBalance:
    amount = sum((line.amount for line in lines if is_cash(line.account)), ZERO)
    return RealBalance(amount, day, BalanceOrigin.ENTRIES)
