"""The answer of ``clusters minimis`` in one sentence, which stands above its tables."""

from decimal import Decimal

from clusters_cli.eligibility import CeilingUse, DeMinimisAccount, DeMinimisRule, Undertaking
from clusters_cli.foundations.money import ZERO
from clusters_cli.foundations.text import Dated, Euros, Text, Value, all_of, bracketed


def headline(account: DeMinimisAccount, use: CeilingUse) -> Text:
    """Return the answer in one sentence; the ceiling of services of general economic interest has one of its own."""
    if use.limit is None or use.headroom is None:
        told = Text("no de minimis ceiling over three rolling years is known on {day}", day=Dated(account.day))
    elif use.within is False:
        told = _no(account, use, use.limit)
    elif account.coverage.is_complete and use.within:
        told = _yes(account, use, use.limit, use.headroom)
    else:
        told = _open(account, use, use.limit, use.headroom)
    name = _whose(account.undertaking)
    if DeMinimisRule.GENERAL in use.rules:
        return Text("{name}: {answer}.", name=name, answer=told)
    return Text("{name}, {rules}: {answer}.", name=name, rules=all_of(use.rules), answer=told)


def _whose(one: Undertaking) -> Value:
    """Return what an undertaking is called, with its SIREN where that is known."""
    return bracketed(one.name, one.siren) if one.siren and one.siren != one.name else one.name


def _no(account: DeMinimisAccount, use: CeilingUse, limit: Decimal) -> Text:
    if use.excess or use.wanted is None:
        return Text(
            "ABOVE THE CEILING – {sum} of de minimis aid was awarded from {since} to {day}, {excess} above {limit}",
            sum=Euros(use.certain),
            since=Dated(account.since),
            day=Dated(account.day),
            excess=Euros(use.excess or ZERO),
            limit=Euros(limit),
        )
    if use.fits_from is None:
        return Text(
            "NO ROOM for {wanted} on {day}: {sum} of {limit} is used, and no day with room is known",
            wanted=Euros(use.wanted),
            day=Dated(account.day),
            sum=Euros(use.certain),
            limit=Euros(limit),
        )
    return Text(
        "NO ROOM for {wanted} on {day}: {sum} of {limit} is used; there is room from {fits_from}",
        wanted=Euros(use.wanted),
        day=Dated(account.day),
        sum=Euros(use.certain),
        limit=Euros(limit),
        fits_from=Dated(use.fits_from),
    )


def _yes(account: DeMinimisAccount, use: CeilingUse, limit: Decimal, headroom: Decimal) -> Text:
    if use.wanted is None:
        return Text(
            "WITHIN THE CEILING – {headroom} of {limit} can still be awarded on {day}",
            headroom=Euros(headroom),
            limit=Euros(limit),
            day=Dated(account.day),
        )
    return Text(
        "ROOM for {wanted} on {day}: {headroom} of {limit} can still be awarded",
        wanted=Euros(use.wanted),
        headroom=Euros(headroom),
        limit=Euros(limit),
        day=Dated(account.day),
    )


def _open(account: DeMinimisAccount, use: CeilingUse, limit: Decimal, headroom: Decimal) -> Text:
    if use.wanted is None:
        return Text(
            "CANNOT BE TOLD YET – by the awards that are known, {headroom} of {limit} is left on {day}",
            headroom=Euros(headroom),
            limit=Euros(limit),
            day=Dated(account.day),
        )
    return Text(
        "CANNOT BE TOLD YET whether {wanted} has room on {day} – by the awards that are known, {headroom} of {limit} "
        "is left",
        wanted=Euros(use.wanted),
        headroom=Euros(headroom),
        limit=Euros(limit),
        day=Dated(account.day),
    )
