"""``clusters poles``: the pôles de compétitivité that work in the region, and the phases of the policy."""

from dataclasses import replace
from typing import Annotated

import typer

from clusters_cli.commands.shared import completion
from clusters_cli.commands.shared.answer import Answer
from clusters_cli.commands.shared.asked_day import asked_day
from clusters_cli.commands.shared.command_groups import group
from clusters_cli.commands.shared.option_groups import grouped
from clusters_cli.commands.shared.options import (
    AsOfOption,
    MapOptions,
    SharedOptions,
    WithEndedOption,
)
from clusters_cli.commands.shared.reader import _

app = group(_("The pôles de compétitivité that work in the region: grants, labels, phases of the policy."))


@app.command("list")
@grouped
def list_poles(
    with_ended: WithEndedOption = False,
    as_of: AsOfOption = None,
    *,
    shared: MapOptions,
) -> Answer:
    """The pôles with their grants and labels on a day, and the phases of the policy as each source counts them.

    \b
    clusters poles list
    clusters poles list --as-of 2027-01-01
    clusters poles list -f json | jq '.data.phases[]'
    clusters poles list -o poles.geojson
    """
    from clusters_cli.commands.poles.view import poles_report

    return Answer(poles_report(shared.opened(), asked_day(as_of), with_ended=with_ended), shared.written)


@app.command("show")
@grouped
def show_pole(
    pole: Annotated[
        str,
        typer.Argument(
            metavar="POLE",
            help=_("Id, name or alias; case and accents do not count."),
            autocompletion=completion.poles,
        ),
    ],
    as_of: AsOfOption = None,
    *,
    shared: SharedOptions,
) -> Answer:
    """One pôle: its label on a day, regions, grants by funder and year, every fact with its source, and the unknown.

    \b
    clusters poles show s2e2
    clusters poles show "France Water Team" -f markdown
    """
    from clusters_cli.commands.poles.show import pole_report
    from clusters_cli.registry import dated_pole, find_pole

    opened = shared.opened()
    asked = asked_day(as_of)
    known = dated_pole(find_pole(opened, pole), opened, asked)
    return Answer(replace(pole_report(known, opened.poles.phases), as_of=asked), shared.written)


@app.command("phases")
@grouped
def show_phases(
    phase: Annotated[
        str | None,
        typer.Argument(
            metavar="[PHASE]",
            help=_("Id or name of a phase; none for all phases."),
            autocompletion=completion.phases,
        ),
    ] = None,
    *,
    shared: SharedOptions,
) -> Answer:
    r"""The phases of the policy: periods, pôles, yearly money of the State, remarks, as each source tells them.

    \b
    clusters poles phases
    clusters poles phases phase-5 -f markdown
    """
    from clusters_cli.commands.poles.phases import phases_report
    from clusters_cli.registry import find_phase

    opened = shared.opened()
    chosen = opened.poles.phases if phase is None else (find_phase(opened, phase),)
    return Answer(phases_report(chosen, opened), shared.written)
