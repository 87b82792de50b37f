"""What makes a payment scheme sound: shares that add up, days in order, and terms that go together."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Protocol

from clusters_cli.foundations.dates import month_ends
from clusters_cli.foundations.refusal import RefusedError
from clusters_cli.foundations.text import Share, Text
from clusters_cli.registry.models.agreements import Agreement, AgreementPeriod
from clusters_cli.registry.models.instalment_rules import InstalmentRule
from clusters_cli.registry.models.payment_terms import Recovery, SchemePart, Variant, hidden_variants
from clusters_cli.registry.models.scheme_days import SchemeFault, claims_before_the_last, misplaced
from clusters_cli.registry.models.scheme_words import (
    Anchor,
    InstalmentKind,
    ReachedOf,
    RecoveryWord,
    RetainedOf,
    ShareOf,
)
from clusters_cli.registry.models.spending import SpendingProfile


class SchemeLines(Protocol):
    """What of a payment scheme is checked: its agreement, its lines and its terms, its parts and variants."""

    @property
    def agreement(self) -> Agreement:
        """What is signed."""

    @property
    def instalments(self) -> tuple[InstalmentRule, ...]:
        """The lines."""

    @property
    def cap(self) -> Fraction | None:
        """Ceiling before the last line."""

    @property
    def recover(self) -> Recovery:
        """How the advance is taken back."""

    @property
    def spending(self) -> SpendingProfile:
        """How costs fall over the months."""

    @property
    def variants(self) -> tuple[Variant, ...]:
        """Other terms for some."""

    @property
    def parts(self) -> tuple[SchemePart, ...]:
        """Parts of the grant."""

    @property
    def is_project(self) -> bool:
        """Whether one grant covers a whole project."""

    @property
    def written_start(self) -> date | None:
        """The start for which full dates are written."""

    def of_part(self, part: SchemePart) -> "SchemeLines":
        """Return the scheme of a part."""

    def of_variant(self, variant: Variant) -> "SchemeLines":
        """Return the scheme of a variant."""


_COMMON_YEAR = 2023
"""A year of 365 days, in whose dates a mistake of days of every year is told; plans look at their own years again."""
_ONLY_BEFORE = ("retain", "cap", "min_amount", "min_costs")
"""Keys of an instalment that the last, which pays what is left, does not have."""


def check_scheme(scheme: SchemeLines) -> None:
    """Check that instalments, spending and agreement go together; parts and variants are checked one by one.

    Raises:
        RefusedError: they do not; it says where.
    """
    _raise_first(_of_shares(scheme))
    _raise_first(_of_the_last(scheme))
    _raise_first(_of_terms(scheme))
    year = scheme.written_start.year if scheme.written_start else _COMMON_YEAR
    period = scheme.agreement.period(year, _first_year_of_its_own(scheme))
    try:
        scheme.spending.progress(len(month_ends(period.first, period.last)))
    except RefusedError as error:
        raise RefusedError(Text("spending: {reason}", reason=error.reason), ("spending",)) from None
    _raise_first(_of_periods(scheme, period))
    _raise_first(_of_period_shares(scheme, period))
    _raise_first(misplaced(scheme.instalments, period))


def _first_year_of_its_own(scheme: SchemeLines) -> int:
    """Return the first year of an agreement, from 0, that no variant with instalments of its own always replaces."""
    replaced = {one.when.year for one in scheme.variants if one.instalments and one.when.is_of_a_year_only}
    years = scheme.agreement.years or 1
    return next((year for year in range(years) if year + 1 not in replaced), 0)


def check_parts(scheme: SchemeLines) -> None:
    """Check the parts of the grant: what tells them apart, how they split it, and each as a scheme of its own.

    Raises:
        RefusedError: they are not sound; it says where.
    """
    ids = [part.id for part in scheme.parts]
    shares = [part.share for part in scheme.parts if part.share is not None]
    if len(set(ids)) < len(ids):
        raise RefusedError(Text("two parts of the grant have the same id"), ("parts",))
    if shares and (len(shares) < len(ids) or sum(shares) != 1):
        raise RefusedError(Text("the shares of the parts must add up to 100%, or all be left out"), ("parts",))
    for number, part in enumerate(scheme.parts):
        alone = scheme.of_part(part)
        try:
            check_scheme(alone)
            check_variants(alone)
        except RefusedError as error:
            reason = Text("part {part}: {reason}", part=part.id, reason=error.reason)
            raise RefusedError(reason, ("parts", number)) from None


def check_variants(scheme: SchemeLines) -> None:
    """Check the variants: that each can hold, and each as a scheme of its own.

    Raises:
        RefusedError: they are not sound; it says where.
    """
    for number, variant in enumerate(scheme.variants):
        if variant.when.year is not None and scheme.is_project:
            raise RefusedError(Text("year goes with an agreement of years"), ("variants", number, "when"))
        if variant.when.longer_than is not None and not scheme.is_project:
            raise RefusedError(Text("longer_than goes with a project"), ("variants", number, "when"))
        try:
            check_scheme(scheme.of_variant(variant))
        except RefusedError as error:
            at = error.at if error.at[:1] and error.at[0] in variant.own else ()
            reason = Text("variant {number}: {reason}", number=number + 1, reason=error.reason)
            raise RefusedError(reason, ("variants", number, *at)) from None
    for number, earlier in hidden_variants(scheme.variants):
        reason = Text("variant {number} can never hold: variant {earlier} does wherever it would")
        raise RefusedError(reason.given(number=number + 1, earlier=earlier + 1), ("variants", number, "when"))


def _raise_first(faults: Iterator[SchemeFault]) -> None:
    for at, reason in faults:
        raise RefusedError(reason, at)


def _of_shares(scheme: SchemeLines) -> Iterator[SchemeFault]:
    *before, last = scheme.instalments
    for number, rule in enumerate(before):
        if rule.share is None:
            yield ("instalments", number), Text("needs a share; only the last instalment pays what is left")
    if last.share is not None and any(rule.of is not ShareOf.GRANT for rule in scheme.instalments):
        reason = Text("the last instalment pays what is left of the grant: leave its share out")
        yield ("instalments", len(before), "share"), reason
    total = sum((rule.share or Fraction(0) for rule in scheme.instalments if _is_paid_once(rule)), Fraction(0))
    yield from _of_total(total, last if all(map(_is_paid_once, scheme.instalments)) else None)


def _is_paid_once(rule: InstalmentRule) -> bool:
    """Whether an instalment is one payment of a share of the grant."""
    return rule.of is ShareOf.GRANT and rule.anchor is not Anchor.PERIOD_END


def _of_total(total: Fraction, last: InstalmentRule | None) -> Iterator[SchemeFault]:
    """Yield that shares come to more than the grant, or to less where the last instalment has a share of its own."""
    if total > 1:
        reason = Text("the instalments pay {total} of the grant, more than the grant", total=Share(total))
        yield ("instalments",), reason
    elif last is not None and last.share is not None and total != 1:
        reason = Text("the shares of the instalments must add up to 100%, found {total}", total=Share(total))
        yield ("instalments",), reason


def _of_period_shares(scheme: SchemeLines, period: AgreementPeriod) -> Iterator[SchemeFault]:
    """Yield that shares of the grant, paid period after period, come to more; what stays below a cap cannot."""
    *before, last = scheme.instalments
    shares = [rule for rule in before if rule.of is not ShareOf.COSTS]
    if all(map(_is_paid_once, shares)):
        return
    ends = scheme.agreement.period_ends(period)
    counted = shares if last.share is not None else [rule for rule in shares if (rule.cap or scheme.cap) is None]
    total = last.share or Fraction(0)
    for rule in counted:
        times = claims_before_the_last(rule, last, ends, period) if rule.anchor is Anchor.PERIOD_END else 1
        total += (rule.share or 0) * Fraction(times, len(ends) if rule.of is ShareOf.PERIOD else 1)
    yield from _of_total(total, last)


def _of_the_last(scheme: SchemeLines) -> Iterator[SchemeFault]:
    *before, last = scheme.instalments
    at = ("instalments", len(before))
    for number, rule in enumerate(before):
        if rule.kind is InstalmentKind.BALANCE:
            yield ("instalments", number, "kind"), Text("the balance must be the last instalment")
    if last.anchor is Anchor.PERIOD_END or last.of is not ShareOf.GRANT:
        yield at, Text("the last instalment pays what is left, once: write a balance with its own date")
    for key in _ONLY_BEFORE:
        if getattr(last, key):
            yield (*at, key), Text("the last instalment pays what is left: {key} goes with those before it", key=key)
    if scheme.cap is not None and not before:
        yield ("cap",), Text("a cap needs an instalment after it that pays the rest")


def _of_terms(scheme: SchemeLines) -> Iterator[SchemeFault]:
    rules = scheme.instalments
    if scheme.recover is not RecoveryWord.BALANCE:
        if not any(rule.of is ShareOf.COSTS for rule in rules):
            yield ("recover",), Text("no instalment pays of: costs: there is nothing to recover the advance from")
        if not any(rule.kind is InstalmentKind.ADVANCE for rule in rules):
            yield ("recover",), Text("there is no advance to recover")
    above: list[InstalmentRule] = []
    for number, rule in enumerate(rules):
        at = ("instalments", number)
        if isinstance(rule.on, date) and not scheme.is_project:
            yield (*at, "on"), Text("on: an agreement of years wants a day of every year, MM-DD")
        kept = rule.retain
        if kept and kept.of is RetainedOf.GRANT and rule.of is ShareOf.GRANT and kept.share > (rule.share or 0):
            yield (*at, "retain"), Text("keeps back more than the instalment pays")
        if rule.reached and rule.reached.of is ReachedOf.PAID and not _are_of_grant(above):
            reason = Text("of: paid needs instalments above it that are shares of the grant")
            yield (*at, "reached"), reason
        above.append(rule)


def _are_of_grant(rules: list[InstalmentRule]) -> bool:
    return bool(rules) and all(rule.of is ShareOf.GRANT for rule in rules)


def _of_periods(scheme: SchemeLines, period: AgreementPeriod) -> Iterator[SchemeFault]:
    for number, rule in enumerate(scheme.instalments):
        key = "anchor" if rule.anchor is Anchor.PERIOD_END else "of"
        if rule.anchor is Anchor.PERIOD_END or rule.of is ShareOf.PERIOD:
            try:
                scheme.agreement.period_ends(period)
            except RefusedError as error:
                yield ("instalments", number, key), error.reason
