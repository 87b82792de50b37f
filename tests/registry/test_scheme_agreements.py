"""Agreements of payment schemes: how long they run, and when one that begins on another day ends."""

from datetime import date

import pytest

from clusters_cli.registry.models.agreements import Agreement


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ({"months": "18", "start": "04-01"}, "2026-04-01", "2027-09-30"),
        ({"months": "18", "start": "04-01"}, "2026-05-15", "2027-11-14"),
        ({"months": "18", "start": "2025-04-01"}, "2026-04-01", "2027-09-30"),
        ({"start": "2025-03-01", "end": "2026-08-31"}, "2025-03-01", "2026-08-31"),
        ({"start": "2025-03-01", "end": "2026-08-31"}, "2026-04-01", "2027-09-30"),
        ({"years": "3", "signature": "03-31"}, "2026-01-01", "2028-12-31"),
        ({"years": "3", "signature": "03-31"}, "2026-09-01", "2028-12-31"),
    ],
    ids=str,
)
def test_an_agreement_lasts_as_long_as_it_is_written_to_whenever_it_begins(
    written: dict[str, str], first: str, last: str
) -> None:
    assert Agreement.model_validate(written).last_day(date.fromisoformat(first)) == date.fromisoformat(last)
