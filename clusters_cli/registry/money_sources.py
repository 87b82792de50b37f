"""Where the money of an organisation comes from, as shares of the budget of the statement that tells it.

The report knows three sources (introduction and 2.2): the dues of members, public money, and services sold.  An amount
is compared with the budget of the same source and year only, so that a share is unknown wherever its budget is.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from clusters_cli.foundations.aid_basis import AidBasis
from clusters_cli.foundations.data_shape import in_data
from clusters_cli.foundations.fields import Identifier
from clusters_cli.foundations.money import ZERO
from clusters_cli.foundations.text import Sentence, Text
from clusters_cli.foundations.words import Vocabulary
from clusters_cli.registry.models.base import Sourced
from clusters_cli.registry.models.organisations import Figures, Organisation
from clusters_cli.registry.models.region import FunderRule, Region
from clusters_cli.registry.models.region_words import FunderRuleName

_SHARE = Decimal("0.0001")


class MoneySource(Vocabulary):
    """The three sources of money of a cluster that the report tells apart."""

    DUES = "dues", Text("dues"), "cotisations"
    SERVICES_SOLD = "services_sold", Text("services sold"), "prestations vendues"
    PUBLIC_GRANTS = "public_grants", Text("public grants"), "subventions publiques"


@in_data(plain=("funder",))
@dataclass(frozen=True, slots=True)
class GivenGrant:
    """What one public funder gives in a year.

    Attributes:
        funder: the Région, the State, or another one by its name.
        amount: euros.
        share: its part of the budget of the same statement, of 1, to four decimals; ``None`` when that is unknown.
        basis: what it rests on in the law of State aid, where the source says.
        scheme: id of the payment scheme by which it is paid, where the source says.
    """

    funder: Sentence | str
    amount: Decimal
    share: Decimal | None = None
    basis: AidBasis | None = None
    scheme: Identifier | None = None


@in_data(spread=("origin",))
@dataclass(frozen=True, slots=True)
class ReceivedMoney:
    """What one source of money brings.

    Attributes:
        name: which of the three.
        amount: euros; of grants, the sum of those that are known.
        budget: the whole budget, by the same statement; ``None`` when it does not give it.
        share: the part of that budget, of 1, to four decimals.
        at_least: whether more may have come, from funders of whom the statement says nothing.
        year: year of the figures.
        grants: what the amount is made of, where it is made of grants.
        origin: who states it.
    """

    name: MoneySource
    amount: Decimal | None = None
    budget: Decimal | None = None
    share: Decimal | None = None
    at_least: bool = False
    year: int | None = None
    grants: tuple[GivenGrant, ...] = ()
    origin: Sourced | None = None


@in_data(spread=("origin",))
@dataclass(frozen=True, slots=True)
class PublicShare:
    """How much of a budget is public money, as far as one statement tells.

    Attributes:
        least: what is certainly public, as a part of 1.
        most: what may be public at most, as a part of 1.
        year: year of the figures.
        origin: who states them.
    """

    least: Fraction
    most: Fraction
    year: int
    origin: Sourced

    def is_within(self, limit: Fraction) -> bool | None:
        """Whether public money is at most a part of the budget; ``None`` when it cannot be told."""
        if self.most <= limit:
            return True
        return False if self.least > limit else None


@dataclass(frozen=True, slots=True)
class Money:
    """Where the money of an organisation comes from.

    Attributes:
        sources: the three sources, in the order of the report.
        public_share: how much of the budget is public; ``None`` when no statement tells anything of it.
    """

    sources: tuple[ReceivedMoney, ...]
    public_share: PublicShare | None


@in_data(taken={"rule": ("id", "name", "whose")})
@dataclass(frozen=True, slots=True)
class Balance:
    """How public money stands to the largest part of a budget that a funder of its own rule allows.

    Attributes:
        rule: whose rule it is, as the frame of the registry holds it; the 50/50 balance of the report is one.
        limit: the largest part, of 1, on the day asked.
        kept: whether public money is within it; ``None`` when it cannot be told.
    """

    rule: FunderRule
    limit: Fraction
    kept: bool | None


def balance_of(money: Money, region: Region | None, day: date) -> Balance | None:
    """Return how public money stands to a funder's own rule, ``None`` where the registry has none on the day."""
    rules = region.rules if region else ()
    rule = next((rule for rule in rules if rule.id == FunderRuleName.PUBLIC_SHARE), None)
    dated = rule.on(day) if rule else None
    limit = rule.figure(dated) if rule and dated else None
    if rule is None or not isinstance(limit, Decimal):
        return None
    public = money.public_share
    return Balance(rule, Fraction(limit), public.is_within(Fraction(limit)) if public else None)


def money_of(organisation: Organisation, reference: Identifier | None) -> Money:
    """Return where the money of an organisation comes from, each source by the statement that is preferred.

    Args:
        organisation: a cluster or a pôle.
        reference: id of the source whose figures are preferred; of those, the latest are taken.
    """

    def rank(item: Figures) -> tuple[bool, int]:
        return item.source == reference, item.year

    preferred = sorted(organisation.figures, key=rank, reverse=True)
    shares = [found for item in preferred if (found := public_share_of(item))]
    exact = [found for found in shares if found.least == found.most]
    return Money(tuple(_received(name, preferred) for name in MoneySource), next(iter((*exact, *shares)), None))


def grants_of(stated: Figures) -> tuple[GivenGrant, ...]:
    """Return the public grants that one statement knows, each with its funder."""
    known: list[GivenGrant] = [
        GivenGrant(funder, amount, share_of(amount, stated.budget))
        for funder, amount in ((Text("Région"), stated.regional_grant), (Text("State"), stated.state_grant))
        if amount is not None
    ]
    known += [
        GivenGrant(one.funder, one.amount, share_of(one.amount, stated.budget), one.basis, one.scheme)
        for one in stated.grants or ()
    ]
    return tuple(known)


def share_of(amount: Decimal, budget: Decimal | None) -> Decimal | None:
    """Return what part of a budget an amount is, to four decimals; ``None`` where the budget is unknown or zero."""
    return (amount / budget).quantize(_SHARE, rounding=ROUND_HALF_UP) if budget else None


def public_share_of(stated: Figures) -> PublicShare | None:
    """Return how much of a budget is public money, by what one statement says; ``None`` when it says nothing of it.

    A private share that the source gives decides.  Else the grants it knows are public, and dues and services sold are
    not, as in the report, which tells them apart from public money (introduction); what remains may be either, unless
    the statement knows the grants of every public funder.
    """
    if stated.private_share is not None:
        public = 1 - stated.private_share
        return PublicShare(public, public, stated.year, stated)
    grants, own = grants_of(stated), [amount for amount in (stated.dues, stated.services_sold) if amount is not None]
    if not stated.budget or not (grants or own):
        return None
    least = Fraction(_total(grants)) / Fraction(stated.budget)
    most = least if _knows_all_grants(stated) else 1 - Fraction(sum(own, ZERO)) / Fraction(stated.budget)
    return PublicShare(least, max(least, most), stated.year, stated)


def _received(name: MoneySource, preferred: Sequence[Figures]) -> ReceivedMoney:
    for stated in preferred:
        grants = grants_of(stated) if name is MoneySource.PUBLIC_GRANTS else ()
        amount = _AMOUNTS[name](stated)
        if amount is not None:
            return ReceivedMoney(
                name,
                amount,
                stated.budget,
                share_of(amount, stated.budget),
                at_least=name is MoneySource.PUBLIC_GRANTS and not _knows_all_grants(stated),
                year=stated.year,
                grants=grants,
                origin=stated,
            )
    return ReceivedMoney(name)


_AMOUNTS: Mapping[MoneySource, Callable[[Figures], Decimal | None]] = {
    MoneySource.DUES: lambda stated: stated.dues,
    MoneySource.SERVICES_SOLD: lambda stated: stated.services_sold,
    MoneySource.PUBLIC_GRANTS: lambda stated: _total(grants) if (grants := grants_of(stated)) else None,
}
"""What a statement says of each source, in euros."""


def _total(grants: Iterable[GivenGrant]) -> Decimal:
    return sum((grant.amount for grant in grants), ZERO)


def _knows_all_grants(stated: Figures) -> bool:
    return None not in (stated.regional_grant, stated.state_grant, stated.grants)
