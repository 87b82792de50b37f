"""Programmes that fund or help clusters: what they are worth, for how long, at what rate, on what terms."""

from clusters_cli.foundations.data_shape import in_data
from clusters_cli.registry.models.base import (
    Amount,
    Count,
    Identifier,
    Label,
    Line,
    Model,
    Name,
    Period,
    Remark,
    Share,
    Sourced,
    Stated,
    Unknown,
)
from clusters_cli.registry.models.programme_words import AmountScope, ConditionKind, ProgrammeAudience, ProgrammeKind


class ProgrammeAmount(Sourced):
    """An amount in euros and what it covers.

    Attributes:
        amount: euros.
        scope: what it covers.
        of: which part or component, in words.
    """

    amount: Amount
    scope: AmountScope
    of: Label | None = None


class Rate(Sourced):
    """The largest share of something that the programme pays.

    Attributes:
        share: between 0 and 1.
        of: of what.
    """

    share: Share
    of: Label


class Condition(Sourced):
    """A term of the programme.

    Attributes:
        kind: what it is about.
        text: the term itself.
        minimum: the least number asked for (partners, countries).
        share: the share it fixes, between 0 and 1.
        values: names it lists, such as countries.
    """

    kind: ConditionKind
    text: Label
    minimum: Count | None = None
    share: Share | None = None
    values: tuple[Line, ...] = ()


class Opening(Sourced):
    """Whom a source says the programme is open to.

    Attributes:
        audience: whom it is open to.
        reason: what the source says.
    """

    audience: ProgrammeAudience
    reason: Label


class Strand(Sourced):
    """A sector, objective or strategy of a programme.

    Attributes:
        id: what the links of clusters refer to it by.
        code: its letter or number in the source.
        name: its title.
        short: the heading of its column in the source's matrix.
    """

    id: Identifier
    code: Line | None = None
    name: Name
    short: Name | None = None


class Beneficiary(Sourced):
    """A structure that received from the programme.

    Attributes:
        name: as the source writes it.
        cluster: its id, when it is a cluster of this registry.
        received: what it received.
    """

    name: Line
    cluster: Identifier | None = None
    received: Label | None = None


@in_data(payment_scheme="payment_schemes")
class Programme(Model):
    """A programme that funds or helps clusters.

    Where sources disagree every list holds them all, the reference source's first.

    Attributes:
        id: what other entries refer to it by.
        name: what it is called.
        aliases: other names and spellings that sources use.
        kind: what sort of programme it is.
        regimes: ids of the aid regimes it rested on, one after the other.
        description: what it is for.
        operator: who runs it.
        audience: whom it is open to.
        period: from when to when.
        amounts: what it has to spend.
        rates: the shares of costs that it pays.
        payment_scheme: id of the payment scheme a cluster would live with.
        conditions: its terms.
        strands: its sectors, objectives or strategies.
        beneficiaries: who received from it.
        remarks: anything else sources say of it.
        unknown: what a source should give and does not.
    """

    id: Identifier
    name: Name
    aliases: tuple[Line, ...] = ()
    kind: ProgrammeKind
    regimes: tuple[Identifier, ...] = ()
    description: tuple[Stated[Label], ...] = ()
    operator: tuple[Stated[Line], ...] = ()
    audience: tuple[Opening, ...] = ()
    period: tuple[Period, ...] = ()
    amounts: tuple[ProgrammeAmount, ...] = ()
    rates: tuple[Rate, ...] = ()
    payment_scheme: tuple[Stated[Identifier], ...] = ()
    conditions: tuple[Condition, ...] = ()
    strands: tuple[Strand, ...] = ()
    beneficiaries: tuple[Beneficiary, ...] = ()
    remarks: tuple[Remark, ...] = ()
    unknown: tuple[Unknown, ...] = ()
