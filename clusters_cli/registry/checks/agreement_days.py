"""Whether the days of an agreement are those of its own terms, and whether what it is paid by can be paid on them."""

from collections.abc import Iterator
from datetime import date
from itertools import islice

from clusters_cli.foundations.dates import month_ends, whole_day
from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.refusal import RefusedError
from clusters_cli.foundations.text import Text
from clusters_cli.registry.models.grant_agreements import GrantAgreement, agrees
from clusters_cli.registry.models.scheme_days import SchemeFault, misplaced
from clusters_cli.registry.models.schemes import PaymentScheme

OTHER_DAYS_THAN_ITS_TERMS = Explanation(
    "REG269",
    Text("an agreement with other days than its own terms"),
    Text("The terms of an agreement name its start, its end or its signature, and the agreement says another day."),
    Text("Correct one of them; a day that the terms name need not be said again."),
    example=(
        "agreements:\n"
        "- id: first\n"
        "  funder: FEDER\n"
        "  amount: 90000\n"
        '  start: "2025-07-01"\n'
        "  terms:\n"
        "    agreement: {start: 2026-01-01, months: 24}\n"
        "    payment_delay: 60d\n"
        "    instalments: [{kind: balance, anchor: project-end}]\n"
        "  source: report"
    ),
)
TERMS_DO_NOT_FIT = Explanation(
    "REG270",
    Text("a payment scheme that does not fit the days of an agreement"),
    Text(
        "From the start of the agreement to its end, the payment scheme would pay an instalment after the last one, or "
        "a claim for costs outside the project, or its costs fall over another number of months: nothing can be "
        "planned."
    ),
    Text("Correct the days, or give the agreement the terms by which it is really paid."),
    example=(
        "agreements:\n"
        "- id: first\n"
        "  funder: FEDER\n"
        "  amount: 90000\n"
        '  start: "2025-01-01"\n'
        '  end: "2025-12-31"\n'
        "  scheme: own  # with an interim payment 18 months after the start\n"
        "  source: report"
    ),
)

_Misfits = Iterator[tuple[str, Explanation, Text]]
"""Key of the agreement, what its code means, message."""


def misfits(agreement: GrantAgreement, scheme: PaymentScheme | None) -> _Misfits:
    """Yield what of the days of an agreement contradicts the terms by which it is paid.

    Args:
        agreement: what was signed.
        scheme: the payment scheme that it names, or its own terms; ``None`` where neither is known.
    """
    contradicted = tuple(_contradictions(agreement))
    yield from contradicted
    if scheme is not None and scheme.is_project and not contradicted:
        key = "scheme" if agreement.terms is None else "terms"
        yield from ((key, TERMS_DO_NOT_FIT, reason) for reason in _reasons(agreement, scheme))


def _contradictions(agreement: GrantAgreement) -> _Misfits:
    terms = agreement.terms.agreement if agreement.terms else None
    if terms is None or not isinstance(terms.start, date):
        return
    named = {"start": terms.start, "signed": terms.signature, "end": terms.last_day(terms.start)}
    for key, day in named.items():
        written = getattr(agreement, key)
        if isinstance(day, date) and not agrees(written, day):
            message = Text("{written}, and its terms say {day}", written=written, day=str(day))
            yield key, OTHER_DAYS_THAN_ITS_TERMS, message


def _reasons(agreement: GrantAgreement, scheme: PaymentScheme) -> Iterator[Text]:
    """Yield why a project cannot be paid by a scheme from its first day to its last, the first reason only."""
    first = agreement.first
    if first is None or (scheme.variants and agreement.total is None):
        return
    last = agreement.last or scheme.agreement.last_day(first)
    if last >= first:
        faults = (reason for part in scheme.alone for _at, reason in _faults(agreement, part.moved_to(first), last))
        yield from islice(faults, 1)


def _faults(agreement: GrantAgreement, scheme: PaymentScheme, last: date) -> Iterator[SchemeFault]:
    dates = scheme.agreement.project(agreement.first or last, last)
    if signed := whole_day(agreement.signed) if agreement.signed else None:
        scheme, dates = scheme.after_signature(), dates._replace(signature=signed)
    try:
        scheme.spending.progress(len(month_ends(dates.first, dates.last)))
    except RefusedError as error:
        yield ("spending",), Text("spending: {reason}", reason=error.reason)
    variant = None if agreement.total is None else scheme.variant_for(agreement.total, 0, dates)
    paying = scheme if variant is None else scheme.of_variant(scheme.variants[variant])
    yield from misplaced(paying.instalments, dates)
