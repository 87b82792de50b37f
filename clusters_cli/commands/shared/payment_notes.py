"""What every report on payments has to add: whose grant is unknown, where grants come from, and what is assumed."""

from collections.abc import Mapping, Sequence

from clusters_cli.cashflow import Grant, UsedAssumption
from clusters_cli.foundations.text import Joined, Listed, Text, Value, labelled
from clusters_cli.registry import Registry

NO_CLUSTER = "–"


def cluster_name(cluster: str | None, registry: Registry) -> str:
    """Return the name of a cluster, or a dash for an amount typed without one."""
    return registry.cluster_by_id[cluster].name if cluster else NO_CLUSTER


def unknown_grants(wanted: Sequence[Grant]) -> list[str]:
    """Return the ids of the clusters whose grant nobody states."""
    return [grant.cluster for grant in wanted if grant.amount is None and grant.cluster]


def unknown_notes(unknown: Sequence[str], registry: Registry) -> list[Value]:
    """Say which clusters were left out."""
    if not unknown:
        return []
    names = Listed(tuple(cluster_name(cluster, registry) for cluster in unknown))
    return [Text("Left out, since no source states their grant: {names}. Give one with --grant.", names=names)]


def grant_notes(wanted: Sequence[Grant]) -> list[Value]:
    """Say where the grants come from."""
    known = [(grant.origin, grant.year) for grant in wanted if grant.origin and grant.year is not None]
    if not known:
        return []
    if len(known) == 1:
        ((origin, year),) = known
        return [Text("Grant of {year}, taken for every year ({where}).", year=year, where=origin.citation)]
    return [Text("Grants are each cluster's own, taken for every year; clusters show CLUSTER names their source.")]


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
    if assumption.changed:
        return Text("{words} (instead of what the scheme assumes)", words=words)
    if assumption.reason is None or assumption.origin is None:
        return words
    where = assumption.origin.citation
    return Text("{words} – {reason} ({where})", words=words, reason=assumption.reason, where=where)


def _item(words: Value) -> Joined:
    """Return one of several in a list."""
    return Joined(("-", words))
