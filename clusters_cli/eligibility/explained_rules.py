"""What the codes of rules mean, for ``clusters explain``."""

from clusters_cli.eligibility.law import Law
from clusters_cli.eligibility.rulebook import Rule, RuleInfo, RuleNature, rules
from clusters_cli.eligibility.worded_parameters import parameter_words
from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.findings import READING_ORDER
from clusters_cli.foundations.text import Dated, Joined, Listed, Text, labelled
from clusters_cli.registry.models import DatedValue, FunderRuleName, Parameter


def rules_explained(law: Law) -> tuple[Explanation, ...]:
    """Return every rule as an explanation, with the values of its parameters over time.

    Those of a funder's own are left to the registry that holds them: a code means the same for every registry.
    """
    return tuple(_explained(rule, law) for rule in rules().values())


def _explained(rule: Rule, law: Law) -> Explanation:
    info = rule.info
    own = tuple(name for name in info.parameters if name in FunderRuleName.written())
    series = tuple(_series(law.parameters[name]) for name in info.parameters if name in law.parameters.keys() - own)
    paragraphs = (
        info.question,
        _nature(info),
        Joined(_outcomes(rule), by="\n"),
        None if info.is_of_every_basis else Text("A condition of: {bases}.", bases=Listed(info.bases)),
        Text("To be read by a person: {what}.", what=info.human) if info.human else None,
        Joined(series, by="\n") if series else None,
        Text("In the frame of a registry (clusters region): {rules}.", rules=Listed(own)) if own else None,
        Text("It looks at: {facts}.", facts=Listed(info.reads)),
    )
    meaning = Joined(tuple(paragraph for paragraph in paragraphs if paragraph is not None), by="\n\n")
    return Explanation(info.id, info.title, meaning, info.remedy, reference=info.reference)


def _nature(info: RuleInfo) -> Joined:
    match info.nature:
        case RuleNature.LAW:
            nature = Text("A rule of law.")
        case RuleNature.DUTY:
            nature = Text("A duty of the law beside the aid: failing it does not make the aid unlawful.")
        case RuleNature.FUNDER:
            nature = Text("Asked or owed by a funder: failing it breaks no law.")
    return Joined(
        (
            nature,
            Text("A verdict waits for it.") if info.required else Text("A verdict does not wait for it."),
            Text("Confidence {letter}.", letter=info.confidence),
        )
    )


def _outcomes(rule: Rule) -> tuple[Text, ...]:
    told = [
        Text("{outcome}: {meaning}.", outcome=outcome, meaning=meaning)
        for outcome in READING_ORDER
        if (meaning := rule.info.meaning.of(outcome)) is not None
    ]
    never = [
        Text("{outcome}: never; {reason}.", outcome=outcome, reason=reason)
        for outcome, reason in rule.info.impossible.items()
    ]
    return (*told, *never)


def _series(parameter: Parameter) -> Joined:
    heading = labelled(parameter.id, parameter.name)
    return Joined((heading, *(_dated(dated, parameter) for dated in parameter.values)), by="\n")


def _dated(dated: DatedValue, parameter: Parameter) -> Text:
    figure = parameter.figure(dated)
    return Text(
        "  {value} {period}: {text}, confidence {letter}, checked {checked}, {url}",
        value=Text("unsettled") if figure is None else parameter_words(figure, parameter.unit),
        period=dated.period,
        text=dated.reference.place,
        letter=dated.confidence,
        checked=Dated(dated.checked),
        url=dated.reference.url,
    )
