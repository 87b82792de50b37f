"""Whether the instalments of a payment scheme come in order: after the signature, within the project, the last last."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from clusters_cli.foundations.places import DataPath
from clusters_cli.foundations.text import Text
from clusters_cli.registry.models.agreements import AgreementPeriod
from clusters_cli.registry.models.instalment_rules import CLAIMED, Event, InstalmentRule
from clusters_cli.registry.models.scheme_words import Anchor, ShareOf

SchemeFault = tuple[DataPath, Text]
"""Where in a scheme something is wrong, and what."""
_FAR = date.max
"""A day of which nobody knows yet when it comes."""


def settles(instalments: Sequence[InstalmentRule], period: AgreementPeriod) -> bool:
    """Whether all instalments come in order, and the last when all costs of the period can be known."""
    return _Days(period).due(instalments[-1]) >= period.last and not any(misplaced(instalments, period))


def claims_before_the_last(
    rule: InstalmentRule, last: InstalmentRule, ends: Sequence[date], period: AgreementPeriod
) -> int:
    """Return for how many reporting periods an instalment is claimed before the last instalment takes its place.

    Args:
        rule: an instalment that is claimed at the end of each reporting period.
        last: the last instalment.
        ends: the last days of the reporting periods.
        period: the year or project.
    """
    due = _Days(period).due(last)
    cut_offs = [day for day in map(rule.offset.after, ends) if day < due]
    return len(cut_offs) if due == _FAR else sum(_asked(rule, day) < _asked(last, due) for day in cut_offs)


def _asked(rule: InstalmentRule, due: date) -> date:
    """Return the day on which an instalment that waits for nothing is claimed."""
    return due if rule.claim is None else rule.claim.after(due)


def misplaced(
    instalments: Sequence[InstalmentRule],
    period: AgreementPeriod,
    others_paid: date | None = None,
    settled: date | None = None,
) -> Iterator[SchemeFault]:
    """Yield what is wrong with the days of a period.

    An instalment would be due before the agreement is signed, or due or claimed after the last, which settles what is
    left; a claim of costs lies outside the project; money is released before the balance.  What waits for the other
    funders is looked at when it is known when they pay.

    Args:
        instalments: the lines of a payment scheme.
        period: the year or project.
        others_paid: the day of the last payment by the other funders.
        settled: the day on which the last instalment is due, where costs decide it; the latest one if it is not given.
    """
    days = _Days(period, others_paid)
    due = settled or days.due(instalments[-1])
    is_certain = all(map(days.is_known, instalments[-1].not_before))
    last = _Last(due, days.claimed(instalments[-1], due) if is_certain else _FAR)
    for number, rule in enumerate(instalments):
        faults = (*days.of_release(rule, last), *days.of_instalment(number + 1, rule, last))
        yield from ((("instalments", number, *at), reason) for at, reason in faults)


@dataclass(frozen=True, slots=True)
class _Last:
    """The day on which the last instalment is due, and the one on which it is claimed."""

    due: date
    claimed: date


@dataclass(frozen=True, slots=True)
class _Days:
    """The days of a year or a project, as far as they are known."""

    period: AgreementPeriod
    others_paid: date | None = None

    def is_known(self, event: Event) -> bool:
        """Return whether it is known when an event comes."""
        return event.anchor is not Anchor.OTHERS_PAID or self.others_paid is not None

    def due(self, rule: InstalmentRule) -> date:
        """Return the latest day on which an instalment can be due."""
        if rule.anchor is Anchor.SPENDING:
            return rule.offset.after(max(self.period.last, self.period.signature))
        return rule.day(self.period, self.others_paid) if self.is_known(rule) else _FAR

    def waits(self, rule: InstalmentRule) -> list[date]:
        """Return the days for which an instalment waits."""
        return [event.day(self.period, self.others_paid) for event in rule.not_before if self.is_known(event)]

    def claimed(self, rule: InstalmentRule, due: date) -> date:
        """Return the day before which an instalment that is due on a day is not claimed."""
        return max([due if due == _FAR else _asked(rule, due), *self.waits(rule)])

    def of_release(self, rule: InstalmentRule, last: _Last) -> Iterator[SchemeFault]:
        """Yield that what is retained of an instalment would be released before the last one."""
        release = rule.retain.release if rule.retain else None
        if release is None or not self.is_known(release) or last.claimed == _FAR:
            return
        day = release.day(self.period, self.others_paid)
        if day < last.claimed:
            reason = Text("what is retained would be released on {day}, before the balance on {last}")
            yield ("retain",), reason.given(day=str(day), last=str(last.claimed))

    def of_instalment(self, number: int, rule: InstalmentRule, last: _Last) -> Iterator[SchemeFault]:
        """Yield what is wrong with the days of an instalment that the course of the costs does not decide."""
        if rule.anchor in CLAIMED or not self.is_known(rule):
            return
        first, end, signature = self.period
        due, claimed = self.due(rule), self.claimed(rule, self.due(rule))
        if due < signature and not any(day >= signature for day in self.waits(rule)):
            reason = Text("instalment {number} ({kind}) would be due on {due}, before the signature on {signature}")
            yield (), reason.given(number=number, kind=rule.kind, due=str(due), signature=str(signature))
        if due > last.due:
            reason = Text("instalment {number} ({kind}) would be due on {due}, after the last one on {last}")
            yield (), reason.given(number=number, kind=rule.kind, due=str(due), last=str(last.due))
        elif claimed > last.claimed:
            reason = Text("instalment {number} ({kind}) would be claimed on {day}, after the last one on {last}")
            yield (), reason.given(number=number, kind=rule.kind, day=str(claimed), last=str(last.claimed))
        if rule.of is ShareOf.COSTS and not first <= due <= end:
            reason = Text("a claim on {day} lies outside the project, {first} to {last}")
            yield (), reason.given(day=str(due), first=str(first), last=str(end))
