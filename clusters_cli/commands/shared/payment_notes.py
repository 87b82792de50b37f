"""What every report on payments has to add: whose grant is unknown, where grants come from, and what is assumed."""

from collections.abc import Mapping, Sequence

from clusters_cli.cashflow import Grant, UsedAssumption
from clusters_cli.foundations.text import Locator
from clusters_cli.presentation.languages import word
from clusters_cli.presentation.messages import _, labelled, language, spoken
from clusters_cli.registry.loading import Registry

NO_CLUSTER = "–"


def cluster_name(cluster: str | None, registry: Registry) -> str:
    """Return the name of a cluster, or a dash for an amount typed without one."""
    return registry.cluster_by_id[cluster].name if cluster else NO_CLUSTER


def unknown_grants(wanted: Sequence[Grant]) -> list[str]:
    """Return the ids of the clusters whose grant nobody states."""
    return [grant.cluster for grant in wanted if grant.amount is None and grant.cluster]


def unknown_notes(unknown: Sequence[str], registry: Registry) -> list[str]:
    """Say which clusters were left out."""
    names = ", ".join(cluster_name(cluster, registry) for cluster in unknown)
    return (
        [_("Left out, since no source states their grant: {names}. Give one with --grant.").format(names=names)]
        if names
        else []
    )


def grant_notes(wanted: Sequence[Grant]) -> list[str]:
    """Say where the grants come from."""
    known = [grant for grant in wanted if grant.year is not None]
    if not known:
        return []
    if len(known) == 1:
        where = ", ".join(part for part in (known[0].source, spoken(Locator(known[0].locator or ""))) if part)
        return [_("Grant of {year}, taken for every year ({where}).").format(year=known[0].year, where=where)]
    return [_("Grants are each cluster's own, taken for every year; clusters show CLUSTER names their source.")]


def assumption_notes(by_scheme: Mapping[str, Sequence[UsedAssumption]]) -> list[str]:
    """List the assumptions of each payment scheme, with their reasons and sources; those of all come once, first."""
    written = {scheme: [_assumption_words(assumption) for assumption in used] for scheme, used in by_scheme.items()}
    shared = [words for words in next(iter(written.values()), []) if all(words in lines for lines in written.values())]
    notes = []
    if len(written) > 1 and shared:
        notes = [_("Assumptions of all these schemes:"), *(f"- {words}" for words in shared)]
        written = {scheme: [words for words in lines if words not in shared] for scheme, lines in written.items()}
    for scheme, lines in written.items():
        if lines:
            notes += [_("Assumptions of {scheme}:").format(scheme=scheme), *(f"- {words}" for words in lines)]
    return notes


def _assumption_words(assumption: UsedAssumption) -> str:
    words = labelled(word(assumption.about, language()), word(assumption.words, language()))
    if assumption.changed:
        return _("{words} (instead of what the scheme assumes)").format(words=words)
    if assumption.reason is None:
        return words
    where = f"{assumption.source}, {spoken(Locator(assumption.locator))}" if assumption.locator else assumption.source
    return f"{words} – {assumption.reason.in_language(language())} ({where})"
