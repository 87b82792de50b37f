"""What every report on payments has to add: whose grant is unknown, where grants come from, and what is assumed."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from clusters_cli.cashflow import Grant, UsedAssumption
from clusters_cli.commands.shared.ended import left_out
from clusters_cli.commands.shared.old_figures import FigureInUse, old_figure_notes
from clusters_cli.foundations.data_shape import extended
from clusters_cli.foundations.text import Joined, Listed, Text, Value, labelled
from clusters_cli.registry import Registry
from clusters_cli.registry.models import AssumptionTopic, Cluster, PaymentScheme

NO_CLUSTER = "–"
_OF_NO_SCHEME = (AssumptionTopic.FIRST_YEAR, AssumptionTopic.START)
"""What no payment scheme assumes: without another word it is taken from the day asked."""


def cluster_name(cluster: str | None, registry: Registry) -> str:
    """Return the name of a cluster, or a dash for an amount typed without one."""
    return registry.cluster_by_id[cluster].name if cluster else NO_CLUSTER


def scheme_name(scheme: str | None) -> Value:
    """Return the id of a payment scheme, or what is said where each grant is paid by its own."""
    return scheme or Text("as signed")


class AskedGrants(NamedTuple):
    """The grants that were asked for, and on which day.

    Attributes:
        registry: names their clusters and sources.
        wanted: those nobody states included.
        day: the day asked.
        starts_then: whether plans start in the year of that day, because no other was typed.
        named: whether the user named the clusters; a named one without a known grant leaves the answer open.
        ended: the clusters left out because they were merged or dissolved by that day.
    """

    registry: Registry
    wanted: tuple[Grant, ...]
    day: date
    starts_then: bool
    named: bool
    ended: tuple[Cluster, ...] = ()

    @property
    def unknown(self) -> list[str]:
        """Ids of the clusters whose grant nobody states."""
        return [grant.cluster for grant in self.wanted if grant.amount is None and grant.cluster]

    @property
    def as_of(self) -> date | None:
        """The day on which the answer depends: none where both the first year and the grant are typed."""
        return self.day if self.starts_then or any(grant.year for grant in self.wanted) else None

    @property
    def left_out(self) -> list[str]:
        """Ids of the clusters left out because they were merged or dissolved."""
        return [cluster.id for cluster in self.ended]

    @property
    def sources(self) -> list[Any]:
        """Where each known grant comes from, as programs get it."""
        return [extended(grant, cluster=grant.cluster) for grant in self.wanted if grant.amount is not None]


def unknown_notes(asked: AskedGrants, *, typed: bool = True) -> list[Value]:
    """Say which clusters were left out.

    Args:
        asked: the grants asked for.
        typed: whether the command takes a grant that is typed.
    """
    ended = list[Value](left_out([cluster.name for cluster in asked.ended]))
    if not asked.unknown:
        return ended
    names = Listed(tuple(cluster_name(cluster, asked.registry) for cluster in asked.unknown))
    if not typed:
        return [Text("Left out, since no source states their grant: {names}.", names=names), *ended]
    return [
        Text("Left out, since no source states their grant: {names}. Give one with --grant.", names=names),
        *ended,
    ]


def grant_notes(asked: AskedGrants) -> list[Value]:
    """Say where the grants come from, and which of them are old on the day asked."""
    known = [(grant.origin, grant.year) for grant in asked.wanted if grant.origin and grant.year is not None]
    if not known:
        return []
    told = Text("Grants are each cluster's own, taken for every year; clusters show CLUSTER names their source.")
    if len(known) == 1:
        ((origin, year),) = known
        told = Text("Grant of {year}, taken for every year ({where}).", year=year, where=origin.citation)
    used = [
        FigureInUse(cluster_name(grant.cluster, asked.registry), "regional_grant", grant.year)
        for grant in asked.wanted
        if grant.year is not None
    ]
    return [told, *old_figure_notes(used, asked.day)]


def unsplit_notes(left_out: Sequence[PaymentScheme]) -> list[Value]:
    """Say which payment schemes were left out of all, and what they need."""
    return [
        Text(
            "{scheme} is left out: it pays a grant in parts, and --part {part}=60% would say how it is split.",
            scheme=scheme.id,
            part=scheme.parts[0].id,
        )
        for scheme in left_out
    ]


def assumption_notes(by_scheme: Mapping[str, Sequence[UsedAssumption]]) -> list[Value]:
    """List the assumptions of each payment scheme, with their reasons and sources; those of all come once, first."""
    written = {scheme: [_assumption_words(assumption) for assumption in used] for scheme, used in by_scheme.items()}
    shared = [words for words in next(iter(written.values()), []) if all(words in lines for lines in written.values())]
    notes: list[Value] = []
    if len(written) > 1 and shared:
        notes = [Text("Assumptions of all these schemes:"), *map(_item, shared)]
        written = {scheme: [words for words in lines if words not in shared] for scheme, lines in written.items()}
    for scheme, lines in written.items():
        if lines:
            notes += [Text("Assumptions of {scheme}:", scheme=scheme), *map(_item, lines)]
    return notes


def _assumption_words(assumption: UsedAssumption) -> Value:
    words = labelled(assumption.about, assumption.words)
    if assumption.changed and assumption.about in _OF_NO_SCHEME:
        return Text("{words} (instead of the year of the day asked)", words=words)
    if assumption.changed:
        return Text("{words} (instead of what the scheme assumes)", words=words)
    if assumption.reason is None or assumption.origin is None:
        return words
    where = assumption.origin.citation
    return Text("{words} – {reason} ({where})", words=words, reason=assumption.reason, where=where)


def _item(words: Value) -> Joined:
    """Return one of several in a list."""
    return Joined(("-", words))
