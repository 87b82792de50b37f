"""What clusters and pôles have in common: names, places, yearly figures, dated statements."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from clusters_cli.registry.base import (
    Amount,
    Count,
    Identifier,
    Label,
    Model,
    Number,
    PartialDate,
    Sourced,
    Stated,
    Unknown,
    Year,
)

LegalForm = Literal["association", "company", "cooperative", "public-body"]
Url = Annotated[str, Field(pattern=r"^https?://\S+$")]
FigureName = Literal["members", "regional_companies", "team", "budget", "regional_grant", "state_grant"]
Coordinate = Annotated[Decimal, Field(allow_inf_nan=False)]


class Place(Sourced):
    """A commune, as seat of an organisation; its point is the commune's centre (WGS 84), not a street address."""

    id: Identifier
    commune: str
    insee: Annotated[str, Field(pattern=r"^(\d{5}|2[AB]\d{3})$", examples=["36063"])]
    department: Annotated[str, Field(pattern=r"^(\d{2,3}|2[AB])$", examples=["36"])]
    department_name: str
    latitude: Coordinate
    longitude: Coordinate


class PlacesFile(Model):
    """``places.yaml``."""

    places: tuple[Place, ...]


class Team(Model):
    """Who works for an organisation, in the units its source uses; they are not added up.

    Attributes:
        fte: full-time equivalents.
        fte_in_region: those of them who work in the region.
        permanents: permanent staff, counted as people.
        apprentices: apprentices and work-study trainees.
        volunteers: volunteer experts.
        experts: independent experts.
        seconded: people lent by another body.
        seconded_by: the body that lends them, whether or not it says how many.
    """

    fte: Number | None = None
    fte_in_region: Number | None = None
    permanents: Number | None = None
    apprentices: Count | None = None
    volunteers: Count | None = None
    experts: Count | None = None
    seconded: Number | None = None
    seconded_by: str | None = None


class Figures(Sourced):
    """What one source says of one year.

    Attributes:
        year: the year of the figures.
        undated: those of the figures to which the source itself gives no year.
        members: members in all.
        regional_companies: members that are companies of the region.
        budget: yearly budget in euros.
        regional_grant: grant of the Région in euros.
        state_grant: grant of the State in euros.
        funded_post: total cost in euros of a post the Région helps to pay, where that is what it funds.
    """

    year: Year
    undated: tuple[FigureName, ...] = ()
    members: Count | None = None
    regional_companies: Count | None = None
    team: Team | None = None
    budget: Amount | None = None
    regional_grant: Amount | None = None
    state_grant: Amount | None = None
    funded_post: Amount | None = None


class Remark(Sourced):
    """Anything else a source says that a reader should know."""

    topic: str
    text: Label


class Organisation(Model):
    """A cluster or a pôle.

    Every statement names its source; where sources disagree the list holds them all, the reference source's first.
    A list left out means that no source speaks of it: it is unknown.
    """

    id: Identifier
    name: str
    aliases: tuple[str, ...] = ()
    full_name: tuple[Stated[str], ...] = ()
    seat: tuple[Stated[Identifier], ...] = ()
    founded: tuple[Stated[PartialDate], ...] = ()
    activity: tuple[Stated[Label], ...] = ()
    legal_form: tuple[Stated[LegalForm], ...] = ()
    siren: tuple[Stated[str], ...] = ()
    siret: tuple[Stated[str], ...] = ()
    website: tuple[Stated[Url], ...] = ()
    figures: tuple[Figures, ...] = ()
    remarks: tuple[Remark, ...] = ()
    unknown: tuple[Unknown, ...] = ()
