"""Who received an award: the undertaking that is asked about, and those that are one with it in the eyes of the law."""

from collections.abc import Iterator
from dataclasses import dataclass

from clusters_cli.foundations.data_shape import in_data
from clusters_cli.foundations.fields import Identifier
from clusters_cli.foundations.names import fold
from clusters_cli.registry import is_siren, is_siret


@in_data(plain=("name",))
@dataclass(frozen=True, slots=True)
class Undertaking:
    """A body that receives aid.

    Attributes:
        name: what it is called; its SIREN where no name is known.
        siren: its number, nine digits; ``None`` where it is not known.
        cluster: its id, where it is a cluster of the registry.
    """

    name: str
    siren: str | None = None
    cluster: Identifier | None = None

    def is_surely(self, other: "Undertaking") -> bool:
        """Whether the other is certainly the same one: by number, else by name."""
        if self.siren and other.siren:
            return self.siren == other.siren
        return fold(self.name) == fold(other.name)

    def may_be(self, other: "Undertaking") -> bool:
        """Whether the other is perhaps the same one: two numbers tell them apart, a name alone does not."""
        return not (self.siren and other.siren) or self.siren == other.siren


@dataclass(frozen=True, slots=True)
class SingleUndertaking:
    """The undertakings of which the aid counts together (Regulation (EU) 2023/2831, art. 2(2)).

    Attributes:
        asked: the one that is asked about.
        linked: those that are linked to it.
        is_told: whether somebody said which are linked to it, or that none is.
    """

    asked: Undertaking
    linked: tuple[Undertaking, ...] = ()
    is_told: bool = False

    def __iter__(self) -> Iterator[Undertaking]:
        yield from (self.asked, *self.linked)

    def of_number(self, siren: str | None) -> Undertaking | None:
        """Return the one that has a SIREN, ``None`` if none of them has."""
        return next((one for one in self if siren and one.siren == siren), None)


def siren_in(text: str) -> str | None:
    """Return the SIREN that a text gives, itself or within a SIRET; ``None`` where it gives none.

    Spaces between the digits do not count.

    >>> siren_in("732 829 320"), siren_in("73282932000074"), siren_in("732829321")
    ('732829320', '732829320', None)
    """
    digits = "".join(text.split())
    return digits[:9] if is_siren(digits) or is_siret(digits) else None
