"""``clusters minimis``: the de minimis account of an undertaking."""

from pathlib import Path
from typing import Annotated

import typer

from clusters_cli.commands.shared import completion
from clusters_cli.commands.shared.answer import Answer
from clusters_cli.commands.shared.asked_day import asked_day
from clusters_cli.commands.shared.option_groups import grouped
from clusters_cli.commands.shared.options import AsOfOption, SharedOptions
from clusters_cli.commands.shared.reader import _
from clusters_cli.commands.shared.values import amount as read_amount

app = typer.Typer(rich_markup_mode=None, add_completion=False)

UndertakingArgument = Annotated[
    str,
    typer.Argument(
        metavar="UNDERTAKING",
        help=_("A SIREN, a cluster, or a member to which the dossier passes aid on."),
        autocompletion=completion.clusters,
    ),
]
RegisterOption = Annotated[
    Path | None,
    typer.Option(
        "--register", metavar="FILE", help=_("Copy of the public register of de minimis aid, as CSV from data.gouv.fr.")
    ),
]
AwardOption = Annotated[
    list[str] | None,
    typer.Option(
        "--award",
        metavar="DAY=AMOUNT[=UNDERTAKING]",
        help=_("An award that was made, by its day; of a linked undertaking with its SIREN or cluster; repeatable."),
    ),
]
GroupOption = Annotated[
    list[str] | None,
    typer.Option(
        "--group",
        metavar="UNDERTAKING",
        help=_("SIREN or cluster of an undertaking that is linked: their aid counts together; repeatable."),
        autocompletion=completion.clusters,
    ),
]
AccountDossierOption = Annotated[
    Path | None,
    typer.Option(
        "--dossier", metavar="FILE", help=_("Dossier whose history of awards, or aid passed on, is counted too.")
    ),
]


@app.command()
@grouped
def minimis(
    undertaking: UndertakingArgument,
    register: RegisterOption = None,
    award: AwardOption = None,
    group: GroupOption = None,
    alone: Annotated[bool, typer.Option("--alone", help=_("No other undertaking is linked to it."))] = False,
    dossier: AccountDossierOption = None,
    statement: Annotated[
        bool,
        typer.Option(
            "--statement",
            help=_("Its written statement names no award beside those given here, linked undertakings included."),
        ),
    ] = False,
    amount: Annotated[
        str | None, typer.Option("--amount", metavar="AMOUNT", help=_("What is to be awarded: is there room, or when?"))
    ] = None,
    annex: Annotated[
        bool,
        typer.Option(
            "--annex",
            help=_("The written statement to be signed, and what an officer has to do, in place of the tables."),
        ),
    ] = False,
    as_of: AsOfOption = None,
    *,
    shared: SharedOptions,
) -> Answer:
    r"""What de minimis aid an undertaking received over three rolling years, what room is left, when room returns.

    Exits 1 when known awards are above the ceiling, or the amount asked for has no room; 3 while neither the register
    nor a written statement covers the three years.

    \b
    clusters minimis 732829320 --register aides_minimis.csv --amount 40000
    clusters minimis 732829320 --award 2025-03-31=20000 --award 2026-02-15=180000 --statement
    clusters minimis nekoe --dossier application.yaml --annex -o statement.md
    """
    from clusters_cli.commands.minimis.asked_undertaking import (
        refuse_other_applicant,
        refuse_what_numbers_need,
        single_undertaking,
        typed_awards,
    )
    from clusters_cli.commands.minimis.view import minimis_report
    from clusters_cli.dossier import read_dossier
    from clusters_cli.eligibility import DeMinimisQuestion, account_of, annex_of, law_in_use

    opened, asked = shared.opened(), asked_day(as_of)
    wanted = read_amount(amount, "--amount")
    file = read_dossier(dossier) if dossier else None
    whose = single_undertaking(undertaking, group, opened, file, alone=alone)
    if register:
        refuse_what_numbers_need(whose)
    if file:
        refuse_other_applicant(whose, file)
    law = law_in_use(opened)
    typed = typed_awards(award, whose, asked, opened)
    account = account_of(DeMinimisQuestion(whose, asked, wanted, typed, register, file, statement), opened, law)
    return Answer(minimis_report(account, annex_of(account, law) if annex else None, law), shared.written)
