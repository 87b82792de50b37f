"""The report of ``clusters diagnose``."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import assert_never

from clusters_cli.commands.shared.criteria import (
    found_cell,
    source_words,
    threshold,
    threshold_words,
)
from clusters_cli.commands.shared.ended import marked
from clusters_cli.commands.shared.law_notes import replacement_notes
from clusters_cli.commands.shared.money_table import balance_notes, money_table
from clusters_cli.commands.shared.old_figures import FigureInUse, old_figure_notes
from clusters_cli.commands.shared.stages_table import stage_notes, stages_table
from clusters_cli.foundations.data_shape import extended
from clusters_cli.foundations.errors import ExitCode
from clusters_cli.foundations.findings import Outcome
from clusters_cli.foundations.text import Listed, Text, Value, in_a_row
from clusters_cli.foundations.words import YesOrNo
from clusters_cli.maturity import Diagnosed, Diagnosis, Seen, Unit, class_of, rules_of, stages_of
from clusters_cli.presentation.cells import UNKNOWN
from clusters_cli.presentation.data import record
from clusters_cli.presentation.report import Cell, Column, Report, Table
from clusters_cli.registry import Registry, balance_of, end_on, money_of
from clusters_cli.registry.models import Figures, Remark, SignMeasure

_FIGURES = {
    SignMeasure.BUDGET: "budget",
    SignMeasure.TEAM: "team",
    SignMeasure.CASH_ADVANCE: "regional_grant",
    SignMeasure.FUNDERS: "state_grant",
}
"""The figure that each sign measures, of those that measure one."""


def diagnose_report(diagnosis: Diagnosis, registry: Registry) -> Report:
    """Build the report of a diagnosis; without obstacles in the registry it cannot be told which there are."""
    cluster = registry.cluster_by_id[diagnosis.cluster]
    money = money_of(cluster, registry.reference)
    balance = balance_of(money, registry.region, diagnosis.day)
    maturity = class_of(cluster, registry, rules_of(registry, diagnosis.day))
    stages = stages_of({maturity}, registry)
    beside = (money_table(money), *((stages_table(stages),) if stages else ()))
    of_obstacles = (_obstacles(diagnosis), _evidence(diagnosis), *beside, _recommendations(diagnosis))
    return Report(
        command="diagnose",
        data=extended(
            diagnosis,
            reference_year=diagnosis.day.year,
            money=money,
            balance=balance,
            maturity=maturity,
            stage=next(iter(stages), None),
        ),
        as_of=diagnosis.day,
        text=_heading(diagnosis, registry),
        tables=of_obstacles if diagnosis.obstacles else beside,
        export=_export(diagnosis),
        notes=(*_notes(diagnosis, registry), *balance_notes(balance, money), *stage_notes(stages)),
        exit_code=ExitCode.of(diagnosis.answer()),
    )


def _heading(diagnosis: Diagnosis, registry: Registry) -> Text:
    cluster = registry.cluster_by_id[diagnosis.cluster]
    name = marked(cluster.name, end_on(cluster, registry, diagnosis.day))
    if not diagnosis.obstacles:
        return Text("{cluster}: the registry holds no obstacles, so that none can be looked for", cluster=name)
    letters = [diagnosed.obstacle.letter for diagnosed in diagnosis.obstacles if diagnosed.indicated]
    if not letters:
        return Text("{cluster}: no fact points to an obstacle", cluster=name)
    return Text("{cluster}: facts point to {letters}", cluster=name, letters=Listed(tuple(letters)))


def _obstacles(diagnosis: Diagnosis) -> Table:
    columns = (
        Column("letter", ""),
        Column("title", Text("Obstacle")),
        Column("facts", Text("Facts")),
        Column("answered_by", Text("Answered by")),
    )
    records: list[dict[str, Cell]] = [
        {
            **record(diagnosed),
            "facts": _facts_word(diagnosed),
            "answered_by": Listed(tuple(item.number for item in diagnosed.answered_by)),
        }
        for diagnosed in diagnosis.obstacles
    ]
    return Table.of("obstacles", columns, records)


def _facts_word(diagnosed: Diagnosed) -> Text:
    if diagnosed.indicated is None:
        return Text("not enough to tell") if diagnosed.has_facts else Text("no fact")
    return Text("point to it") if diagnosed.indicated else Text("do not point to it")


def _evidence(diagnosis: Diagnosis) -> Table:
    columns = (
        Column("letter", ""),
        Column("sign", Text("Sign")),
        Column("answer", Text("Seen")),
        Column("found", Text("Found")),
        Column("expected", Text("Asked")),
        Column("source", Text("Source"), minor=True),
        Column("locator", Text("Where"), minor=True),
    )
    records = [
        {"letter": diagnosed.obstacle.letter, **record}
        for diagnosed in diagnosis.obstacles
        for record in (*map(_seen_cells, diagnosed.signs), *map(_statement_cells, diagnosed.statements))
    ]
    return Table.of("evidence", columns, records, title=Text("Evidence"))


def _seen_cells(seen: Seen) -> dict[str, Cell]:
    evidence = seen.evidence
    origin = evidence.origin if evidence else None
    return {
        "sign": seen.finding.message,
        "answer": _answer_word(seen.finding.outcome),
        "found": _found_cell(seen),
        "expected": threshold(seen.sign.test, seen.threshold, evidence.unit) if evidence else UNKNOWN,
        "source": source_words(origin),
        "locator": origin.locator or "" if origin else None,
    }


def _found_cell(seen: Seen) -> Cell:
    evidence = seen.evidence
    if evidence is None:
        return UNKNOWN
    if evidence.value is None and evidence.missing:
        known = Text("unknown: {fact}", fact=evidence.missing[0])
        return in_a_row((known, evidence.remark)) if evidence.remark else known
    cell = found_cell(evidence.value, evidence.unit, None if evidence.unit is Unit.YEARS else evidence.year)
    if cell is None or not evidence.remark:
        return cell or (evidence.remark or None)
    return replace(cell, within=in_a_row((cell.within, evidence.remark)))


def _statement_cells(remark: Remark) -> dict[str, Cell]:
    return {
        "sign": Text("statement"),
        "answer": Text("yes"),
        "found": remark.text,
        "expected": UNKNOWN,
        "source": source_words(remark),
        "locator": remark.locator or "",
    }


def _answer_word(outcome: Outcome) -> Value:
    match outcome:
        case Outcome.PASS:
            return YesOrNo.YES
        case Outcome.FAIL:
            return YesOrNo.NO
        case Outcome.NOT_APPLICABLE:
            return Text("does not arise")
        case Outcome.UNKNOWN | Outcome.WARN:
            return Text("no fact")
        case _:
            assert_never(outcome)


def _recommendations(diagnosis: Diagnosis) -> Table:
    columns = (
        Column("number", ""),
        Column("text", Text("Recommendation")),
        Column("answers", Text("Answers")),
    )
    letters = {diagnosed.obstacle.id: diagnosed.obstacle.letter for diagnosed in diagnosis.obstacles}
    records: list[dict[str, Cell]] = []
    for item in diagnosis.recommendations:
        answers = Listed(tuple(letters[name] for name in item.answers if name in letters))
        records.append({"number": item.number, "text": item.title, "answers": answers})
        records += [{"number": one.number, "text": one.text, "answers": ""} for one in item.proposals]
    return Table.of("recommendations", columns, records, title=Text("Recommendations that answer them"))


def _notes(diagnosis: Diagnosis, registry: Registry) -> Iterator[Value]:
    if not diagnosis.obstacles:
        yield Text("Obstacles and recommendations stand in obstacles.yaml; those of another registry are not borrowed.")
    elif diagnosis.borrowed:
        yield Text("This registry has no signs of its own: those that come with the program are used.")
    yield from old_figure_notes(
        _figures_in_use(diagnosis, registry.cluster_by_id[diagnosis.cluster].name), diagnosis.day
    )
    signs = {seen.sign.id: seen for diagnosed in diagnosis.obstacles for seen in diagnosed.signs}
    for seen in signs.values():
        yield threshold_words(seen.finding.message, seen.origin)
    yield from replacement_notes(diagnosis.replaced)


def _figures_in_use(diagnosis: Diagnosis, name: str) -> Iterator[FigureInUse]:
    """Yield the yearly figures on which a sign rests."""
    for diagnosed in diagnosis.obstacles:
        for seen in diagnosed.signs:
            if seen.evidence and isinstance(seen.evidence.origin, Figures) and seen.evidence.year is not None:
                yield FigureInUse(name, _FIGURES[seen.sign.measure], seen.evidence.year)


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
        {**record(seen), "sign": seen.sign.id, "missing": " ".join(seen.finding.missing) or None}
        for seen in diagnosed.signs
    ]
    statements: list[dict[str, Cell]] = [
        {**record(remark), "sign": "statement", "outcome": Outcome.PASS} for remark in diagnosed.statements
    ]
    return [*signs, *statements] or [{}]
