"""What an aid would be on each basis that it could rest on, and had its non-economic work been aid."""

from collections.abc import Iterator, Sequence

from clusters_cli.eligibility import Examination, TriedBasis
from clusters_cli.foundations.text import Joined, Listed, Text, Value, labelled
from clusters_cli.presentation.data import record
from clusters_cli.presentation.report import Column, Kind, Table

_COLUMNS = (
    Column("basis", Text("Basis")),
    Column("verdict", Text("Verdict")),
    Column("because", Text("Because of")),
    Column("maximum_grant", Text("Maximum grant (€)"), Kind.MONEY, minor=True),
)


def bases_table(tried: Sequence[TriedBasis]) -> Table:
    """Return a row for each basis: whether it would do, and what fails or is not known."""
    rows = [{**record(one), "because": _because(one)} for one in tried]
    return Table.of("bases", _COLUMNS, rows)


def _because(one: TriedBasis) -> Value:
    return Joined(tuple(labelled(reason.rule, reason.message) for reason in one.reasons), "; ")


def had_it_been_aid_notes(item: Examination) -> Iterator[Text]:
    """Say what the verdict would be if the work called non-economic were aid: a person judges whether it is."""
    for one in item.had_it_been_aid:
        if one.reasons:
            rules = Listed(tuple(reason.rule for reason in one.reasons))
            yield Text(
                "Had the work called non-economic been aid – {basis}: {verdict} ({rules}).",
                verdict=one.verdict,
                basis=one.basis,
                rules=rules,
            )
        else:
            yield Text(
                "Had the work called non-economic been aid – {basis}: {verdict}.",
                verdict=one.verdict,
                basis=one.basis,
            )
