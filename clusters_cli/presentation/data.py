"""Data for programs, made of JSON's own types."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from clusters_cli.foundations.hidden import with_bytes_shown


def plain(value: Any) -> Any:  # noqa: ANN401  (any data in, the JSON types out)
    """Return data as JSON's own types; a whole number becomes an integer, a date an ISO string."""
    if isinstance(value, (Decimal, Fraction)):
        return int(value) if value == int(value) else float(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): plain(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(inner) for inner in value]
    return with_bytes_shown(value) if isinstance(value, str) else value
