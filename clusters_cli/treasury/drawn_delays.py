"""What late payments do to a treasury plan: its overdraft under delays that are drawn many times, day by day."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

import numpy as np
from numpy.typing import NDArray

from clusters_cli.cashflow import (
    DRAWS_IMPOSSIBLE,
    Distribution,
    Draws,
    Flow,
    Instalment,
    Percentiles,
    Sampling,
    at_levels,
    share_above,
)
from clusters_cli.foundations.data_shape import in_data
from clusters_cli.foundations.errors import UsageError
from clusters_cli.foundations.fields import Identifier
from clusters_cli.foundations.money import from_cents, to_cents
from clusters_cli.foundations.text import Listed, Text
from clusters_cli.registry.models import InstalmentKind
from clusters_cli.treasury.forecast import PlannedGrant
from clusters_cli.treasury.plan import TreasuryPlan

_MEMORY = 64 << 20
"""Bytes for the draws that are computed together."""
_BYTES_A_DAY = 24
"""What a day of one draw takes while it is computed."""


@in_data(spread=("sampling",))
@dataclass(frozen=True, slots=True)
class DrawnBalances:
    """The overdraft of a plan under drawn delays.

    Attributes:
        id: of the dossier or of the cluster.
        delays: the distribution of the payment delay by kind of instalment, counted from the due date (or the claim).
        sampling: how delays are drawn.
        overdraft: what covers the lowest closing cash of a day, in euros.
        below_zero: share of the draws of which a day ends below zero.
        limit: the closing cash that is not to be passed below, in euros; ``None`` if none was asked for.
        below_limit: share of the draws of which a day ends below the limit; ``None`` without one.
    """

    id: Identifier
    delays: Mapping[InstalmentKind, Distribution]
    sampling: Sampling
    overdraft: Percentiles[Decimal]
    below_zero: Decimal
    limit: Decimal | None
    below_limit: Decimal | None


def drawn_balances(
    plan: TreasuryPlan,
    delays: Mapping[InstalmentKind, Distribution],
    sampling: Sampling,
    limit: Decimal | None = None,
) -> DrawnBalances:
    """Draw the payment delays of a plan's grants.

    What is drawn is still to come when the plan begins; in a draw it comes on the first day at the earliest, and what
    comes after the last day does not come in the plan.

    Args:
        plan: as it is planned.
        delays: the distribution by kind of instalment; the other kinds are paid as planned.
        sampling: how delays are drawn.
        limit: euros; the share of draws of which a day ends below it is counted.

    Raises:
        UsageError: no instalment that is still to come is of a kind whose delay is drawn.
    """
    drawn = _Drawn.of(plan, delays)
    if not drawn.payments:
        kinds = {one.kind for grant in plan.grants for one in grant.plan.instalments}
        message = Text("--delays names no kind of instalment that is still to be paid in the plan")
        hint = Text("it pays: {kinds}", kinds=Listed(tuple(sorted(kinds)))) if kinds else None
        raise UsageError(message, DRAWS_IMPOSSIBLE, hint=hint)
    lowest = np.concatenate(list(drawn.lowest(plan, Draws(delays, sampling), sampling)))
    missing = np.maximum(-lowest, 0)
    return DrawnBalances(
        id=plan.id,
        delays=delays,
        sampling=sampling,
        overdraft=Percentiles(plan.overdraft, *map(from_cents, at_levels(missing))),
        below_zero=share_above(missing, 0),
        limit=limit,
        below_limit=None if limit is None else share_above(-lowest, to_cents(-limit)),
    )


_Cents = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class _Drawn:
    """The instalments of a plan whose delays are drawn, grant by grant; all else moves as it is planned."""

    payments: tuple[tuple[PlannedGrant, tuple[Instalment, ...]], ...]

    @classmethod
    def of(cls, plan: TreasuryPlan, delays: Mapping[InstalmentKind, Distribution]) -> "_Drawn":
        """Return those of the kinds that have a distribution, which are still to come when the plan begins."""
        found = (
            (grant, tuple(one for one in grant.plan.instalments if one.kind in delays and one.paid >= plan.first))
            for grant in plan.grants
        )
        return cls(tuple((grant, payments) for grant, payments in found if payments))

    def lowest(self, plan: TreasuryPlan, draws: Draws, sampling: Sampling) -> Iterator[_Cents]:
        """Yield block by block the lowest closing cash of each draw, in cents."""
        length = (plan.last - plan.first).days + 1
        fixed = self._fixed(plan, length)
        opening = to_cents(-plan.need.opening)
        for block in sampling.blocks(_BYTES_A_DAY * length, _MEMORY):
            moved = np.repeat(fixed[:, None], len(block), axis=1)
            columns = np.arange(len(block))
            for grant, payments in self.payments:
                for payment, delay in zip(payments, draws.delays(grant.line, payments, block), strict=True):
                    if delay is None:
                        raise AssertionError("only what is drawn is among them")
                    days = np.maximum((payment.claimable - plan.first).days + delay, 0)
                    within = days < length
                    np.add.at(moved, (days[within], columns[within]), to_cents(payment.amount))
            balances: _Cents = np.cumsum(moved, axis=0, out=moved)
            yield opening + balances.min(axis=0)

    def _fixed(self, plan: TreasuryPlan, length: int) -> _Cents:
        """Return what moves on each day of the plan whatever is drawn, in cents."""
        by_day = np.zeros(length, dtype=np.int64)
        flows = [flow for one in plan.lines for flow in one.line.moved]
        planned = (Flow(one.paid, -one.amount) for _grant, payments in self.payments for one in payments)
        for day, amount in (*flows, *planned):
            if plan.horizon.holds(day):
                by_day[(day - plan.first).days] += to_cents(amount)
        return by_day
