"""What can be done where no regime covers an award that is still to come, or where the one that does ends soon."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from clusters_cli.eligibility.case import Case
from clusters_cli.eligibility.rules.beneficiary import ADJUSTMENT_MONTHS, ends_soon
from clusters_cli.foundations.dates import add_months
from clusters_cli.foundations.text import Dated, Euros, Text
from clusters_cli.registry.models import AidRegime, RegimeKind

DE_MINIMIS = "de-minimis"


def ways_out(case: Case) -> tuple[Text, ...]:
    """Return what can be done, the simplest first; nothing where a regime lasts, or where the aid was awarded already.

    The months of adjustment are those of the GBER (art. 58(4)), de minimis aid that of Regulation (EU) 2023/2831, and
    what nothing exempts is notified (TFEU, art. 108(3)).
    """
    award = case.award_date
    if award is None or award < case.as_of or (case.regime is not None and not ends_soon(case)):
        return ()
    return tuple(_ways(case, award))


def _ways(case: Case, award: date) -> Iterator[Text]:
    regime = case.regime or _last_before(case, award)
    if regime is not None and regime.until is not None:
        adjusted = add_months(regime.until + timedelta(days=1), ADJUSTMENT_MONTHS) - timedelta(days=1)
        if case.as_of <= regime.until:
            yield Text("sign by {day}, the last day of {number}", day=Dated(regime.until), number=regime.number)
        if award <= adjusted:
            yield Text(
                "award under {number} until {day}, if its own text allows it: a scheme stays exempt for six months "
                "after the regulation ends (GBER, art. 58(4))",
                number=regime.number,
                day=Dated(adjusted),
            )
    limit = case.law.on(DE_MINIMIS, award).value if DE_MINIMIS in case.law.parameters else None
    if isinstance(limit, Decimal):
        yield Text(
            "grant de minimis aid, which needs no regime: at most {limit} to one undertaking over three years, with "
            "what it received already",
            limit=Euros(limit),
        )
    yield Text("notify the aid to the Commission and wait for its decision (TFEU, art. 108(3))")


def _last_before(case: Case, award: date) -> AidRegime | None:
    """Return the framework that ended last before a day."""
    ended = (
        regime
        for regime in case.law.regimes.entries
        if regime.kind is RegimeKind.FRAMEWORK and regime.until is not None and regime.until < award
    )
    return max(ended, key=lambda regime: regime.until or date.min, default=None)
