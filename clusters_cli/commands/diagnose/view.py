"""The report of ``clusters diagnose``."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, assert_never

from clusters_cli.commands.shared.criteria import (
    found_cell,
    origin_data,
    source_words,
    threshold,
    threshold_words,
)
from clusters_cli.foundations.findings import Outcome
from clusters_cli.foundations.text import Locator, in_a_row
from clusters_cli.foundations.words import YesOrNo
from clusters_cli.maturity import Diagnosed, Diagnosis, Seen, Unit
from clusters_cli.presentation.cells import UNKNOWN
from clusters_cli.presentation.messages import _, spoken
from clusters_cli.presentation.report import Cell, Column, Report, Table
from clusters_cli.registry import Registry
from clusters_cli.registry.models import Recommendation, Remark


def diagnose_report(diagnosis: Diagnosis, registry: Registry) -> Report:
    """Build the report of a diagnosis."""
    return Report(
        command="diagnose",
        data={
            "cluster": diagnosis.cluster,
            "reference_year": diagnosis.year,
            "obstacles": [_obstacle_data(diagnosed) for diagnosed in diagnosis.obstacles],
            "recommendations": [_recommendation_data(item) for item in diagnosis.recommendations],
        },
        text=_heading(diagnosis, registry),
        tables=(_obstacles(diagnosis), _evidence(diagnosis), _recommendations(diagnosis)),
        export=_export(diagnosis),
        notes=tuple(_notes(diagnosis)),
    )


def _heading(diagnosis: Diagnosis, registry: Registry) -> str:
    name = registry.cluster_by_id[diagnosis.cluster].name
    letters = [diagnosed.obstacle.letter for diagnosed in diagnosis.obstacles if diagnosed.indicated]
    if not letters:
        return _("{cluster}: no fact points to an obstacle").format(cluster=name)
    return _("{cluster}: facts point to {letters}").format(cluster=name, letters=", ".join(letters))


def _obstacles(diagnosis: Diagnosis) -> Table:
    columns = (
        Column("letter", ""),
        Column("title", _("Obstacle")),
        Column("facts", _("Facts")),
        Column("answered_by", _("Answered by")),
    )
    records = [
        {
            "letter": diagnosed.obstacle.letter,
            "title": spoken(diagnosed.obstacle.title),
            "facts": _facts_word(diagnosed),
            "answered_by": ", ".join(item.number for item in diagnosed.answered_by),
        }
        for diagnosed in diagnosis.obstacles
    ]
    return Table.of("obstacles", columns, records)


def _facts_word(diagnosed: Diagnosed) -> str:
    if diagnosed.indicated is None:
        return _("not enough to tell") if diagnosed.has_facts else _("no fact")
    return _("point to it") if diagnosed.indicated else _("do not point to it")


def _evidence(diagnosis: Diagnosis) -> Table:
    columns = (
        Column("letter", ""),
        Column("sign", _("Sign")),
        Column("answer", _("Seen")),
        Column("found", _("Found")),
        Column("expected", _("Asked")),
        Column("source", _("Source"), minor=True),
        Column("locator", _("Where"), minor=True),
    )
    records = [
        {"letter": diagnosed.obstacle.letter, **record}
        for diagnosed in diagnosis.obstacles
        for record in (*map(_seen_cells, diagnosed.signs), *map(_statement_cells, diagnosed.statements))
    ]
    return Table.of("evidence", columns, records, title=_("Evidence"))


def _seen_cells(seen: Seen) -> dict[str, Cell]:
    evidence = seen.evidence
    origin = evidence.origin if evidence else None
    return {
        "sign": spoken(seen.finding.message),
        "answer": _answer_word(seen.finding.outcome),
        "found": _found_cell(seen),
        "expected": threshold(seen.sign.test, seen.threshold, evidence.unit) if evidence else UNKNOWN,
        "source": source_words(origin),
        "locator": spoken(Locator(origin.locator or "")) if origin else None,
    }


def _found_cell(seen: Seen) -> Cell:
    evidence = seen.evidence
    if evidence is None:
        return UNKNOWN
    if evidence.value is None and evidence.missing:
        known = _("unknown: {fact}").format(fact=spoken(evidence.missing[0]))
        return _("; ").join((known, spoken(evidence.remark))) if evidence.remark else known
    cell = found_cell(evidence.value, evidence.unit, None if evidence.unit is Unit.YEARS else evidence.year)
    if cell is None or not evidence.remark:
        return cell or (spoken(evidence.remark) if evidence.remark else None)
    return replace(cell, after=in_a_row((cell.after, evidence.remark)))


def _statement_cells(remark: Remark) -> dict[str, Cell]:
    return {
        "sign": _("statement"),
        "answer": _("yes"),
        "found": spoken(remark.text),
        "expected": UNKNOWN,
        "source": source_words(remark),
        "locator": spoken(Locator(remark.locator or "")),
    }


def _answer_word(outcome: Outcome) -> str:
    match outcome:
        case Outcome.PASS:
            return spoken(YesOrNo.YES)
        case Outcome.FAIL:
            return spoken(YesOrNo.NO)
        case Outcome.NOT_APPLICABLE:
            return _("does not arise")
        case Outcome.UNKNOWN | Outcome.WARN:
            return _("no fact")
        case _:
            assert_never(outcome)


def _recommendations(diagnosis: Diagnosis) -> Table:
    columns = (
        Column("number", ""),
        Column("text", _("Recommendation")),
        Column("answers", _("Answers")),
    )
    letters = {diagnosed.obstacle.id: diagnosed.obstacle.letter for diagnosed in diagnosis.obstacles}
    records: list[dict[str, Cell]] = []
    for item in diagnosis.recommendations:
        answers = ", ".join(letters[name] for name in item.answers if name in letters)
        records.append({"number": item.number, "text": spoken(item.title), "answers": answers})
        records += [{"number": one.number, "text": spoken(one.text), "answers": ""} for one in item.proposals]
    return Table.of("recommendations", columns, records, title=_("Recommendations that answer them"))


def _notes(diagnosis: Diagnosis) -> Iterator[str]:
    if diagnosis.borrowed:
        yield _("This registry has no obstacles or no signs of its own: those that come with the program are used.")
    signs = {seen.sign.id: seen for diagnosed in diagnosis.obstacles for seen in diagnosed.signs}
    for seen in signs.values():
        yield threshold_words(spoken(seen.finding.message), seen.origin)


def _export(diagnosis: Diagnosis) -> Table:
    records = [
        {
            "obstacle": diagnosed.obstacle.id,
            "letter": diagnosed.obstacle.letter,
            "indicated": diagnosed.indicated,
            "recommendations": " ".join(item.id for item in diagnosed.answered_by),
            **one,
        }
        for diagnosed in diagnosis.obstacles
        for one in _export_evidence(diagnosed)
    ]
    keys = ("obstacle", "letter", "indicated", "sign", "outcome", "found", "unit", "test", "expected", "margin")
    more = ("missing", "source", "locator", "confidence", "recommendations")
    return Table.of("evidence", [Column(key, key) for key in (*keys, *more)], records)


def _export_evidence(diagnosed: Diagnosed) -> Sequence[dict[str, Cell]]:
    signs = [
        {**_seen_data(seen), "sign": seen.sign.id, "missing": " ".join(seen.finding.missing) or None}
        for seen in diagnosed.signs
    ]
    statements: list[dict[str, Cell]] = [
        {"sign": "statement", "outcome": "pass", **origin_data(remark)} for remark in diagnosed.statements
    ]
    return [*signs, *statements] or [{}]


def _obstacle_data(diagnosed: Diagnosed) -> dict[str, Any]:
    obstacle = diagnosed.obstacle
    return {
        "id": obstacle.id,
        "letter": obstacle.letter,
        "title": obstacle.title,
        "source": obstacle.source,
        "locator": obstacle.locator,
        "indicated": diagnosed.indicated,
        "signs": [
            {
                "id": seen.sign.id,
                **_seen_data(seen),
                "missing": seen.finding.missing,
                "details": seen.evidence.details if seen.evidence else {},
            }
            for seen in diagnosed.signs
        ],
        "statements": [
            {
                "text": remark.text,
                **origin_data(remark),
            }
            for remark in diagnosed.statements
        ],
        "recommendations": [item.id for item in diagnosed.answered_by],
    }


def _seen_data(seen: Seen) -> dict[str, Any]:
    finding, evidence = seen.finding, seen.evidence
    return {
        "outcome": str(finding.outcome),
        "found": finding.found,
        "unit": evidence.unit if evidence else None,
        "test": seen.sign.test,
        "expected": finding.limit,
        "margin": finding.margin,
        "year": evidence.year if evidence else None,
        **origin_data(evidence.origin if evidence else None),
        "threshold_source": seen.origin.source if seen.origin else None,
    }


def _recommendation_data(item: Recommendation) -> dict[str, Any]:
    return {
        "id": item.id,
        "number": item.number,
        "title": item.title,
        "answers": item.answers,
        "proposals": [{"number": one.number, "text": one.text} for one in item.proposals],
        "source": item.source,
        "locator": item.locator,
    }
