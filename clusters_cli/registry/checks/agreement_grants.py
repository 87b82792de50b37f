"""What the agreements of a funder give, beside the yearly grants that the figures state of it."""

from collections.abc import Sequence

from clusters_cli.foundations.explanations import Explanation, Level
from clusters_cli.foundations.money import ZERO
from clusters_cli.foundations.reading.refusals import clipped
from clusters_cli.foundations.text import Euros, Listed, Text
from clusters_cli.registry.checks.held_agreements import Found, HeldAgreement
from clusters_cli.registry.checks.stated_grants import StatedGrant
from clusters_cli.registry.models.grant_agreements import GrantAgreement

OTHER_THAN_THE_GRANT = Explanation(
    "REG264",
    Text("an agreement that differs from the yearly grant"),
    Text(
        "The agreements of a funder give another amount for a year than the figures of that year, or less in all than "
        "the figures of its years. Both may be right: one is what was signed, the other what was paid or voted."
    ),
    Text("Look at both sources again; keep both values if they say so."),
    example=(
        "figures: [{year: 2025, regional_grant: 100000, source: report}]\n"
        "agreements: [{id: first, funder: Région, years: {2025: 90000}, source: report}]"
    ),
    level=Level.WARNING,
)


def beside_grants(those: Sequence[HeldAgreement], grants: Sequence[StatedGrant]) -> Found:
    """Yield where agreements and yearly grants of one funder give other amounts.

    Args:
        those: the agreements of yearly grants.
        grants: what figures state, year by year.
    """
    yield from _other_than_the_grant(those, grants)
    yield from _less_than_the_grants(those, grants)


def _other_than_the_grant(those: Sequence[HeldAgreement], grants: Sequence[StatedGrant]) -> Found:
    for grant in grants:
        covering = [held for held in those if _covers(held.agreement, grant.year)]
        amounts = [held.agreement.stated_by_year.get(grant.year) for held in covering]
        known = [amount for amount in amounts if amount is not None]
        agreed = sum(known, ZERO)
        if covering and len(known) == len(covering) and agreed != grant.amount:
            message = Text(
                "{agreed} for {year} ({source}), while the grant of that year is {amount} ({other})",
                agreed=Euros(agreed),
                year=grant.year,
                source=Listed(tuple(dict.fromkeys(held.agreement.citation for held in covering))),
                amount=Euros(grant.amount),
                other=clipped(grant.source),
            )
            key = "years" if covering[0].agreement.years else "amount"
            yield covering[0].at(key), OTHER_THAN_THE_GRANT, message


def _less_than_the_grants(those: Sequence[HeldAgreement], grants: Sequence[StatedGrant]) -> Found:
    """Yield the agreements whose amount in all is below the grants of years that only they cover, from end to end."""
    for held in those:
        amount, years = held.agreement.amount, _whole_years(held.agreement)
        if amount is None or held.agreement.stated_by_year:
            continue
        own = (one for one in grants if one.year in years and _is_alone(those, one.year))
        least = {one.year: one for one in sorted(own, key=lambda one: one.amount, reverse=True)}
        added = sum((one.amount for one in least.values()), ZERO)
        if added > amount:
            message = Text("{agreed} in all ({source}), while the grants of {years} come to {added} ({other})")
            told = message.given(
                agreed=Euros(amount),
                source=held.agreement.citation,
                years=Listed(tuple(sorted(least))),
                added=Euros(added),
                other=Listed(tuple(dict.fromkeys(clipped(one.source) for one in least.values()))),
            )
            yield held.at("amount"), OTHER_THAN_THE_GRANT, told


def _is_alone(those: Sequence[HeldAgreement], year: int) -> bool:
    return sum(_covers(held.agreement, year) for held in those) == 1


def _whole_years(agreement: GrantAgreement) -> range:
    """Return the years of which an agreement covers every day."""
    first, last = agreement.first, agreement.last
    if first is None or last is None:
        return range(0)
    begun, ended = (first.month, first.day) != (1, 1), (last.month, last.day) != (12, 31)
    return range(first.year + begun, last.year + (not ended))


def _covers(agreement: GrantAgreement, year: int) -> bool:
    first, last = agreement.first, agreement.last
    return first is not None and last is not None and first.year <= year <= last.year
