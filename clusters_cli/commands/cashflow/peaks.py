"""Peaks above an amount as people see them: which of them, by how much and when, and what would keep them under it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import assert_never

from clusters_cli.cashflow import ComparedPeak, PeakCheck, Solved, share_words
from clusters_cli.commands.shared.payment_notes import cluster_name
from clusters_cli.foundations.data_shape import extended
from clusters_cli.foundations.text import Capitalized, Euros, Joined, Text, Value, bracketed, counted
from clusters_cli.presentation.data import record
from clusters_cli.presentation.report import Column, Kind, Report, Table
from clusters_cli.registry import Registry


def with_check(plain: Report, found: PeakCheck, registry: Registry) -> Report:
    """Return a report that says first which peaks are above the amount of ``--fail-above``, and ends accordingly.

    Args:
        plain: the report of the plans.
        found: what came of holding their peaks against the amount.
        registry: names the clusters.
    """
    return replace(
        plain,
        data=extended(plain.data, fail_above=found),
        text=_in_front(plain.text, _check_words(found)) if found.count else plain.text,
        tables=(*_above_table(found, registry), *plain.tables),
        export=plain.main_table,
        notes=(*_scope_notes(found), *plain.notes),
        exit_code=plain.exit_code.joined(found.is_kept),
    )


def with_solved(plain: Report, found: Sequence[Solved], registry: Registry) -> Report:
    """Return a report that says first what keeps the peaks at or under the amount of ``--max-peak``.

    Of several, those above it stand in a table, and those that already keep it are counted.
    """
    if not found:
        return plain
    if len(found) == 1:
        return replace(plain, text=_in_front(plain.text, _solution(found[0])))
    return replace(
        plain,
        text=_in_front(plain.text, _solved_words(found)),
        tables=(*_solved_table(found, registry), *plain.tables),
        export=plain.main_table,
    )


def _in_front(text: Value | None, answer: Value) -> Value:
    """Return what stands above the tables: the heading, if there is one, and the answer."""
    return answer if text is None else Joined((text, answer), "\n\n")


def _check_words(found: PeakCheck) -> Text:
    if found.is_kept:
        words = _kept_words(found)
    elif found.count > 1:
        words = _several_words(found)
    else:
        (one,) = found.above
        words = _one_words(found.compared).given(
            peak=Euros(one.peak_advance), day=one.peak_date or "", excess=Euros(one.excess)
        )
    return words.given(limit=Euros(found.limit))


def _scope_notes(found: PeakCheck) -> list[Value]:
    """Say that the sum of several advances is not held against the amount."""
    if found.clusters <= 1:
        return []
    message = Text("Each peak is held against {limit}, not their sum: clusters pool tells what all need together.")
    return [message.given(limit=Euros(found.limit))]


def _kept_words(found: PeakCheck) -> Text:
    if found.count > 1:
        return _all_kept_words(found.compared).given(count=found.count)
    match found.compared:
        case ComparedPeak.PLANNED:
            return Text("The peak is not above {limit}.")
        case ComparedPeak.P95:
            return Text("Nineteen draws in twenty keep the peak at or under {limit}.")
        case _:
            assert_never(found.compared)


def _all_kept_words(compared: ComparedPeak) -> Text:
    match compared:
        case ComparedPeak.PLANNED:
            return Text("None of the {count} peaks is above {limit}.")
        case ComparedPeak.P95:
            return Text("Nineteen draws in twenty keep each of the {count} peaks at or under {limit}.")
        case _:
            assert_never(compared)


def _one_words(compared: ComparedPeak) -> Text:
    match compared:
        case ComparedPeak.PLANNED:
            return Text("The peak, {peak} on {day}, is {excess} above {limit}.")
        case ComparedPeak.P95:
            return Text("Nineteen draws in twenty keep the peak only at or under {peak}, {excess} above {limit}.")
        case _:
            assert_never(compared)


def _several_words(found: PeakCheck) -> Text:
    above = len(found.above)
    match found.compared:
        case ComparedPeak.PLANNED:
            words = counted(
                "{count} of {all} peaks is above {limit}.", "{count} of {all} peaks are above {limit}.", above
            )
        case ComparedPeak.P95:
            words = counted(
                "{count} of {all} peaks is above {limit} in more than one draw of twenty.",
                "{count} of {all} peaks are above {limit} in more than one draw of twenty.",
                above,
            )
        case _:
            assert_never(found.compared)
    return words.given(all=found.count)


def _above_table(found: PeakCheck, registry: Registry) -> tuple[Table, ...]:
    """Return those above the amount, where there are several to be above it."""
    if found.is_kept or found.count == 1:
        return ()
    columns = (
        *((Column("cluster", Text("Cluster")),) if any(one.cluster for one in found.above) else ()),
        Column("scheme", Text("Scheme")),
        Column("peak_advance", bracketed(Capitalized(found.compared), "€"), Kind.MONEY),
        *((Column("peak_date", Text("On"), Kind.DATE),) if any(one.peak_date for one in found.above) else ()),
        Column("excess", Text("Above by (€)"), Kind.MONEY),
    )
    records = [{**record(one), "cluster": cluster_name(one.cluster, registry)} for one in found.above]
    return (Table.of("above", columns, records, title=Text("Above {limit}", limit=Euros(found.limit))),)


def _solved_words(found: Sequence[Solved]) -> Text:
    limit = Euros(found[0].solution.max_peak)
    above = sum(not one.is_kept for one in found)
    if not above:
        return Text("All {count} peaks are at or under {limit}.", count=len(found), limit=limit)
    if above == len(found):
        return Text("All {count} peaks are above {limit}.", count=above, limit=limit)
    return counted(
        "{count} of {all} peaks already is at or under {limit}.",
        "{count} of {all} peaks already are at or under {limit}.",
        len(found) - above,
        all=len(found),
        limit=limit,
    )


def _solved_table(found: Sequence[Solved], registry: Registry) -> tuple[Table, ...]:
    """Return those above the amount, and what would keep each under it."""
    above = [one for one in found if not one.is_kept]
    if not above:
        return ()
    columns = (
        *((Column("cluster", Text("Cluster")),) if any(one.cluster for one in above) else ()),
        Column("scheme", Text("Scheme")),
        Column("peak_advance", Text("Peak advance (€)"), Kind.MONEY),
        Column("first_share", Text("First share that keeps it"), Kind.SHARE),
        Column("opening_cash", Text("Or opening cash (€)"), Kind.MONEY),
    )
    limit = Euros(found[0].solution.max_peak)
    records = [
        {
            **record(one),
            "cluster": cluster_name(one.cluster, registry),
            "first_share": Text("none is enough") if one.solution.first_share is None else one.solution.first_share,
        }
        for one in above
    ]
    title = Text("What would keep the peak at or under {limit}", limit=limit)
    return (Table.of("solved", columns, records, title=title),)


def _solution(solved: Solved) -> Text:
    found = solved.solution
    if solved.is_kept and found.first_share is None:
        message = Text("{scheme}: the peak, {peak}, already is at or under {limit}.")
    elif solved.is_kept:
        message = Text(
            "{scheme}: the peak, {peak}, already is at or under {limit}; a first share of {share} is enough."
        )
    elif found.first_share is None:
        message = Text("{scheme}: no first share keeps the peak at or under {limit}; {cash} of opening cash does.")
    else:
        message = Text(
            "{scheme}: a first share of {share} keeps the peak at or under {limit}, or {cash} of opening cash does."
        )
    return message.given(
        scheme=found.scheme,
        peak=Euros(found.peak_advance),
        limit=Euros(found.max_peak),
        cash=Euros(found.opening_cash),
        share="" if found.first_share is None else share_words(found.first_share, found.share_of),
    )
