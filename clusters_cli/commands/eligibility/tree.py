"""What an answer rests on: the facts a rule read, with their places, and the parameters in force, with their texts."""

from collections.abc import Sequence

from clusters_cli.commands.shared.law_notes import NO_VALUE
from clusters_cli.eligibility import Examination, Examined, FactRead, InForceOn
from clusters_cli.foundations.text import Dated, Joined, Locator, Text, Value, bracketed
from clusters_cli.presentation.cells import UNKNOWN
from clusters_cli.registry import Layer


def tree(item: Examination) -> Value:
    """Draw the reasoning of a case as a tree, what stands in the way first."""
    lines: list[Value] = [item.name]
    for index, examined in enumerate(item.examined):
        last = index == len(item.examined) - 1
        head, *rest = _branch(examined)
        lines.append(Joined(("└─" if last else "├─", head)))
        lines += [Joined(("  " if last else "│ ", line)) for line in _twigs(rest)]
    return Joined(tuple(lines), "\n")


def _twigs(lines: Sequence[Value]) -> list[Value]:
    return [Joined(("└─" if index == len(lines) - 1 else "├─", line)) for index, line in enumerate(lines)]


def _branch(examined: Examined) -> list[Value]:
    finding, info = examined.finding, examined.rule.info
    head = Text(
        "{rule} {title}: {outcome} – {reason}",
        rule=finding.rule,
        title=bracketed(info.title, examined.whose) if examined.whose else info.title,
        outcome=finding.outcome,
        reason=finding.message,
    )
    facts = [_fact_line(fact) for fact in examined.trace.facts]
    parameters = [_parameter_line(read) for read in examined.trace.parameters]
    return [
        head,
        *facts,
        *parameters,
        Text(
            "rule: {reference}, confidence {letter} ({position})",
            reference=Locator(finding.reference or ""),
            letter=examined.confidence,
            position=examined.trace.rule_position,
        ),
    ]


def _fact_line(fact: FactRead) -> Value:
    if fact.value is None:
        return Text("{fact}: not given", fact=fact.fact)
    return Text("{fact} = {value} ({origin})", fact=fact.fact, value=fact.value, origin=fact.origin or "")


def _parameter_line(read: InForceOn) -> Value:
    """Say what a parameter was, and whose: the program's, or the registry's own, with what the program's would say."""
    line = _in_force_line(read)
    if read.layer is Layer.REGISTRY and read.instead_of:
        return bracketed(
            line, Text("the registry's own, instead of {original}", original=read.original_words or NO_VALUE)
        )
    return line if read.overlaid else bracketed(line, read.layer)


def _in_force_line(read: InForceOn) -> Text:
    name: Value = Joined((read.parameter.id, "=", read.words or UNKNOWN))
    if read.whose:
        name = bracketed(name, read.whose)
    if read.overlaid:
        return Text(
            "{parameter} on {day}, what if, instead of {original}",
            parameter=name,
            day=Dated(read.day),
            original=read.original_words or NO_VALUE,
        )
    if read.dated is None:
        return Text("{parameter}: no value in force on {day}", parameter=name, day=Dated(read.day))
    dated = read.dated
    return Text(
        "{parameter} on {day}, in force {period}: {text}, {letter}, checked {checked}",
        parameter=name,
        day=Dated(read.day),
        period=dated.period,
        text=dated.reference.place,
        letter=dated.confidence,
        checked=Dated(dated.checked),
    )
