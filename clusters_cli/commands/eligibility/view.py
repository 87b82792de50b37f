"""The report of ``clusters eligibility``: a line per case, or every finding of one."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from clusters_cli.commands.eligibility.tree import tree
from clusters_cli.commands.shared.law_notes import own_law_notes, what_if_notes
from clusters_cli.eligibility import Depth, Examination, Examined, Law, joint_answer
from clusters_cli.foundations.errors import ExitCode
from clusters_cli.foundations.findings import Outcome
from clusters_cli.foundations.text import (
    Capitalized,
    Dated,
    Joined,
    Listed,
    Locator,
    Sentence,
    Share,
    Text,
    Value,
    bracketed,
)
from clusters_cli.presentation.data import record
from clusters_cli.presentation.report import Cell, Column, Kind, Report, Table
from clusters_cli.registry.models import FunderRuleName

_OPTIONS = {
    "aid.award_date": "--award-date",
    "totals.eligible_costs": "--eligible-costs",
    "totals.public_aid": "--public-aid",
    "totals.grant": "--grant",
}
"""The options that give a fact without a dossier."""


def eligibility_report(found: Sequence[Examination], law: Law, as_of: date, *, explain: bool, named: bool) -> Report:
    """Build the report of examinations.

    Args:
        found: one per cluster or dossier.
        law: names the overlay in use.
        as_of: the day from which deadlines were measured.
        explain: whether people see the tree of each answer; programs always do.
        named: whether the user named what is examined; a survey of the whole registry gives no verdict.
    """
    one = len(found) == 1
    heading = (_heading(found[0]),) if one else ()
    trees = map(tree, found) if explain else ()
    text = tuple[Value, ...]((*heading, *trees))
    return Report(
        command="eligibility",
        data={
            "as_of": as_of,
            "overlay": law.overlay.name if law.overlay else None,
            "cases": found,
        },
        text=Joined(text, "\n\n") if text else None,
        tables=_tables(found, law, explain=explain),
        export=_findings_export(found[0].examined) if one else _cases_table(found),
        notes=(
            *(_one_notes(found[0]) if one else _many_notes(found)),
            *what_if_notes(law, found),
            *own_law_notes(found),
        ),
        exit_code=ExitCode.of(joint_answer(found, named=named)),
        as_of=as_of,
    )


def _tables(found: Sequence[Examination], law: Law, *, explain: bool) -> tuple[Table, ...]:
    if len(found) != 1:
        return (_cases_table(found),)
    if explain:
        return (_amounts_table(found[0], law),)
    applying = [item for item in found[0].examined if item.finding.outcome is not Outcome.NOT_APPLICABLE]
    return (_amounts_table(found[0], law), _findings_table(applying))


def _heading(item: Examination) -> Text:
    regime = item.regime or Text("no regime known")
    day = Dated(item.award_date) if item.award_date else Text("no award date")
    return Text(
        "{name}: {verdict} ({depth}; {regime}, {day})",
        name=item.name,
        verdict=Capitalized(_verdict(item), whole=True),
        depth=item.depth,
        regime=regime,
        day=day,
    )


def _verdict(item: Examination) -> Value:
    return Text("nothing against") if item.has_nothing_against else item.verdict


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


def _cases_table(found: Sequence[Examination]) -> Table:
    columns = (
        Column("id", Text("Id")),
        Column("verdict", Text("Verdict")),
        Column("regime", Text("Regime"), minor=True),
        Column("budget", Text("Budget (€)"), Kind.MONEY, minor=True),
        Column("public_aid", Text("Public aid (€)"), Kind.MONEY, minor=True),
        Column("maximum_grant", Text("Maximum grant (€)"), Kind.MONEY),
        Column("headroom", Text("Headroom (€)"), Kind.MONEY),
        Column("decided_by", Text("Because of")),
    )
    return Table.of(
        "cases",
        columns,
        [
            {
                **record(item),
                "verdict": _verdict(item),
                "budget": item.limits.bases.budget,
                "public_aid": _known_aid(item),
                "decided_by": _because(item),
            }
            for item in found
        ],
    )


def _known_aid(item: Examination) -> Decimal | None:
    """Return the public aid of a case or, where it is not known, the part of it that is certain."""
    whole = item.limits.bases.public_aid
    return item.limits.least_aid if whole is None else whole


def _because(item: Examination) -> Value:
    failed = [examined.rule.info for examined in item.examined if _breaks(examined)]
    if failed:
        return Listed(tuple(Joined((info.id, info.title)) for info in failed))
    return Text("missing: {facts}", facts=_names(item)[0]) if item.missing else ""


def _breaks(examined: Examined) -> bool:
    return examined.finding.outcome is Outcome.FAIL and examined.finding.binding


def _names(item: Examination) -> list[str]:
    """Name the missing facts as one gives them: options without a dossier, keys of the file with one."""
    options: Mapping[str, str] = {} if item.depth is Depth.DOSSIER else _OPTIONS
    return [options.get(fact, fact) for fact in item.missing]


def _one_notes(item: Examination) -> tuple[Value, ...]:
    notes: list[Value] = []
    if item.missing:
        facts = Listed(tuple(_names(item)))
        notes.append(Text("Could still change the verdict, the most decisive first: {facts}.", facts=facts))
    notes += [_assumed(assumption) for assumption in item.assumptions]
    notes += _left_aside(item)
    notes += [
        Text("To be read by a person, {rule}: {condition}.", rule=one.rule, condition=one.condition)
        for one in item.conditions
    ]
    weak = [examined.finding.rule for examined in item.examined if examined.is_unconfirmed]
    if weak:
        notes.append(
            Text(
                "Resting on readings not checked against the text (confidence C or D): {rules}.",
                rules=Listed(tuple(sorted(weak))),
            )
        )
    return tuple(notes)


def _left_aside(item: Examination) -> list[Value]:
    told: list[Value] = []
    others = [examined for examined in item.examined if examined.finding.outcome is Outcome.NOT_APPLICABLE]
    if others:
        rules = Listed(tuple(examined.finding.rule for examined in others))
        told.append(Text("Not applicable: {rules}.", rules=rules))
    if item.not_examined:
        told.append(
            Text(
                "Not examined without a dossier: {rules}. Start one with: clusters dossier new {id} --for eligibility",
                rules=Listed(tuple(item.not_examined)),
                id=item.id,
            )
        )
    return told


def _many_notes(found: Sequence[Examination]) -> tuple[Value, ...]:
    told = Counter(map(_verdict, found))
    counts = Listed(tuple(Joined((verdict, count)) for verdict, count in told.most_common()))
    notes = [Text("{count} cases: {counts}.", count=len(found), counts=counts)]
    if any(item.depth is not Depth.DOSSIER for item in found):
        notes.append(
            Text(
                "Screened from the registry: the whole budget is taken as eligible costs and the grants it states as "
                "all public aid, so that maximum grant and headroom are upper bounds; the law is that of the year of "
                "the figures unless --award-date is given."
            )
        )
    return tuple(notes)


def _assumed(assumption: Sentence) -> Text:
    return Text("Assumed: {assumption}.", assumption=assumption)
