"""The options of ``clusters cashflow`` in groups, one for each question that they answer."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

from clusters_cli.commands.shared import payment_options as its
from clusters_cli.commands.shared import payment_values, values
from clusters_cli.commands.shared.drawing import are_drawn, sampling
from clusters_cli.commands.shared.options import AsOfOption, ExcludeOption, WithEndedOption
from clusters_cli.commands.shared.reader import _

if TYPE_CHECKING:
    from clusters_cli.cashflow import Sampling, Terms

YEARS = 3


@dataclass(frozen=True, slots=True)
class GrantOptions:
    """Whose grants are planned, or which one."""

    QUESTION: ClassVar[str] = _("Which grants?")

    exclude: ExcludeOption = None
    with_ended: WithEndedOption = False
    grant: its.GrantOption = None


@dataclass(frozen=True, slots=True)
class SchemeOptions:
    """By which payment schemes they are paid, and where those stand."""

    QUESTION: ClassVar[str] = _("Under which payment schemes?")

    scheme: its.SchemeOption = None
    default_scheme: its.DefaultSchemeOption = None
    schemes: its.SchemesOption = None
    part: its.PartOption = None


@dataclass(frozen=True, slots=True)
class TermOptions:
    """What is assumed otherwise than the payment schemes say."""

    QUESTION: ClassVar[str] = _("What is assumed?")

    years: its.YearsOption = None
    start: its.StartOption = None
    signed: its.SignedOption = None
    payment_delay: its.PaymentDelayOption = None
    balance_month: its.BalanceMonthOption = None
    project_months: its.ProjectMonthsOption = None
    spending: its.SpendingOption = None
    late: its.LateOption = None
    actual_cost: its.ActualCostOption = None
    accepted: its.AcceptedOption = None
    cost: its.CostOption = None
    others_paid: its.OthersPaidOption = None
    as_of: AsOfOption = None

    def terms(self, asked: date) -> "Terms":
        """Return the assumptions as cash flow takes them.

        Args:
            asked: the day asked, in whose year plans start unless another is typed.

        Raises:
            UsageError: one cannot be read, or makes no sense.
        """
        from clusters_cli.cashflow import Terms

        justified = values.share(self.actual_cost, "--actual-cost")
        return Terms(
            start=payment_values.first_year(self.start, "--start", asked),
            years=YEARS if self.years is None else self.years,
            signature=values.month_day(self.signed, "--signed"),
            payment_delay=values.duration(self.payment_delay, "--payment-delay"),
            balance_month=self.balance_month,
            project_months=self.project_months,
            spending=payment_values.profile(self.spending),
            late=payment_values.late(self.late),
            actual_cost=Decimal(1) if justified is None else justified,
            accepted=values.share(self.accepted, "--accepted"),
            cost=values.amount(self.cost, "--cost"),
            others_paid=values.day(self.others_paid, "--others-paid"),
            asked=asked if self.start is None else None,
        )


@dataclass(frozen=True, slots=True)
class RiskOptions:
    """What limit the advance must keep to, and how late payments may come."""

    QUESTION: ClassVar[str] = _("How high may the advance get, and how sure is that?")

    fail_above: its.FailAboveOption = None
    max_peak: its.MaxPeakOption = None
    delays: its.DelaysOption = None
    draws: its.DrawsOption = None
    seed: its.SeedOption = None
    correlation: its.CorrelationOption = None

    def limit(self) -> Decimal | None:
        """Return the peak that is not to be exceeded, in euros.

        Raises:
            UsageError: it cannot be read.
        """
        return values.amount(self.max_peak, "--max-peak")

    def highest(self) -> Decimal | None:
        """Return the amount above which a peak makes the answer a no, in euros.

        Raises:
            UsageError: it cannot be read.
        """
        return values.amount(self.fail_above, "--fail-above")

    def at_random(self) -> bool:
        """Return whether delays are to be drawn.

        Raises:
            UsageError: an option says how to draw, and none says what.
        """
        how = {"--draws": self.draws, "--seed": self.seed, "--correlation": self.correlation}
        return are_drawn(self.delays, how)

    def sampling(self) -> "Sampling":
        """Return how delays are drawn, as usual where an option does not say otherwise.

        Raises:
            UsageError: an option cannot be read, or makes no sense.
        """
        correlation = payment_values.coefficient(self.correlation, "--correlation")
        return sampling(self.draws, self.seed, correlation)
