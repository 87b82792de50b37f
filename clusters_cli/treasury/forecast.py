"""Everything that an organisation expects to receive and to pay, before any months are looked at."""

from dataclasses import dataclass
from decimal import Decimal

from clusters_cli.cashflow import Plan, UnplannedAgreement
from clusters_cli.foundations.data_shape import in_data
from clusters_cli.foundations.fields import Identifier
from clusters_cli.treasury.horizon import OpeningBalance
from clusters_cli.treasury.lines import PlannedLine


@dataclass(frozen=True, slots=True)
class PlannedGrant:
    """A grant that is paid under a payment scheme.

    Attributes:
        line: key of the line that receives it.
        label: what the line is called.
        funder: who gives it; ``None`` where nobody is named.
        plan: when it is spent and paid.
        is_assumed: whether the scheme is the default of the Région, since its agreement does not say how it is paid.
    """

    line: str
    label: str
    funder: str | None
    plan: Plan
    is_assumed: bool = False


@in_data(without=("cluster",))
@dataclass(frozen=True, slots=True)
class Balanced:
    """What is assumed of a cluster of which only the budget and the agreements are known.

    Attributes:
        cluster: its id.
        budget: its yearly budget in euros, taken to be spent evenly.
        year: the year of that budget.
        grants: euros of grants in an average year of the agreements.
        other: euros a year that come from elsewhere, so that the budget is balanced, and are taken to come evenly.
    """

    cluster: Identifier
    budget: Decimal
    year: int
    grants: Decimal
    other: Decimal


@dataclass(frozen=True, slots=True)
class Forecast:
    """What is expected of one organisation.

    Attributes:
        id: what answers call it: the id of a dossier, or of a cluster.
        name: what people call it.
        cluster: id of the registry's cluster, if it is one.
        opening: the cash with which it begins.
        lines: everything that is received and paid.
        grants: those that payment schemes pay.
        left_out: labels of resources that bring no cash: in kind, or own funds, which the opening cash holds.
        evenly: labels of the grants asked for that no scheme and no timing pays, and that come evenly.
        balanced: what is assumed where only a budget and agreements are known.
        unplanned: agreements of which too little is known.
        goes_on: whether it goes on from what really happened, so that a line may have nothing left to come.
        without_tax: whether the costs are net of value added tax, and no line says when that is paid and recovered.
    """

    id: Identifier
    name: str
    cluster: Identifier | None
    opening: OpeningBalance
    lines: tuple[PlannedLine, ...]
    grants: tuple[PlannedGrant, ...]
    left_out: tuple[str, ...] = ()
    evenly: tuple[str, ...] = ()
    balanced: Balanced | None = None
    unplanned: tuple[UnplannedAgreement, ...] = ()
    without_tax: bool = False
    goes_on: bool = False
