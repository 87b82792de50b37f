"""The reports of ``clusters schemes``: every payment scheme in a line, and one in full."""

from collections.abc import Iterator

from clusters_cli import __version__
from clusters_cli.cashflow import (
    amount_words,
    condition_words,
    due_words,
    least_costs_words,
    periods_words,
    recovery_words,
    spending_words,
    terms_words,
    tolerance_words,
    when_words,
)
from clusters_cli.commands.shared.law_notes import with_replacements
from clusters_cli.commands.shared.origins import dated, notes_on, origin_cells, origin_columns
from clusters_cli.foundations.data_shape import Extended, extended
from clusters_cli.foundations.text import (
    Dated,
    Euros,
    Joined,
    Share,
    Text,
    Value,
    bracketed,
    counted,
    in_a_row,
    labelled,
)
from clusters_cli.presentation.data import record
from clusters_cli.presentation.report import Cell, Column, Kind, Report, Table
from clusters_cli.registry import Layer, Layered, law_sources
from clusters_cli.registry.models import Agreement, InstalmentRule, PaymentScheme, RecoveryWord, ShareOf


def schemes_report(known: Layered[PaymentScheme]) -> Report:
    """Build the report of all payment schemes."""
    columns = (
        Column("id", Text("Id")),
        Column("agreement", Text("Agreement")),
        Column("instalments", Text("Instalments")),
        Column("payment_delay", Text("Payment delay")),
        Column("status", Text("Status")),
        Column("source", Text("Source"), minor=True),
        Column("layer", Text("Comes from"), minor=True),
    )
    records = [
        {
            **record(scheme),
            "agreement": _agreement(scheme),
            "instalments": _of_all(scheme),
            "status": _status(scheme),
            "source": scheme.citation,
            "layer": known.layers[scheme.id],
        }
        for scheme in known.entries
    ]
    report = Report(
        command="schemes list",
        data={"schemes": [_with_layer(scheme, known) for scheme in known.entries]},
        tables=(Table.of("schemes", columns, records),),
        notes=(Text("clusters schemes show SCHEME gives the reason of each date."),),
    )
    return with_replacements(report, known.replacements.values())


def scheme_report(scheme: PaymentScheme, known: Layered[PaymentScheme]) -> Report:
    """Build the report of one payment scheme, and say where it comes from."""
    tables = [_facts_table(scheme, known.layers[scheme.id]), *line_tables(scheme)]
    if scheme.assumptions:
        tables.append(_assumptions_table(scheme))
    report = Report(
        command="schemes show",
        data={"scheme": _with_layer(scheme, known)},
        tables=tuple(tables),
        export=_instalments_export(scheme),
        text=bracketed(scheme.name, scheme.id),
        notes=notes_on([(scheme.name, scheme), *((one.about, one) for one in scheme.assumptions)]),
    )
    return with_replacements(report, known.among([scheme.id]))


def _with_layer(scheme: PaymentScheme, known: Layered[PaymentScheme]) -> Extended:
    return extended(scheme, layer=known.layers[scheme.id])


def _facts_table(scheme: PaymentScheme, layer: Layer) -> Table:
    rows: list[tuple[Cell, ...]] = [
        *terms_rows(scheme),
        (Text("status"), labelled(scheme.status, scheme.status_note) if scheme.status_note else scheme.status),
        (Text("source"), _source(scheme, layer)),
        (Text("comes from"), bracketed(layer, f"clusters {__version__}") if layer is Layer.PROGRAM else layer),
    ]
    if scheme.as_of is not None:
        rows.append((Text("as of"), dated(scheme.as_of)))
    if scheme.confidence is not None:
        rows.append((Text("confidence"), scheme.confidence))
    return Table("facts", (Column("name", Text("Fact")), Column("value", Text("Value"))), tuple(rows))


def line_tables(scheme: PaymentScheme) -> Iterator[Table]:
    """Yield the instalments of a scheme, and what differs from them."""
    yield _instalments_table(scheme)
    if scheme.variants:
        yield _variants_table(scheme)
    if scheme.parts:
        yield _parts_table(scheme)


def terms_rows(scheme: PaymentScheme) -> Iterator[tuple[Cell, ...]]:
    """Yield what a scheme says of all its instalments."""
    yield Text("agreement"), _agreement(scheme)
    yield Text("payment delay"), scheme.payment_delay
    if scheme.cofinancing is not None:
        yield Text("share of the eligible costs"), Share(scheme.cofinancing)
    if scheme.tolerance:
        yield Text("if costs fall short"), tolerance_words(scheme.tolerance)
    if scheme.cap is not None:
        yield Text("cap before the last instalment"), Share(scheme.cap)
    if scheme.recover is not RecoveryWord.BALANCE:
        yield Text("advance recovered"), recovery_words(scheme.recover)
    if scheme.min_amount:
        yield Text("least interim payment"), Euros(scheme.min_amount)
    if scheme.min_costs:
        yield Text("least new costs of a claim"), least_costs_words(scheme.min_costs)
    yield Text("spending"), spending_words(scheme.spending)


def _source(scheme: PaymentScheme, layer: Layer) -> Value:
    """Return who states a scheme; what the program cites by its title too, for the registry need not hold it."""
    return bracketed(scheme.citation, law_sources()[scheme.source].title) if layer is Layer.PROGRAM else scheme.citation


def _instalments_table(scheme: PaymentScheme) -> Table:
    claimed = any(rule.claim is not None for rule in scheme.instalments)
    conditioned = any(any(condition_words(rule)) for rule in scheme.instalments)
    columns = (
        Column("kind", Text("Instalment")),
        Column("share", Text("Share"), Kind.SHARE),
        Column("due", Text("Due")),
        *((Column("claim", Text("Claimed after")),) if claimed else ()),
        *((Column("conditions", Text("Conditions")),) if conditioned else ()),
    )
    records = [
        {
            **record(rule),
            "share": rule.share if rule.share is not None and rule.of is ShareOf.GRANT else _amount(rule),
            "due": due_words(rule),
            "conditions": in_a_row(condition_words(rule)),
        }
        for rule in scheme.instalments
    ]
    return Table.of("instalments", columns, records, title=Text("Instalments"))


def _instalments_export(scheme: PaymentScheme) -> Table:
    """Return the instalments as programs get them, one fact a column."""
    plain = (
        "kind",
        "share",
        "of",
        "anchor",
        "offset",
        "on",
        "claim",
        "payment_delay",
        "cap",
        "min_amount",
        "guarantee",
    )
    columns = [*plain, "reached", "reached_of", "retained", "retained_of", "min_costs"]
    records = [
        {
            **record(rule),
            "reached": rule.reached.share if rule.reached else None,
            "reached_of": rule.reached.of if rule.reached else None,
            "retained": rule.retain.share if rule.retain else None,
            "retained_of": rule.retain.of if rule.retain else None,
            "min_costs": " ".join(map(str, rule.min_costs)) or None,
        }
        for rule in scheme.instalments
    ]
    return Table.of("instalments", tuple(Column(key, key) for key in columns), records)


def _variants_table(scheme: PaymentScheme) -> Table:
    """Return the variants, in the order in which they are tried, with what each has otherwise than the scheme."""
    columns = (
        Column("when", Text("Variant")),
        Column("instalments", Text("Instalments")),
        Column("terms", Text("Otherwise")),
    )
    rows: list[dict[str, Cell]] = [
        {
            "when": when_words(variant.when),
            "instalments": _in_short(scheme.of_variant(variant)) if variant.instalments else "",
            "terms": in_a_row(terms_words(variant)),
        }
        for variant in scheme.variants
    ]
    return Table.of("variants", columns, rows, title=Text("Variants, the first that holds"))


def _parts_table(scheme: PaymentScheme) -> Table:
    """Return the parts of a grant, with what each has otherwise than the scheme."""
    columns = (
        Column("name", Text("Part")),
        Column("id", Text("Id")),
        Column("share", Text("Share"), Kind.SHARE),
        Column("instalments", Text("Instalments")),
        Column("payment_delay", Text("Payment delay")),
        Column("terms", Text("Otherwise"), minor=True),
        Column("spending", Text("Spending"), minor=True),
    )
    rows: list[dict[str, Cell]] = []
    for part in scheme.parts:
        alone = scheme.of_part(part)
        rows.append(
            {
                **record(part),
                "share": part.share if part.share is not None else Text("as you say"),
                "instalments": in_a_row(
                    Joined((rule.kind, _amount(rule), "@", due_words(rule))) for rule in alone.instalments
                ),
                "payment_delay": alone.payment_delay,
                "terms": in_a_row(terms_words(part)),
                "spending": spending_words(alone.spending),
            }
        )
    return Table.of("parts", columns, rows, title=Text("Parts of the grant"))


def _amount(rule: InstalmentRule) -> Value:
    return amount_words(rule.share, rule.of)


def _with_kind(rule: InstalmentRule) -> Joined:
    return Joined((rule.kind, _amount(rule), "@", due_words(rule)))


def _of_all(scheme: PaymentScheme) -> Value:
    """Return the instalments in a row, part by part where the grant has parts that are paid in another way."""
    if not any(part.instalments for part in scheme.parts):
        return _in_short(scheme)
    return in_a_row(labelled(part.name, _in_short(scheme.of_part(part))) for part in scheme.parts)


def _in_short(scheme: PaymentScheme) -> Value:
    return in_a_row(Joined((_amount(rule), "@", due_words(rule))) for rule in scheme.instalments)


def _assumptions_table(scheme: PaymentScheme) -> Table:
    columns = (Column("about", Text("Assumption")), Column("reason", Text("Reason")), *origin_columns())
    rows = [{**record(one), **origin_cells(one)} for one in scheme.assumptions]
    return Table.of("assumptions", columns, rows, title=Text("Why these dates"))


def _agreement(scheme: PaymentScheme) -> Text:
    agreement = scheme.agreement
    words = _project(agreement) if scheme.is_project else _years(agreement)
    if agreement.periods is None:
        return words
    return Text("{agreement}; reporting periods: {periods}", agreement=words, periods=periods_words(agreement.periods))


def _project(agreement: Agreement) -> Text:
    start = Dated(str(agreement.start))
    if agreement.months is not None:
        project = counted(
            "project of {count} month from {day}", "project of {count} months from {day}", agreement.months, day=start
        )
    else:
        project = Text("project from {day} to {end}", day=start, end=Dated(str(agreement.end)))
    signature = agreement.signature
    return Text("{project}, signed {day}", project=project, day=Dated(str(signature))) if signature else project


def _years(agreement: Agreement) -> Text:
    years = agreement.years or 1
    signed = Dated(str(agreement.signature))
    words = counted("{count} year, signed {day}", "{count} years, signed {day}", years, day=signed)
    if agreement.renewal is None:
        return words
    return Text("{signed}, then {day}", signed=words, day=Dated(str(agreement.renewal)))


def _status(scheme: PaymentScheme) -> Value:
    return scheme.status_note or scheme.status
