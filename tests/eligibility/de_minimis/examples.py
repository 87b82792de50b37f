"""Undertakings, awards and a copy of the public register, for the tests of de minimis accounts."""

from datetime import date
from decimal import Decimal

from clusters_cli.eligibility.de_minimis.awards import DeMinimisAward
from clusters_cli.eligibility.de_minimis.de_minimis_words import AwardSource, DeMinimisRule
from clusters_cli.eligibility.de_minimis.undertakings import Undertaking

SIREN, OTHER, THIRD = "732829320", "552100554", "356000000"
ASKED = Undertaking(SIREN, SIREN)
TODAY = date(2026, 11, 26)
COLUMNS = (
    "index;regime;nom_beneficiaire;identifiant_beneficiaire;commune_beneficiaire;pays_beneficiaire;montant_esb;"
    "instrument_aide;secteur_aide;date_octroi;autorite;operateur;date_declaration;date_publication"
)
"""The columns of the data set ``aides_minimis``, apart by semicolons as it is."""


def award(
    day: date,
    amount: int | str | Decimal,
    source: AwardSource = AwardSource.TYPED,
    undertaking: Undertaking = ASKED,
    rule: DeMinimisRule = DeMinimisRule.GENERAL,
) -> DeMinimisAward:
    """An award of a day."""
    return DeMinimisAward(day, day, Decimal(amount), rule, undertaking, source)


def row(
    siren: str = SIREN,
    amount: str = "40000.0",
    awarded: str = "2026-02-15",
    regime: str = "Minimis",
    declared: str = "2026-02-20",
) -> str:
    """A line of the register."""
    return (
        f"1;{regime};EXEMPLE SA;{siren};TOURS;France;{amount};Subvention directe;J.62;{awarded};"
        f"Région Centre-Val de Loire;;{declared};2026-02-21"
    )


def register(*rows: str, columns: str = COLUMNS) -> str:
    """A copy of the register."""
    return "\n".join((columns, *rows)) + "\n"
