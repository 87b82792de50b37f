"""The options of ``clusters cashflow``: one for each assumption, the credit, and how the answer is laid out."""

from pathlib import Path
from typing import Annotated

import typer

from clusters_cli.commands.shared import completion
from clusters_cli.commands.shared.reader import _

SchemeOption = Annotated[
    list[str] | None,
    typer.Option(
        "--scheme",
        metavar="SCHEME",
        help=_("Payment scheme to ask what if; repeat it, or give all, to compare; by default what was signed."),
        autocompletion=completion.any_scheme,
    ),
]
DefaultSchemeOption = Annotated[
    str | None,
    typer.Option(
        "--default-scheme",
        metavar="SCHEME",
        help=_("Payment scheme of clusters without an agreement in force; by default that of the Région."),
        autocompletion=completion.scheme,
    ),
]
SchemesOption = Annotated[
    Path | None, typer.Option("--schemes", metavar="FILE", help=_("File with payment schemes of your own."))
]
PartOption = Annotated[
    list[str] | None,
    typer.Option(
        "--part",
        metavar="PART=SHARE|AMOUNT",
        help=_(
            "How a grant is split where a scheme pays it in parts: base=60%, or base=80000 and project=50000; "
            "repeatable, and one part may be left out."
        ),
    ),
]
GrantOption = Annotated[
    str | None,
    typer.Option("--grant", metavar="AMOUNT", help=_("Grant a year (or of the project) instead of the registry's.")),
]
YearsOption = Annotated[
    int | None, typer.Option("--years", metavar="N", help=_("Years of yearly grants.  [default: 3]"))
]
StartOption = Annotated[
    int | None, typer.Option("--start", metavar="YEAR", help=_("First year; that of the day asked if not given."))
]
SignedOption = Annotated[
    str | None, typer.Option("--signed", metavar="MM-DD", help=_("Day of the year on which an agreement is signed."))
]
PaymentDelayOption = Annotated[
    str | None,
    typer.Option("--payment-delay", metavar="DAYS", help=_("Time from the due date to the payment: 60, 60d or 2m.")),
]
CostOption = Annotated[
    str | None,
    typer.Option(
        "--cost",
        metavar="AMOUNT",
        help=_("Planned eligible costs of the year or of the project, of which the grant pays a share."),
    ),
]
AcceptedOption = Annotated[
    str | None,
    typer.Option(
        "--accepted",
        metavar="PCT",
        help=_("Share of the planned costs that the final account is accepted for; all that is spent if not given."),
    ),
]
OthersPaidOption = Annotated[
    str | None,
    typer.Option(
        "--others-paid",
        metavar="DATE",
        help=_("Day of the last payment by the other funders, for schemes that wait for it."),
    ),
]
BalanceMonthOption = Annotated[
    int | None,
    typer.Option(
        "--balance-month", metavar="M", help=_("Month of the next year at whose end a yearly balance is due.")
    ),
]
ProjectMonthsOption = Annotated[
    int | None, typer.Option("--project-months", metavar="N", help=_("Length of a project in months."))
]
SpendingOption = Annotated[
    str | None,
    typer.Option(
        "--spending",
        metavar="PROFILE",
        help=_("How costs fall over the months: even, front, back, or one weight a month as 2,1,1,…"),
        autocompletion=completion.shapes,
    ),
]
LateOption = Annotated[
    list[str] | None,
    typer.Option(
        "--late",
        metavar="KIND=DURATION",
        help=_("Pay instalments of a kind (advance, interim, balance) later: balance=3m; repeatable."),
        autocompletion=completion.by_kind_of_instalment,
    ),
]
ActualCostOption = Annotated[
    str | None,
    typer.Option(
        "--actual-cost",
        metavar="PCT",
        help=_("Share of the planned costs that is really spent: claims and the balance follow it."),
    ),
]
RateOption = Annotated[
    str | None, typer.Option("--rate", metavar="PCT", help=_("Yearly interest rate; none is assumed."))
]
DayCountOption = Annotated[
    int,
    typer.Option(
        "--day-count",
        metavar="365|360",
        help=_("Days by which a yearly rate is divided."),
        autocompletion=completion.day_counts,
    ),
]
FeeOption = Annotated[
    str | None,
    typer.Option("--fee", metavar="AMOUNT|PCT", help=_("Arrangement fee in euros, or in percent of the credit line.")),
]
GuaranteeOption = Annotated[
    str | None,
    typer.Option(
        "--guarantee", metavar="AMOUNT|PCT", help=_("Cost of the guarantee in euros, or in percent of the credit line.")
    ),
]
CeilingOption = Annotated[
    str | None,
    typer.Option("--ceiling", metavar="AMOUNT", help=_("Ceiling of the credit line: shows what stays unfunded.")),
]
BankCostOption = Annotated[
    str | None,
    typer.Option("--bank-cost", metavar="AMOUNT", help=_("What the bank asked in all: finds the rate it means.")),
]
FailAboveOption = Annotated[
    str | None,
    typer.Option(
        "--fail-above",
        metavar="AMOUNT",
        help=_(
            "Exit 1 when the peak of a cluster is above it, and say which, by how much and when; with --delays, the "
            "peak that nineteen draws in twenty do not exceed."
        ),
    ),
]
QuarterlyOption = Annotated[
    bool,
    typer.Option(
        "--quarterly",
        help=_("Charge interest and commission at the end of each quarter: from then on they draw interest."),
        show_default=False,
    ),
]
OverdraftCommissionOption = Annotated[
    str | None,
    typer.Option(
        "--overdraft-commission",
        metavar="PCT",
        help=_("Commission on the highest overdraft of each month, in percent of it: 0.05%."),
    ),
]
CommissionCapOption = Annotated[
    str | None,
    typer.Option(
        "--commission-cap",
        metavar="PCT",
        help=_("The most that this commission may be: a share of the interest of the quarter."),
    ),
]
DaillyOption = Annotated[
    str | None,
    typer.Option(
        "--dailly",
        metavar="PCT",
        help=_("Assign the grant to the bank: it lends this share of what is notified and not yet paid."),
    ),
]
DaillyFeeOption = Annotated[
    str | None,
    typer.Option(
        "--dailly-fee",
        metavar="AMOUNT|PCT",
        help=_("What the bank takes for each instalment assigned: euros, or percent of it."),
    ),
]
AdvanceGuaranteeOption = Annotated[
    str | None,
    typer.Option(
        "--advance-guarantee",
        metavar="AMOUNT|PCT",
        help=_("Cost of a bank's guarantee of advances: euros for a grant, or percent a year of what it covers."),
    ),
]
MaxPeakOption = Annotated[
    str | None,
    typer.Option(
        "--max-peak",
        metavar="AMOUNT",
        help=_(
            "Find the smallest first share, and the smallest opening cash, that keep the peak at or under it, and exit "
            "1 when it is above; with --delays, how often it is exceeded."
        ),
    ),
]
DelaysOption = Annotated[
    list[str] | None,
    typer.Option(
        "--delays",
        metavar="[KIND=]LAW",
        help=_(
            "Draw the days from due date to payment: fixed(D), uniform(A,B), triangular(A,LIKELY,B), "
            "lognormal(MEDIAN,P95), empirical(D,D,…); repeatable, in quotes."
        ),
        autocompletion=completion.by_kind_of_instalment,
    ),
]
DrawsOption = Annotated[
    int | None,
    typer.Option(
        "--draws",
        metavar="N",
        help=_("How many times delays are drawn: up to 1 000 000, and 6 000 000 in all clusters.  [default: 10000]"),
    ),
]
SeedOption = Annotated[
    int | None, typer.Option("--seed", metavar="N", help=_("Another seed, other draws.  [default: 1]"))
]
CorrelationOption = Annotated[
    str | None,
    typer.Option(
        "--correlation",
        metavar="0…1",
        help=_("How far the funder pays all clusters late together: 1 on the same day.  [default: 0]"),
    ),
]
ByOption = Annotated[
    str,
    typer.Option(
        "--by",
        metavar="month|quarter|year",
        help=_("Length of the lines of the table."),
        autocompletion=completion.steps,
    ),
]
ChartOption = Annotated[
    bool | None,
    typer.Option(
        "--chart/--no-chart", help=_("Draw the advance over time; by default only on a terminal."), show_default=False
    ),
]
