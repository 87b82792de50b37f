"""How long a programme lasts and whether it is open, in the words that lists, matches and pages share."""

from collections.abc import Iterable, Iterator

from clusters_cli.foundations.text import Text, Value, bracketed, counted, in_a_row, labelled, period
from clusters_cli.registry import Lifetime, OtherPeriod, Standing
from clusters_cli.registry.models import Programme


def period_of(lifetime: Lifetime) -> Value | None:
    """Return from when until when something lasts, as a cell; ``None`` if no source says."""
    return period(lifetime.start, lifetime.end) if lifetime.start or lifetime.end else None


def standing_of(lifetime: Lifetime) -> Value:
    """Return how something stands, as a cell: what is open without a known end is so as far as known."""
    if lifetime.standing is Standing.OPEN and lifetime.end is None:
        return Text("open, as far as known")
    return bracketed(lifetime.standing, Text("disputed")) if lifetime.disputed else lifetime.standing


def lifetime_notes(found: Iterable[tuple[Programme, Lifetime]]) -> Iterator[Text]:
    """Yield which programmes end soon, which last as long as their aid regimes, and what other sources say of some."""
    for programme, lifetime in found:
        if lifetime.ends_soon and lifetime.last_day is not None:
            yield counted(
                "{programme} ends on {day}, in {count} day.",
                "{programme} ends on {day}, in {count} days.",
                lifetime.days_left or 0,
                programme=programme.id,
                day=lifetime.last_day,
            )
        if programme.regimes:
            yield Text("{programme} lasts as long as the aid regimes that it rests on.", programme=programme.id)
        if lifetime.disputed:
            others = in_a_row(map(_other, lifetime.disputed))
            yield labelled(programme.id, others)


def _other(other: OtherPeriod) -> Text:
    source = bracketed(other.period.source, period(other.period.start, other.period.end))
    return Text("{standing} according to {source}", standing=other.standing, source=source)
