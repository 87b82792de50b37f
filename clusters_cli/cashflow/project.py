"""From a dossier to the treasury of its project: which costs are paid when, and which resources bring cash when."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import accumulate, pairwise

from clusters_cli.cashflow.advance import Flow
from clusters_cli.cashflow.borrowing import NO_CREDIT, Credit
from clusters_cli.cashflow.plan import Plan, make_plan, received
from clusters_cli.cashflow.terms import Terms
from clusters_cli.cashflow.treasury import Treasury, TreasuryLine, treasury
from clusters_cli.dossier import (
    FRENCH_PUBLIC,
    CostLine,
    Dossier,
    DossierFile,
    Resource,
    ResourceKind,
    ResourceStatus,
    dated_parts,
)
from clusters_cli.foundations.data_shape import in_data
from clusters_cli.foundations.dates import month_ends
from clusters_cli.foundations.errors import InvalidDataError, UndeterminedError
from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.money import ZERO, cents, cumulated, parts_of
from clusters_cli.foundations.names import nearest
from clusters_cli.foundations.problems import Problem
from clusters_cli.foundations.text import Text, counted
from clusters_cli.registry.models import PaymentScheme

UNKNOWN_PAYMENT_SCHEME = Explanation(
    "DOS302",
    Text("an unknown payment scheme"),
    Text("The timing of a grant names a payment scheme that neither the registry nor the file of --schemes holds."),
    Text("Take one that clusters schemes list shows, or give your own with --schemes FILE."),
)


WAITING_FOR_EACH_OTHER = Explanation(
    "DOS303",
    Text("grants that wait for each other"),
    Text("Two grants are paid under schemes that wait for the last payment of the other funders: neither ever comes."),
    Text("Give one of them another payment scheme, or say with --others-paid when the other funders pay."),
)
IN_KIND = (ResourceKind.IN_KIND_PUBLIC, ResourceKind.IN_KIND_PRIVATE)
"""Resources that are worth money and bring none."""
_FUNDERS = frozenset(
    {*FRENCH_PUBLIC, ResourceKind.ERDF, ResourceKind.INTERREG, ResourceKind.EU_CENTRAL, ResourceKind.DE_MINIMIS}
    | {ResourceKind.PRIVATE_GRANT}
)
"""Who gives a grant, so that another one may wait for theirs."""


@dataclass(frozen=True, slots=True)
class Span:
    """The first and last day of a project."""

    first: date
    last: date

    @property
    def months_by_year(self) -> Mapping[int, int]:
        """How many months of the project end in each calendar year."""
        return Counter(end.year for end in month_ends(self.first, self.last))


@in_data(without=("plans", "evenly"), spread=("treasury",))
@dataclass(frozen=True, slots=True)
class ProjectPlan:
    """A dossier's project: the plans of its grants, and the treasury that everything gives together.

    Attributes:
        scheme: id of the payment scheme that was put in place of the dossier's own; ``None`` if none was.
        plans: one for each grant paid by a scheme, its costs spent at the rhythm of the dossier's costs.
        treasury: all costs and all resources.
        left_out: labels of resources that bring no cash: in kind, or own funds, which the opening cash holds.
        evenly: labels of the grants asked for that no scheme and no timing pays, and that come evenly.
    """

    scheme: str | None
    plans: tuple[Plan, ...]
    treasury: Treasury
    left_out: tuple[str, ...]
    evenly: tuple[str, ...]


def project_plan(
    file: DossierFile,
    schemes: Sequence[PaymentScheme],
    instead: PaymentScheme | None,
    terms: Terms,
    credit: Credit = NO_CREDIT,
) -> ProjectPlan:
    """Compute the treasury of a dossier.

    Args:
        file: the dossier.
        schemes: the payment schemes its timings may name.
        instead: a payment scheme for the grants asked for, in place of their own timing.
        terms: the assumptions to use, the share of the costs really spent among them; the years and the rhythm of
            spending are the dossier's.
        credit: what is known of the credit that carries what is missing.

    Raises:
        UndeterminedError: the dossier does not say when the project runs, what it costs or who pays.
        InvalidDataError: a timing names a payment scheme that does not exist.
        UsageError: the terms do not fit a scheme.
    """
    dossier, span = file.dossier, span_of(file.dossier)
    costs, resources = dossier.costs, dossier.resources
    if costs is None or resources is None:
        missing = "costs" if costs is None else "resources"
        raise UndeterminedError(Text("the treasury needs {fact}, which the dossier does not give", fact=missing))
    lines = [_spent(_line(line, span), terms.actual_cost) for line in costs]
    rhythm = replace(_terms(terms, dossier, span), costs=tuple(flow for line in lines for flow in line.flows))
    by_scheme = dict(_paid_by_scheme(file, resources, schemes, instead))
    plans = _plans(file, by_scheme, rhythm, span)
    left_out = [index for index, resource in enumerate(resources) if index not in plans and not _brings_cash(resource)]
    for index, resource in enumerate(resources):
        if index in plans:
            lines.append(TreasuryLine(resource.label, is_cost=False, flows=received(plans[index].instalments)))
        elif index not in left_out:
            lines.append(_line(resource, span))
    return ProjectPlan(
        scheme=instead.id if instead else None,
        plans=tuple(plans.values()),
        treasury=treasury(lines, dossier.treasury.opening_cash, credit, [plan.instalments for plan in plans.values()]),
        left_out=tuple(resources[index].label for index in left_out),
        evenly=tuple(
            resource.label
            for index, resource in enumerate(resources)
            if resource.status is ResourceStatus.REQUESTED and resource.timing is None and index not in plans
        ),
    )


def _plans(file: DossierFile, by_scheme: Mapping[int, PaymentScheme], rhythm: Terms, span: Span) -> dict[int, Plan]:
    """Plan the grants that schemes pay; one that waits for the other funders is planned last.

    Raises:
        InvalidDataError: two of them wait for each other.
        UsageError: the terms do not fit a scheme.
    """
    dossier, resources = file.dossier, file.dossier.resources or ()
    waiting = [index for index, scheme in by_scheme.items() if scheme.waits_for_others and not rhythm.others_paid]
    if len(waiting) > 1:
        raise _waiting_for_each_other(file, waiting)
    plans = {
        index: _plan(dossier, resources[index], scheme, rhythm, span)
        for index, scheme in by_scheme.items()
        if index not in waiting
    }
    for index in waiting:
        known = replace(rhythm, others_paid=_last_paid_by_others(resources, index, plans, span))
        plans[index] = _plan(dossier, resources[index], by_scheme[index], known, span)
    return {index: plans[index] for index in by_scheme}


def _last_paid_by_others(
    resources: Sequence[Resource], waiting: int, plans: Mapping[int, Plan], span: Span
) -> date | None:
    """Return the day of the last payment by the other funders of a dossier; ``None`` if there are none."""
    days = [payment.paid for plan in plans.values() for payment in plan.instalments]
    for index, resource in enumerate(resources):
        if index != waiting and index not in plans and resource.kind in _FUNDERS:
            days += [flow.day for flow in _line(resource, span).flows]
    return max(days, default=None)


def _waiting_for_each_other(file: DossierFile, waiting: Sequence[int]) -> InvalidDataError:
    resources = file.dossier.resources or ()
    first, second = (resources[index].label for index in waiting[:2])
    path = f"resources[{waiting[0]}].timing.scheme"
    problem = Problem(
        WAITING_FOR_EACH_OTHER,
        file.document.locate(("resources", waiting[0], "timing", "scheme")),
        Text("{first} waits for {second}, which waits for {first}", first=first, second=second),
        path=path,
    )
    return InvalidDataError(
        counted("{file}: {count} problem", "{file}: {count} problems", 1, file=file.document.file), [problem]
    )


def has_grant_asked_for(dossier: Dossier) -> bool:
    """Return whether a dossier asks for a grant, which another payment scheme may pay."""
    return any(resource.status is ResourceStatus.REQUESTED for resource in dossier.resources or ())


def span_of(dossier: Dossier) -> Span:
    """Return when the project runs.

    Raises:
        UndeterminedError: the dossier does not say.
    """
    first, last = dossier.project.start, dossier.project.end
    if first is None or last is None:
        fact = "project.start" if first is None else "project.end"
        raise UndeterminedError(Text("the treasury needs {fact}, which the dossier does not give", fact=fact))
    return Span(first, last)


def _line(line: CostLine | Resource, span: Span) -> TreasuryLine:
    if isinstance(line, Resource) and line.timing is None and line.years is not None:
        moved = [part for year, amount in line.years.items() for part in _in_year(amount, year, span)]
    else:
        moved = [Flow(part.on, part.amount) for part in dated_parts(line.amount, line.timing, span.first, span.last)]
    return TreasuryLine(line.label, is_cost=isinstance(line, CostLine), flows=tuple(moved))


def _spent(line: TreasuryLine, share: Decimal) -> TreasuryLine:
    """Return a line of costs of which only a share is really spent, part by part in the same proportion."""
    planned = list(accumulate(flow.amount for flow in line.flows))
    spent = [ZERO, *(cents(total * share) for total in planned)]
    moved = (Flow(flow.day, now - before) for flow, (before, now) in zip(line.flows, pairwise(spent), strict=True))
    return replace(line, flows=tuple(moved))


def _in_year(amount: Decimal, year: int, span: Span) -> Iterator[Flow]:
    """Spread what is given for a year over its months, those of the project where it runs in that year."""
    first, last = max(span.first, date(year, 1, 1)), min(span.last, date(year, 12, 31))
    if first > last:
        first, last = date(year, 1, 1), date(year, 12, 31)
    return (Flow(part.on, part.amount) for part in dated_parts(amount, None, first, last))


def _brings_cash(resource: Resource) -> bool:
    is_in_hand = resource.kind is ResourceKind.OWN_FUNDS and resource.timing is None
    return resource.kind not in IN_KIND and not is_in_hand


def _paid_by_scheme(
    file: DossierFile, resources: Sequence[Resource], schemes: Sequence[PaymentScheme], instead: PaymentScheme | None
) -> Iterator[tuple[int, PaymentScheme]]:
    for index, resource in enumerate(resources):
        if instead is not None and resource.status is ResourceStatus.REQUESTED:
            yield index, instead
        elif resource.timing is not None and resource.timing.scheme is not None:
            yield index, _named(file, index, resource.timing.scheme, schemes)


def _named(file: DossierFile, index: int, wanted: str, schemes: Sequence[PaymentScheme]) -> PaymentScheme:
    known = {scheme.id: scheme for scheme in schemes}
    if wanted in known:
        return known[wanted]
    near = nearest(wanted, known, 1)
    problem = Problem(
        UNKNOWN_PAYMENT_SCHEME,
        file.document.locate(("resources", index, "timing", "scheme")),
        Text("there is no payment scheme {name!r}", name=wanted),
        path=f"resources[{index}].timing.scheme",
        suggestion=near[0] if near else None,
    )
    raise InvalidDataError(
        counted("{file}: {count} problem", "{file}: {count} problems", 1, file=file.document.file), [problem]
    )


def _terms(terms: Terms, dossier: Dossier, span: Span) -> Terms:
    signed = dossier.agreement.signed
    its_own = _day_of_every_year(signed) if signed and signed.year == span.first.year else None
    signature = terms.signature or its_own
    return replace(terms, start=span.first.year, asked=None, years=len(span.months_by_year), signature=signature)


def _day_of_every_year(day: date) -> str:
    """Return a day as ``MM-DD``; the day that only leap years have becomes the one before it."""
    return "02-28" if (day.month, day.day) == (2, 29) else f"{day:%m-%d}"


def _plan(dossier: Dossier, resource: Resource, scheme: PaymentScheme, terms: Terms, span: Span) -> Plan:
    if scheme.is_project:
        lasting = replace(terms, span=(span.first, span.last))
        return make_plan(scheme, resource.amount, lasting, cluster=dossier.cluster)
    by_year = _by_year(resource, span)
    mean = cents(resource.amount / len(by_year))
    covering = replace(terms, start=min(by_year), years=len(by_year))
    return make_plan(scheme, mean, covering, cluster=dossier.cluster, by_year=by_year)


def _by_year(resource: Resource, span: Span) -> Mapping[int, Decimal]:
    """Return a grant year by year: as the dossier says, else in proportion to the months of the project."""
    if resource.years is None:
        parts = parts_of(resource.amount, cumulated(list(span.months_by_year.values())))
        return dict(zip(span.months_by_year, parts, strict=True))
    years = range(min(span.first.year, *resource.years), max(span.last.year, *resource.years) + 1)
    return {year: resource.years.get(year, ZERO) for year in years}
