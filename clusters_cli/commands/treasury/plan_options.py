"""The options of ``clusters treasury`` in groups, one for each question that they answer."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, ClassVar

import typer

from clusters_cli.commands.shared import completion, payment_values, values
from clusters_cli.commands.shared import payment_options as its
from clusters_cli.commands.shared.drawing import are_drawn, sampling
from clusters_cli.commands.shared.options import AsOfOption
from clusters_cli.commands.shared.reader import _
from clusters_cli.commands.treasury.named_values import by_name
from clusters_cli.foundations.text import Text

if TYPE_CHECKING:
    from clusters_cli.cashflow import Sampling, Terms
    from clusters_cli.foundations.dates import Duration

SubjectsArgument = Annotated[
    list[str],
    typer.Argument(
        metavar="FILE|CLUSTER",
        help=_("Application file, or id or name of a cluster; several stand side by side."),
        autocompletion=completion.clusters,
    ),
]
FromOption = Annotated[
    str | None,
    typer.Option(
        "--from", metavar="MONTH", help=_("First month, such as 2026-03; by default that of the opening cash.")
    ),
]
MonthsOption = Annotated[
    int | None, typer.Option("--months", metavar="N", help=_("Months of the plan, 1 to 60.  [default: 12]"))
]
OpeningCashOption = Annotated[
    str | None,
    typer.Option(
        "--opening-cash",
        metavar="AMOUNT",
        help=_("Cash on the evening before the first month, instead of that of the file; below zero for an overdraft."),
    ),
]
SchemeOfFunderOption = Annotated[
    list[str] | None,
    typer.Option(
        "--scheme",
        metavar="[FUNDER=]SCHEME",
        help=_(
            "What if this funder paid by another scheme; without a funder, the grants that are asked for; repeat it to "
            "compare."
        ),
        autocompletion=completion.any_scheme,
    ),
]
LateMoneyOption = Annotated[
    list[str] | None,
    typer.Option(
        "--late",
        metavar="FUNDER|KIND=DURATION",
        help=_(
            "Money that comes later: of a funder, of a line, of a kind of line (dues) or of instalment (balance), such "
            "as balance=3m; repeatable."
        ),
        autocompletion=completion.by_kind_of_instalment,
    ),
]
MaxOverdraftOption = Annotated[
    str | None,
    typer.Option(
        "--max-overdraft",
        metavar="AMOUNT",
        help=_("Say what would keep the overdraft at or under it, and exit 1 when it is above."),
    ),
]
FailBelowOption = Annotated[
    str | None,
    typer.Option("--fail-below", metavar="AMOUNT", help=_("Exit 1 when a day closes with less cash than this.")),
]


@dataclass(frozen=True, slots=True)
class MonthOptions:
    """Which months are planned, and with what cash they begin."""

    QUESTION: ClassVar[str] = _("Which months?")

    from_: FromOption = None
    months: MonthsOption = None
    opening_cash: OpeningCashOption = None
    as_of: AsOfOption = None

    def month(self) -> date | None:
        """Return the first day of the month that is typed.

        Raises:
            UsageError: it is none.
        """
        return values.month(self.from_, "--from")

    def cash(self) -> Decimal | None:
        """Return the opening cash that is typed, in euros.

        Raises:
            UsageError: it cannot be read.
        """
        return values.signed_amount(self.opening_cash, "--opening-cash")


@dataclass(frozen=True, slots=True)
class PaidOptions:
    """By which payment schemes grants are paid, and what is assumed otherwise than those say."""

    QUESTION: ClassVar[str] = _("How are the grants paid?")

    scheme: SchemeOfFunderOption = None
    schemes: its.SchemesOption = None
    part: its.PartOption = None
    late: LateMoneyOption = None
    signed: its.SignedOption = None
    payment_delay: its.PaymentDelayOption = None
    balance_month: its.BalanceMonthOption = None
    actual_cost: its.ActualCostOption = None
    accepted: its.AcceptedOption = None
    others_paid: its.OthersPaidOption = None

    def terms(self, year: int) -> "Terms":
        """Return the assumptions as cash flow takes them.

        Args:
            year: any; the file or the agreements say when grants begin.

        Raises:
            UsageError: one cannot be read, or makes no sense.
        """
        from clusters_cli.cashflow import Terms

        justified = values.share(self.actual_cost, "--actual-cost")
        return Terms(
            start=year,
            signature=values.month_day(self.signed, "--signed"),
            payment_delay=values.duration(self.payment_delay, "--payment-delay"),
            balance_month=self.balance_month,
            actual_cost=Decimal(1) if justified is None else justified,
            accepted=values.share(self.accepted, "--accepted"),
            others_paid=values.day(self.others_paid, "--others-paid"),
            split=payment_values.split(self.part, None),
        )

    def delays(self) -> "dict[str, Duration]":
        """Return how much later money comes, by the name of what is late.

        Raises:
            UsageError: a text is no name and length of time, or a name stands twice.
        """
        from clusters_cli.foundations.dates import Duration

        typed = by_name(self.late, "--late", Text("FUNDER=DURATION"))
        return {name: values.duration(delay, "--late") or Duration() for name, delay in typed.items()}


@dataclass(frozen=True, slots=True)
class LimitOptions:
    """What the cash must keep to, and how late payments may come."""

    QUESTION: ClassVar[str] = _("How low may the cash get, and how sure is that?")

    max_overdraft: MaxOverdraftOption = None
    fail_below: FailBelowOption = None
    delays: its.DelaysOption = None
    draws: its.DrawsOption = None
    seed: its.SeedOption = None

    def overdraft(self) -> Decimal | None:
        """Return the overdraft that is not to be exceeded, in euros.

        Raises:
            UsageError: it cannot be read.
        """
        return values.amount(self.max_overdraft, "--max-overdraft")

    def least(self) -> Decimal | None:
        """Return the closing cash below which the answer is a no, in euros.

        Raises:
            UsageError: it cannot be read.
        """
        return values.signed_amount(self.fail_below, "--fail-below")

    def at_random(self) -> bool:
        """Return whether delays are to be drawn.

        Raises:
            UsageError: an option says how to draw, and none says what.
        """
        return are_drawn(self.delays, {"--draws": self.draws, "--seed": self.seed})

    def sampling(self) -> "Sampling":
        """Return how delays are drawn, as usual where an option does not say otherwise.

        Raises:
            UsageError: an option makes no sense.
        """
        return sampling(self.draws, self.seed)
