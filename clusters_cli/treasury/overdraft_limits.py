"""What would keep an overdraft under a limit: how much cash, from which day to which."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from clusters_cli.foundations.data_shape import computed, in_data
from clusters_cli.foundations.fields import Identifier
from clusters_cli.foundations.money import ZERO
from clusters_cli.treasury.plan import TreasuryPlan


@in_data(is_kept="kept")
@dataclass(frozen=True, slots=True)
class OverdraftLimit:
    """A plan held against the largest overdraft that is wanted.

    Attributes:
        id: of the dossier or of the cluster.
        limit: the overdraft, in euros.
        missing: euros that would keep it: more cash at the opening, a loan, or money that comes earlier.
        needed_from: the first day that ends beyond the limit: by then the cash must be there; ``None`` if none does.
        needed_to: the last such day: until then it is needed; a plan that ends beyond the limit needs it longer.
        ends_beyond: whether the plan's last day still ends beyond the limit.
        days: days that end beyond it.
    """

    id: Identifier
    limit: Decimal
    missing: Decimal
    needed_from: date | None
    needed_to: date | None
    ends_beyond: bool
    days: int

    @computed
    def is_kept(self) -> bool:
        """Whether no day ends beyond it."""
        return not self.missing


def overdraft_limit(plan: TreasuryPlan, limit: Decimal) -> OverdraftLimit:
    """Hold a plan against an overdraft in euros, at the end of each day."""
    beyond = plan.need.above(limit)
    return OverdraftLimit(
        id=plan.id,
        limit=limit,
        missing=max((window.amount for window in beyond), default=ZERO),
        needed_from=beyond[0].first if beyond else None,
        needed_to=beyond[-1].last if beyond else None,
        ends_beyond=bool(beyond) and beyond[-1].last == plan.horizon.last,
        days=sum(window.days for window in beyond),
    )


@dataclass(frozen=True, slots=True)
class DayBelow:
    """The first day of a plan that closes below an amount.

    Attributes:
        id: of the dossier or of the cluster.
        day: the first day.
        balance: its closing cash, in euros.
    """

    id: Identifier
    day: date
    balance: Decimal


@in_data(is_kept="kept")
@dataclass(frozen=True, slots=True)
class BalanceCheck:
    """What came of holding the closing balances of plans against an amount.

    Attributes:
        limit: the amount, in euros.
        below: the plans of which a day closes below it, each with the first such day.
    """

    limit: Decimal
    below: tuple[DayBelow, ...]

    @computed
    def is_kept(self) -> bool:
        """Whether none does."""
        return not self.below


def check_balances(plans: "tuple[TreasuryPlan, ...]", limit: Decimal) -> BalanceCheck:
    """Hold the closing cash of every day of plans against an amount in euros."""
    found = ((plan, plan.need.above(-limit)) for plan in plans)
    return BalanceCheck(
        limit, tuple(DayBelow(plan.id, below[0].first, limit - below[0].amount) for plan, below in found if below)
    )
