"""What an agreement says of its dates and amounts and cannot be, and agreements of one funder that do not fit."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date

from pydantic import ValidationError

from clusters_cli.foundations.explanations import Explanation, Level
from clusters_cli.foundations.money import ZERO
from clusters_cli.foundations.names import fold
from clusters_cli.foundations.text import Euros, Listed, Text
from clusters_cli.registry.checks.agreement_days import misfits
from clusters_cli.registry.checks.agreement_grants import beside_grants
from clusters_cli.registry.checks.held_agreements import Found, HeldAgreement, WrittenSchemes
from clusters_cli.registry.checks.stated_grants import stated_grants
from clusters_cli.registry.documents import ORGANISATIONS, Documents, Entry, Fault, items
from clusters_cli.registry.funders import grant_keys
from clusters_cli.registry.models.agreement_words import AgreementStatus
from clusters_cli.registry.models.grant_agreements import GrantAgreement

AGREEMENTS_OVERLAP = Explanation(
    "REG260",
    Text("two agreements of one funder at the same time"),
    Text(
        "Two agreements of one funder that give a grant for every year cover the same days, so that its grant may be "
        "counted twice. Projects may run side by side."
    ),
    Text("Correct the dates, or say with status: terminated which one was replaced; keep both if both hold."),
    example=(
        "agreements:\n"
        "- {id: first, funder: Région, years: {2025: 100000, 2026: 100000}, source: report}\n"
        "- {id: second, funder: Région, years: {2026: 120000}, source: report}"
    ),
    level=Level.WARNING,
)
AMOUNTS_DO_NOT_ADD_UP = Explanation(
    "REG261",
    Text("amounts of an agreement that do not add up"),
    Text("The amounts of its years come to another amount than the agreement gives in all."),
    Text("Correct one of them, or leave amount out: the years add up to it."),
    example="amount: 200000\nyears: {2025: 100000, 2026: 90000}",
)
YEAR_OUTSIDE_AGREEMENT = Explanation(
    "REG262",
    Text("a year outside its agreement"),
    Text("An amount is given for a year that the agreement does not cover, by its start and its end."),
    Text("Correct the year, the start or the end."),
    example='years: {2027: 90000}\nstart: "2025"\nend: "2026"',
)
YEAR_WITHOUT_AMOUNT = Explanation(
    "REG263",
    Text("a year of an agreement without an amount"),
    Text("The agreement gives amounts year by year, and none for a year that it covers: nothing is planned for it."),
    Text("Add the amount of the year, 0 if it has none."),
    example='years: {2025: 90000}\nstart: "2025"\nend: "2026"',
    level=Level.WARNING,
)
SIGNED_PROPOSAL = Explanation(
    "REG265",
    Text("a proposed agreement that was signed"),
    Text("An agreement with status: proposed is not signed yet, and has no day of signature."),
    Text("Leave status out once it is signed, or leave signed out until it is."),
    example='agreements: [{id: first, funder: Région, status: proposed, signed: "2025-03-31", source: report}]',
)
YEARS_OF_A_PROJECT = Explanation(
    "REG266",
    Text("amounts by year of a project"),
    Text("The payment scheme pays one grant for a whole project, so that no year has an amount of its own."),
    Text("Give the amount of the whole project, or the payment scheme of a yearly grant."),
    example="agreements: [{id: first, funder: FEDER, scheme: feder, years: {2025: 90000}, source: report}]",
)
GRANT_ABOVE_COSTS = Explanation(
    "REG267",
    Text("a grant above the costs of its agreement"),
    Text("A grant pays for a part of the costs that its agreement foresees, at most for all of them."),
    Text("Correct the amount or the cost; leave cost out where no source gives it."),
    example="agreements: [{id: first, funder: FEDER, amount: 500000, cost: 400000, source: report}]",
)
DATES_OF_A_PROJECT = Explanation(
    "REG268",
    Text("the dates of a project under a yearly scheme"),
    Text(
        "The payment scheme pays by calendar years, and the agreement, which covers several, begins or ends within "
        "one: of that year only the part that it covers is planned."
    ),
    Text("Give the payment scheme of a project if it is one; else keep the dates if they are right."),
    example=(
        'agreements: [{id: first, funder: Région, amount: 90000, scheme: triennial, start: "2025-04-01", '
        'end: "2027-03-31", source: report}]'
    ),
    level=Level.WARNING,
)

_IsProject = Callable[[GrantAgreement], bool | None]


def implausible_agreements(documents: Documents) -> Iterator[Fault]:
    """Yield what is wrong with each agreement, with those of one funder, and beside the yearly figures of its grant.

    An agreement that its model refuses is told by the model, and compared with nothing.
    """
    own_keys, schemes = grant_keys(documents.names_of_the_region), WrittenSchemes.of_documents(documents)
    for file, section in ORGANISATIONS:
        for path, entry in documents.entries(file, section):
            if "agreements" in entry:
                for place, explanation, message in _of_one(entry, own_keys, schemes):
                    yield Fault(file, (*path, *place), explanation, message)


def _of_one(entry: Entry, own_keys: Mapping[str, str], schemes: WrittenSchemes) -> Found:
    by_funder: dict[str, list[HeldAgreement]] = {}
    for place, item in items(entry, "agreements"):
        with suppress(ValidationError):
            held = HeldAgreement(place, GrantAgreement.model_validate(item))
            yield from _dates(held, schemes.is_project)
            yield from _amounts(held, schemes.is_project)
            for key, explanation, message in misfits(held.agreement, schemes.of(held.agreement)):
                yield held.at(key), explanation, message
            folded = fold(held.agreement.funder)
            if held.agreement.is_binding and not schemes.is_project(held.agreement):
                by_funder.setdefault(own_keys.get(folded, folded), []).append(held)
    grants = stated_grants(entry) if by_funder else []
    for funder, those in by_funder.items():
        yield from _overlaps(those)
        yield from beside_grants(those, [grant for grant in grants if grant.funder == funder])


def _dates(held: HeldAgreement, is_project: _IsProject) -> Found:
    agreement, first, last = held.agreement, held.agreement.first, held.agreement.last
    if agreement.status is AgreementStatus.PROPOSED and agreement.signed:
        yield held.at("signed"), SIGNED_PROPOSAL, Text("a proposed agreement is not signed yet")
    if first is None or last is None or first.year >= last.year or is_project(agreement) is not False:
        return
    if (first.month, first.day) != (1, 1) or (last.month, last.day) != (12, 31):
        message = Text("{scheme} pays by calendar years, and the agreement runs from {first} to {last}")
        scheme = agreement.scheme or agreement.id
        yield held.at("scheme"), DATES_OF_A_PROJECT, message.given(scheme=scheme, first=first, last=last)


def _amounts(held: HeldAgreement, is_project: _IsProject) -> Found:
    agreement, years = held.agreement, held.agreement.years or {}
    added, total = sum(years.values(), ZERO), agreement.total
    if years and agreement.amount is not None and agreement.amount != added:
        message = Text("the years come to {added}, the agreement gives {amount}")
        yield (
            held.at("amount"),
            AMOUNTS_DO_NOT_ADD_UP,
            message.given(added=Euros(added), amount=Euros(agreement.amount)),
        )
    if total is not None and agreement.cost is not None and total > agreement.cost:
        message = Text("the grant, {grant}, is more than the costs, {cost}")
        yield held.at("cost"), GRANT_ABOVE_COSTS, message.given(grant=Euros(total), cost=Euros(agreement.cost))
    if years and is_project(agreement):
        scheme = agreement.scheme or agreement.id
        message = Text("{scheme} pays one grant for the whole project, not year by year", scheme=scheme)
        yield held.at("years"), YEARS_OF_A_PROJECT, message
    elif years:
        yield from _years(held)


def _years(held: HeldAgreement) -> Found:
    first, last, years = held.agreement.first, held.agreement.last, held.agreement.years or {}
    if first is None or last is None:
        return
    for year in years:
        if not first.year <= year <= last.year:
            message = Text("{year} is outside the agreement, {first} to {last}", year=year, first=first, last=last)
            yield (*held.at("years"), str(year)), YEAR_OUTSIDE_AGREEMENT, message
    missing = [year for year in range(first.year, last.year + 1) if year not in years]
    if missing:
        yield held.at("years"), YEAR_WITHOUT_AMOUNT, Text("no amount for {years}", years=Listed(tuple(missing)))


def _overlaps(those: Sequence[HeldAgreement]) -> Found:
    """Yield the agreements of one funder that begin before an earlier one ends."""
    longest: HeldAgreement | None = None
    for held in sorted(those, key=lambda held: held.agreement.first or date.max):
        first, last = held.agreement.first, held.agreement.last
        if first is None or last is None:
            continue
        until = longest.agreement.last if longest else None
        if longest and until and first <= until:
            message = Text("begins on {first}, and {other} of the same funder ends on {last}")
            told = message.given(first=first, last=until, other=longest.agreement.id)
            yield held.at("start"), AGREEMENTS_OVERLAP, told
        longest = longest if until and last < until else held
