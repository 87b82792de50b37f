"""The money of a dossier: what the project costs and who pays for it."""

from collections.abc import Mapping
from typing import Annotated, Any, Self

from pydantic import ConfigDict, Field, model_validator

from clusters_cli.dossier.line_words import CostNature, CostPurpose, Mission, Pays, ResourceKind, ResourceStatus, Sector
from clusters_cli.dossier.timing import NO_GRANT, Timing
from clusters_cli.foundations.fields import Amount, Line, Model, Year, YesNo
from clusters_cli.foundations.refusal import RefusedError
from clusters_cli.foundations.text import Text

FRENCH_PUBLIC = frozenset(
    (
        ResourceKind.STATE,
        ResourceKind.REGION,
        ResourceKind.DEPARTMENT,
        ResourceKind.EPCI,
        ResourceKind.COMMUNE,
        ResourceKind.OTHER_PUBLIC,
    )
)
"""Cash grants of French public authorities."""

SECTOR_OF_KIND: Mapping[ResourceKind, Sector] = {
    **dict.fromkeys(FRENCH_PUBLIC, Sector.PUBLIC),
    ResourceKind.ERDF: Sector.PUBLIC,
    ResourceKind.INTERREG: Sector.PUBLIC,
    ResourceKind.EU_CENTRAL: Sector.PUBLIC,
    ResourceKind.DE_MINIMIS: Sector.PUBLIC,
    ResourceKind.IN_KIND_PUBLIC: Sector.PUBLIC,
    ResourceKind.PRIVATE_GRANT: Sector.PRIVATE,
    ResourceKind.IN_KIND_PRIVATE: Sector.PRIVATE,
}
"""Kinds that are public or private by what they are; the others say it with ``sector``."""


def _agrees_with_kind(sector: Sector) -> dict[str, Any]:
    """Return what a JSON Schema says of the sector of kinds that are public or private by what they are."""
    kinds = [word for word, kind in ResourceKind.written().items() if SECTOR_OF_KIND.get(kind) is sector]
    return {
        "if": {"properties": {"kind": {"enum": sorted(kinds)}}, "required": ["kind"]},
        "then": {"properties": {"sector": {"enum": sector.writings}}},
    }


class CostLine(Model):
    """A cost of the project.

    Attributes:
        label: what it is, in the cluster's words.
        purpose: what it serves.
        nature: what it consists of.
        mission: the class of work it serves: A non-economic, B for all members, C for single firms.
        amount: euros over the whole project.
        timing: when it is paid; evenly over the project when left out.
    """

    model_config = ConfigDict(json_schema_extra=NO_GRANT)

    label: Line
    purpose: CostPurpose | None = None
    nature: CostNature | None = None
    mission: Mission | None = None
    amount: Amount
    timing: Timing | None = None

    @model_validator(mode="after")
    def _not_by_scheme(self) -> Self:
        if self.timing is not None and self.timing.is_of_funder:
            raise RefusedError(Text("a payment scheme or an agreement says when a grant is paid, not when a cost is"))
        return self


class Resource(Model):
    """Money, or its value in kind, that pays for the project.

    Attributes:
        label: what it is, in the cluster's words.
        kind: who it comes from, or by what title.
        sector: public or private money, where the kind does not say it (dues, sales, own funds, loans).
        funder: who gives it, as named in the agreement; grants of one funder are added up by this name.
        amount: euros over the whole project.
        status: ``requested`` marks the grant this dossier asks for; the rest is ``expected``, ``granted`` or
            ``received``.
        pays: which costs it pays: the operating costs of art. 27(8), an investment, or others.
        mission: the class of work it pays for: A non-economic, B for all members, C for single firms.
        counts_as_aid: for public members' dues and public loans: whether it favours the cluster, as settled with the
            funder.
        agreement: whether a written agreement covers it.
        years: for which year how much of it is given; evenly over the project when left out.
        timing: when it is received; evenly over the project when left out.
    """

    model_config = ConfigDict(json_schema_extra={"allOf": [_agrees_with_kind(sector) for sector in Sector]})

    label: Line
    kind: ResourceKind
    sector: Sector | None = None
    funder: Line | None = None
    amount: Amount
    status: ResourceStatus = ResourceStatus.EXPECTED
    pays: Pays | None = None
    mission: Mission | None = None
    counts_as_aid: YesNo | None = None
    agreement: YesNo | None = None
    years: Annotated[dict[Year, Amount], Field(min_length=1)] | None = None
    timing: Timing | None = None

    @model_validator(mode="after")
    def _kind_and_sector(self) -> Self:
        by_kind = SECTOR_OF_KIND.get(self.kind)
        if by_kind and self.sector and self.sector != by_kind:
            raise RefusedError(
                Text(
                    "{kind} is {sector} money by its kind; leave sector out", kind=self.kind.value, sector=by_kind.value
                )
            )
        return self

    @property
    def is_public(self) -> bool | None:
        """Whether it is public money, ``None`` when the dossier does not say."""
        sector = SECTOR_OF_KIND.get(self.kind, self.sector)
        return None if sector is None else sector is Sector.PUBLIC

    @property
    def is_aid(self) -> bool | None:
        """Whether it counts towards the aid of art. 8 GBER, ``None`` when it cannot be told.

        Central EU money is left out (art. 8(2)), sales at market price are no aid; dues of public members and public
        loans count or not as ``counts_as_aid`` says.
        """
        if (
            self.kind in (ResourceKind.EU_CENTRAL, ResourceKind.SALES, ResourceKind.OWN_FUNDS)
            or self.is_public is False
        ):
            return False
        if self.is_public and self.kind not in (ResourceKind.DUES, ResourceKind.LOAN):
            return True
        return self.counts_as_aid if self.is_public else None

    @property
    def open_fact(self) -> str:
        """The key that would settle ``is_aid``."""
        return "sector" if self.is_public is None else "counts_as_aid"
