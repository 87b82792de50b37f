"""Evidence: what the registry knows of each measure that a criterion looks at on a day, and who says so.

A figure comes from the registry's reference source when it gives one, else it is the latest known.  A figure of a year
that has not begun on the day takes no part.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from clusters_cli.foundations.data_shape import in_data
from clusters_cli.foundations.dates import first_day
from clusters_cli.foundations.fields import Identifier
from clusters_cli.foundations.text import Sentence, Text
from clusters_cli.maturity.creation import age_on, founding
from clusters_cli.maturity.evidence_words import MissingFact, Unit
from clusters_cli.registry import figure
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


def age(cluster: Cluster, reference: Identifier | None, day: date) -> Evidence:
    """Return a cluster's age on a day, see :func:`clusters_cli.maturity.creation.age_on`."""
    founded = founding(cluster, reference)
    if founded is None:
        return Evidence(value=None, unit=Unit.YEARS, missing=(MissingFact.FOUNDED,))
    created = int(founded.value[:4])
    if first_day(founded.value) > day:
        remark = Text("created in {created}, after {day}", created=created, day=day)
        return Evidence(value=None, unit=Unit.YEARS, year=created, origin=founded, remark=remark)
    return Evidence(value=age_on(founded.value, day), unit=Unit.YEARS, year=created, origin=founded)


def budget(cluster: Cluster, reference: Identifier | None, day: date) -> Evidence:
    """Return a cluster's yearly budget."""
    known = figure(cluster, "budget", reference, until=day.year)
    if known is None:
        return Evidence(value=None, unit=Unit.EUROS, missing=(MissingFact.BUDGET,))
    return Evidence(value=known.value, unit=Unit.EUROS, year=known.year, origin=known.origin)


def team(cluster: Cluster, reference: Identifier | None, day: date) -> Evidence:
    """Return a cluster's permanent team.

    It is the number of permanent staff, the unit of the report's "one to three" (recommendation 2); where a source
    counts full-time equivalents instead, as most of the report's table does, it is those.  Volunteers, independent
    experts, apprentices and people lent by another body stand beside the team in that table and do not count.
    """
    known = [item for item in cluster.figures if item.year <= day.year and _staff(item) is not None]
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


MEASURES: Mapping[Measure, Callable[[Cluster, Identifier | None, date], Evidence]] = {
    Measure.AGE: age,
    Measure.BUDGET: budget,
    Measure.TEAM: team,
}
"""How each measure is taken: of a cluster, preferring a reference source, on a day."""
