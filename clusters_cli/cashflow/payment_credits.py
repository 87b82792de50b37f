"""What a funder commits and pays in each calendar year, and what changing the payment scheme does to it.

Regional budgets hold commitments (autorisations d'engagement: what agreements bind the Région to pay) apart from
payment credits (crédits de paiement: what leaves its treasury in the year), as the answer to question 71957 of the
Assemblée nationale recalls (JO of 28 March 2006, p. 3428).  What was really signed runs to its end; in all other years
the same grants are taken to be renewed, before, during and after the years shown, so that the effect of the change
stands alone.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from clusters_cli.cashflow.advance import curve
from clusters_cli.cashflow.assumptions import UsedAssumption, used_assumptions
from clusters_cli.cashflow.histories import Commitment, Renewals, YearlyGrant, history
from clusters_cli.cashflow.parts import paid_parts
from clusters_cli.cashflow.periods import Award, periods
from clusters_cli.cashflow.plan import Plan, Summary, make_plan, received, summarise
from clusters_cli.cashflow.terms import Terms
from clusters_cli.foundations.data_shape import computed, in_data
from clusters_cli.foundations.errors import UsageError
from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.fields import Identifier
from clusters_cli.foundations.money import ZERO
from clusters_cli.foundations.text import Text
from clusters_cli.registry.models import PaymentScheme

TOO_MANY_YEARS = Explanation(
    "USE140",
    Text("too many years"),
    Text("Nobody can tell anything of a grant that many years ahead."),
    Text("Type fewer years."),
    example="clusters credits --from annual-60-40 --to triennial --years 20",
)
SCHEME_OF_PROJECTS = Explanation(
    "USE141",
    Text("a scheme for projects where years are meant"),
    Text("A change of payment scheme is worked out on yearly grants, and this scheme pays a project once."),
    Text("Take a scheme with yearly grants; clusters cashflow --scheme compares those of projects."),
)


MOST_YEARS = 15


@in_data(without=("year",))
@dataclass(frozen=True, slots=True)
class YearCredits:
    """One calendar year of a funder, in euros.

    Attributes:
        committed: grants of the agreements signed in the year, for all the years they cover.
        paid: instalments paid in the year, those of earlier agreements included.
        outstanding: committed and not yet paid on 31 December.
    """

    year: int
    committed: Decimal
    paid: Decimal
    outstanding: Decimal


@dataclass(frozen=True, slots=True)
class Gain:
    """The cash advance on the grants of the years from the change on, under the two payment schemes."""

    before: Summary
    after: Summary

    @computed
    def peak_advance(self) -> Decimal:
        """By how much the peak advance falls, in euros."""
        return self.before.peak_advance - self.after.peak_advance

    @computed
    def days_in_advance(self) -> int:
        """By how much the days in advance fall."""
        return self.before.days_in_advance - self.after.days_in_advance

    @computed
    def interest_per_point(self) -> Decimal:
        """What one percentage point of yearly interest costs less, in euros."""
        return self.before.interest_per_point - self.after.interest_per_point


@dataclass(frozen=True, slots=True)
class YearOfChange:
    """One calendar year under the three histories: the old scheme kept, the new one from the start, the change."""

    year: int
    kept: YearCredits
    target: YearCredits
    changed: YearCredits

    @computed
    def effect(self) -> Decimal:
        """What the change adds to the payments, in euros."""
        return self.changed.paid - self.kept.paid


@in_data(without=("kept", "target", "changed"), before="from")
@dataclass(frozen=True, slots=True)
class PaymentCredits:
    """What a change of payment scheme means for one cluster, or for all of them.

    Attributes:
        cluster: its id; ``None`` for all of them, or for an amount typed by hand.
        before: id of the payment scheme of the years until the change that no agreement covers; ``None`` for all.
        agreements: ids of the agreements that were signed, which run to their end in all but ``target``.
        grant: euros a year.
        kept: the years when the payment scheme of before is kept.
        target: the years when the payment scheme of after has always been there.
        changed: the years when the one takes over from the other.
        gain: what the cluster has to advance less.
    """

    cluster: Identifier | None
    before: Identifier | None
    agreements: tuple[Identifier, ...]
    grant: Decimal
    kept: tuple[YearCredits, ...]
    target: tuple[YearCredits, ...]
    changed: tuple[YearCredits, ...]
    gain: Gain

    @property
    def effect(self) -> tuple[Decimal, ...]:
        """What the change adds to the payments of each year, in euros."""
        return tuple(year.effect for year in self.years)

    @computed
    def years(self) -> tuple[YearOfChange, ...]:
        """The three histories side by side."""
        histories = zip(self.kept, self.target, self.changed, strict=True)
        return tuple(YearOfChange(kept.year, kept, target, changed) for kept, target, changed in histories)


@in_data(before="from", after="to")
@dataclass(frozen=True, slots=True)
class SchemeChange:
    """A change of payment scheme for a set of clusters.

    Attributes:
        before: id of the payment scheme until the change; ``None`` where it is that of each cluster, as it has signed.
        after: id of the payment scheme from the change on.
        switch: first year whose grants follow ``after``.
        clusters: one entry per grant.
        total: all of them together.
        assumptions: of each payment scheme, by its id.
    """

    before: Identifier | None
    after: Identifier
    switch: int
    clusters: tuple[PaymentCredits, ...]
    total: PaymentCredits
    assumptions: dict[Identifier, tuple[UsedAssumption, ...]]


def change_scheme(
    before: PaymentScheme | None, after: PaymentScheme, grants: Sequence[YearlyGrant], terms: Terms
) -> SchemeChange:
    """Compute what changing the payment scheme does to a funder's years; agreements that were signed run to their end.

    Args:
        before: the payment scheme until the change of the grants of which nothing was signed, if there is one.
        after: the payment scheme from the change on.
        grants: the yearly grant of each cluster, and how it is paid until the change.
        terms: the first year whose grants follow ``after``, how many years from it on, and the other assumptions.

    Raises:
        UsageError: a scheme pays projects, which have no grant a year, or the years are too many.
    """
    is_signed = any(grant.signed for grant in grants)
    old = [*(grant.before for grant in grants), *([before] if before and not is_signed else [])]
    schemes = {scheme.id: scheme for scheme in (*old, after)}
    for scheme in schemes.values():
        _check_yearly(scheme)
    if terms.years > MOST_YEARS:
        raise UsageError(
            Text("years must be at most {most}, found {years}", most=MOST_YEARS, years=terms.years), TOO_MANY_YEARS
        )
    plans = [
        tuple(make_plan(scheme, grant.amount, terms, cluster=grant.cluster) for scheme in (grant.before, after))
        for grant in grants
    ]
    clusters = tuple(_credits(grant, after, pair, terms) for grant, pair in zip(grants, plans, strict=True))
    return SchemeChange(
        before=before.id if before and not is_signed else None,
        after=after.id,
        switch=terms.start,
        clusters=clusters,
        total=_total(clusters, plans, _shown(terms)),
        assumptions={name: _assumptions(scheme, terms) for name, scheme in schemes.items()},
    )


def _assumptions(scheme: PaymentScheme, terms: Terms) -> tuple[UsedAssumption, ...]:
    parts = paid_parts(scheme, terms)
    return used_assumptions(scheme, parts, terms, periods(parts[0].scheme, terms, _nothing))


def _nothing(_year: int) -> Award:
    """Return a grant of nothing: only the years matter."""
    return Award(ZERO, ZERO)


def _check_yearly(scheme: PaymentScheme) -> None:
    if scheme.is_project:
        raise UsageError(
            Text("{scheme} pays projects; a change of payment scheme is worked out on yearly grants", scheme=scheme.id),
            SCHEME_OF_PROJECTS,
        )


def _credits(grant: YearlyGrant, after: PaymentScheme, pair: tuple[Plan, ...], terms: Terms) -> PaymentCredits:
    shown, unsigned = _shown(terms), replace(grant, signed=())
    old = Renewals.under(grant.before, grant.amount, terms)
    new = Renewals.under(after, grant.amount, terms)
    same_grants = Renewals.under(after, grant.amount, terms, grant.by_year)
    return PaymentCredits(
        cluster=grant.cluster,
        before=grant.before.id,
        agreements=tuple(one.agreement.id for one in grant.signed),
        grant=grant.amount,
        kept=_years(shown, history(grant, old, old)),
        target=_years(shown, history(unsigned, same_grants, same_grants)),
        changed=_years(shown, history(grant, old, new)),
        gain=Gain(pair[0].summary, pair[1].summary),
    )


def _years(shown: Iterable[int], agreements: Sequence[Commitment]) -> tuple[YearCredits, ...]:
    committed: defaultdict[int, Decimal] = defaultdict(lambda: ZERO)
    paid: defaultdict[int, Decimal] = defaultdict(lambda: ZERO)
    for agreement in agreements:
        for payment in agreement.instalments:
            committed[agreement.year] += payment.amount
            paid[payment.paid.year] += payment.amount
    return tuple(
        YearCredits(year, committed[year], paid[year], _up_to(year, committed) - _up_to(year, paid)) for year in shown
    )


def _up_to(year: int, amounts: dict[int, Decimal]) -> Decimal:
    return sum((amount for when, amount in amounts.items() if when <= year), ZERO)


def _total(
    clusters: Sequence[PaymentCredits], plans: Sequence[tuple[Plan, ...]], shown: Iterable[int]
) -> PaymentCredits:
    before, after = (_together([pair[index] for pair in plans]) for index in (0, 1))
    years = list(enumerate(shown))
    return PaymentCredits(
        cluster=None,
        before=None,
        agreements=(),
        grant=sum((one.grant for one in clusters), ZERO),
        kept=tuple(_added(year, [one.kept[index] for one in clusters]) for index, year in years),
        target=tuple(_added(year, [one.target[index] for one in clusters]) for index, year in years),
        changed=tuple(_added(year, [one.changed[index] for one in clusters]) for index, year in years),
        gain=Gain(before, after),
    )


def _together(plans: Sequence[Plan]) -> Summary:
    grants = [plan.instalments for plan in plans]
    receipts = [flow for payments in grants for flow in received(payments)]
    return summarise(curve([flow for plan in plans for flow in plan.spending], receipts), grants)


def _added(year: int, same_year: Sequence[YearCredits]) -> YearCredits:
    return YearCredits(
        year,
        sum((one.committed for one in same_year), ZERO),
        sum((one.paid for one in same_year), ZERO),
        sum((one.outstanding for one in same_year), ZERO),
    )


def _shown(terms: Terms) -> range:
    """Return the years to show: the one before the change, and those from it on."""
    return range(terms.start - 1, terms.start + terms.years)
