"""What the models refuse and no JSON Schema can: the whole list, with an example of each.

``docs/ci.md`` tells it to people.  A difference between a schema and a model that is not on it is a mistake.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from tests.fuzz.judges import allowed_by_schema, problems
from tests.fuzz.trees import Scalar, Tree, lines, read, replaced, walk

SAMPLES = Path(__file__).parent / "samples"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule that only the models know.

    Attributes:
        about: what it asks, as the docs tell it.
        message: pattern of what the program says of a file that breaks it; none for the way of writing.
        kind: a kind of file that can break it.
        sound: a part of the sample of that kind.
        broken: what breaks the rule in the place of that part.
        stricter: whether it is the schema that refuses what the model allows.
    """

    about: str
    message: str
    kind: str
    sound: str
    broken: str
    stricter: bool = False

    def example(self) -> str:
        """Return the smallest change of a sample that breaks the rule."""
        text = (SAMPLES / f"{self.kind}.yaml").read_text(encoding="utf-8")
        assert self.sound in text, self
        return text.replace(self.sound, self.broken, 1)


WRITING = Rule(
    "how a number or a word is written without quotes: `1e3`, `01`, `+5`, `130.000`, `True`",
    "",
    "claims",
    "{value: 10,",
    "{value: 1e1,",
)
RULES = (
    WRITING,
    Rule(
        "line breaks and tabs stand in blocks of text only, after `|` or `>`, not in quotes",
        r"holds a line break \(U\+000A\)|holds the control character U\+0009",
        "poles",
        "{en: A remark.}",
        '{en: "A\\tremark."}',
    ),
    Rule(
        "the shares of the instalments of a scheme add up to 100 %, or leave something to the last, never more",
        r"the shares of the instalments must add up to 100%|more than the grant$|only the last instalment pays what is",
        "programmes",
        "share: 0.60",
        "share: 0.61",
    ),
    Rule(
        "the last instalment pays what is left, once, and nothing is kept back of it",
        r"the last instalment pays what is left",
        "schemes",
        "{kind: balance, anchor: project-end, claim: 2m}",
        "{kind: balance, anchor: project-end, claim: 2m, cap: 90%}",
    ),
    Rule(
        "what an instalment needs is there: reporting periods, claims to recover an advance from, an advance",
        r"needs reporting periods|nothing to recover the advance from|there is no advance to recover|of: paid needs",
        "schemes",
        "agreement: {start: 2026-03-01, end: 31/08/2027, signature: 2026-04-15, periods: 6m}",
        "agreement: {start: 2026-03-01, end: 31/08/2027, signature: 2026-04-15}",
    ),
    Rule(
        "an instalment keeps back no more than it pays, and money is released after the balance",
        r"keeps back more than the instalment pays|would be released on \S+, before the balance",
        "schemes",
        "release: {anchor: year-end, offset: 12m}",
        "release: {anchor: year-end, offset: 1m}",
    ),
    Rule(
        "an advance is recovered between a lower and a higher share of the costs",
        r"must go up to a higher share of the costs",
        "schemes",
        "recover: {from: 65%, to: 0.8}",
        "recover: {from: 85%, to: 0.8}",
    ),
    Rule(
        "no variant of a scheme is hidden by an earlier one",
        r"variant \d+ does wherever it would",
        "schemes",
        "{grant_up_to: 23000, year: 1}",
        "{grant_up_to: 4000, year: 1}",
    ),
    Rule(
        "dates of a project lie within it, in order, and it lasts ten years at most",
        r"lies outside the project|the project would end on|lasts 120 months at most|must follow each other"
        r"|more than 120 reporting periods",
        "schemes",
        "periods: [2026-04-30, 2026-08-31]",
        "periods: [2026-04-30, 2027-08-31]",
    ),
    Rule(
        "the shares of the parts of a scheme add up to 100 %, or all are left out",
        r"the shares of the parts must add up to 100%",
        "programmes",
        "share: 60 %}",
        "share: 61 %}",
    ),
    Rule(
        "no two parts of a scheme have the same id",
        r"two parts of the grant have the same id",
        "programmes",
        "{id: project, name",
        "{id: base, name",
    ),
    Rule(
        "a part or a variant of a scheme that has a cap, or whose scheme has one, is paid in several instalments",
        r"(part|variant) \S+: a cap needs an instalment after it",
        "programmes",
        "cap: 0.8, spending: back, instalments: [{kind: interim, share: 0.9, anchor: date, on: 09-30}, ",
        "spending: back, instalments: [{kind: advance, share: 1, anchor: start}]}\n"
        "  cap: 0.8\n  assumptions: [{about: spending, reason: {en: One.}, source: report, note: {fr: Un.}}]\n"
        "- {id: more, name: {fr: Plus}, status: past, source: report, agreement: {years: 1, signature: 03-31}, "
        "payment_delay: 60d, instalments: [{kind: advance, share: 0.9, anchor: signature}, ",
    ),
    Rule(
        "the balance is the last instalment",
        r"the balance must be the last instalment",
        "programmes",
        "kind: interim",
        "kind: balance",
    ),
    Rule(
        "no instalment is due before the signature",
        r"would be due on \S+, before the signature",
        "programmes",
        "signature: 03-31",
        "signature: 05-31",
    ),
    Rule(
        "no instalment is due after the last, which settles what is left",
        r"would be due on \S+, after the last one",
        "programmes",
        "{kind: advance, share: 1, anchor: date, on: 2023-04-15}",
        "{kind: interim, share: 0.5, anchor: date, on: 2023-05-15}\n"
        "  - {kind: balance, share: 0.5, anchor: date, on: 2023-04-15}",
    ),
    Rule(
        "no instalment is claimed after the last, which settles what is left",
        r"would be claimed on \S+, after the last one",
        "programmes",
        "{kind: advance, share: 1, anchor: date, on: 2023-04-15}",
        "{kind: interim, share: 0.5, anchor: date, on: 2023-04-15, claim: 1m}\n"
        "  - {kind: balance, share: 0.5, anchor: date, on: 2023-04-15}",
    ),
    Rule(
        "there are as many weights of spending as months in a year or in the project",
        r"weights? fits? neither the months",
        "programmes",
        "2,1,1,0,1,1,1,0,1,1,1,2",
        "2,1,1",
    ),
    Rule(
        "what ends does not end before it begins",
        r"ends .*before it (?:starts|begins)",
        "programmes",
        "{start: 2021, end: 2021-06,",
        "{start: 2022, end: 2021-06,",
    ),
    Rule(
        "of the values or thresholds of a series, one holds at a time",
        r"two (?:values are in force on the same day|thresholds hold in the same year)",
        "maturity",
        "{value: 4, from: 2021,",
        "{value: 4, from: 2020,",
    ),
    Rule(
        "no two criteria have the same rank",
        r"two criteria have the same rank",
        "maturity",
        "rank: 2",
        "rank: 1",
    ),
    Rule(
        "the criterion of the last rank leads to a class",
        r"is the last criterion and leads to a next one",
        "maturity",
        "unknown: undetermined",
        "unknown: next",
    ),
    Rule(
        "a fraction is not above 1",
        r"'\d+ ?/ ?\d+' is not a share between 0 and 1|must be ≤ 10, found \d+/\d+|an instalment pays 100% at most",
        "programmes",
        "share: 1/3",
        "share: 4/3",
    ),
    Rule(
        "an amount in quotes or with a unit is not above a million million euros, nor a duration above a hundred years",
        r"is more than a million million euros|is longer than a hundred years",
        "dossier",
        "50 000 €",
        "2 000 000 M€",
    ),
    Rule(
        "parts of a duration may outweigh each other, such as `-1m 2m`; a schema refuses every part below zero",
        "",
        "programmes",
        "payment_delay: 60d",
        "payment_delay: -1m 2m",
        stricter=True,
    ),
)


def rules_broken(kind: str, text: str) -> frozenset[Rule]:
    """Return the rules of the list that explain why a file is refused by its model and allowed by its schema.

    Nothing is returned unless the list explains every problem of the file.
    """
    told = {_rule(message) for message in problems(kind, text)}
    if None not in told:
        return frozenset(rule for rule in told if rule)
    quoted = lines(in_quotes(read(text)))
    left = problems(kind, quoted)
    judged_alike = bool(left) != allowed_by_schema(kind, quoted)
    return frozenset({WRITING}) if judged_alike or all(map(_rule, left)) else frozenset()


def _rule(message: str) -> Rule | None:
    return next((rule for rule in RULES if rule.message and re.search(rule.message, message)), None)


def in_quotes(tree: Tree) -> Tree:
    """Return a document whose every scalar stands in quotes, so that all programs read it alike."""
    for path, inner in list(walk(tree)):
        if isinstance(inner, Scalar):
            tree = replaced(tree, path, Scalar(inner.text, quoted=True))
    return tree
