"""Awards that application files and the registry tell of."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from clusters_cli.dossier import AwardKind, Dossier, DossierFile, PassedOn, PassedOnBasis
from clusters_cli.eligibility.de_minimis.awards import DeMinimisAward, period_start
from clusters_cli.eligibility.de_minimis.de_minimis_words import AwardSource, DeMinimisRule
from clusters_cli.eligibility.de_minimis.future_awards import future_award
from clusters_cli.eligibility.de_minimis.undertakings import SingleUndertaking, Undertaking
from clusters_cli.foundations.aid_basis import AidBasis
from clusters_cli.foundations.errors import InvalidDataError
from clusters_cli.foundations.names import fold
from clusters_cli.foundations.problems import Position, Problem
from clusters_cli.foundations.text import counted
from clusters_cli.registry import Registry, grants_of, preferred
from clusters_cli.registry.models import Cluster, Figures


@dataclass(frozen=True, slots=True)
class DossierAwards:
    """What an application file tells of the aid that an undertaking received.

    Attributes:
        awards: the awards.
        is_complete: whether it declares that they are all that the single undertaking received.
    """

    awards: tuple[DeMinimisAward, ...] = ()
    is_complete: bool = False


def dossier_awards(file: DossierFile, group: SingleUndertaking, day: date) -> DossierAwards:
    """Return what an application file tells of the aid of an undertaking.

    Of its applicant these are the awards of its history; of one of its members, what the applicant passes on to it.

    Raises:
        InvalidDataError: an award is dated after the day asked; each is told with its place.
    """
    dossier = file.dossier
    is_member = member_of(dossier, group.asked.name) is not None
    problems: list[Problem] = []
    told = _passed_on_to(file, group.asked, day, problems) if is_member else _of_history(file, group, day, problems)
    awards = tuple(told)
    if problems:
        name = file.document.file
        message = counted("{file}: {count} problem", "{file}: {count} problems", len(problems), file=name)
        raise InvalidDataError(message, problems)
    history = dossier.history
    is_declared = history.awards is not None and bool(history.group_complete)
    return DossierAwards(awards, is_complete=is_declared and not is_member)


def _of_history(
    file: DossierFile, group: SingleUndertaking, day: date, problems: list[Problem]
) -> Iterator[DeMinimisAward]:
    for index, award in enumerate(file.dossier.history.awards or ()):
        if award.kind is not AwardKind.DE_MINIMIS:
            continue
        key = f"history.awards[{index}].on"
        place = _place(file, key)
        if award.on > day:
            problems.append(future_award(place, key, award.on, day))
        undertaking = _named(group, award.undertaking)
        yield _told(award.on, award.on, award.amount, undertaking, AwardSource.DOSSIER, place=str(place))


def _named(group: SingleUndertaking, name: str | None) -> Undertaking:
    """Return the undertaking that a file names; the applicant where it names none."""
    if name is None:
        return group.asked
    known = (one for one in group if fold(name) in map(fold, (one.name, one.siren or "", one.cluster or "")))
    return next(known, Undertaking(name))


def _place(file: DossierFile, key: str) -> Position:
    origin = file.origin(key)
    return origin if isinstance(origin, Position) else Position(file.document.file)


def member_of(dossier: Dossier, name: str) -> PassedOn | None:
    """Return what an application file says first of the aid passed on to a member, ``None`` if it names no such one."""
    return next((item for item in dossier.passed_on or () if fold(item.member) == fold(name)), None)


def _passed_on_to(
    file: DossierFile, member: Undertaking, day: date, problems: list[Problem]
) -> Iterator[DeMinimisAward]:
    """Yield the de minimis aid that an applicant passes on to a member, and what the member had received before.

    The aid passed on is dated as the award to the applicant is; what the member received before lies somewhere in the
    three years up to it.  Without that date, both may have been awarded on any day by the day asked.
    """
    awarded = file.dossier.aid.award_date
    if awarded is not None and awarded > day:
        problems.append(future_award(_place(file, "aid.award_date"), "aid.award_date", awarded, day))
    earlier = date.min if awarded is None else period_start(awarded)
    for index, item in enumerate(file.dossier.passed_on or ()):
        if fold(item.member) != fold(member.name):
            continue
        passed_on = item.amount if item.basis is PassedOnBasis.DE_MINIMIS else None
        for key, amount, first in (
            ("amount", passed_on, awarded or date.min),
            ("previous_de_minimis", item.previous_de_minimis, earlier),
        ):
            if amount:
                place = str(_place(file, f"passed_on[{index}].{key}"))
                yield _told(first, awarded or day, amount, member, AwardSource.DOSSIER, place=place)


def _told(  # noqa: PLR0913  (what is told of an award)
    first: date,
    last: date,
    amount: Decimal,
    undertaking: Undertaking,
    source: AwardSource,
    *,
    place: str | None = None,
    authority: str | None = None,
) -> DeMinimisAward:
    """Return an award of which no regulation is told: the general one, which the others stand beside."""
    general = DeMinimisRule.GENERAL
    return DeMinimisAward(first, last, amount, general, undertaking, source, authority=authority, place=place)


@dataclass(frozen=True, slots=True)
class RegistryAwards:
    """What a registry tells of the de minimis aid of some clusters.

    Attributes:
        awards: the grants that it says rest on the de minimis regulation, each somewhere in its year.
        without_basis: how many grants of these years it states without saying on what they rest.
    """

    awards: tuple[DeMinimisAward, ...] = ()
    without_basis: int = 0


def registry_awards(registry: Registry, group: SingleUndertaking, day: date) -> RegistryAwards:
    """Return the de minimis grants that a registry states, of the years that may count on a day.

    A year of which several sources speak is told by the reference source, else by the latest.
    """
    awards: list[DeMinimisAward] = []
    without_basis = 0
    for one, cluster in _clusters(registry, group):
        for stated in _by_year(cluster, registry, range(period_start(day).year, day.year + 1)):
            grants = grants_of(stated)
            awards += [
                _told(
                    date(stated.year, 1, 1),
                    date(stated.year, 12, 31),
                    grant.amount,
                    one,
                    AwardSource.REGISTRY,
                    authority=str(grant.funder),
                    place=stated.source,
                )
                for grant in grants
                if grant.basis is AidBasis.DE_MINIMIS
            ]
            without_basis += sum(1 for grant in grants if grant.basis is None)
    return RegistryAwards(tuple(awards), without_basis)


def _clusters(registry: Registry, group: SingleUndertaking) -> Iterator[tuple[Undertaking, Cluster]]:
    known = {cluster.id: cluster for cluster in registry.clusters.clusters}
    yield from ((one, known[one.cluster]) for one in group if one.cluster in known)


def _by_year(cluster: Cluster, registry: Registry, years: range) -> Iterator[Figures]:
    for year in years:
        stated = preferred([one for one in cluster.figures if one.year == year and grants_of(one)], registry.reference)
        if stated is not None:
            yield stated
