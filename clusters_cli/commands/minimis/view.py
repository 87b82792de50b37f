"""The report of ``clusters minimis``: the answer, what is used of the ceiling, the awards, and when room returns."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from clusters_cli.commands.minimis.annex import annex_lines, annex_table
from clusters_cli.commands.minimis.headline import headline
from clusters_cli.commands.minimis.notes import notes_of
from clusters_cli.commands.shared.law_cells import parameter_cell
from clusters_cli.commands.shared.law_notes import with_replacements
from clusters_cli.eligibility import (
    CeilingUse,
    DeMinimisAccount,
    DeMinimisAnnex,
    DeMinimisAward,
    InForceOn,
    Law,
    free_from,
    stays_within,
)
from clusters_cli.foundations.data_shape import extended
from clusters_cli.foundations.errors import ExitCode
from clusters_cli.foundations.text import Dated, Joined, Text, all_of, meant
from clusters_cli.presentation.data import record
from clusters_cli.presentation.report import HELD, Cell, Column, Kind, Report, Table, Worded


def minimis_report(account: DeMinimisAccount, annex: DeMinimisAnnex | None, law: Law) -> Report:
    """Build the report of an account.

    Args:
        account: the account.
        annex: the statement to be signed, and what an officer has to do, shown in place of the account; ``None`` where
            it is not asked for.
        law: says which parameters are the registry's own.
    """
    answers = Joined(tuple(headline(account, use) for use in account.ceilings), "\n")
    report = Report(
        command="minimis",
        data=extended(account, annex=annex),
        text=Joined((answers, *annex_lines(annex, account)), "\n\n") if annex else answers,
        tables=(annex_table(annex),) if annex else tuple(_tables(account)),
        export=_export(account),
        notes=tuple(notes_of(account, annex)),
        exit_code=ExitCode.of(stays_within(account)),
        as_of=account.day,
    )
    return with_replacements(report, law.known.among([one.parameter.id for one in account.law]))


def _tables(account: DeMinimisAccount) -> Iterator[Table]:
    for use in account.ceilings:
        yield _use_table(account, use)
    if account.awards:
        yield _awards_table(account)
    for use in account.ceilings:
        if use.returns:
            yield _returns_table(use)
    yield _law_table(account.law)


def _use_table(account: DeMinimisAccount, use: CeilingUse) -> Table:
    columns = (Column("amount", Text("Amounts")), Column("value", "€", Kind.MONEY), Column("base", Text("Counted on")))
    over = Text("from {since} to {day}", since=Dated(account.since), day=Dated(account.day))
    rows: list[tuple[Cell, Cell, Cell]] = [
        (Text("ceiling"), use.limit, all_of(use.rules)),
        (Text("awarded"), use.certain, over),
    ]
    if use.possible != use.certain:
        doubtful = Text("of an unknown day, or told twice perhaps")
        rows.append((Text("perhaps awarded too"), use.possible - use.certain, doubtful))
    rows.append((Text("headroom"), use.headroom, Text("ceiling less all of it")))
    if use.excess:
        rows.append((Text("above the ceiling"), use.excess, Text("awarded less ceiling")))
    if use.wanted is not None:
        rows.append((Text("asked for"), use.wanted, Text("on {day}", day=Dated(account.day))))
    return Table(use.ceiling.parameter.id, columns, tuple(rows))


def _awards_table(account: DeMinimisAccount) -> Table:
    columns = (
        Column("day", Text("Awarded"), Kind.DATE),
        Column("undertaking", Text("Undertaking")),
        Column("authority", Text("Authority"), minor=True),
        Column("rule", Text("Regulation"), minor=True),
        Column("amount", Text("Amount (€)"), Kind.MONEY),
        Column("source", Text("Told by")),
        Column("counts", meant("column of awards", "Counts")),
        Column("free_from", Text("No more from"), Kind.DATE),
    )
    rows = [_award_row(award, account.day) for award in account.awards]
    return Table.of("awards", columns, rows, title=Text("Awards"))


def _award_row(award: DeMinimisAward, day: date) -> Mapping[str, Cell]:
    return {
        **record(award),
        "day": _awarded(award),
        "undertaking": award.undertaking.name,
        "source": all_of((award.source, *award.also)),
        "counts": _counts(award, day),
        "free_from": free_from(award.last),
    }


def _awarded(award: DeMinimisAward) -> Cell:
    """Return when an award was made, as far as that is known: a day, a year, or by when."""
    first, last = award.first, award.last
    if award.day:
        return award.day
    if (first.month, first.day, last) == (1, 1, date(first.year, 12, 31)):
        return f"{first.year}"
    return Worded(last, Kind.DATE, Text("by {day}", day=HELD))


def _counts(award: DeMinimisAward, day: date) -> Text:
    if award.surely_counts_on(day):
        return meant("award counts", "yes")
    return meant("award counts", "perhaps") if award.may_count_on(day) else meant("award counts", "no more")


def _returns_table(use: CeilingUse) -> Table:
    columns = (
        Column("day", Text("From"), Kind.DATE),
        Column("amount", Text("Counts no more (€)"), Kind.MONEY),
        Column("headroom", Text("Headroom then (€)"), Kind.MONEY),
    )
    title = Text("When room returns, without other awards")
    return Table.of(f"{use.ceiling.parameter.id}-returns", columns, [record(one) for one in use.returns], title=title)


_PERIODS: Mapping[str, Text] = {
    "3-years-rolling": Text("three rolling years"),
    "3-tax-years": Text("three tax years"),
}
"""How the periods over which a ceiling counts are called."""


def _law_table(law: Sequence[InForceOn]) -> Table:
    columns = (
        Column("parameter", Text("Parameter")),
        Column("value", Text("Value")),
        Column("reference", Text("Reference")),
        Column("confidence", Text("Confidence"), minor=True),
    )
    rows: list[dict[str, Cell]] = [
        {
            "parameter": one.parameter.name,
            "value": _PERIODS.get(str(one.value)) or parameter_cell(one.value, one.parameter.unit),
            "reference": one.dated.reference.place if one.dated else None,
            "confidence": one.dated.confidence if one.dated else None,
        }
        for one in law
    ]
    return Table.of("law", columns, rows, title=Text("The law that was read"))


def _export(account: DeMinimisAccount) -> Table:
    """Return the awards one a row, each fact in a column of its own."""
    keys = ("day", "first", "last", "undertaking", "siren", "authority", "rule", "amount", "source", "also", "counts")
    rows = [
        {
            **record(award),
            "day": award.day,
            "undertaking": award.undertaking.name,
            "siren": award.undertaking.siren,
            "also": " ".join(award.also),
            "counts": _counted(award, account.day),
            "free_from": free_from(award.last),
        }
        for award in account.awards
    ]
    return Table.keyed("awards", (*keys, "free_from", "place"), rows)


def _counted(award: DeMinimisAward, day: date) -> str:
    if award.surely_counts_on(day):
        return "yes"
    return "perhaps" if award.may_count_on(day) else "no"
