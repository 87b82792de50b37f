"""The terms that an agreement writes itself, as the payment scheme that they are."""

from collections.abc import Iterator
from dataclasses import replace

from clusters_cli.commands.schemes.view import line_tables, terms_rows
from clusters_cli.foundations.text import Text
from clusters_cli.presentation.report import Column, Table
from clusters_cli.registry.models import PaymentScheme


def own_terms_tables(scheme: PaymentScheme) -> Iterator[Table]:
    """Yield the terms of one agreement: what holds for all its instalments, the instalments, variants and parts."""
    columns = (Column("name", Text("Terms of {agreement}", agreement=scheme.id)), Column("value", Text("Value")))
    yield Table(f"{scheme.id} terms", columns, tuple(terms_rows(scheme)))
    yield from (replace(table, name=f"{scheme.id} {table.name}") for table in line_tables(scheme))
