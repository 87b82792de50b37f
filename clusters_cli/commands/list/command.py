"""``clusters list``: the clusters of a registry, filtered, sorted, in the columns one wants."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from clusters_cli.commands.shared import completion, typed_words
from clusters_cli.commands.shared.answer import Answer
from clusters_cli.commands.shared.asked_day import asked_day
from clusters_cli.commands.shared.listings import listing_on
from clusters_cli.commands.shared.option_groups import grouped
from clusters_cli.commands.shared.options import AsOfOption, MapOptions, WithEndedOption
from clusters_cli.commands.shared.reader import _

if TYPE_CHECKING:
    from clusters_cli.registry.models import Place

app = typer.Typer(rich_markup_mode=None, add_completion=False)

MaturityOption = Annotated[
    list[str] | None,
    typer.Option(
        metavar="CLASS",
        help=_("Only this class: emerging, seeking-model, structured; repeatable."),
        autocompletion=completion.maturities,
    ),
]
DepartmentOption = Annotated[
    list[str] | None,
    typer.Option(
        metavar="DEPARTMENT",
        help=_("Only seats in this department, by number or name; repeatable."),
        autocompletion=completion.departments,
    ),
]
DomainOption = Annotated[
    list[str] | None,
    typer.Option(metavar="DOMAIN", help=_("Only this domain; repeatable."), autocompletion=completion.domains),
]
SortOption = Annotated[
    str | None,
    typer.Option(
        metavar="COLUMN", help=_("Sort by a column; -COLUMN for descending."), autocompletion=completion.column
    ),
]
ColumnsOption = Annotated[
    str | None,
    typer.Option(
        metavar="A,B,…",
        help=_("Columns to show; JSON and YAML always hold them all."),
        autocompletion=completion.columns,
    ),
]


@app.command()
@grouped
def list_clusters(
    maturity: MaturityOption = None,
    department: DepartmentOption = None,
    domain: DomainOption = None,
    supported: Annotated[
        bool | None,
        typer.Option("--supported/--not-supported", help=_("Only those the Région supports, or the others.")),
    ] = None,
    sort: SortOption = None,
    columns: ColumnsOption = None,
    with_ended: WithEndedOption = False,
    as_of: AsOfOption = None,
    *,
    shared: MapOptions,
) -> Answer:
    """The clusters of the registry: maturity, seat, members, budget, grant.

    \b
    clusters list --department 37 --sort -budget
    clusters list --maturity emerging --columns name,members,budget
    clusters list -f json | jq '.data.clusters[].id'
    clusters list -o clusters.geojson
    """
    from clusters_cli.commands.list.view import list_report
    from clusters_cli.registry import Filters, listed
    from clusters_cli.registry.models import Maturity

    day = asked_day(as_of)
    filters = Filters(
        typed_words.words(Maturity, maturity, "--maturity"), tuple(department or ()), tuple(domain or ()), supported
    )
    listing = listing_on(shared.registry, day)
    chosen = listed(listing, filters, sort and typed_words.sorting(sort))
    shown = tuple(map(typed_words.column, columns.split(","))) if columns is not None else None

    def seats() -> "Mapping[str, Place | None]":
        from clusters_cli.registry import seats_of

        return seats_of(shared.opened())

    report = list_report(chosen, shown, listing.names, seats, day, with_ended=with_ended)
    return Answer(report, shared.written)
