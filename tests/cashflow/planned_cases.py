"""Cases of the naive engine, as the program plans them."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from clusters_cli.cashflow.plan import Plan, make_plan
from clusters_cli.cashflow.terms import Terms
from clusters_cli.foundations.money import from_cents
from clusters_cli.foundations.reading.durations import duration
from clusters_cli.registry.models.scheme_words import InstalmentKind
from clusters_cli.registry.models.schemes import PaymentScheme
from tests.cashflow.naive import Case


def terms_of(case: Case) -> Terms:
    """Return what is assumed of a case."""
    return Terms(
        case.first_year,
        case.years,
        late={InstalmentKind.written()[kind]: duration(text) for kind, text in case.late.items()},
        actual_cost=_share(case.actual),
        accepted=None if case.accepted is None else _share(case.accepted),
        cost=None if case.cost is None else from_cents(case.cost),
        others_paid=case.others_paid,
        payment_delay=None if case.payment_delay is None else duration(case.payment_delay),
        asked=None if case.start_given else date(case.first_year, 6, 1),
    )


def planned_by_the_program(case: Case, grant: int, cluster: str | None = None) -> Plan:
    """Return the plan of a grant of so many cents."""
    scheme = PaymentScheme.model_validate(case.scheme)
    return make_plan(scheme, from_cents(grant), terms_of(case), cluster=cluster)


def _share(percent: int | Fraction) -> Decimal:
    return Decimal(percent.numerator) / percent.denominator / 100
