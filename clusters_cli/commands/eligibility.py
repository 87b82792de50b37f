"""``clusters eligibility``: may a cluster receive this aid, how much, and what is missing to tell."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from clusters_cli.commands.answer import Answer
from clusters_cli.commands.options import (
    ClustersArgument,
    ForceOption,
    FormatOption,
    OutputOption,
    ParametersOption,
    RegistryOption,
)
from clusters_cli.commands.together import refuse_both, refuse_idle
from clusters_cli.commands.values import amount, day, today
from clusters_cli.foundations.errors import UsageError
from clusters_cli.foundations.messages import _
from clusters_cli.presentation.output import Output

if TYPE_CHECKING:
    from clusters_cli.dossier.reading import DossierFile
    from clusters_cli.eligibility.examination import Examination
    from clusters_cli.eligibility.parameters import Law
    from clusters_cli.eligibility.questions import Given
    from clusters_cli.registry.loading import Registry

app = typer.Typer(rich_markup_mode=None, add_completion=False)

DossierOption = Annotated[
    list[Path] | None, typer.Option("--dossier", metavar="FILE", help=_("Examine a whole application; repeatable."))
]


@app.command()
def eligibility(
    clusters: ClustersArgument = None,
    dossier: DossierOption = None,
    award_date: Annotated[
        str | None, typer.Option(metavar="DATE", help=_("Day of the act that awards the aid; never taken as today."))
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
    as_of: Annotated[
        str | None, typer.Option(metavar="DATE", help=_("Day from which deadlines are measured; today if not given."))
    ] = None,
    registry: RegistryOption = None,
    format_: FormatOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
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
    from clusters_cli.commands.law import law_in_use
    from clusters_cli.commands.views.eligibility import eligibility_report
    from clusters_cli.eligibility.questions import Given
    from clusters_cli.registry.loading import open_registry

    given = Given(
        award_date=day(award_date, "--award-date"),
        eligible_costs=amount(eligible_costs, "--eligible-costs"),
        public_aid=amount(public_aid, "--public-aid"),
        grant=amount(grant, "--grant"),
    )
    if as_of is not None and not dossier and award_date is None:
        reason = _("without a day of award no deadline is measured")
        refuse_idle("--as-of", reason, _("add --award-date or --dossier, or leave it out"))
    opened = open_registry(registry)
    law, notes = law_in_use(opened, parameters)
    looked_on = day(as_of, "--as-of") or today()
    if dossier:
        found = _dossiers(opened, dossier, clusters or (), given, law, looked_on)
    else:
        found = _clusters(opened, clusters or (), given, law, looked_on)
    report = eligibility_report(found, law, looked_on, notes=notes, explain=explain, named=bool(clusters or dossier))
    return Answer(report, Output(format_, output, force))


def _clusters(
    opened: "Registry", names: Sequence[str], given: "Given", law: "Law", as_of: date
) -> "tuple[Examination, ...]":
    from clusters_cli.commands.known import known_for_eligibility
    from clusters_cli.eligibility.examination import examine
    from clusters_cli.eligibility.questions import question
    from clusters_cli.registry.queries import find_cluster

    named = {cluster.id: cluster for cluster in (find_cluster(opened, name) for name in names)}
    if given.has_amounts and len(named) != 1:
        message = _("--eligible-costs, --public-aid and --grant are those of one cluster; name it")
        raise UsageError(message, code="USE171")
    known = [known_for_eligibility(cluster, opened) for cluster in (named.values() or opened.clusters.clusters)]
    return tuple(examine(question(item, given, law, as_of), given.depth, name=item.name) for item in known)


def _dossiers(
    opened: "Registry", files: Sequence[Path], names: Sequence[str], given: "Given", law: "Law", as_of: date
) -> "tuple[Examination, ...]":
    from clusters_cli.eligibility.examination import examine
    from clusters_cli.eligibility.questions import whole_dossier
    from clusters_cli.registry.queries import find_cluster

    read = [_dossier(file, given) for file in files]
    wanted = {find_cluster(opened, name).id for name in names}
    strangers = wanted - {item.dossier.cluster for item in read}
    if strangers:
        message = _("no dossier is that of {clusters}; leave the name out, or give its dossier")
        raise UsageError(message.format(clusters=", ".join(sorted(strangers))), code="USE172")
    return tuple(
        examine(whole_dossier(item, law, as_of), "dossier", name=item.dossier.name or item.dossier.id) for item in read
    )


def _dossier(file: Path, given: "Given") -> "DossierFile":
    from clusters_cli.dossier.reading import dossier_of, read_dossier
    from clusters_cli.foundations.strict_yaml import read_yaml

    options = {
        "aid.award_date": (given.award_date, "--award-date"),
        "totals.eligible_costs": (given.eligible_costs, "--eligible-costs"),
        "totals.public_aid": (given.public_aid, "--public-aid"),
    }
    if given.grant is not None:
        options[_grant_fact(read_dossier(file))] = (given.grant, "--grant")
    _refuse_what_lines_give(file, given)
    facts = {fact: (str(value), option) for fact, (value, option) in options.items() if value is not None}
    return dossier_of(read_yaml(file), facts)


def _refuse_what_lines_give(file: Path, given: "Given") -> None:
    """Refuse a total that the lines of a dossier add up to."""
    from clusters_cli.dossier.reading import read_dossier

    if given.eligible_costs is None and given.public_aid is None:
        return
    dossier = read_dossier(file).dossier
    for option, total, lines, name in (
        ("--eligible-costs", given.eligible_costs, dossier.costs, "costs"),
        ("--public-aid", given.public_aid, dossier.resources, "resources"),
    ):
        if total is not None and lines is not None:
            hint = _("the lines under {lines} of {file} add up to it: change them").format(lines=name, file=file)
            refuse_both(option, "--dossier", hint)


def _grant_fact(read: "DossierFile") -> str:
    """Return where a dossier holds the grant that ``--grant`` replaces."""
    if read.dossier.resources is None:
        return "totals.grant"
    asked = [index for index, line in enumerate(read.dossier.resources) if line.status == "requested"]
    if len(asked) != 1:
        message = _("--grant replaces the one resource with status: requested; {file} has {count}")
        raise UsageError(message.format(file=read.document.file, count=len(asked)), code="USE173")
    return f"resources[{asked[0]}].amount"
