"""The agreements of a funder over the years: those really signed, and between them those that are assumed.

The same grant is taken to be renewed every year, before, during and after the years that are looked at, wherever no
agreement was signed: a change of payment scheme then stands alone.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import groupby

from clusters_cli.cashflow.agreement_plans import plan_of
from clusters_cli.cashflow.instalments import Instalment
from clusters_cli.cashflow.parts import PaidPart, paid_parts
from clusters_cli.cashflow.plan import planned_parts
from clusters_cli.cashflow.signed_grants import SignedGrant
from clusters_cli.cashflow.terms import Terms
from clusters_cli.foundations.fields import Identifier
from clusters_cli.registry.models import PaymentScheme


@dataclass(frozen=True, slots=True)
class YearlyGrant:
    """The yearly grant of a cluster, and how it is paid until a change.

    Attributes:
        cluster: its id; ``None`` for an amount typed by hand.
        amount: euros in a year of which no agreement says another amount.
        before: the payment scheme of the years that no agreement covers, until the change.
        signed: the agreements that were really signed, which no change touches.
    """

    cluster: Identifier | None
    amount: Decimal
    before: PaymentScheme
    signed: tuple[SignedGrant, ...] = ()

    @property
    def by_year(self) -> Mapping[int, Decimal]:
        """What was signed for each year, in euros."""
        found: dict[int, Decimal] = {}
        for one in self.signed:
            for year, amount in one.by_year.items():
                found[year] = found.get(year, Decimal(0)) + amount
        return found


@dataclass(frozen=True, slots=True)
class Commitment:
    """A signed agreement: the year of its signature and its instalments, whose amounts add up to its grants."""

    year: int
    instalments: tuple[Instalment, ...]


@dataclass(frozen=True, slots=True)
class Renewals:
    """A grant that is renewed under one payment scheme, agreement after agreement.

    Attributes:
        grant: euros a year.
        terms: the assumptions to use.
        paid: the parts of the grant under the payment scheme.
        by_year: the grants of years that have another one.
    """

    grant: Decimal
    terms: Terms
    paid: tuple[PaidPart, ...]
    by_year: Mapping[int, Decimal] = field(default_factory=dict)

    @classmethod
    def under(
        cls, scheme: PaymentScheme, grant: Decimal, terms: Terms, by_year: Mapping[int, Decimal] | None = None
    ) -> "Renewals":
        """Return the renewals of a yearly grant under a payment scheme."""
        return cls(grant, terms, paid_parts(scheme, terms), by_year or {})

    @property
    def length(self) -> int:
        """How many years one agreement covers."""
        return self.paid[0].scheme.agreement.years or 1

    @property
    def reach(self) -> int:
        """How many years after its first one an agreement is still paid."""
        found = self.signed_in(self.terms.start, self.length)
        return max(payment.paid.year for payment in found.instalments) - self.terms.start

    def signed_in(self, start: int, years: int) -> Commitment:
        """Return the agreement that covers so many years from one on."""
        parts = planned_parts(self.paid, self.grant, replace(self.terms, start=start, years=years), self.by_year)
        payments = tuple(payment for part in parts for payment in part.instalments)
        return Commitment(parts[0].periods[0].dates.signature.year, payments)

    def before(self, end: int, since: int) -> Iterator[Commitment]:
        """Yield the agreements that follow each other up to the end of a year, back to another year."""
        for start in range(end - self.length + 1, since - self.length, -self.length):
            yield self.signed_in(start, self.length)

    def between(self, first: int, last: int, *, ends: bool) -> Iterator[Commitment]:
        """Yield the agreements that follow each other from a year on; where they end, the last one is cut short."""
        for start in range(first, last + 1, self.length):
            yield self.signed_in(start, min(self.length, last - start + 1) if ends else self.length)


def history(signed: YearlyGrant, old: Renewals, new: Renewals) -> tuple[Commitment, ...]:
    """Return the agreements that pay a grant in and around the years that are looked at.

    Args:
        signed: the grant, with what was really signed: that stands, whatever changes.
        old: how the grant is renewed in the other years before the change.
        new: how it is from the change on; the same as before, if nothing changes.
    """
    switch, last = old.terms.start, old.terms.start + old.terms.years - 1
    covered = frozenset(signed.by_year)
    earliest = min([switch, *covered]) - max(old.reach, new.reach) - max(old.length, new.length)
    found = [_really_signed(one, old.terms) for one in signed.signed]
    for first, end in _runs([year for year in range(earliest, last + 1) if year not in covered]):
        is_first, ends = first == earliest, end < last
        if first >= switch or (old is new and not is_first):
            found += new.between(first, end, ends=ends)
            continue
        until = min(end, switch - 1)
        found += old.before(until, earliest) if is_first else old.between(first, until, ends=True)
        found += new.between(switch, end, ends=ends) if end >= switch else ()
    return tuple(found)


def _runs(years: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last of each run of years that follow each other."""
    for _gap, group in groupby(enumerate(years), key=lambda pair: pair[1] - pair[0]):
        run = [year for _index, year in group]
        yield run[0], run[-1]


def _really_signed(signed: SignedGrant, terms: Terms) -> Commitment:
    written = signed.agreement.signed
    year = int(written[:4]) if written else signed.span.first.year
    return Commitment(year, plan_of(signed, terms).instalments)
