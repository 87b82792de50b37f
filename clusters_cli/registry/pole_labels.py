"""The label of a pôle de compétitivité on a day: who has one, of which phase, and until when."""

from dataclasses import dataclass
from datetime import date

from clusters_cli.foundations.data_shape import computed, in_data
from clusters_cli.registry.endings import end_on
from clusters_cli.registry.lifetimes import Lifetime, Standing, lifetime
from clusters_cli.registry.loading import Registry
from clusters_cli.registry.models.base import Identifier, PartialDate
from clusters_cli.registry.models.organisation_words import LabelOutcome
from clusters_cli.registry.models.poles import LabelDecision, Pole


@in_data(
    without=("lifetime", "pole_ended"),
    outcome="label",
    decided="label_date",
    phase="label_phase",
    standing="label_standing",
    last_day="label_until",
    days_left="label_days_left",
    ends_soon="label_ends_soon",
)
@dataclass(frozen=True, slots=True)
class DatedLabel:
    """What a pôle's label is on a day, by the latest decision taken until then.

    Attributes:
        outcome: what was decided.
        decided: when, where a source says.
        phase: the phase of the policy it belongs to.
        lifetime: from when until when it holds.
        pole_ended: whether the pôle itself was merged or dissolved by the day asked.
    """

    outcome: LabelOutcome
    decided: PartialDate | None
    phase: Identifier | None
    lifetime: Lifetime
    pole_ended: bool

    @computed
    def standing(self) -> Standing:
        """Whether the pôle has the label on the day asked."""
        labelled = self.outcome is LabelOutcome.LABELLED and not self.pole_ended
        return self.lifetime.standing if labelled else Standing.ENDED

    @computed
    def last_day(self) -> date | None:
        """The last day of the label, if it has or had one; unknown where the pôle ended before."""
        return None if self.pole_ended else self.lifetime.last_day

    @computed
    def days_left(self) -> int | None:
        """Days from the day asked to its last one; ``None`` if there is none, or its end is unknown."""
        return self.lifetime.days_left if self.standing is Standing.OPEN else None

    @computed
    def ends_soon(self) -> bool:
        """Whether the pôle has it and loses it within six months."""
        return self.lifetime.ends_soon and self.standing is Standing.OPEN


def label_on(pole: Pole, registry: Registry, day: date) -> DatedLabel | None:
    """Return what the label of a pôle is on a day; ``None`` if no decision taken until then is known.

    A decision holds from its date and to the end that its source gives it; where it gives none, those of its phase
    stand for them.  Of two decisions of one day that of the reference source is taken.
    """
    taken = [
        (label.lifetime.first_day or date.min, decision.source == registry.reference, label)
        for decision in pole.labels
        for label in [_seen(pole, decision, registry, day)]
        if label.lifetime.standing is not Standing.TO_COME
    ]
    return max(taken, key=lambda one: one[:2])[2] if taken else None


def _seen(pole: Pole, decision: LabelDecision, registry: Registry, day: date) -> DatedLabel:
    phase = next((phase for phase in registry.poles.phases if phase.id == decision.phase), None)
    of_phase = lifetime(phase.period if phase else (), registry.reference, day)
    start = decision.date or of_phase.start or decision.as_of
    end = decision.until or of_phase.end if decision.outcome is LabelOutcome.LABELLED else None
    pole_ended = end_on(pole, registry, day) is not None
    return DatedLabel(decision.outcome, decision.date, decision.phase, Lifetime(start, end, day), pole_ended)
