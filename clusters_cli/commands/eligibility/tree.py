"""What an answer rests on: the facts a rule read, with their places, and the parameters in force, with their texts."""

from collections.abc import Sequence

from clusters_cli.eligibility import Examination, Examined, FactRead, InForceOn
from clusters_cli.foundations.text import Dated, Locator
from clusters_cli.presentation.messages import _, language, spoken


def tree(item: Examination) -> str:
    """Draw the reasoning of a case as a tree, what stands in the way first."""
    lines = [item.name]
    for index, examined in enumerate(item.examined):
        last = index == len(item.examined) - 1
        head, *rest = _branch(examined)
        lines.append(f"{'└─' if last else '├─'} {head}")
        lines += [f"{'   ' if last else '│  '}{line}" for line in _twigs(rest)]
    return "\n".join(lines)


def _twigs(lines: Sequence[str]) -> list[str]:
    return [f"{'└─' if index == len(lines) - 1 else '├─'} {line}" for index, line in enumerate(lines)]


def _branch(examined: Examined) -> list[str]:
    finding, info = examined.finding, examined.rule.info
    head = _("{rule} {title}: {outcome} – {reason}").format(
        rule=finding.rule,
        title=info.title.in_language(language()),
        outcome=spoken(finding.outcome),
        reason=spoken(finding.message),
    )
    facts = [_fact_line(fact) for fact in examined.trace.facts]
    parameters = [_parameter_line(read) for read in examined.trace.parameters]
    where = _("rule: {reference}, confidence {letter} ({position})")
    return [
        head,
        *facts,
        *parameters,
        where.format(
            reference=spoken(Locator(info.reference)), letter=examined.confidence, position=examined.trace.rule_position
        ),
    ]


def _fact_line(fact: FactRead) -> str:
    if fact.value is None:
        return _("{fact}: not given").format(fact=fact.fact)
    return f"{fact.fact} = {spoken(fact.value)} ({spoken(fact.origin)})"


def _parameter_line(read: InForceOn) -> str:
    name = f"{read.parameter.id} = {'–' if read.value is None else read.value}"
    if read.overlaid:
        original = "–" if read.original is None else read.original
        return _("{parameter} on {day}, what if, instead of {original}").format(
            parameter=name, day=spoken(Dated(read.day)), original=original
        )
    if read.dated is None:
        return _("{parameter}: no value in force on {day}").format(parameter=name, day=spoken(Dated(read.day)))
    dated = read.dated
    return _("{parameter} on {day}, in force {period}: {text}, {letter}, checked {checked}").format(
        parameter=name,
        day=spoken(Dated(read.day)),
        period=spoken(dated.period),
        text=spoken(dated.reference.place),
        letter=dated.confidence,
        checked=spoken(Dated(dated.checked)),
    )
