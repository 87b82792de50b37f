"""How much: the bases, the maximum grant and the headroom under the cap, with what had to be assumed."""

from dataclasses import dataclass
from dataclasses import replace as changed
from decimal import Decimal

from clusters_cli.eligibility.bases import Amounts, amounts_of
from clusters_cli.eligibility.case import Case
from clusters_cli.eligibility.missions import asks_no_aid
from clusters_cli.eligibility.sums import budget, grant_on_base, requested_grant
from clusters_cli.foundations.aid_basis import AidBasis
from clusters_cli.foundations.data_shape import computed, in_data
from clusters_cli.foundations.money import ZERO, whole_cents
from clusters_cli.foundations.text import Euros, Text


@dataclass(frozen=True, slots=True)
class Bases:
    """What limits are counted on, in euros, and the share that counts; ``None`` when they cannot be told.

    Attributes:
        eligible_costs: the base of the cap of the law.
        public_aid: all public aid on that base.
        budget: the whole budget, the base of a funder's own balance.
        cap: the share of the base that aid may reach.
    """

    eligible_costs: Decimal | None = None
    public_aid: Decimal | None = None
    budget: Decimal | None = None
    cap: Decimal | None = None


@in_data(without=("least_aid", "assumptions"))
@dataclass(frozen=True, slots=True)
class Limits:
    """The amounts of a case, in euros; ``None`` when they cannot be told.

    Attributes:
        grant: the grant asked for.
        bases: what they are counted on.
        least_aid: the part of the public aid that is certain, while the whole is not.
        most_aid: the cap, all the public aid that the base allows.
        maximum_grant: the largest grant that leaves room for the other aid, never below zero.
        headroom: the cap less all public aid, negative beyond it.
        assumptions: what had to be assumed for the last two.
    """

    grant: Decimal | None = None
    bases: Bases = Bases()
    least_aid: Decimal | None = None
    most_aid: Decimal | None = None
    maximum_grant: Decimal | None = None
    headroom: Decimal | None = None
    assumptions: tuple[Text, ...] = ()

    @computed
    def known_aid(self) -> Decimal | None:
        """All public aid on the base or, while the whole of it is not known, the part that is certain."""
        return self.least_aid if self.bases.public_aid is None else self.bases.public_aid


def limits(case: Case) -> Limits:
    """Work out the amounts of a case on its basis; what is not exact is bounded and said to be."""
    counted = amounts_of(case)
    base, aid = counted.base, counted.aid
    known = Limits(
        grant=requested_grant(case),
        bases=Bases(eligible_costs=base.exact, public_aid=aid.exact, budget=budget(case), cap=counted.cap),
        least_aid=aid.low or None,
    )
    most_aid = _most_aid(counted)
    if most_aid is None or asks_no_aid(case):
        return known
    certain_aid = aid.exact if aid.exact is not None else aid.low
    on_base = grant_on_base(case) if case.basis is AidBasis.ARTICLE_27 and case.asks_operating_aid else None
    grant = on_base.low if on_base is not None else min(known.grant or certain_aid, certain_aid)
    return changed(
        known,
        most_aid=most_aid,
        maximum_grant=max(most_aid - max(certain_aid - grant, ZERO), ZERO),
        headroom=most_aid - certain_aid,
        assumptions=_assumptions(known, counted, certain_aid),
    )


def _most_aid(counted: Amounts) -> Decimal | None:
    """Return the most aid that the limits of a basis allow, ``None`` where it has none or none is known."""
    limits_known = []
    if counted.cap is not None and counted.base.high is not None:
        limits_known.append(whole_cents(counted.cap * counted.base.high))
    if counted.ceiling is not None:
        limits_known.append(counted.ceiling - counted.earlier)
    return min(limits_known, default=None)


def _assumptions(known: Limits, counted: Amounts, certain_aid: Decimal) -> tuple[Text, ...]:
    told = []
    highest = counted.base.high
    if known.bases.eligible_costs is None and counted.cap is not None and highest is not None:
        told.append(
            Text(
                "maximum grant and headroom are upper bounds: the whole budget, {budget}, is taken as eligible costs",
                budget=Euros(highest),
            )
        )
    if known.bases.public_aid is None:
        told.append(
            Text(
                "maximum grant and headroom are upper bounds: only {aid} of public aid on that base is certain",
                aid=Euros(certain_aid),
            )
        )
    elif known.grant is None:
        told.append(
            Text("no grant is named: all public aid, {aid}, is taken as the grant asked for", aid=Euros(certain_aid))
        )
    return tuple(told)
