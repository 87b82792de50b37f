"""The three sources of money as a table: what each brings, its share of the budget, and how much of it is public."""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from clusters_cli.commands.shared.origins import where_stated
from clusters_cli.foundations.money import as_decimal
from clusters_cli.foundations.text import Capitalized, Joined, Listed, Share, Text, Value, bracketed, labelled
from clusters_cli.presentation.report import HELD, Cell, Column, Kind, Table, Worded
from clusters_cli.registry import Balance, GivenGrant, Money, PublicShare, ReceivedMoney

_TENTH_OF_A_PERCENT = Decimal("0.001")


def money_table(money: Money) -> Table:
    """Return the sources of money of one organisation, the grants by funder, and the public share."""
    columns = (
        Column("name", Text("Source of money")),
        Column("year", Text("Year"), Kind.DATE),
        Column("amount", Text("Amount"), Kind.MONEY),
        Column("share", Text("Share of the budget"), Kind.SHARE),
        Column("source", Text("Source")),
        Column("locator", Text("Where"), minor=True),
    )
    return Table.of("money", columns, list(_rows(money)), title=Text("Where the money comes from"))


def public_share_cell(public: PublicShare) -> Worded:
    """Return how much of a budget is public: a share, the least that it is, or between which two it lies."""
    share, within = _public_share(public)
    return Worded(share, Kind.SHARE, within.given(value=HELD) if within else HELD)


def _public_share(public: PublicShare) -> tuple[Decimal, Text | None]:
    """Return the share that is told and, where it is not exact, the words around it with a place for ``{value}``."""
    least, most = (as_decimal(part).quantize(_TENTH_OF_A_PERCENT) for part in (public.least, public.most))
    if public.least == public.most:
        return least, None
    if public.most == 1:
        return least, Text("at least {value}")
    return most, Text("{least} to {value}", least=Share(least))


def balance_notes(balance: Balance | None, money: Money) -> Iterator[Text]:
    """Yield whether the balance that a funder asks for is kept, and whose rule it is; nothing where nobody asks."""
    if balance is None:
        return
    public = money.public_share
    if public is None:
        message = Text("{rule} ({whose}): no source tells how much of the budget is public; at most {limit} may be.")
    elif balance.kept is None:
        message = Text(
            "{rule} ({whose}): it cannot be told whether it is kept, {found} of the budget of {year} is public."
        )
    elif balance.kept:
        message = Text("{rule} ({whose}): kept, {found} of the budget of {year} is public, at most {limit} may be.")
    else:
        message = Text("{rule} ({whose}): not kept, {found} of the budget of {year} is public, at most {limit} may be.")
    told = message.given(rule=Capitalized(balance.rule.name), whose=balance.rule.whose, limit=Share(balance.limit))
    yield told.given(found=_public_share_words(public), year=public.year) if public else told


def _public_share_words(public: PublicShare) -> Value:
    """Return how much of a budget is public, as its cell says it, in a sentence."""
    share, within = _public_share(public)
    return within.given(value=Share(share)) if within else Share(share)


def in_tenths(share: Decimal | None) -> Decimal | None:
    """Return a share to a tenth of a percent, as people read it."""
    return None if share is None else share.quantize(_TENTH_OF_A_PERCENT, rounding=ROUND_HALF_UP)


def _rows(money: Money) -> Iterator[dict[str, Cell]]:
    for received in money.sources:
        yield _received(received)
        if len(received.grants) > 1:
            yield from (_grant(grant, received) for grant in received.grants)
    public = money.public_share
    if public is not None and public.most < 1:  # else it is what the grants above come to
        yield {
            "name": Text("public money in all"),
            "year": public.year,
            "share": public_share_cell(public),
            "source": public.origin.source,
            "locator": where_stated(public.origin),
        }


def _received(received: ReceivedMoney) -> dict[str, Cell]:
    name: Value = received.name
    if len(received.grants) == 1:
        name = labelled(name, _funder(received.grants[0]))
    least = Text("at least {value}", value=HELD) if received.at_least else HELD
    return {
        "name": name,
        "year": received.year,
        "amount": None if received.amount is None else Worded(received.amount, Kind.MONEY, least),
        "share": in_tenths(received.share),
        "source": received.origin.source if received.origin else None,
        "locator": where_stated(received.origin) if received.origin else None,
    }


def _grant(grant: GivenGrant, received: ReceivedMoney) -> dict[str, Cell]:
    return {
        "name": Joined(("  ", _funder(grant)), ""),
        "year": received.year,
        "amount": Worded(grant.amount, Kind.MONEY),
        "share": in_tenths(grant.share),
        "source": received.origin.source if received.origin else None,
        "locator": where_stated(received.origin) if received.origin else None,
    }


def _funder(grant: GivenGrant) -> Value:
    details = tuple(part for part in (grant.basis, grant.scheme) if part)
    return bracketed(grant.funder, Listed(details)) if details else grant.funder
