"""The report of ``clusters eligibility``: a line per case, or every finding of one."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from clusters_cli.commands.eligibility.bases import bases_table
from clusters_cli.commands.eligibility.notes import (
    award_words,
    counted_verdicts,
    missing_names,
    notes_of,
    verdict_words,
)
from clusters_cli.commands.eligibility.tree import tree
from clusters_cli.commands.shared.ended import end_fields, left_out, marked
from clusters_cli.eligibility import Depth, Examination, Examined, FiguresSay, Law, joint_answer
from clusters_cli.foundations.aid_basis import AidBasis
from clusters_cli.foundations.data_shape import extended
from clusters_cli.foundations.errors import ExitCode
from clusters_cli.foundations.findings import Outcome
from clusters_cli.foundations.text import Capitalized, Joined, Listed, Locator, Share, Text, Value, bracketed, labelled
from clusters_cli.presentation.data import record
from clusters_cli.presentation.report import Cell, Column, Kind, Report, Table
from clusters_cli.registry import End
from clusters_cli.registry.models import FunderRuleName


def eligibility_report(
    found: Sequence[Examination],
    counted: Sequence[Examination],
    law: Law,
    as_of: date,
    ends: Mapping[str, End],
    *,
    explain: bool,
    named: bool,
) -> Report:
    """Build the report of examinations.

    Args:
        found: one per cluster or dossier.
        counted: those of which it is told how many have each verdict.
        law: names the overlay in use.
        as_of: the day from which deadlines were measured.
        ends: how clusters were merged or dissolved by that day, by id.
        explain: whether people see the tree of each answer; programs always do.
        named: whether the user named what is examined; a survey of the whole registry gives no verdict.
    """
    one = len(found) == 1
    trees = map(tree, found) if explain else ()
    text = tuple[Value, ...]((_heading(found[0], ends) if one else counted_verdicts(counted), *trees))
    return Report(
        command="eligibility",
        data={
            "as_of": as_of,
            "overlay": law.overlay.name if law.overlay else None,
            "cases": [extended(item, **end_fields(ends.get(item.id))) for item in found],
        },
        text=Joined(text, "\n\n"),
        tables=_tables(found, ends, law, explain=explain),
        export=_findings_export(found[0].examined) if one else _cases_export(found),
        notes=(*notes_of(found, law, as_of), *left_out([item.name for item in found if item not in counted])),
        exit_code=ExitCode.of(joint_answer(found, named=named)),
        as_of=as_of,
    )


def _tables(found: Sequence[Examination], ends: Mapping[str, End], law: Law, *, explain: bool) -> tuple[Table, ...]:
    if len(found) != 1:
        return (_cases_table(found, ends),)
    first = (*([bases_table(found[0].tried_bases)] if found[0].tried_bases else []), _amounts_table(found[0], law))
    if explain:
        return first
    applying = [item for item in found[0].examined if item.finding.outcome is not Outcome.NOT_APPLICABLE]
    return (*first, _findings_table(applying))


def _heading(item: Examination, ends: Mapping[str, End]) -> Text:
    return Text(
        "{name}: {verdict} ({depth}; {regime}, {day})",
        name=marked(item.name, ends.get(item.id)),
        verdict=Capitalized(verdict_words(item), whole=True),
        depth=item.depth,
        regime=_rests_on(item),
        day=award_words(item),
    )


def _rests_on(item: Examination) -> Value:
    """Return the regime of cluster aid, or the basis of what needs none."""
    if item.basis in (AidBasis.ARTICLE_27, None):
        return item.regime or Text("no regime known")
    return item.basis


def _amounts_table(item: Examination, law: Law) -> Table:
    columns = (Column("amount", Text("Amounts")), Column("value", "€", Kind.MONEY), Column("base", Text("Counted on")))
    amounts, bases = item.limits, item.limits.bases
    base = Text("base of the legal cap")
    if bases.cap is not None:
        base = Text("base of the legal cap of {cap}", cap=Share(bases.cap))
    balance = law.rule_of_funder(FunderRuleName.PUBLIC_SHARE)
    whole = Text("base of {rule} ({whose})", rule=balance.name, whose=balance.whose) if balance else ""
    rows = (
        (Text("eligible costs"), bases.eligible_costs, base),
        (Text("public aid on them"), bases.public_aid, Text("the grant included")),
        (Text("whole budget"), bases.budget, whole),
        (Text("grant asked for"), amounts.grant, ""),
        (Text("maximum grant"), amounts.maximum_grant, Text("cap less the other aid")),
        (Text("headroom"), amounts.headroom, Text("cap less all public aid")),
    )
    return Table("amounts", columns, rows)


_FINDING_COLUMNS = (
    Column("rule", Text("Rule")),
    Column("outcome", Text("Outcome")),
    Column("title", Text("Title")),
    Column("message", Text("Reason")),
    Column("nature", Text("Nature"), minor=True),
    Column("confidence", Text("Confidence"), minor=True),
    Column("reference", Text("Reference"), minor=True),
)


def _findings_table(examined: Sequence[Examined]) -> Table:
    """Return findings for people: beside the title of a funder's own rule stands whose it is."""
    rows = [
        {**row, "title": bracketed(item.rule.info.title, item.whose)} if item.whose else row
        for item, row in zip(examined, map(_finding_row, examined), strict=True)
    ]
    return Table.of("findings", _FINDING_COLUMNS, rows)


def _findings_export(examined: Sequence[Examined]) -> Table:
    columns = (*_FINDING_COLUMNS, Column("whose", Text("Whose")))
    return Table.of("findings", columns, [_finding_row(item) for item in examined])


def _finding_row(examined: Examined) -> Mapping[str, Cell]:
    return {
        **record(examined),
        "title": examined.rule.info.title,
        "reference": Locator(examined.finding.reference or ""),
    }


def _cases_table(found: Sequence[Examination], ends: Mapping[str, End]) -> Table:
    of_registry = any(item.depth is not Depth.DOSSIER for item in found)
    columns = (
        Column("id", Text("Id")),
        Column("verdict", Text("Verdict")),
        Column("regime", Text("Regime"), minor=True),
        *((Column("year", Text("Year"), Kind.DATE),) if of_registry else ()),
        Column("budget", Text("Budget (€)"), Kind.MONEY, minor=True),
        Column("public_aid", Text("Public aid (€)"), Kind.MONEY),
        Column("most_aid", Text("Cap (€)"), Kind.MONEY),
        Column("maximum_grant", Text("Maximum grant (€)"), Kind.MONEY, minor=True),
        Column("headroom", Text("Headroom (€)"), Kind.MONEY),
        Column("decided_by", Text("Because of")),
    )
    return Table.of("cases", columns, [{**_case_row(item), "id": marked(item.id, ends.get(item.id))} for item in found])


def _cases_export(found: Sequence[Examination]) -> Table:
    """Return a row for each case: the rules that decided it by their ids, the facts that lack by their paths."""
    keys = ("id", "verdict", "regime", "year", "budget", "public_aid", "most_aid", "maximum_grant", "headroom")
    records = [
        {**_case_row(item), "decided_by": " ".join(_failed(item)), "missing": " ".join(item.missing)} for item in found
    ]
    return Table.keyed("cases", (*keys, "decided_by", "missing"), records)


def _failed(item: Examination) -> Iterator[str]:
    yield from (examined.rule.info.id for examined in item.examined if _breaks(examined))


def _case_row(item: Examination) -> Mapping[str, Cell]:
    return {
        **record(item),
        "verdict": verdict_words(item),
        "year": item.figures.year,
        "budget": item.limits.bases.budget,
        "public_aid": item.limits.known_aid,
        "decided_by": _because(item),
    }


def _because(item: Examination) -> Value:
    """Return what decided: the rules that fail, the figures or facts that lack, or why the law says nothing."""
    failed = [examined.rule.info for examined in item.examined if _breaks(examined)]
    if item.tried_bases and not failed:
        return Listed(tuple(labelled(one.basis, one.verdict) for one in item.tried_bases))
    if failed:
        return Listed(tuple(Joined((info.id, info.title)) for info in failed))
    if item.figures_say is FiguresSay.NOTHING_AGAINST:
        return ""
    if item.figures_say is FiguresSay.NO_FIGURES:
        lacking = {Text("no budget"): item.limits.bases.budget, Text("no public aid"): item.limits.known_aid}
        return Listed(tuple(words for words, amount in lacking.items() if amount is None))
    if item.depth is not Depth.DOSSIER and item.regime is None:
        return Text("no regime known")
    return Text("missing: {facts}", facts=missing_names(item)[0]) if item.missing else ""


def _breaks(examined: Examined) -> bool:
    return examined.finding.outcome is Outcome.FAIL and examined.finding.binding
