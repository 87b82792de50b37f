"""The report of ``clusters classify``."""

from collections.abc import Sequence

from clusters_cli.commands.classify.export import Beside, export_classes, export_criteria
from clusters_cli.commands.classify.notes import notes
from clusters_cli.commands.shared.criteria import (
    answer_words,
    found,
    found_cell,
    margin,
    measured,
    measurement,
    source_words,
    standing,
    threshold,
)
from clusters_cli.commands.shared.ended import MarkedNames, end_fields, marked_names
from clusters_cli.commands.shared.stages_table import stage_notes, stages_table
from clusters_cli.foundations.data_shape import extended
from clusters_cli.foundations.errors import ExitCode
from clusters_cli.foundations.text import Dated, Text, Value
from clusters_cli.maturity import (
    LADDER,
    AskedCriterion,
    Classification,
    NextClass,
    Rules,
    confusion,
    joint_answer,
    stages_of,
)
from clusters_cli.presentation.cells import UNKNOWN
from clusters_cli.presentation.report import Cell, Column, Kind, Report, Table
from clusters_cli.registry import Registry, ends_by


def classify_report(
    results: Sequence[Classification],
    beside: Beside,
    rules: Rules,
    registry: Registry,
    *,
    explain: bool,
    check: bool,
    named: bool,
) -> Report:
    """Build the report of classes.

    Args:
        results: the clusters asked for.
        beside: their indicators.
        rules: what the classes rest on.
        registry: names the clusters.
        explain: whether to show every criterion.
        check: whether the question is if the computed classes are the stated ones.
        named: whether the user named the clusters; a survey of the whole registry gives no verdict.
    """
    ends = ends_by(registry, rules.day)
    names = marked_names(registry.clusters.clusters, ends)
    tables = [_classes(results, names)]
    tables += [_criteria(result, names) for result in results] if explain else []
    tables.append(_indicators(results, beside, names))
    tables += [_confusion(results)] if len(results) > 1 else []
    stages = stages_of({result.maturity for result in results}, registry)
    tables += [stages_table(stages, told=False)] if stages else []
    return Report(
        command="classify",
        data={
            "reference_year": rules.day.year,
            "assumptions": rules.assumptions,
            "clusters": [
                extended(result, indicators=beside[result.cluster], **end_fields(ends.get(result.cluster)))
                for result in results
            ],
            "confusion": confusion(results),
            "stages": stages,
        },
        tables=tuple(tables),
        export=export_criteria(results) if explain else export_classes(results, beside, ends),
        notes=(*notes(results, rules, registry, explain=explain, check=check), *stage_notes(stages)),
        as_of=rules.day,
        exit_code=ExitCode.of(joint_answer(results, check=check, named=named)),
    )


def _classes(results: Sequence[Classification], names: MarkedNames) -> Table:
    columns = (
        Column("cluster", Text("Cluster")),
        Column("maturity", Text("Maturity")),
        Column("stated", Text("Stated")),
        Column("evidence", Text("Evidence")),
        Column("next", Text("Would be")),
        Column("source", Text("Source"), minor=True),
    )
    records = [{**_class_cells(result), "cluster": names[result.cluster]} for result in results]
    return Table.of("classes", columns, records)


def _class_cells(result: Classification) -> dict[str, Cell]:
    step = result.decisive
    return {
        "maturity": _class_words(result),
        "stated": _stated_words(result),
        "evidence": _evidence(step) if step else _missing(result),
        "next": _next_words(result.next_class, step) if result.next_class and step else "",
        "source": source_words(step.evidence.origin) if step else "",
    }


def _evidence(step: AskedCriterion) -> Value:
    evidence, limit = step.evidence, step.threshold
    if evidence.value is None or limit is None:
        return UNKNOWN
    return Text(
        "{measure} {found}, {standing}",
        measure=step.criterion.measure,
        found=found(evidence.value, evidence.unit, evidence.year),
        standing=standing(evidence.value, limit, evidence.unit),
    )


def _missing(result: Classification) -> Value:
    return Text("missing: {fact}", fact=result.missing[0]) if result.missing else UNKNOWN


def _class_words(result: Classification) -> Value:
    if result.maturity is None:
        return Text("undetermined")
    name = result.maturity
    return Text("{name} (borderline)", name=name) if result.borderline else name


def _stated_words(result: Classification) -> Value | None:
    stated = result.statement
    if stated is None or stated.told is None:
        return stated.maturity if stated else None
    return Text("{name} ({day})", name=stated.maturity, day=Dated(stated.told))


def _next_words(coming: NextClass, step: AskedCriterion) -> Text:
    name = coming.maturity or Text("undetermined")
    if coming.since is not None:
        return Text("{name} from {day}", name=name, day=Dated(coming.since))
    if coming.exceeded:
        return Text("{name} above {limit}", name=name, limit=measured(step.threshold, step.evidence.unit))
    return Text("{name} with {change} more", name=name, change=measured(coming.change, step.evidence.unit))


def _step_cells(step: AskedCriterion) -> dict[str, Cell]:
    evidence, unit, origin = step.evidence, step.evidence.unit, step.evidence.origin
    return {
        "found": found_cell(evidence.value, unit, evidence.year),
        "expected": threshold(step.criterion.test, step.threshold, unit),
        "margin": margin(step.finding.margin, unit),
        "source": source_words(origin),
    }


def _criteria(result: Classification, names: MarkedNames) -> Table:
    columns = (
        Column("name", Text("Criterion")),
        Column("outcome", Text("Answer")),
        Column("found", Text("Found")),
        Column("expected", Text("Asked")),
        Column("margin", Text("Margin"), minor=True),
        Column("source", Text("Source"), minor=True),
        Column("locator", Text("Where"), minor=True),
    )
    records = [
        {
            **_step_cells(step),
            "name": step.finding.message,
            "outcome": _outcome_words(step),
            "locator": step.evidence.origin.locator or "" if step.evidence.origin else None,
        }
        for step in result.steps
    ]
    title = Text("{cluster}: {maturity}", cluster=names[result.cluster], maturity=_class_words(result))
    return Table.of(result.cluster, columns, records, title=title)


def _outcome_words(step: AskedCriterion) -> Value:
    name = answer_words(step.finding.outcome)
    return Text("{name} (borderline)", name=name) if step.borderline else name


def _indicators(results: Sequence[Classification], beside: Beside, names: MarkedNames) -> Table:
    measured_by = [indicator.name for indicator in beside[results[0].cluster]] if results else []
    columns = (Column("cluster", Text("Cluster")), *(Column(name, name, Kind.TEXT) for name in measured_by))
    records = [
        {
            "cluster": names[result.cluster],
            **{item.name: measurement(item.value, item.unit) for item in beside[result.cluster]},
        }
        for result in results
    ]
    return Table.of("indicators", columns, records, title=Text("Beside the class"))


def _confusion(results: Sequence[Classification]) -> Table:
    cells = {(cell.stated, cell.computed): cell.count for cell in confusion(results)}
    columns = (
        Column("stated", Text("Stated")),
        *(Column(maturity, maturity, Kind.COUNT) for maturity in LADDER),
        Column("undetermined", Text("undetermined"), Kind.COUNT),
    )
    records: list[dict[str, Cell]] = [
        {
            "stated": stated or Text("(not stated)"),
            **{
                computed.value if computed else "undetermined": cells.get((stated, computed), 0)
                for computed in (*LADDER, None)
            },
        }
        for stated in (*LADDER, None)
    ]
    return Table.of(
        "confusion",
        columns,
        records,
        title=Text("Stated classes (rows) and those computed for that date (columns)"),
    )
