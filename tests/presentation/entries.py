"""Entries of books made by hand, those of the plan of ``plans`` and hostile ones."""

from datetime import date
from decimal import Decimal

from clusters_cli.presentation.dated_entries import BookState
from clusters_cli.presentation.report import BookEntry, CalendarEvent, Report
from tests.presentation.plans import MONTHS, PAID, RECEIVED

AS_OF = date(2026, 11, 26)
OPENING = Decimal("15000.00")
HOSTILE = '=HYPERLINK("x");a|b,c\t\\d\n2026-01-01 * stolen\n    512  1 EUR'
"""What a label of somebody else's file may hold: a formula, marks of several formats, tabs, line breaks."""
ACCOUNTS = {
    "Cotisations": "756",
    "Région Centre-Val de Loire": "741",
    "=FEDER": "4418",
    "Salaires": "641",
    "Loyer": "6132",
}


def plan_entries() -> tuple[BookEntry, ...]:
    """The entries of a plan: what it opens with, and each amount of a line in the middle of its month."""
    opening = BookEntry(date(2026, 11, 1), "Solde d'ouverture", OPENING, "890", "opening", BookState.OPENING)
    lines = [(name, amounts, 1) for name, amounts in RECEIVED.items()] + [
        (name, amounts, -1) for name, amounts in PAID.items()
    ]
    return (
        opening,
        *(
            BookEntry(
                date.fromisoformat(f"{month}-15"),
                name,
                sign * amount,
                ACCOUNTS[name],
                f"line-{number}",
                tags=(("funder", name), ("kind", "grant")),
            )
            for number, (name, amounts, sign) in enumerate(lines)
            for month, amount in zip(MONTHS, amounts, strict=True)
            if amount
        ),
    )


def received(label: str = "Avance de la Région", amount: str = "78000.10", account: str = "741") -> BookEntry:
    """An instalment of a grant that was received."""
    tags = (("funder", "Région"), ("instalment", "advance"), ("source", "agreement, art. 4"))
    return BookEntry(date(2026, 5, 30), label, Decimal(amount), account, "region", BookState.HAPPENED, tags=tags)


def report_of(*entries: BookEntry, events: tuple[CalendarEvent, ...] = ()) -> Report:
    """A report that holds entries and events, as a command gives it."""
    return Report("treasury", {}, entries=entries, events=events, as_of=AS_OF)
