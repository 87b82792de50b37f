"""What the codes of rules and overlays mean, for ``clusters explain``."""

from clusters_cli.eligibility.parameters import Law
from clusters_cli.eligibility.rulebook import Rule, rules
from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.findings import READING_ORDER, Outcome
from clusters_cli.foundations.locators import placed
from clusters_cli.foundations.messages import _, labelled, language
from clusters_cli.foundations.numerals import written
from clusters_cli.registry.models.aid import Parameter

EXPLANATIONS = (
    Explanation(
        "PAR101",
        _("an unknown parameter"),
        _("The file of --parameters replaces a parameter that the law in use does not have."),
        _("Take the id that is suggested; they stand in programmes.yaml."),
    ),
    Explanation(
        "PAR102",
        _("a value that does not fit its parameter"),
        _("A share lies between 0 and 1, euros are not negative, years and counts are whole, yes-no is yes or no."),
        _("Write the value in the unit of the parameter."),
    ),
)
"""The codes of an overlay of parameters."""


def rules_explained(law: Law) -> tuple[Explanation, ...]:
    """Return every rule as an explanation, with the values of its parameters over time."""
    return tuple(_explained(rule, law) for rule in rules().values())


def _explained(rule: Rule, law: Law) -> Explanation:
    info = rule.info
    nature = _("A rule of law.") if info.nature == "law" else _("Asked or owed by a funder: failing it breaks no law.")
    waits = _("A verdict waits for it.") if info.required else _("A verdict does not wait for it.")
    confidence = _("Confidence {letter}, from {rows}.").format(letter=info.confidence, rows=", ".join(info.rows))
    parts = [
        info.question.in_language(language()),
        f"{nature} {waits} {confidence}",
        "\n".join(_outcomes(rule)),
        "\n".join(_series(law.parameters[name]) for name in info.parameters if name in law.parameters),
        _("It looks at: {facts}.").format(facts=", ".join(info.reads)),
    ]
    if info.human:
        parts.insert(3, _("To be read by a person: {what}.").format(what=info.human.in_language(language())))
    remedy = info.remedy.in_language(language())
    return Explanation(
        info.id,
        info.title.in_language(language()),
        "\n\n".join(part for part in parts if part),
        f"{remedy[:1].upper()}{remedy[1:]}.",
        reference=info.reference,
    )


def _outcomes(rule: Rule) -> list[str]:
    told = [
        labelled(_outcome(outcome), f"{meaning.in_language(language())}.")
        for outcome in READING_ORDER
        if (meaning := rule.info.meaning.of(outcome)) is not None
    ]
    never = _("{outcome}: never; {reason}.")
    return told + [
        never.format(outcome=_outcome(Outcome(name)), reason=reason.in_language(language()))
        for name, reason in rule.info.impossible.items()
    ]


def _outcome(outcome: Outcome) -> str:
    names = {
        Outcome.PASS: _("pass"),
        Outcome.FAIL: _("fail"),
        Outcome.WARN: _("warn"),
        Outcome.UNKNOWN: _("unknown"),
        Outcome.NOT_APPLICABLE: _("not applicable"),
    }
    return names[outcome]


def _series(parameter: Parameter) -> str:
    lines = [labelled(parameter.id, parameter.name.in_language(language()))]
    for dated in parameter.values:
        value = dated.value if dated.value is not None else _("unsettled")
        text = placed(" ".join(part for part in (dated.reference.title, dated.reference.article) if part))
        lines.append(
            _("  {value} from {since} to {until}: {text}, confidence {letter}, checked {checked}, {url}").format(
                value=value,
                since=written(dated.since or "…"),
                until=written(dated.until or "…"),
                text=text,
                letter=dated.confidence,
                checked=written(dated.checked),
                url=dated.reference.url,
            )
        )
    return "\n".join(lines)
