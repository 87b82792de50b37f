"""What can be said of a place of France without a map: rough frames of its territories, departments in INSEE codes."""

from decimal import Decimal
from typing import NamedTuple


class Frame(NamedTuple):
    """Degrees that a territory lies between: south, north, west, east."""

    south: float
    north: float
    west: float
    east: float


FRANCE = (
    Frame(41.3, 51.2, -5.3, 9.7),
    Frame(15.7, 16.6, -61.9, -60.9),
    Frame(14.3, 15.0, -61.3, -60.7),
    Frame(2.0, 5.9, -54.7, -51.5),
    Frame(-21.5, -20.8, 55.1, 55.9),
    Frame(-13.1, -12.5, 44.9, 45.4),
    Frame(46.6, 47.2, -56.6, -56.0),
    Frame(17.8, 18.2, -63.2, -62.7),
    Frame(-23.0, -17.8, 158.0, 172.2),
    Frame(-28.0, -7.5, -155.0, -134.0),
    Frame(-14.5, -13.0, -178.5, -176.0),
)
"""Mainland and Corsica, Guadeloupe, Martinique, Guyane, La Réunion, Mayotte, Saint-Pierre-et-Miquelon, Saint-Martin and
Saint-Barthélemy, Nouvelle-Calédonie, Polynésie française, Wallis-et-Futuna.

A frame holds neighbours and sea too: it is there to catch exchanged or mistyped coordinates, not to draw borders.
"""


def is_in_france(latitude: Decimal, longitude: Decimal) -> bool:
    """Return whether a point (degrees, WGS 84) may lie in France."""
    return any(frame.south <= latitude <= frame.north and frame.west <= longitude <= frame.east for frame in FRANCE)


def department_of(insee: str) -> str:
    """Return the department in the INSEE code of a commune: two characters, three overseas.

    >>> department_of("36063"), department_of("2A004"), department_of("97411")
    ('36', '2A', '974')
    """
    return insee[:3] if insee.startswith(("97", "98")) else insee[:2]
