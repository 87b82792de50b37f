"""What a statement says of money and cannot be: one grant told twice, more money than the whole budget."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from clusters_cli.foundations.aid_basis import AidBasis
from clusters_cli.foundations.explanations import Explanation, Level
from clusters_cli.foundations.money import ZERO, part_of
from clusters_cli.foundations.names import fold
from clusters_cli.foundations.places import DataPath
from clusters_cli.foundations.reading.amounts import amount
from clusters_cli.foundations.reading.refusals import clipped
from clusters_cli.foundations.reading.shares import share
from clusters_cli.foundations.text import Euros, Text
from clusters_cli.registry.documents import ORGANISATIONS, Documents, Entry, Fault, items, number_of, word_of
from clusters_cli.registry.funders import grant_keys

GRANT_GIVEN_TWICE = Explanation(
    "REG240",
    Text("a grant given twice"),
    Text(
        "A statement names each public funder once, or once for each basis of its grants, so that nothing is counted "
        "twice. The grant of the Région stands under regional_grant and that of the State under state_grant."
    ),
    Text("Keep one of the two; say the basis of each where a funder really gives two grants."),
    example="grants: [{funder: Tours, amount: 5000}, {funder: Tours, amount: 5000}]",
)
MONEY_ABOVE_BUDGET = Explanation(
    "REG241",
    Text("more money than the budget"),
    Text(
        "Dues, services sold and grants of one year and source come to more than the budget of the same statement, or "
        "its grants to more than the private share leaves. Both may be true of a year that ended with a surplus."
    ),
    Text("Look at the figures again; keep them if the source gives them so."),
    example="figures: [{year: 2021, budget: 100000, dues: 60000, regional_grant: 50000, source: report}]",
    level=Level.WARNING,
)

_OWN = ("dues", "services_sold")
_PUBLIC = ("regional_grant", "state_grant")


def implausible_money(documents: Documents) -> Iterator[Fault]:
    """Yield grants told twice, and money above the budget of its own statement."""
    own_keys = grant_keys(documents.names_of_the_region)
    for file, section in ORGANISATIONS:
        for path, entry in documents.entries(file, section):
            for place, item in items(entry, "figures"):
                for key, explanation, message in (*_told_twice(item, own_keys), *_above_budget(item)):
                    yield Fault(file, (*path, *place, *key), explanation, message)


_Found = Iterator[tuple[DataPath, Explanation, Text]]
"""Path inside the statement, what its code means, message."""


def _told_twice(stated: Entry, own_keys: Mapping[str, str]) -> _Found:
    seen: dict[str, list[AidBasis | None]] = {}
    for place, grant in items(stated, "grants"):
        funder = grant.get("funder")
        if not isinstance(funder, str):
            continue
        own, basis = own_keys.get(fold(funder)), word_of(AidBasis, grant.get("basis"))
        told = seen.setdefault(fold(funder), [])
        if own:
            message = Text("the grant of {funder} stands under {key}", funder=clipped(funder), key=own)
            yield (*place, "funder"), GRANT_GIVEN_TWICE, message
        elif told and (basis is None or None in told or basis in told):
            message = Text("{funder} already gives a grant above, and no basis tells the two apart")
            yield (*place, "funder"), GRANT_GIVEN_TWICE, message.given(funder=clipped(funder))
        told.append(basis)


def _above_budget(stated: Entry) -> _Found:
    budget = number_of(amount, stated.get("budget"))
    if budget is None:
        return
    grants = [
        *(stated.get(key) for key in _PUBLIC),
        *(grant.get("amount") for _place, grant in items(stated, "grants")),
    ]
    public = _sum(grants)
    total = public + _sum(stated.get(key) for key in _OWN)
    private = number_of(share, stated.get("private_share"))
    if total > budget:
        message = Text("{money} of dues, services sold and grants is more than the budget, {budget}")
        yield ("budget",), MONEY_ABOVE_BUDGET, message.given(money=Euros(total), budget=Euros(budget))
    elif private is not None and public > (left := part_of(budget, 1 - private)):
        message = Text("{money} of grants is more than the private share leaves, {left}")
        yield ("private_share",), MONEY_ABOVE_BUDGET, message.given(money=Euros(public), left=Euros(left))


def _sum(found: Iterable[object]) -> Decimal:
    return sum((value for text in found if (value := number_of(amount, text)) is not None), ZERO)
