"""What no single key of a dossier shows: sums, totals and dates that contradict."""

from collections.abc import Iterator
from decimal import Decimal

from clusters_cli.dossier.aid_words import AidType
from clusters_cli.dossier.date_contradictions import date_contradictions
from clusters_cli.dossier.dossier import Dossier
from clusters_cli.dossier.grant_contradictions import grant_contradictions
from clusters_cli.dossier.line_words import ResourceKind
from clusters_cli.dossier.lines import Resource
from clusters_cli.dossier.mission_sums import mission_contradictions
from clusters_cli.dossier.placed_lines import Contradiction, PlacedLine, lines_of
from clusters_cli.foundations.aid_basis import AidBasis
from clusters_cli.foundations.explanations import Explanation, Level
from clusters_cli.foundations.money import ZERO
from clusters_cli.foundations.places import DataPath
from clusters_cli.foundations.text import Euros, Text

UNEQUAL_PARTS = Explanation(
    "DOS202",
    Text("parts that do not add up"),
    Text("The dated parts of a line, or its years, must add up to the amount of the line exactly."),
    Text("Correct a part or the amount."),
)
TOTAL_BESIDE_LINES = Explanation(
    "DOS203",
    Text("a total beside its lines"),
    Text("Totals are worked out from the lines when these are given; a total beside them would contradict them."),
    Text("Leave the total out, or the lines."),
)
BASIS_AGAINST_MONEY = Explanation(
    "DOS204",
    Text("a basis that contradicts the money"),
    Text("Articles 20 and 20a of the GBER are for INTERREG projects, and de minimis aid is aid: the money is another."),
    Text("Correct the basis, or the kind of the resource; leave the basis out to have each one tried."),
)
ANOTHER_YEAR = Explanation(
    "DOS206",
    Text("a day of another year"),
    Text("history.first_operating_day is not a day of history.first_operating_year."),
    Text("Leave the year out, or correct one of the two."),
)
UNBALANCED = Explanation(
    "DOS301",
    Text("resources and costs differ"),
    Text("The resources of the application do not add up to its costs: the budget is not balanced."),
    Text("Add what is missing, such as own funds; it is a warning, since a draft may be incomplete."),
    level=Level.WARNING,
)


def contradictions(dossier: Dossier) -> Iterator[Contradiction]:
    """Yield what the parts of a dossier say against each other."""
    yield from date_contradictions(dossier)
    for placed in lines_of(dossier):
        yield from _parts_that_do_not_add_up(placed)
    yield from grant_contradictions(dossier)
    yield from _totals_against_lines(dossier)
    yield from _unbalanced(dossier)
    yield from mission_contradictions(dossier)
    yield from _basis_against_money(dossier)
    yield from _another_year(dossier)


def _parts_that_do_not_add_up(placed: PlacedLine) -> Iterator[Contradiction]:
    line, payments = placed.line, placed.timing.payments
    if line.amount is None:
        return
    if payments is not None:
        yield from _sum_against((*placed.path, "timing"), sum((part.amount for part in payments), ZERO), line.amount)
    if isinstance(line, Resource) and line.years is not None:
        yield from _sum_against((*placed.path, "years"), sum(line.years.values(), ZERO), line.amount)


def _sum_against(path: DataPath, total: Decimal, amount: Decimal) -> Iterator[Contradiction]:
    if total != amount:
        message = Text("the parts add up to {total}, the line is {amount}", total=Euros(total), amount=Euros(amount))
        yield Contradiction(UNEQUAL_PARTS, path, message)


def _another_year(dossier: Dossier) -> Iterator[Contradiction]:
    day, year = dossier.history.first_operating_day, dossier.history.first_operating_year
    if day is not None and year is not None and day.year != year:
        message = Text("is not of {year}, the first year of operating aid", year=year)
        yield Contradiction(ANOTHER_YEAR, ("history", "first_operating_day"), message)


def _basis_against_money(dossier: Dossier) -> Iterator[Contradiction]:
    basis = dossier.aid.basis
    if dossier.resources is None or basis is None or dossier.aid.type is AidType.NONE:
        return
    kinds = {resource.kind for resource in dossier.resources}
    path = ("aid", "basis")
    if basis in (AidBasis.ARTICLE_20, AidBasis.ARTICLE_20A) and ResourceKind.INTERREG not in kinds:
        message = Text("articles 20 and 20a are for INTERREG projects, and no resource is INTERREG money")
        yield Contradiction(BASIS_AGAINST_MONEY, path, message)
    if basis is AidBasis.NONE and ResourceKind.DE_MINIMIS in kinds:
        yield Contradiction(BASIS_AGAINST_MONEY, path, Text("a resource is de minimis aid, which is aid"))


def _totals_against_lines(dossier: Dossier) -> Iterator[Contradiction]:
    if dossier.costs is not None and dossier.totals.budget is not None:
        total = sum((line.amount for line in dossier.costs), ZERO)
        if total != dossier.totals.budget:
            message = Text(
                "the cost lines add up to {total}, found {found}; leave the total out",
                total=Euros(total),
                found=Euros(dossier.totals.budget),
            )
            yield Contradiction(TOTAL_BESIDE_LINES, ("totals", "budget"), message)
    for key, lines in (
        ("eligible_costs", dossier.costs),
        ("public_aid", dossier.resources),
        ("grant", dossier.resources),
    ):
        if lines is not None and getattr(dossier.totals, key) is not None:
            message = Text("is worked out from the lines when they are given; leave it out")
            yield Contradiction(TOTAL_BESIDE_LINES, ("totals", key), message)


def _unbalanced(dossier: Dossier) -> Iterator[Contradiction]:
    if dossier.costs is None or dossier.resources is None:
        return
    spent = sum((line.amount for line in dossier.costs), ZERO)
    received = sum((line.amount for line in dossier.resources), ZERO)
    if spent != received:
        message = Text("resources add up to {received}, costs to {spent}", received=Euros(received), spent=Euros(spent))
        yield Contradiction(UNBALANCED, ("resources",), message)
