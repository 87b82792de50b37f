"""Programmes on a day: which are open, which have ended, which are to come."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from clusters_cli.foundations.data_shape import in_data
from clusters_cli.registry.lifetimes import Lifetime, Standing, disputed_by, lifetime
from clusters_cli.registry.loading import Registry
from clusters_cli.registry.models.aid import AidRegime
from clusters_cli.registry.models.funding import Programme


@in_data(spread=("programme", "lifetime"))
@dataclass(frozen=True, slots=True)
class DatedProgramme:
    """A programme, and how long it lasts, seen from a day."""

    programme: Programme
    lifetime: Lifetime


def dated_programmes(registry: Registry, day: date, standings: Collection[Standing] = ()) -> tuple[DatedProgramme, ...]:
    """Return the programmes of a registry as they stand on a day, in its order.

    Args:
        registry: the registry.
        day: the day asked.
        standings: those wanted; none for all.
    """
    found = (dated_programme(programme, registry, day) for programme in registry.programmes.programmes)
    return tuple(dated for dated in found if not standings or dated.lifetime.standing in standings)


def dated_programme(programme: Programme, registry: Registry, day: date) -> DatedProgramme:
    """Return a programme as it stands on a day.

    One that rests on aid regimes lasts as long as they do, whatever a source printed while an earlier one was in force.
    """
    regimes = [regime for regime in registry.aid_regimes.entries if regime.id in programme.regimes]
    if not regimes:
        return DatedProgramme(programme, lifetime(programme.period, registry.reference, day))
    start, end = _of_regimes(regimes, day)
    found = Lifetime(start, end, day)
    return DatedProgramme(programme, Lifetime(start, end, day, disputed_by(found, programme.period)))


def _of_regimes(regimes: Sequence[AidRegime], day: date) -> tuple[str | None, str | None]:
    """Return from when until when regimes hold that follow one another; between two of them, when the next ones do."""
    later = [regime for regime in regimes if regime.since and regime.since > day]
    counted = later if later and not any(regime.holds_on(day) for regime in regimes) else regimes
    starts, ends = [str(regime.since or "") for regime in counted], [str(regime.until or "") for regime in counted]
    return min(starts) or None, None if "" in ends else max(ends)
