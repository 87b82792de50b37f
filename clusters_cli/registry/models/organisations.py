"""What clusters and pôles have in common: names, places, yearly figures, dated statements."""

from collections.abc import Callable, Sequence
from inspect import get_annotations
from typing import TYPE_CHECKING, Annotated, Literal, Self, TypeVar

from pydantic import ConfigDict, Field, model_validator

from clusters_cli.foundations.aid_basis import AidBasis
from clusters_cli.foundations.refusal import RefusedError
from clusters_cli.foundations.text import Text
from clusters_cli.registry.figures import FIGURES, TEAM, Figure
from clusters_cli.registry.models.base import (
    Amount,
    Count,
    Identifier,
    Label,
    Line,
    Model,
    Number,
    PartialDate,
    PlainNumber,
    Remark,
    Share,
    Sourced,
    Stated,
    Unknown,
    Website,
    Year,
    YesNo,
)
from clusters_cli.registry.models.grant_agreements import GrantAgreement
from clusters_cli.registry.models.organisation_words import EndKind, LegalForm

ModelT = TypeVar("ModelT", bound=Model)
if TYPE_CHECKING:
    FigureName = str
else:
    FigureName = Literal[tuple(figure.name for figure in FIGURES)]
"""The name of a yearly figure that is declared."""
Coordinate = PlainNumber


class Place(Sourced):
    """A commune, as seat of an organisation; its point is the commune's centre (WGS 84), not a street address.

    Attributes:
        id: what other entries refer to it by.
        commune: its name.
        insee: code of the commune; left out, like all that follows, when no source gives it.
        department: number of the département.
        department_name: its name.
        latitude: degrees north of the commune's centre.
        longitude: degrees east of it.
    """

    model_config = ConfigDict(
        json_schema_extra={"dependentRequired": {"latitude": ["longitude"], "longitude": ["latitude"]}}
    )

    id: Identifier
    commune: Line
    insee: Annotated[str, Field(pattern="^([0-9]{5}|2[AB][0-9]{3})$", examples=["36063"])] | None = None
    department: Annotated[str, Field(pattern="^([0-9]{2,3}|2[AB])$", examples=["36"])] | None = None
    department_name: Line | None = None
    latitude: Coordinate | None = None
    longitude: Coordinate | None = None

    @model_validator(mode="after")
    def _whole_point(self) -> Self:
        if (self.latitude is None) != (self.longitude is None):
            raise RefusedError(Text("a point needs both latitude and longitude"))
        return self


class PlacesFile(Model):
    """``places.yaml``.

    Attributes:
        places: the communes, each under an id of its own.
    """

    places: tuple[Place, ...]


def with_figures(declared: Sequence[Figure], *besides: str) -> Callable[[type[ModelT]], type[ModelT]]:
    """Hold a model to the figures that are declared: it has a field for each of them and, besides, those named.

    Raises:
        TypeError: a figure lacks its field, or a field its figure.
    """

    def held(model: type[ModelT]) -> type[ModelT]:
        names = {*besides, *(figure.name for figure in declared)}
        fields = set(get_annotations(model))
        for name in sorted(names - fields):
            raise TypeError(f"{model.__name__} has no field {name}: add it to registry/models/organisations.py")
        for name in sorted(fields - names):
            raise TypeError(f"{model.__name__}.{name} is no figure that is declared: add it to registry/figures.py")
        return model

    return held


@with_figures(TEAM)
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
    seconded_by: Line | None = None


class FunderGrant(Model):
    """What a public funder gives in a year; the grants of the Région and of the State have keys of their own.

    Attributes:
        funder: who gives it, as the source writes it; once, or once for each basis.
        amount: euros.
        basis: what it rests on in the law of State aid; left out, it is taken for aid. ``none`` says that it is no
            aid, such as money that the European Union manages itself (GBER, art. 8(2)).
        scheme: id of the payment scheme by which it is paid.
    """

    funder: Line
    amount: Amount
    basis: AidBasis | None = None
    scheme: Identifier | None = None


@with_figures(FIGURES, "year", "undated")
class Figures(Sourced):
    """What one source says of one year.

    Attributes:
        year: the year of the figures.
        undated: those of the figures to which the source itself gives no year.
        members: members in all.
        regional_companies: members that are companies of the region.
        team: who works for it, in the units of the source.
        budget: yearly budget in euros.
        regional_grant: grant of the Région in euros.
        state_grant: grant of the State in euros.
        grants: grants of other public funders, each of which stands once; an empty list says that there are none.
        dues: what members paid in euros.
        services_sold: what services brought in euros, those sold to local authorities among them.
        private_share: the part of the budget that is private money, where the source gives it without amounts.
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
    grants: tuple[FunderGrant, ...] | None = None
    dues: Amount | None = None
    services_sold: Amount | None = None
    private_share: Share | None = None
    funded_post: Amount | None = None


class Support(Sourced):
    """Whether a funder supports, or supported, an organisation.

    Attributes:
        funder: who supports it.
        supported: what the source says.
        since: from when, if the source says.
    """

    funder: Line
    supported: YesNo
    since: PartialDate | None = None


class Ending(Sourced):
    """How an organisation ceased to exist by itself.

    Attributes:
        how: whether it became a part of another one.
        date: when; where no source gives it, it had ended by the day that the source speaks of.
    """

    how: EndKind
    date: PartialDate | None = None


class RelatedStructure(Sourced):
    """A structure that a pôle federates, or one that came after an organisation.

    Attributes:
        name: the structure.
        cluster: its id, when it is a cluster of this registry.
        pole: its id, when it is a pôle of this registry.
        region: where it works.
        city: where it has its seat.
        date: when it joined or took over.
    """

    name: Line
    cluster: Identifier | None = None
    pole: Identifier | None = None
    region: Line | None = None
    city: Line | None = None
    date: PartialDate | None = None


class Organisation(Model):
    """A cluster or a pôle.

    Every statement names its source; where sources disagree the list holds them all, the reference source's first.
    A list left out means that no source speaks of it: it is unknown.

    Attributes:
        id: what other entries refer to it by.
        name: what it is called.
        aliases: other names and spellings that sources use.
        full_name: its name in full.
        seat: id of the place where it has its seat.
        founded: when it was founded.
        activity: what it does.
        legal_form: its legal form.
        siren: its number in the register of companies, nine digits.
        siret: the number of its establishment, fourteen digits.
        website: its address on the web.
        support: whether a funder supports it.
        figures: what sources say of one year.
        agreements: the grants that it and its funders agreed on.
        ended: how and when it ceased to exist by itself.
        successors: what came after it.
        remarks: anything else sources say of it.
        unknown: what a source should give and does not.
    """

    id: Identifier
    name: Line
    aliases: tuple[Line, ...] = ()
    full_name: tuple[Stated[Line], ...] = ()
    seat: tuple[Stated[Identifier], ...] = ()
    founded: tuple[Stated[PartialDate], ...] = ()
    activity: tuple[Stated[Label], ...] = ()
    legal_form: tuple[Stated[LegalForm], ...] = ()
    siren: tuple[Stated[Line], ...] = ()
    siret: tuple[Stated[Line], ...] = ()
    website: tuple[Stated[Website], ...] = ()
    support: tuple[Support, ...] = ()
    figures: tuple[Figures, ...] = ()
    agreements: tuple[GrantAgreement, ...] = ()
    ended: tuple[Ending, ...] = ()
    successors: tuple[RelatedStructure, ...] = ()
    remarks: tuple[Remark, ...] = ()
    unknown: tuple[Unknown, ...] = ()
