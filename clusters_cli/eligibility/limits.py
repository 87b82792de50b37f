"""How much: the bases, the maximum grant and the headroom under the cap, with what had to be assumed."""

from dataclasses import dataclass
from dataclasses import replace as changed
from decimal import Decimal

from clusters_cli.dossier import AidType, Pays
from clusters_cli.eligibility.case import Case
from clusters_cli.eligibility.rules.difficulty import is_state_aid
from clusters_cli.eligibility.rules.intensity import BASES, CAP, investment_rates
from clusters_cli.eligibility.sums import (
    Range,
    budget,
    grant_on_base,
    investment_base,
    operating_aid,
    operating_base,
    requested_grant,
    resources,
)
from clusters_cli.foundations.data_shape import computed, in_data
from clusters_cli.foundations.money import ZERO, cents
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
    """Work out the amounts of a case; what is not exact is bounded and said to be."""
    base, aid, cap = _base_aid_and_cap(case)
    known = Limits(
        grant=requested_grant(case),
        bases=Bases(eligible_costs=base.exact, public_aid=aid.exact, budget=budget(case), cap=cap),
        least_aid=aid.low or None,
    )
    highest = base.exact if base.exact is not None else base.high
    if cap is None or highest is None or not is_state_aid(case) or _on_another_article(case):
        return known
    certain_aid = aid.exact if aid.exact is not None else aid.low
    on_base = grant_on_base(case) if case.dossier.aid.type is AidType.OPERATING else None
    grant = on_base.low if on_base is not None else min(known.grant or certain_aid, certain_aid)
    most_aid = cents(cap * highest)
    return changed(
        known,
        most_aid=most_aid,
        maximum_grant=max(most_aid - max(certain_aid - grant, ZERO), ZERO),
        headroom=most_aid - certain_aid,
        assumptions=_assumptions(known, highest, certain_aid),
    )


def _base_aid_and_cap(case: Case) -> tuple[Range, Range, Decimal | None]:
    ids = (CAP, "cluster-investment-intensity", "cluster-investment-bonus-c", "cluster-investment-bonus-a")
    reading = changed(case, declared=frozenset(ids), log=[])
    if case.dossier.aid.type is AidType.INVESTMENT:
        rates = investment_rates(reading) or ()
        cap = rates[0] if len(rates) == 1 else None
        return investment_base(case), resources(case, lambda _resource: True, pays=Pays.INVESTMENT), cap
    return operating_base(case), operating_aid(case), reading.number(CAP)


def _on_another_article(case: Case) -> bool:
    return case.dossier.aid.basis in BASES


def _assumptions(known: Limits, highest: Decimal, certain_aid: Decimal) -> tuple[Text, ...]:
    told = []
    if known.bases.eligible_costs is None:
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
