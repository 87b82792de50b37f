"""Another share for the first instalment of a payment scheme: what it takes comes from the last ones, from the end."""

from collections.abc import Sequence
from fractions import Fraction

from clusters_cli.cashflow.periods import GrantPeriod
from clusters_cli.registry.models import InstalmentRule, PaymentScheme, ShareOf

_NOTHING, _WHOLE = Fraction(0), Fraction(1)
_MOST_PERIODS = 10
"""A scheme file writes no more than ten times an average period."""


def with_first_share(scheme: PaymentScheme, share: Fraction) -> PaymentScheme:
    """Return a scheme whose first instalment has another share; the last ones make up for it, from the end.

    A share of the costs or of a period leaves those of the grant as they are: the last instalment pays what is left.  A
    variant with instalments of its own is changed like the scheme.

    Args:
        scheme: the payment scheme.
        share: above 0, of what the first instalment is a share of.
    """
    variants = tuple(
        one if one.instalments is None else one.model_copy(update={"instalments": _changed(one.instalments, share)})
        for one in scheme.variants
    )
    return scheme.model_copy(update={"instalments": _changed(scheme.instalments, share), "variants": variants})


def largest_first_share(scheme: PaymentScheme, covered: Sequence[GrantPeriod]) -> Fraction:
    """Return the share of the first instalment above which no ceiling lets it pay more.

    Args:
        scheme: the payment scheme as the terms changed it.
        covered: the periods it pays for.
    """
    return max(_largest(period.paid_by(scheme), period) for period in covered)


def _largest(scheme: PaymentScheme, period: GrantPeriod) -> Fraction:
    first = scheme.instalments[0]
    most = min(scheme.cap or _WHOLE, first.cap or _WHOLE)
    if first.of is ShareOf.GRANT:
        return most
    if first.of is ShareOf.COSTS:
        return _WHOLE
    return min(most * len(scheme.agreement.period_ends(period.dates)), Fraction(_MOST_PERIODS))


def _changed(rules: tuple[InstalmentRule, ...], share: Fraction) -> tuple[InstalmentRule, ...]:
    first, *rest = rules
    changed = first.model_copy(update={"share": share})
    if first.of is not ShareOf.GRANT or not rest:
        return (changed, *rest)
    *between, last = rest
    of_grant = (rule.share or _NOTHING for rule in (first, *between) if rule.of is ShareOf.GRANT)
    left, taken = 1 - sum(of_grant, _NOTHING), share - (first.share or _NOTHING)
    still = max(left - taken, _NOTHING)
    taken -= left - still
    kept = [last if last.share is None else last.model_copy(update={"share": still})]
    for rule in reversed(between):
        old = rule.share or _NOTHING
        new = max(old - taken, _NOTHING) if rule.of is ShareOf.GRANT else old
        taken -= old - new
        kept.append(rule if new == old else rule.model_copy(update={"share": new}))
    return (changed, *reversed(kept))
