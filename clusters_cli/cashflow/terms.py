"""What may be assumed otherwise: the options that change a payment scheme's dates before it is computed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from clusters_cli.cashflow.advance import Flow
from clusters_cli.cashflow.splits import Split
from clusters_cli.foundations.dates import Duration, add_months, month_ends
from clusters_cli.foundations.errors import UsageError
from clusters_cli.foundations.refusal import RefusedError
from clusters_cli.foundations.text import Text
from clusters_cli.registry.models import (
    Anchor,
    AssumptionTopic,
    InstalmentKind,
    InstalmentRule,
    MonthDay,
    PaymentScheme,
    SpendingProfile,
    Variant,
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
        span: first and last day of a signed agreement, in place of those of the scheme; years are cut to it.
        signed: the day on which it was signed.
        spending: how costs fall over the months.
        late: by kind of instalment, how much later than that it is paid.
        costs: dated costs whose rhythm the spending follows, in place of any profile.
        actual_cost: share of the planned costs that is really spent and justified, above 0 and up to 1; the grant
            follows it, and the last instalment pays or takes back the difference.
        accepted: share of the planned costs that the final account is accepted for; what was spent, if nobody says.
        cost: planned eligible costs of a year, or of a project, in euros.
        others_paid: the day of the last payment by the other funders.
        asked: the day asked, where nobody said the first year and it is the year of that day.
        split: how a grant is split, where a scheme pays it in parts.
    """

    start: int
    years: int = 3
    signature: MonthDay | None = None
    payment_delay: Duration | None = None
    balance_month: int | None = None
    project_months: int | None = None
    span: tuple[date, date] | None = None
    signed: date | None = None
    spending: SpendingProfile | None = None
    late: Mapping[InstalmentKind, Duration] = field(default_factory=dict)
    costs: tuple[Flow, ...] = ()
    actual_cost: Decimal = WHOLE
    accepted: Decimal | None = None
    cost: Decimal | None = None
    others_paid: date | None = None
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
        if self.accepted is not None and not 0 <= self.accepted <= 1:
            raise UsageError(Text("the costs accepted must lie between 0% and 100% of the plan"))
        if self.cost is not None and self.cost <= 0:
            raise UsageError(Text("the planned costs must be above zero"))
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
        AssumptionTopic.ACCEPTED: terms.accepted is not None,
        AssumptionTopic.COST: terms.cost is not None,
        AssumptionTopic.OTHERS_PAID: terms.others_paid is not None,
    }
    return frozenset(topic for topic, is_changed in changed.items() if is_changed)


def applied(scheme: PaymentScheme, terms: Terms) -> PaymentScheme:
    """Return the scheme as the terms change it; full dates stand, unless another first year is asked for.

    Raises:
        UsageError: the spending weights do not fit its months.
    """
    agreement = scheme.agreement
    if terms.signature and names_its_signature(scheme):
        agreement = agreement.model_copy(update={"signature": terms.signature})
    if terms.project_months and scheme.is_project:
        agreement = agreement.model_copy(update={"months": terms.project_months, "end": None})
    spending = SpendingProfile() if terms.costs else terms.spending or scheme.spending
    changed = scheme.model_copy(
        update={
            "agreement": agreement,
            "instalments": _changed_rules(scheme, scheme.instalments, terms),
            "variants": tuple(_changed_variant(scheme, one, terms) for one in scheme.variants),
            "payment_delay": scheme.payment_delay if terms.payment_delay is None else terms.payment_delay,
            "spending": spending,
        }
    )
    moved = changed.moved_to(_first_day(changed, terms)) if scheme.is_project else changed
    _check_profile(spending, _months(moved, terms))
    return moved


def _first_day(scheme: PaymentScheme, terms: Terms) -> date:
    """Return the first day of a project: what an agreement or a scheme says in full stands, unless a year is typed."""
    if terms.span is not None:
        return terms.span[0]
    written = scheme.agreement.start
    if not isinstance(written, date):
        return scheme.agreement.period(terms.start, 0).first
    return written if terms.asked else add_months(written, (terms.start - written.year) * MONTHS)


def _changed_variant(scheme: PaymentScheme, variant: Variant, terms: Terms) -> Variant:
    changes: dict[str, object] = {}
    if variant.instalments is not None:
        changes["instalments"] = _changed_rules(scheme, variant.instalments, terms)
    if terms.payment_delay is not None:
        changes["payment_delay"] = None
    return variant.model_copy(update=changes)


def _changed_rules(
    scheme: PaymentScheme, rules: tuple[InstalmentRule, ...], terms: Terms
) -> tuple[InstalmentRule, ...]:
    if terms.payment_delay is not None:
        rules = tuple(rule.model_copy(update={"payment_delay": None}) for rule in rules)
    if terms.balance_month is not None and not scheme.is_project:
        rules = tuple(_at_end_of_month(rule, terms.balance_month) for rule in rules)
    return rules


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


def _months(scheme: PaymentScheme, terms: Terms) -> int:
    """Return how many months a period has."""
    if not scheme.is_project:
        return MONTHS
    dates = scheme.agreement.period(terms.start, 0)
    return len(month_ends(*(terms.span or (dates.first, dates.last))))


def _check_profile(profile: SpendingProfile, months: int) -> None:
    try:
        profile.progress(months)
    except RefusedError as error:
        raise UsageError(Text("spending: {reason}", reason=error.reason)) from None
