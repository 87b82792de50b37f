"""``clusters eligibility``: may a cluster receive this aid, how much, and what is missing to tell."""

from pathlib import Path
from typing import Annotated

import typer

from clusters_cli.commands.shared.answer import Answer
from clusters_cli.commands.shared.asked_day import asked_day
from clusters_cli.commands.shared.conflicts import refuse_idle
from clusters_cli.commands.shared.option_groups import grouped
from clusters_cli.commands.shared.options import (
    AsOfOption,
    ClustersArgument,
    ParametersOption,
    SharedOptions,
    WithEndedOption,
)
from clusters_cli.commands.shared.reader import _
from clusters_cli.commands.shared.values import amount, day
from clusters_cli.foundations.text import Text

app = typer.Typer(rich_markup_mode=None, add_completion=False)

ApplicationsOption = Annotated[
    list[Path] | None, typer.Option("--dossier", metavar="FILE", help=_("Examine a whole application; repeatable."))
]


@app.command()
@grouped
def eligibility(
    clusters: ClustersArgument = None,
    dossier: ApplicationsOption = None,
    award_date: Annotated[
        str | None,
        typer.Option(
            metavar="DATE", help=_("Day of the act that awards the aid; without a dossier the day asked if not given.")
        ),
    ] = None,
    eligible_costs: Annotated[
        str | None, typer.Option(metavar="AMOUNT", help=_("Eligible operating costs over the period."))
    ] = None,
    public_aid: Annotated[
        str | None, typer.Option(metavar="AMOUNT", help=_("All public aid on these costs, the grant included."))
    ] = None,
    grant: Annotated[str | None, typer.Option(metavar="AMOUNT", help=_("The grant asked for."))] = None,
    explain: Annotated[bool, typer.Option("--explain", help=_("Show what each answer rests on, as a tree."))] = False,
    parameters: ParametersOption = None,
    as_of: AsOfOption = None,
    with_ended: WithEndedOption = False,
    *,
    shared: SharedOptions,
) -> Answer:
    r"""May a cluster receive this aid: one finding per rule, a verdict, the maximum grant.

    Without a dossier only the amounts and the date are examined, which is not yet a yes.  Exits 1 when a cluster or
    dossier that is named is ineligible, 3 when it cannot be told.

    \b
    clusters eligibility
    clusters eligibility nekoe --award-date 2023-03-31 --eligible-costs 270000 --public-aid 100000
    clusters eligibility --dossier application.yaml --explain
    clusters eligibility --dossier application.yaml --parameters what-if.yaml
    """
    from clusters_cli.commands.eligibility.view import eligibility_report
    from clusters_cli.eligibility import Given, examine_applications, examine_clusters, law_in_use
    from clusters_cli.registry import ends_by, find_clusters

    is_named = bool(clusters or dossier)
    if with_ended and is_named:
        refuse_idle("--with-ended", Text("clusters or dossiers are named"))
    given = Given(
        award_date=day(award_date, "--award-date"),
        eligible_costs=amount(eligible_costs, "--eligible-costs"),
        public_aid=amount(public_aid, "--public-aid"),
        grant=amount(grant, "--grant"),
    )
    opened = shared.opened()
    law = law_in_use(opened, parameters)
    looked_on = asked_day(as_of)
    named = find_clusters(opened, clusters or ())
    if dossier:
        found = examine_applications(dossier, given, law, looked_on, of=[cluster.id for cluster in named])
    else:
        found = examine_clusters(opened, named, given, law, looked_on)
    ends = {} if dossier else ends_by(opened, looked_on)
    counted = found if with_ended or is_named else [item for item in found if item.id not in ends]
    report = eligibility_report(found, counted, law, looked_on, ends, explain=explain, named=is_named)
    return Answer(report, shared.written)
