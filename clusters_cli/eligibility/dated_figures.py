"""The yearly figures that an answer rests on, and what they alone say where there is no application file."""

from dataclasses import dataclass
from datetime import date

from clusters_cli.foundations.text import Text
from clusters_cli.foundations.words import Vocabulary
from clusters_cli.registry import figure_age


class FiguresSay(Vocabulary):
    """What amounts alone say: never that an aid may be given."""

    ABOVE = "above", Text("certainly above the cap"), "certainement au-dessus du plafond"
    NOTHING_AGAINST = "nothing-against", Text("nothing against"), "rien ne s’y oppose"
    NO_FIGURES = "no-figures", Text("no figures"), "pas de chiffres"


@dataclass(frozen=True, slots=True)
class DatedFigures:
    """The yearly figures that an answer rests on: those that a registry states, or the accounts in a dossier.

    Attributes:
        year: the year they are of, the latest of accounts; ``None`` when there are none.
        age: how many years before the day asked that was.
    """

    year: int | None = None
    age: int | None = None

    @classmethod
    def of(cls, year: int | None, day: date) -> "DatedFigures":
        """Return the figures of a year, as old as they are on a day."""
        return cls(year, None if year is None else figure_age(year, day))


UNDATED = DatedFigures()
"""Of an answer that rests on no yearly figures."""
