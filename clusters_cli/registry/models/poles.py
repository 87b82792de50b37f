"""The pôles de compétitivité of a registry and the phases of the policy, as ``poles.yaml`` holds them."""

from clusters_cli.registry.models.base import (
    Amount,
    Count,
    Identifier,
    Label,
    Line,
    Model,
    Name,
    PartialDate,
    Period,
    Remark,
    Sourced,
    Stated,
    Unknown,
)
from clusters_cli.registry.models.organisation_words import LabelOutcome
from clusters_cli.registry.models.organisations import Organisation, RelatedStructure


class LabelDecision(Sourced):
    """A decision on a pôle's label, or what became of the pôle.

    Attributes:
        outcome: what was decided.
        phase: the phase of the policy it belongs to.
        date: when it was decided.
        until: when the label ends, if the source says.
    """

    outcome: LabelOutcome
    phase: Identifier | None = None
    date: PartialDate | None = None
    until: PartialDate | None = None


class Pole(Organisation):
    """A pôle de compétitivité that works, or worked, in the region.

    Attributes:
        regions: the regions it covers.
        labels: decisions on its label, oldest first.
        federates: the structures it is made of, when it is a federation.
    """

    regions: tuple[Stated[tuple[Line, ...]], ...] = ()
    labels: tuple[LabelDecision, ...] = ()
    federates: tuple[RelatedStructure, ...] = ()


class PoleCount(Sourced):
    """How many pôles a source counts in a phase.

    Attributes:
        poles: the count.
        what: which pôles are counted, when the source tells them apart.
        date: the year or date the source gives for the count.
    """

    poles: Count
    what: Label | None = None
    date: PartialDate | None = None


class Phase(Model):
    """A phase of the policy: one call for projects of the State.

    Attributes:
        id: what other entries refer to it by.
        name: what it is called.
        counts: how many pôles it labelled.
        period: from when to when.
        announced: when it was announced.
        yearly_funding: euros a year for all pôles.
        next_call: what is known of the call for the phase that follows.
        remarks: anything else sources say of it.
        unknown: what a source should give and does not.
    """

    id: Identifier
    name: Name
    counts: tuple[PoleCount, ...] = ()
    period: tuple[Period, ...] = ()
    announced: tuple[Stated[PartialDate], ...] = ()
    yearly_funding: tuple[Stated[Amount], ...] = ()
    next_call: tuple[Stated[Label], ...] = ()
    remarks: tuple[Remark, ...] = ()
    unknown: tuple[Unknown, ...] = ()


class PolesFile(Model):
    """``poles.yaml``.

    Attributes:
        phases: the phases of the policy, the oldest first.
        poles: the pôles, each under an id of its own.
    """

    phases: tuple[Phase, ...] = ()
    poles: tuple[Pole, ...]
