"""What may be assumed otherwise: the options that change a payment scheme's dates before it is computed."""

from dataclasses import dataclass
from typing import Any

from clusters_cli.foundations.dates import Duration
from clusters_cli.foundations.errors import UsageError
from clusters_cli.foundations.messages import _
from clusters_cli.registry.schemes import AssumptionTopic, MonthDay, PaymentScheme

FIRST_YEAR, LAST_YEAR = 1990, 2100
MOST_YEARS = 30


@dataclass(frozen=True, slots=True)
class Terms:
    """The assumptions of one computation; ``None`` keeps what the scheme says.

    Attributes:
        start: first year.
        years: number of years of yearly grants; a project has its own length.
        signature: day of the year on which an agreement is signed.
        payment_delay: time from due date to payment.
        balance_month: month of the following year at whose end the balance is due.
        project_months: length of a project.
    """

    start: int = 2023
    years: int = 3
    signature: MonthDay | None = None
    payment_delay: Duration | None = None
    balance_month: int | None = None
    project_months: int | None = None

    def __post_init__(self) -> None:
        if not FIRST_YEAR <= self.start <= LAST_YEAR:
            message = _("the first year must lie between {first} and {last}, found {year}")
            raise UsageError(message.format(first=FIRST_YEAR, last=LAST_YEAR, year=self.start))
        if not 1 <= self.years <= MOST_YEARS:
            raise UsageError(
                _("years must be between 1 and {most}, found {years}").format(most=MOST_YEARS, years=self.years)
            )

    @property
    def changed(self) -> frozenset[AssumptionTopic]:
        """The assumptions of the scheme that an option replaces."""
        given: dict[AssumptionTopic, Any] = {
            "signature": self.signature,
            "payment-delay": self.payment_delay,
            "balance": self.balance_month,
        }
        return frozenset(topic for topic, value in given.items() if value is not None)


def applied(scheme: PaymentScheme, terms: Terms) -> PaymentScheme:
    """Return the scheme as the terms change it."""
    agreement, rules = scheme.agreement, scheme.instalments
    if terms.signature and not scheme.is_project:
        agreement = agreement.model_copy(update={"signature": terms.signature})
    if terms.project_months and scheme.is_project:
        agreement = agreement.model_copy(update={"months": terms.project_months})
    if terms.balance_month is not None and not scheme.is_project:
        offset = Duration(months=terms.balance_month)
        rules = tuple(rule.model_copy(update={"offset": offset}) if rule.kind == "balance" else rule for rule in rules)
    delay = scheme.payment_delay if terms.payment_delay is None else terms.payment_delay
    return scheme.model_copy(update={"agreement": agreement, "instalments": rules, "payment_delay": delay})
