"""The sentences under the tables of ``clusters eligibility``."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from clusters_cli.commands.eligibility.bases import had_it_been_aid_notes
from clusters_cli.commands.shared.law_notes import own_law_notes, what_if_notes
from clusters_cli.commands.shared.old_figures import FigureInUse, old_figure_notes
from clusters_cli.eligibility import Depth, Examination, FiguresSay, Law
from clusters_cli.foundations.findings import Outcome
from clusters_cli.foundations.text import Dated, Joined, Listed, Sentence, Text, Value, counted

_OPTIONS = {
    "totals.eligible_costs": "--eligible-costs",
    "totals.public_aid": "--public-aid",
    "totals.grant": "--grant",
}
"""The options that give a fact without a dossier."""


def notes_of(found: Sequence[Examination], law: Law, as_of: date) -> tuple[Value, ...]:
    """Return what a reader must know beside the tables.

    Args:
        found: one per cluster or dossier.
        law: names the overlay in use.
        as_of: the day asked.
    """
    return (
        *(_one_notes(found[0]) if len(found) == 1 else _many_notes(found)),
        *old_figure_notes(_figures_in_use(found), as_of),
        *what_if_notes(law, found),
        *own_law_notes(found),
    )


def verdict_words(item: Examination) -> Value:
    """Return the verdict on a case or, where only amounts were looked at, what these say."""
    if item.figures_say is None or (item.figures_say is FiguresSay.ABOVE and item.depth is Depth.QUICK):
        return item.verdict
    return item.figures_say


def counted_verdicts(found: Sequence[Examination]) -> Text:
    """Return how many cases have each verdict."""
    told = Counter(map(verdict_words, found))
    counts = Listed(tuple(Joined((verdict, count)) for verdict, count in told.most_common()))
    return Text("{count} cases: {counts}.", count=len(found), counts=counts)


def award_words(item: Examination) -> Value:
    """Return when the aid of a case is awarded."""
    if item.award_date is None:
        return Text("no award date")
    if item.award_date_assumed:
        return Text("if awarded on {day}", day=Dated(item.award_date))
    return Dated(item.award_date)


def missing_names(item: Examination) -> list[str]:
    """Name the missing facts as one gives them: options without a dossier, keys of the file with one."""
    options: Mapping[str, str] = {} if item.depth is Depth.DOSSIER else _OPTIONS
    return [options.get(fact, fact) for fact in item.missing]


def _one_notes(item: Examination) -> tuple[Value, ...]:
    notes: list[Value] = []
    if item.missing:
        facts = Listed(tuple(missing_names(item)))
        notes.append(Text("Could still change the verdict, the most decisive first: {facts}.", facts=facts))
    if item.tried_bases:
        notes.append(
            Text("The basis is not named, and each was tried. Amounts as for: {basis}.", basis=item.amounts_on)
        )
    notes += [_assumed(assumption) for assumption in item.assumptions]
    notes += [*_regime_notes(item), *_left_aside(item)]
    notes += [
        Text("To be read by a person, {rule}: {condition}.", rule=one.rule, condition=one.condition)
        for one in item.conditions
    ]
    notes += had_it_been_aid_notes(item)
    weak = [examined.finding.rule for examined in item.examined if examined.is_unconfirmed]
    if weak:
        notes.append(
            Text(
                "Resting on readings not checked against the text (confidence C or D): {rules}.",
                rules=Listed(tuple(sorted(weak))),
            )
        )
    return tuple(notes)


def _regime_notes(item: Examination) -> Iterator[Value]:
    """Say how many days the regime has left, and what can be done where it ends soon or none is known."""
    if item.days_left is not None and item.regime and item.regime_until:
        yield counted(
            "{regime} ends on {end}: {count} day is left to award under it.",
            "{regime} ends on {end}: {count} days are left to award under it.",
            item.days_left,
            regime=item.regime,
            end=Dated(item.regime_until),
        )
    if not item.ways_out:
        return
    if item.regime is None and item.award_date:
        yield Text("No regime is known for an award on {day}. What can be done:", day=Dated(item.award_date))
    else:
        yield Text("What can be done about that end:")
    yield from (Joined(("-", way)) for way in item.ways_out)


def _left_aside(item: Examination) -> list[Value]:
    told: list[Value] = []
    others = [examined for examined in item.examined if examined.finding.outcome is Outcome.NOT_APPLICABLE]
    if others:
        rules = Listed(tuple(examined.finding.rule for examined in others))
        told.append(Text("Not applicable: {rules}.", rules=rules))
    return told + _not_examined(item, item.id)


def _not_examined(item: Examination, cluster: str) -> list[Value]:
    """Say which conditions were examined and which were not, where only a dossier could tell."""
    if not item.not_examined:
        return []
    return [
        Text("Examined: {rules}.", rules=Listed(tuple(sorted(one.finding.rule for one in item.examined)))),
        Text(
            "Not examined without a dossier: {rules}. Start one with: clusters dossier new {id} --for eligibility",
            rules=Listed(tuple(item.not_examined)),
            id=cluster,
        ),
    ]


def _many_notes(found: Sequence[Examination]) -> tuple[Value, ...]:
    notes: list[Value] = []
    surveyed = [item for item in found if item.depth is not Depth.DOSSIER]
    if surveyed:
        notes.append(
            Text(
                "Screened from the registry: the whole budget is taken as eligible costs and the grants it states as "
                "all public aid, so that cap and headroom are upper bounds."
            )
        )
        if surveyed[0].award_date_assumed and surveyed[0].award_date:
            assumption = Text("the aid is awarded on {day}, the day asked", day=surveyed[0].award_date)
            notes.append(_assumed(assumption))
        notes += [*_regime_notes(surveyed[0]), *_not_examined(surveyed[0], "CLUSTER")]
    return tuple(notes)


def _figures_in_use(found: Sequence[Examination]) -> Iterator[FigureInUse]:
    for item in found:
        if item.figures.year is not None:
            yield FigureInUse(item.name, _figure_name(item), item.figures.year)


def _figure_name(item: Examination) -> str | Text:
    if item.depth is Depth.DOSSIER:
        return Text("accounts")
    return "regional_grant" if item.limits.bases.budget is None else "budget"


def _assumed(assumption: Sentence) -> Text:
    return Text("Assumed: {assumption}.", assumption=assumption)
