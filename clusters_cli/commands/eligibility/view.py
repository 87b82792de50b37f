"""The report of ``clusters eligibility``: a line per case, or every finding of one."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from clusters_cli.commands.eligibility.tree import tree
from clusters_cli.commands.shared.law_notes import law_notes
from clusters_cli.eligibility import Depth, Examination, Examined, Law, joint_answer
from clusters_cli.foundations.errors import ExitCode
from clusters_cli.foundations.findings import Outcome
from clusters_cli.foundations.text import Dated, Locator, Sentence, Share
from clusters_cli.presentation.messages import _, language, spoken
from clusters_cli.presentation.report import Column, Kind, Report, Table

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
        law: says whether it is borrowed, and names the overlay in use.
        as_of: the day from which deadlines were measured.
        explain: whether people see the tree of each answer; programs always do.
        named: whether the user named what is examined; a survey of the whole registry gives no verdict.
    """
    one = len(found) == 1
    trees = "\n\n".join(tree(item) for item in found) if explain else None
    return Report(
        command="eligibility",
        data={
            "as_of": as_of,
            "overlay": law.overlay.name if law.overlay else None,
            "cases": found,
        },
        text="\n\n".join(part for part in (_heading(found[0]) if one else None, trees) if part) or None,
        tables=_tables(found, explain=explain),
        export=_findings_table(found[0].examined) if one else _cases_table(found),
        notes=(*(_one_notes(found[0]) if one else _many_notes(found)), *_overlay_notes(law, found), *law_notes(law)),
        exit_code=ExitCode.of(joint_answer(found, named=named)),
        as_of=as_of,
    )


def _tables(found: Sequence[Examination], *, explain: bool) -> tuple[Table, ...]:
    if len(found) != 1:
        return (_cases_table(found),)
    if explain:
        return (_amounts_table(found[0]),)
    applying = [item for item in found[0].examined if item.finding.outcome is not Outcome.NOT_APPLICABLE]
    return (_amounts_table(found[0]), _findings_table(applying))


def _heading(item: Examination) -> str:
    regime = item.regime or _("no regime known")
    day = spoken(Dated(item.award_date)) if item.award_date else _("no award date")
    shape = _("{name}: {verdict} ({depth}; {regime}, {day})")
    return shape.format(
        name=item.name, verdict=_verdict(item).upper(), depth=spoken(item.depth), regime=regime, day=day
    )


def _verdict(item: Examination) -> str:
    return _("nothing against") if item.has_nothing_against else spoken(item.verdict)


def _amounts_table(item: Examination) -> Table:
    columns = (Column("amount", _("Amounts")), Column("value", "€", Kind.MONEY), Column("base", _("Counted on")))
    amounts, bases = item.limits, item.limits.bases
    base = _("base of the legal cap")
    if bases.cap is not None:
        base = _("base of the legal cap of {cap}").format(cap=spoken(Share(bases.cap)))
    rows = (
        (_("eligible costs"), bases.eligible_costs, base),
        (_("public aid on them"), bases.public_aid, _("the grant included")),
        (_("whole budget"), bases.budget, _("base of the Region's 50/50 balance")),
        (_("grant asked for"), amounts.grant, ""),
        (_("maximum grant"), amounts.maximum_grant, _("cap less the other aid")),
        (_("headroom"), amounts.headroom, _("cap less all public aid")),
    )
    return Table("amounts", columns, rows)


def _findings_table(examined: Sequence[Examined]) -> Table:
    columns = (
        Column("rule", _("Rule")),
        Column("outcome", _("Outcome")),
        Column("title", _("Title")),
        Column("message", _("Reason")),
        Column("nature", _("Nature"), minor=True),
        Column("confidence", _("Confidence"), minor=True),
        Column("reference", _("Reference"), minor=True),
    )
    return Table.of("findings", columns, [_finding_row(item) for item in examined])


def _finding_row(examined: Examined) -> Mapping[str, str]:
    finding, info = examined.finding, examined.rule.info
    return {
        "rule": finding.rule,
        "outcome": spoken(finding.outcome),
        "title": info.title.in_language(language()),
        "message": spoken(finding.message),
        "nature": spoken(info.nature),
        "confidence": examined.confidence,
        "reference": spoken(Locator(finding.reference or "")),
    }


def _cases_table(found: Sequence[Examination]) -> Table:
    columns = (
        Column("id", _("Id")),
        Column("verdict", _("Verdict")),
        Column("regime", _("Regime"), minor=True),
        Column("budget", _("Budget (€)"), Kind.MONEY, minor=True),
        Column("public_aid", _("Public aid (€)"), Kind.MONEY, minor=True),
        Column("maximum_grant", _("Maximum grant (€)"), Kind.MONEY),
        Column("headroom", _("Headroom (€)"), Kind.MONEY),
        Column("decided_by", _("Because of")),
    )
    return Table.of(
        "cases",
        columns,
        [
            {
                "id": item.id,
                "verdict": _verdict(item),
                "regime": item.regime,
                "budget": item.limits.bases.budget,
                "public_aid": _known_aid(item),
                "maximum_grant": item.limits.maximum_grant,
                "headroom": item.limits.headroom,
                "decided_by": _because(item),
            }
            for item in found
        ],
    )


def _known_aid(item: Examination) -> Decimal | None:
    """Return the public aid of a case or, where it is not known, the part of it that is certain."""
    whole = item.limits.bases.public_aid
    return item.limits.least_aid if whole is None else whole


def _because(item: Examination) -> str:
    failed = [examined.rule.info for examined in item.examined if _breaks(examined)]
    if failed:
        return ", ".join(f"{info.id} {info.title.in_language(language())}" for info in failed)
    return _("missing: {facts}").format(facts=_names(item)[0]) if item.missing else ""


def _breaks(examined: Examined) -> bool:
    return examined.finding.outcome is Outcome.FAIL and examined.finding.binding


def _names(item: Examination) -> list[str]:
    """Name the missing facts as one gives them: options without a dossier, keys of the file with one."""
    options: Mapping[str, str] = {} if item.depth is Depth.DOSSIER else _OPTIONS
    return [options.get(fact, fact) for fact in item.missing]


def _one_notes(item: Examination) -> tuple[str, ...]:
    notes = [
        _("Could still change the verdict, the most decisive first: {facts}.").format(facts=", ".join(_names(item)))
    ]
    notes = notes if item.missing else []
    notes += [_assumed(assumption) for assumption in item.assumptions]
    notes += _left_aside(item)
    notes += [
        _("To be read by a person, {rule}: {condition}.").format(
            rule=one.rule, condition=one.condition.in_language(language())
        )
        for one in item.conditions
    ]
    weak = [examined.finding.rule for examined in item.examined if examined.is_unconfirmed]
    if weak:
        message = _("Resting on readings not checked against the text (confidence C or D): {rules}.")
        notes.append(message.format(rules=", ".join(sorted(weak))))
    return tuple(notes)


def _left_aside(item: Examination) -> list[str]:
    told = []
    others = [examined for examined in item.examined if examined.finding.outcome is Outcome.NOT_APPLICABLE]
    if others:
        rules = ", ".join(examined.finding.rule for examined in others)
        told.append(_("Not applicable: {rules}.").format(rules=rules))
    if item.not_examined:
        message = _(
            "Not examined without a dossier: {rules}. Start one with: clusters dossier new {id} --for eligibility"
        )
        told.append(message.format(rules=", ".join(item.not_examined), id=item.id))
    return told


def _many_notes(found: Sequence[Examination]) -> tuple[str, ...]:
    told = Counter(map(_verdict, found))
    counts = ", ".join(f"{verdict} {count}" for verdict, count in told.most_common())
    notes = [_("{count} cases: {counts}.").format(count=len(found), counts=counts)]
    if any(item.depth is not Depth.DOSSIER for item in found):
        notes.append(
            _(
                "Screened from the registry: the whole budget is taken as eligible costs and the grants it states as "
                "all public aid, so that maximum grant and headroom are upper bounds; the law is that of the year of "
                "the figures unless --award-date is given."
            )
        )
    return tuple(notes)


def _assumed(assumption: Sentence) -> str:
    return _("Assumed: {assumption}.").format(assumption=spoken(assumption))


def _overlay_notes(law: Law, found: Sequence[Examination]) -> tuple[str, ...]:
    if law.overlay is None:
        return ()
    seen = {(read.parameter.id, read.value, read.original) for item in found for read in item.overrides}
    told = [
        _("What if ({name}): {id} is {value} instead of {original}.").format(
            name=law.overlay.name, id=identifier, value=value, original="–" if original is None else original
        )
        for identifier, value, original in sorted(seen, key=str)
    ]
    unused = sorted(set(law.overlaid) - {identifier for identifier, _value, _original in seen})
    if unused:
        told.append(_("What if: no rule read {ids}.").format(ids=", ".join(unused)))
    return tuple(told)
