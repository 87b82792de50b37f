"""How old figures are on the day of a question."""

from datetime import date

OLD_AFTER_YEARS = 3
"""Years after which a figure is old, by our own convention: it then describes a cluster before its present agreement,
where that is one of three years (CESER report, recommendation 2), and before it stopped being a new one."""


def figure_age(year: int, day: date) -> int:
    """Return how many years ago the year of a figure was; below zero for a year to come.

    >>> figure_age(2021, date(2026, 11, 25))
    5
    """
    return day.year - year


def is_old(year: int, day: date) -> bool:
    """Return whether more than three years have passed since the last day of a figure's year.

    >>> is_old(2022, date(2025, 12, 31)), is_old(2022, date(2026, 1, 1))
    (False, True)
    """
    return figure_age(year, day) > OLD_AFTER_YEARS
