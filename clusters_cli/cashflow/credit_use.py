"""What borrowing the advance costs, and what of the advance a credit leaves unfunded."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import chain

from clusters_cli.cashflow.advance import Curve, Window
from clusters_cli.cashflow.advance_guarantees import guarantee_price
from clusters_cli.cashflow.assigned_claims import assigned, assignment_fee, lent_on
from clusters_cli.cashflow.borrowing import HIGHEST_RATE, IMPOSSIBLE_RATE, Credit, interest, is_plausible
from clusters_cli.cashflow.funding import constant, funding, lower
from clusters_cli.cashflow.instalments import Instalment
from clusters_cli.cashflow.overdraft import QuarterCharge, commission_charged, interest_charged, quarter_charges
from clusters_cli.foundations.data_shape import computed, in_data
from clusters_cli.foundations.errors import UsageError
from clusters_cli.foundations.money import ZERO, cents
from clusters_cli.foundations.text import Euros, Text, Typed


@in_data(without=("gaps", "quarters"))
@dataclass(frozen=True, slots=True)
class CreditUse:
    """What an advance costs under a credit; a price that was not asked for is ``None``.

    Attributes:
        interest: on the amounts drawn, in euros.
        quarterly_charging: what charging by the quarter adds to the interest, in euros.
        overdraft_commission: on the highest overdrafts, in euros.
        fee: in euros.
        guarantee: of the credit, in euros.
        dailly_fee: for the instalments that are assigned, in euros.
        advance_guarantee: of the advances of the funders, in euros.
        drawn: largest amount drawn, in euros.
        gap: largest part of the advance that stays unfunded, in euros, before the receipts of its day.
        gap_date: the first day of the largest gap; ``None`` if there is none.
        gaps: runs of days on whose evenings the same amount stays unfunded.
        implied_rate: yearly rate in percent, to two decimals, at which the bank's cost is reached; ``None`` if no
            cost was given or no rate gives it.
        quarters: what the bank charges for each quarter; empty where it does not charge by the quarter.
    """

    interest: Decimal | None
    quarterly_charging: Decimal | None
    overdraft_commission: Decimal | None
    fee: Decimal | None
    guarantee: Decimal | None
    dailly_fee: Decimal | None
    advance_guarantee: Decimal | None
    drawn: Decimal
    gap: Decimal
    gap_date: date | None
    gaps: tuple[Window, ...]
    implied_rate: Decimal | None
    quarters: tuple[QuarterCharge, ...]

    @computed
    def cost(self) -> Decimal | None:
        """All prices together, in euros; ``None`` if none was asked for."""
        charges = (self.overdraft_commission, self.fee, self.guarantee, self.dailly_fee, self.advance_guarantee)
        return _together(self.interest, self.quarterly_charging, *charges)


def use_of(advance: Curve, credit: Credit, grants: Sequence[Sequence[Instalment]] = ()) -> CreditUse:
    """Return what an advance costs and what of it stays unfunded.

    Args:
        advance: what is to be carried over time.
        credit: what is known of the credit that carries it.
        grants: the instalments of each grant that it is advanced on: what may be assigned, and what is guaranteed.
    """
    claims = assigned(chain.from_iterable(grants))
    drawn, unfunded = funding(advance, _limit(credit, claims))
    line = drawn.peak if credit.ceiling is None else credit.ceiling
    quarters = quarter_charges(drawn, credit) if credit.charges_by_quarter else ()
    paid = None if credit.rate is None else interest(drawn.euro_days, credit.rate, credit.day_count)
    fee, guarantee = (charge.on(line) if charge else None for charge in (credit.fee, credit.guarantee))
    commission = None if credit.overdraft_commission is None else commission_charged(quarters)
    assignment = assignment_fee(claims, credit.dailly_fee) if credit.dailly_fee else None
    guarantees = _guarantees(grants, credit)
    charges = _together(commission, fee, guarantee, assignment, guarantees) or ZERO
    return CreditUse(
        interest=paid,
        quarterly_charging=interest_charged(quarters) - paid if credit.quarterly and paid is not None else None,
        overdraft_commission=commission,
        fee=fee,
        guarantee=guarantee,
        dailly_fee=assignment,
        advance_guarantee=guarantees,
        drawn=drawn.peak,
        gap=unfunded.peak,
        gap_date=unfunded.peak_date,
        gaps=unfunded.windows,
        implied_rate=_implied_rate(drawn.euro_days, charges, credit),
        quarters=quarters,
    )


def _together(*prices: Decimal | None) -> Decimal | None:
    """Return the sum of the prices that were asked for; ``None`` if none was."""
    known = [price for price in prices if price is not None]
    return sum(known, ZERO) if known else None


def _limit(credit: Credit, claims: Sequence[Instalment]) -> Curve | None:
    """Return how much may be drawn over time: the ceiling, what is lent on assigned claims, or the lower of both."""
    ceiling = None if credit.ceiling is None else constant(credit.ceiling)
    lent = None if credit.dailly is None else lent_on(claims, credit.dailly)
    return lower(ceiling, lent) if ceiling and lent else ceiling or lent


def _guarantees(grants: Sequence[Sequence[Instalment]], credit: Credit) -> Decimal | None:
    """Return what the guarantees of the advances of all grants cost, each grant for itself."""
    charge = credit.advance_guarantee
    if charge is None:
        return None
    return sum((guarantee_price(payments, charge, credit.day_count) for payments in grants), ZERO)


def check_bank_cost(uses: Iterable[CreditUse], credit: Credit) -> None:
    """Refuse a cost that no plausible rate explains in any of the answers.

    Raises:
        UsageError: each of the rates that it means is too high.
    """
    rates = [used.implied_rate for used in uses if used.implied_rate is not None]
    if credit.bank_cost is None or not rates or is_plausible(min(rates)):
        return
    most = credit.bank_cost * HIGHEST_RATE / min(rates)
    raise UsageError(
        Text(
            "--bank-cost: {cost} would mean a rate of {rate}% a year, which is not plausible",
            cost=Euros(credit.bank_cost),
            rate=Typed(f"{min(rates):f}"),
        ),
        IMPOSSIBLE_RATE,
        hint=Text(
            "{highest}% a year would be about {most}: perhaps another amount was meant, or another --grant",
            highest=Typed(f"{HIGHEST_RATE:f}"),
            most=Euros(cents(most)),
        ),
    )


def _implied_rate(drawn_days: Decimal, charges: Decimal, credit: Credit) -> Decimal | None:
    """Solve ``interest + charges = bank cost`` for the rate: it is one linear equation."""
    if credit.bank_cost is None or not drawn_days or credit.bank_cost < charges:
        return None
    return cents((credit.bank_cost - charges) * 100 * credit.day_count / drawn_days)
