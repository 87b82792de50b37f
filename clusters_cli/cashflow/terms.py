"""What may be assumed otherwise: the options that change a payment scheme's dates before it is computed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from clusters_cli.cashflow.advance import Flow
from clusters_cli.cashflow.splits import Split
from clusters_cli.foundations.dates import Duration, month_ends
from clusters_cli.foundations.errors import UsageError
from clusters_cli.foundations.refusal import RefusedError
from clusters_cli.foundations.text import Text
from clusters_cli.registry.models import (
    Agreement,
    Anchor,
    AssumptionTopic,
    InstalmentKind,
    InstalmentRule,
    MonthDay,
    PaymentScheme,
    SpendingProfile,
)

FIRST_YEAR, LAST_YEAR = 1900, 2200
"""Years in which a plan can start: a century around those that are asked for, whose funder pays earlier grants too."""
MOST_YEARS = 30
MONTHS = 12
MOST_PROJECT_MONTHS = 120
WHOLE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Terms:
    """The assumptions of one computation; ``None`` keeps what the scheme says.

    Attributes:
        start: first year.
        years: number of years of yearly grants; a project has its own length.
        signature: day of the year on which an agreement is signed.
        payment_delay: time from due date (or claim) to payment.
        balance_month: month of the following year at whose end the balance of a yearly grant is due.
        project_months: length of a project.
        project: first and last day of a project, in place of those of the scheme.
        spending: how costs fall over the months.
        late: by kind of instalment, how much later than that it is paid.
        costs: dated costs whose rhythm the spending follows, in place of any profile.
        actual_cost: share of the planned costs that is really spent and justified, above 0 and up to 1; the grant
            follows it, and the last instalment pays or takes back the difference.
        asked: the day asked, where nobody said the first year and it is the year of that day.
        split: how a grant is split, where a scheme pays it in parts.
    """

    start: int
    years: int = 3
    signature: MonthDay | None = None
    payment_delay: Duration | None = None
    balance_month: int | None = None
    project_months: int | None = None
    project: tuple[date, date] | None = None
    spending: SpendingProfile | None = None
    late: Mapping[InstalmentKind, Duration] = field(default_factory=dict)
    costs: tuple[Flow, ...] = ()
    actual_cost: Decimal = WHOLE
    asked: date | None = None
    split: Split | None = None

    def __post_init__(self) -> None:
        _between(Text("the first year"), self.start, FIRST_YEAR, LAST_YEAR)
        _between(Text("years"), self.years, 1, MOST_YEARS)
        _between(Text("the month of the balance"), self.balance_month, 1, MONTHS)
        _between(Text("the months of a project"), self.project_months, 1, MOST_PROJECT_MONTHS)
        if not 0 < self.actual_cost <= 1:
            hint = Text("costs above the plan do not raise a grant: leave the option out")
            raise UsageError(
                Text(
                    "the costs really justified must be above 0% and at most 100% of the plan, found {share}%",
                    share=str((self.actual_cost * 100).normalize()),
                ),
                hint=hint,
            )
        if any(delay.is_negative for delay in (self.payment_delay, *self.late.values()) if delay):
            raise UsageError(Text("a delay must not be negative"))


def _between(what: Text, value: int | None, least: int, most: int) -> None:
    if value is not None and not least <= value <= most:
        raise UsageError(
            Text(
                "{what} must lie between {least} and {most}, found {value}",
                what=what,
                least=least,
                most=most,
                value=value,
            )
        )


def changed_topics(scheme: PaymentScheme, terms: Terms) -> frozenset[AssumptionTopic]:
    """Return the assumptions that the terms replace."""
    yearly = not scheme.is_project
    changed: dict[AssumptionTopic, bool] = {
        AssumptionTopic.FIRST_YEAR: yearly and terms.asked is None,
        AssumptionTopic.START: not yearly and terms.asked is None,
        AssumptionTopic.SIGNATURE: terms.signature is not None and names_its_signature(scheme),
        AssumptionTopic.BALANCE: terms.balance_month is not None and has_yearly_balance(scheme),
        AssumptionTopic.PAYMENT_DELAY: terms.payment_delay is not None,
        AssumptionTopic.SPENDING: terms.spending is not None or bool(terms.costs),
        AssumptionTopic.PARTS: terms.split is not None and bool(scheme.parts) and not scheme.is_split_open,
        AssumptionTopic.HORIZON: not yearly and terms.project_months is not None,
        AssumptionTopic.LATE: bool(terms.late),
        AssumptionTopic.ACTUAL_COST: terms.actual_cost != 1,
    }
    return frozenset(topic for topic, is_changed in changed.items() if is_changed)


def applied(scheme: PaymentScheme, terms: Terms) -> PaymentScheme:
    """Return the scheme as the terms change it.

    Raises:
        UsageError: the spending weights do not fit its months.
    """
    agreement, rules, yearly = scheme.agreement, scheme.instalments, not scheme.is_project
    if terms.signature and names_its_signature(scheme):
        agreement = agreement.model_copy(update={"signature": terms.signature})
    if terms.project_months and not yearly:
        agreement = agreement.model_copy(update={"months": terms.project_months})
    if terms.balance_month is not None and yearly:
        rules = tuple(_at_end_of_month(rule, terms.balance_month) for rule in rules)
    spending = SpendingProfile() if terms.costs else terms.spending or scheme.spending
    _check_profile(spending, _months(agreement, terms))
    delay = scheme.payment_delay if terms.payment_delay is None else terms.payment_delay
    update = {"agreement": agreement, "instalments": rules, "payment_delay": delay, "spending": spending}
    first = terms.project[0] if terms.project else agreement.period(terms.start, 0).first
    return scheme.model_copy(update=update).moved_to(first)


def names_its_signature(scheme: PaymentScheme) -> bool:
    """Return whether a scheme has a day of signature of its own; a project without one is signed when it starts."""
    return scheme.agreement.signature is not None


def has_yearly_balance(scheme: PaymentScheme) -> bool:
    """Return whether a scheme pays a balance after the end of each year, of a part of the grant at least."""
    return not scheme.is_project and any(one.instalments[-1].kind is InstalmentKind.BALANCE for one in scheme.alone)


def _at_end_of_month(rule: InstalmentRule, month: int) -> InstalmentRule:
    if rule.kind is not InstalmentKind.BALANCE:
        return rule
    changes = {"anchor": Anchor.YEAR_END, "offset": Duration(months=month), "on": None, "reached": None}
    return rule.model_copy(update=changes)


def _months(agreement: Agreement, terms: Terms) -> int:
    """Return how many months a period has."""
    if agreement.months is None:
        return MONTHS
    return agreement.months if terms.project is None else len(month_ends(*terms.project))


def _check_profile(profile: SpendingProfile, months: int) -> None:
    try:
        profile.progress(months)
    except RefusedError as error:
        raise UsageError(Text("spending: {reason}", reason=error.reason)) from None
