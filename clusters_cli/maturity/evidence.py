"""Evidence: what the registry knows of each measure that a criterion looks at, and who says so.

A figure comes from the registry's reference source when it gives one, else it is the latest known.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from clusters_cli.foundations.data_shape import in_data
from clusters_cli.foundations.fields import Identifier
from clusters_cli.foundations.text import Sentence, Text
from clusters_cli.maturity.evidence_words import MissingFact, Unit
from clusters_cli.registry import figure, preferred
from clusters_cli.registry.models import Cluster, Figures, Measure, Sourced


@in_data(without=("remark", "details"), spread=("origin",), value="found")
@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The value of a measure and where it comes from.

    Attributes:
        value: in ``unit``; ``None`` if unknown.
        unit: years, euros, people or full-time equivalents.
        year: year of the figure if the source gives it one; for an age, the year of creation.
        origin: the statement that gives it.
        missing: the facts without which it is unknown.
        remark: what a reader must know beside the value, such as why it cannot be used.
        details: the same for programs.
    """

    value: Decimal | None
    unit: Unit
    year: int | None = None
    origin: Sourced | None = None
    missing: tuple[MissingFact, ...] = ()
    remark: Sentence | None = None
    details: Mapping[str, str | Decimal | tuple[str, ...]] = field(default_factory=dict)


def age(cluster: Cluster, reference: Identifier | None, year: int) -> Evidence:
    """Return the years between a cluster's year of creation and the reference year."""
    founded = preferred(cluster.founded, reference)
    if founded is None:
        return Evidence(value=None, unit=Unit.YEARS, missing=(MissingFact.FOUNDED,))
    created = int(founded.value[:4])
    if created > year:
        remark = Text("created in {created}, after {year}", created=created, year=year)
        return Evidence(value=None, unit=Unit.YEARS, year=created, origin=founded, remark=remark)
    return Evidence(value=Decimal(year - created), unit=Unit.YEARS, year=created, origin=founded)


def budget(cluster: Cluster, reference: Identifier | None, year: int) -> Evidence:
    """Return a cluster's yearly budget, whatever the reference year."""
    del year
    known = figure(cluster, "budget", reference)
    if known is None:
        return Evidence(value=None, unit=Unit.EUROS, missing=(MissingFact.BUDGET,))
    return Evidence(value=known.value, unit=Unit.EUROS, year=known.year, origin=known.origin)


def team(cluster: Cluster, reference: Identifier | None, year: int) -> Evidence:
    """Return a cluster's permanent team, whatever the reference year.

    It is the number of permanent staff, the unit of the report's "one to three" (recommendation 2); where a source
    counts full-time equivalents instead, as most of the report's table does, it is those.  Volunteers, independent
    experts, apprentices and people lent by another body stand beside the team in that table and do not count.
    """
    del year
    known = [item for item in cluster.figures if _staff(item) is not None]
    if not known:
        return Evidence(value=None, unit=Unit.PEOPLE, missing=(MissingFact.TEAM,))
    chosen = max(known, key=lambda item: (item.source == reference, item.year, _permanents(item) is not None))
    unit = Unit.FTE if _permanents(chosen) is None else Unit.PEOPLE
    year_stated = None if "team" in chosen.undated else chosen.year
    return Evidence(value=_staff(chosen), unit=unit, year=year_stated, origin=chosen)


def _permanents(item: Figures) -> Decimal | None:
    return item.team.permanents if item.team else None


def _staff(item: Figures) -> Decimal | None:
    permanents = _permanents(item)
    if permanents is None and item.team:
        return item.team.fte
    return permanents


MEASURES: Mapping[Measure, Callable[[Cluster, Identifier | None, int], Evidence]] = {
    Measure.AGE: age,
    Measure.BUDGET: budget,
    Measure.TEAM: team,
}
"""How each measure is taken: of a cluster, preferring a reference source, for a reference year."""
