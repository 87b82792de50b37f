"""The annex of ``clusters minimis``: the written statement to be signed, and what an officer has to do."""

from collections.abc import Iterator

from clusters_cli.eligibility import DeMinimisAccount, DeMinimisAnnex, DeMinimisAward
from clusters_cli.foundations.text import Joined, Text, Value
from clusters_cli.presentation.report import Cell, Column, Kind, Table

_EMPTY_LINES = 3
"""Lines of the statement that are left for awards nobody knows of yet."""
_BOX, _BLANK = "☐", "………………"


def annex_lines(annex: DeMinimisAnnex, account: DeMinimisAccount) -> Iterator[Value]:
    """Yield the paragraphs of the annex: the duties of the officer, then what the undertaking states and signs."""
    duties = (Joined((_BOX, duty)) for duty in annex.duties)
    yield Joined((Text("The authority that gives the aid has to:"), *duties), "\n")
    yield Joined(
        (Text("Written statement (table below, to be corrected, completed and signed)"), *annex.statement), "\n"
    )
    linked: Value = Joined(tuple(one.name for one in account.linked), ", ") if account.linked else _BLANK
    yield Joined(
        (
            Text("Linked undertakings: {names}", names=linked),
            Text("Name and capacity of the person who signs: {blank}", blank=_BLANK),
            Text("Day and signature: {blank}", blank=_BLANK),
        ),
        "\n",
    )


def annex_table(annex: DeMinimisAnnex) -> Table:
    """Return the table of the statement: the awards that are known, and empty lines for the others."""
    columns = (
        Column("day", Text("Day of the act"), Kind.DATE),
        Column("undertaking", Text("Undertaking")),
        Column("rule", Text("Regulation")),
        Column("authority", Text("Authority")),
        Column("amount", Text("Amount (€)"), Kind.MONEY),
        Column("confirmed", Text("Confirmed")),
    )
    empty: dict[str, Cell] = {
        "day": "",
        "undertaking": "",
        "rule": "",
        "authority": "",
        "amount": "",
        "confirmed": _BOX,
    }
    rows = [*map(_line, annex.awards), *[empty] * _EMPTY_LINES]
    return Table.of("statement", columns, rows, title=Text("De minimis aid received"))


def _line(award: DeMinimisAward) -> dict[str, Cell]:
    return {
        "day": award.day or "",
        "undertaking": award.undertaking.name,
        "rule": award.rule,
        "authority": award.authority or "",
        "amount": award.amount,
        "confirmed": _BOX,
    }
