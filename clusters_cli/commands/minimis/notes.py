"""The sentences under the tables of ``clusters minimis``."""

from collections import Counter
from collections.abc import Iterator

from clusters_cli.eligibility import AwardSource, DeMinimisAccount, DeMinimisAnnex, DeMinimisAward, DeMinimisRule
from clusters_cli.foundations.text import Count, Listed, Text, Value, counted, labelled


def notes_of(account: DeMinimisAccount, annex: DeMinimisAnnex | None) -> Iterator[Value]:
    """Yield what a reader must know beside the tables: what lacks, what was assumed, what was counted once.

    Args:
        account: the account.
        annex: the statement to be signed, where it is shown.
    """
    yield from _lacking(account, annex)
    yield from _of_register(account)
    yield from _of_awards(account)
    yield from _of_rules(account)


def _lacking(account: DeMinimisAccount, annex: DeMinimisAnnex | None) -> Iterator[Value]:
    for sentence in account.coverage.lacking:
        yield labelled(Text("May lack"), sentence)
    if account.coverage.is_complete:
        return
    if annex is None:
        yield Text(
            "Neither the register nor a written statement covers the three years: --annex prints the statement to be "
            "signed, --award and --statement take what it says."
        )
    else:
        yield Text("Once it is signed, --award and --statement take what it says.")


def _of_register(account: DeMinimisAccount) -> Iterator[Value]:
    register = account.register
    if register is None:
        return
    yield counted(
        "{file}: {rows} aids, {count} of them to this undertaking by the day asked.",
        "{file}: {rows} aids, {count} of them to this undertaking by the day asked.",
        len(register.awards),
        file=register.file,
        rows=Count(register.rows),
    )
    if register.later:
        yield counted(
            "{count} more was awarded after the day asked, and is left aside.",
            "{count} more were awarded after the day asked, and are left aside.",
            register.later,
        )
    if register.others:
        yield Text("Columns that are not known of the register, and not read: {names}.", names=Listed(register.others))


def _of_awards(account: DeMinimisAccount) -> Iterator[Value]:
    twice = sum(1 for award in account.awards if award.also)
    if twice:
        yield counted(
            "{count} award is told by several sources, and counted once.",
            "{count} awards are told by several sources, and counted once each.",
            twice,
        )
    doubtful = sum(1 for award in account.awards if award.may_repeat)
    if doubtful:
        yield counted(
            "{count} award is perhaps one that another source tells of already: its SIREN and its day would tell.",
            "{count} awards are perhaps ones that other sources tell of already: their SIREN and days would tell.",
            doubtful,
        )
    unsaid = sum(1 for award in account.awards if _lacks_in_declaration(award, account))
    if unsaid:
        yield counted(
            "{count} award of the register is not in the history that the dossier declares to be whole.",
            "{count} awards of the register are not in the history that the dossier declares to be whole.",
            unsaid,
        )
    alike = Counter((one.first, one.last, one.amount, one.rule, one.undertaking, one.source) for one in account.awards)
    repeated = sum(number for number in alike.values() if number > 1)
    if repeated:
        yield counted(
            "{count} awards of one source are alike, and counted each: nothing says that they are one.",
            "{count} awards of one source are alike, and counted each: nothing says that they are one.",
            repeated,
        )


def _of_rules(account: DeMinimisAccount) -> Iterator[Value]:
    rules = {award.rule for award in account.awards}
    if DeMinimisRule.SGEI in rules:
        yield Text(
            "Aid to services of general economic interest has its own ceiling, and is counted apart (Regulation (EU) "
            "2023/2831, art. 5(1))."
        )
    if DeMinimisRule.FISHERIES in rules:
        yield Text(
            "Aid to fisheries counts towards the general ceiling (Regulation (EU) 2023/2831, art. 5(2)); its own "
            "is not examined."
        )
    told = {award.source for award in account.awards} - {AwardSource.REGISTER}
    if told:
        yield Text("Assumed: awards that are not in the register rest on the general regulation, or share its ceiling.")
    if not account.group.is_told and account.coverage.is_complete:
        yield Text("Assumed: the written statement covers the undertakings that are linked to it.")


def _lacks_in_declaration(award: DeMinimisAward, account: DeMinimisAccount) -> bool:
    """Whether an application file that declares to tell of every award does not tell of this one."""
    is_counted = account.coverage.is_declared and award.may_count_on(account.day)
    return is_counted and award.source is AwardSource.REGISTER and AwardSource.DOSSIER not in award.also
