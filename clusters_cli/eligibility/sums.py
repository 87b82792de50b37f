"""Sums that rules compare, as ranges: what is certainly in, and what may be in as long as a fact is missing."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from clusters_cli.dossier import (
    FRENCH_PUBLIC,
    AidType,
    CostLine,
    CostNature,
    CostPurpose,
    Pays,
    Resource,
    ResourceKind,
    ResourceStatus,
    dated_parts,
)
from clusters_cli.eligibility.case import Case
from clusters_cli.eligibility.missions import Counted, collective, economic, for_single_firms
from clusters_cli.foundations.findings import any_of, every
from clusters_cli.foundations.money import ZERO

OPERATING_PURPOSES = (CostPurpose.ANIMATION, CostPurpose.MARKETING, CostPurpose.FACILITIES)
OPERATING_NATURES = (CostNature.PERSONNEL, CostNature.ADMINISTRATION, CostNature.OVERHEAD)
"""The lines and natures of cost of the GBER, art. 27(8)."""


@dataclass(frozen=True, slots=True)
class Range:
    """A sum in euros between two bounds; ``high`` is ``None`` when nothing bounds it.

    Attributes:
        missing: the facts that would narrow it to one figure.
    """

    low: Decimal
    high: Decimal | None
    missing: tuple[str, ...] = ()

    @property
    def exact(self) -> Decimal | None:
        """The sum itself, when it is known."""
        return self.low if self.low == self.high else None


def exactly(amount: Decimal) -> Range:
    """A known sum."""
    return Range(amount, amount)


def summed(parts: Iterable[tuple[Decimal, bool | None, Sequence[str]]]) -> Range:
    """Add up amounts that are in, out, or in doubt because of some facts."""
    low = doubtful = ZERO
    missing: list[str] = []
    for amount, included, facts in parts:
        if included:
            low += amount
        elif included is None:
            doubtful += amount
            missing.extend(facts)
    return Range(low, low + doubtful, tuple(dict.fromkeys(missing)))


def budget(case: Case) -> Decimal | None:
    """Return the whole budget in euros: the sum of the cost lines, or the total given."""
    if case.dossier.costs is not None:
        return sum((line.amount for line in case.dossier.costs), ZERO)
    return case.dossier.totals.budget


def is_operating(line: CostLine) -> bool | None:
    """Whether a cost enters the operating base of art. 27(8), ``None`` while its purpose or nature is not given."""
    purpose = None if line.purpose is None else line.purpose in OPERATING_PURPOSES
    nature = None if line.nature is None else line.nature in OPERATING_NATURES
    return every((purpose, nature))


def operating_base(case: Case) -> Range:
    """Return the eligible operating costs over the period, in euros (GBER, art. 27(8))."""
    costs, totals = case.dossier.costs, case.dossier.totals
    if costs is not None:
        return costs_of(case, costs, is_operating, ("purpose", "nature"), collective)
    if totals.eligible_costs is not None:
        return exactly(totals.eligible_costs)
    return Range(ZERO, totals.budget, ("totals.eligible_costs",))


def costs_of(
    case: Case,
    lines: Iterable[CostLine],
    belongs: Callable[[CostLine], bool | None],
    keys: Sequence[str],
    mission: Callable[[Case, int, CostLine], Counted] = economic,
) -> Range:
    """Add up the costs of economic work that belong to a base.

    Args:
        case: the case.
        lines: its costs.
        belongs: whether a line does, ``None`` while some of the keys are not given.
        keys: what of a line decides that.
        mission: whether the work that a line pays for counts.
    """
    parts = []
    for index, line in enumerate(lines):
        inside, work = belongs(line), mission(case, index, line)
        asked = [f"costs[{index}].{key}" for key in keys if inside is None and getattr(line, key) is None]
        parts.append((line.amount, every((inside, work.counts)), (*asked, *work.facts)))
    return summed(parts)


def investment_base(case: Case) -> Range:
    """Return the investment costs, in euros (GBER, art. 27(5))."""
    costs = case.dossier.costs
    if costs is None:
        return Range(ZERO, budget(case), ("costs",))
    return costs_of(case, costs, is_investment, ("nature",))


def is_investment(line: CostLine) -> bool | None:
    """Whether a cost is an investment, ``None`` while its nature is not given."""
    return None if line.nature is None else line.nature is CostNature.INVESTMENT


def operating_aid(case: Case) -> Range:
    """Return all public aid on the operating base, the grant asked for included, in euros (GBER, art. 8(1))."""
    if case.dossier.resources is not None:
        return resources(case, lambda _resource: True, pays=Pays.OPERATING)
    totals = case.dossier.totals
    if totals.public_aid is not None:
        return exactly(totals.public_aid)
    return Range(case.known_aid or totals.grant or ZERO, None, ("totals.public_aid",))


def resources(case: Case, wanted: Callable[[Resource], bool], *, pays: Pays | None = None) -> Range:
    """Add up the resources that are aid to economic work, are of a wanted kind and pay for some costs.

    Args:
        case: the case.
        wanted: which resources to look at.
        pays: the costs they must pay for; any when ``None``.
    """
    everything = _only_use(case)
    parts = []
    for index, resource in enumerate(case.dossier.resources or ()):
        if not wanted(resource):
            continue
        use = resource.pays or everything
        on_them = True if pays in (None, everything) else (None if use is None else use == pays)
        work = (collective if pays is Pays.OPERATING else economic)(case, index, resource)
        facts = [f"resources[{index}].{resource.open_fact}"] if resource.is_aid is None else []
        facts += [f"resources[{index}].pays"] if on_them is None else []
        parts.append((resource.amount, every((resource.is_aid, on_them, work.counts)), (*facts, *work.facts)))
    return summed(parts)


def _only_use(case: Case) -> Pays | None:
    """What every resource must pay for, when all costs are of one sort."""
    lines = case.dossier.costs or ()
    if lines and all(is_operating(line) for line in lines):
        return Pays.OPERATING
    return Pays.INVESTMENT if lines and all(line.nature is CostNature.INVESTMENT for line in lines) else None


def central_money(case: Case) -> Range:
    """Return the central EU money on the costs that the aid asked for pays, in euros."""
    wanted = Pays.INVESTMENT if case.dossier.aid.type is AidType.INVESTMENT else Pays.OPERATING
    single = _only_use(case)
    parts = []
    for index, resource in enumerate(case.dossier.resources or ()):
        if resource.kind is ResourceKind.EU_CENTRAL:
            use, work = wanted if single is wanted else resource.pays or single, economic(case, index, resource)
            on_them = None if use is None else use is wanted
            asked = () if use is not None else (f"resources[{index}].pays",)
            parts.append((resource.amount, every((on_them, work.counts)), (*asked, *work.facts)))
    return summed(parts)


def of_kind(case: Case, kind: ResourceKind) -> Decimal:
    """Return the resources of one kind, in euros."""
    return sum((resource.amount for resource in case.dossier.resources or () if resource.kind is kind), ZERO)


def requested_grant(case: Case) -> Decimal | None:
    """Return the grant asked for, in euros: the lines so marked, or the total given."""
    if case.dossier.resources is not None:
        asked = [resource.amount for resource in case.dossier.resources if resource.status is ResourceStatus.REQUESTED]
        return sum(asked, ZERO) if asked else None
    return case.dossier.totals.grant


def grant_on_base(case: Case) -> Range | None:
    """Return the part of the grant asked for that pays for the operating base, ``None`` when no grant is named."""
    if case.dossier.resources is not None:
        asked = [resource for resource in case.dossier.resources if resource.status is ResourceStatus.REQUESTED]
        return resources(case, lambda resource: resource in asked, pays=Pays.OPERATING) if asked else None
    return None if case.dossier.totals.grant is None else exactly(case.dossier.totals.grant)


def public_money(case: Case) -> Range:
    """Return the public part of the whole budget, in euros, aid or not: what a funder's balance counts."""
    if case.dossier.resources is None:
        return Range(case.known_aid or case.dossier.totals.public_aid or ZERO, budget(case), ("resources",))
    return summed(
        (resource.amount, resource.is_public, [f"resources[{index}].sector"])
        for index, resource in enumerate(case.dossier.resources)
    )


def services_to_members(case: Case) -> Range:
    """Return the costs of services to single members, in euros: work of mission C, and what is named so by nature."""
    costs, sums = case.dossier.costs, case.dossier.project.missions
    if costs is None:
        return exactly(sums.c) if sums else Range(ZERO, None, ("project.missions",))
    by_line = summed(
        (line.amount, any_of((_is_service(line), single.counts)), (f"costs[{index}].nature", *single.facts))
        for index, line in enumerate(costs)
        for single in (for_single_firms(case, index, line),)
    )
    least = max(by_line.low, sums.c if sums else ZERO)
    return Range(least, max(least, by_line.high or ZERO), by_line.missing)


def _is_service(line: CostLine) -> bool | None:
    return None if line.nature is None else line.nature is CostNature.MEMBER_SERVICE


def yearly(case: Case, items: Sequence[CostLine | Resource]) -> dict[int, Decimal] | None:
    """Add up lines by calendar year, ``None`` when the period is not given.

    A cost falls in the year in which it is paid; a resource in the years for which it is given, evenly over the
    period when the dossier does not say.
    """
    start, end = case.dossier.project.start, case.dossier.project.end
    if start is None or end is None:
        return None
    years: dict[int, Decimal] = dict.fromkeys(range(start.year, end.year + 1), ZERO)
    for item in items:
        for year, amount in _by_year(item, start, end):
            years[year] = years.get(year, ZERO) + amount
    return years


def _by_year(item: CostLine | Resource, start: date, end: date) -> list[tuple[int, Decimal]]:
    if isinstance(item, Resource):
        if item.years is not None:
            return list(item.years.items())
        return [(part.on.year, part.amount) for part in dated_parts(item.amount, None, start, end)]
    return [(part.on.year, part.amount) for part in dated_parts(item.amount, item.timing, start, end)]


def is_french_cash(resource: Resource) -> bool:
    """Whether a resource is a cash grant of a French public authority."""
    return resource.kind in FRENCH_PUBLIC or resource.kind is ResourceKind.DE_MINIMIS
