"""What an authority must have on file for a de minimis award, and the statement that the undertaking signs.

Until the register covers three years the authority tells the undertaking in writing how much it gives and that it is de
minimis aid, names the regulation, and asks for a written statement of all other such aid over three years (Regulation
(EU) 2023/2831, art. 7(4)); it enters the award in the register (art. 6).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from clusters_cli.eligibility.de_minimis.account import DeMinimisAccount
from clusters_cli.eligibility.de_minimis.awards import DeMinimisAward
from clusters_cli.eligibility.de_minimis.coverage import REGISTER
from clusters_cli.eligibility.law import Law
from clusters_cli.foundations.text import Dated, Euros, Text, Value, bracketed, counted

STATEMENT = "de-minimis-statement"


@dataclass(frozen=True, slots=True)
class DeMinimisAnnex:
    """The statement of an undertaking, and what the authority that gives the aid has to do.

    Attributes:
        statement: what the undertaking states, in sentences.
        awards: the awards that are known, for it to confirm, correct and complete.
        duties: what the authority has to do, in sentences.
    """

    statement: tuple[Text, ...]
    awards: tuple[DeMinimisAward, ...]
    duties: tuple[Text, ...]


def annex_of(account: DeMinimisAccount, law: Law) -> DeMinimisAnnex:
    """Return the statement to be filled in for an account, and what else has to be done for an award."""
    awards = tuple(award for award in account.awards if award.may_count_on(account.day))
    return DeMinimisAnnex(tuple(_statement(account)), awards, tuple(_duties(account, law)))


def _statement(account: DeMinimisAccount) -> Iterator[Text]:
    asked = account.undertaking
    name: Value = bracketed(asked.name, asked.siren) if asked.siren and asked.siren != asked.name else asked.name
    yield Text(
        "{name} states all de minimis aid, under any regulation and from any authority, that it and the undertakings "
        "linked to it (Regulation (EU) 2023/2831, art. 2(2)) were awarded from {since} to {day}:",
        name=name,
        since=Dated(account.since),
        day=Dated(account.day),
    )
    yield Text("the aid of the table below, corrected and completed where needed, and no other.")


def _duties(account: DeMinimisAccount, law: Law) -> Iterator[Text]:
    wanted, day = account.general.wanted, account.day
    if law.on(STATEMENT, day).value is True:
        yield Text(
            "tell the undertaking in writing how much it gives ({amount}, as gross grant equivalent) and that it is de "
            "minimis aid under Regulation (EU) 2023/2831 (OJ L, 2023/2831, 15.12.2023)",
            amount="…" if wanted is None else Euros(wanted),
        )
        yield Text("have the statement below signed before the award: the register does not cover three years yet")
    within = account.coverage.declared_within.value
    if law.on(REGISTER, day).value is True and isinstance(within, int):
        yield counted(
            "enter the award in the register within {count} working day",
            "enter the award in the register within {count} working days",
            within,
        )
