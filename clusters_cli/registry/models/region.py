"""``region.yaml``: the frame of a registry, and what holds in this Région only."""

from collections.abc import Mapping
from typing import Annotated, Any, Self

from pydantic import AfterValidator, ConfigDict, Field, model_validator

from clusters_cli.foundations.refusal import RefusedError
from clusters_cli.foundations.text import Text
from clusters_cli.registry.models.aid import VALUED, Parameter
from clusters_cli.registry.models.base import Identifier, Label, Line, Model, Remark, Sourced, Stated, Website
from clusters_cli.registry.models.law_words import ParameterUnit
from clusters_cli.registry.models.region_words import FunderRuleName

RegionCode = Annotated[str, Field(pattern="^[0-9]{2}$", examples=["24"])]
"""The code of a Région in the Code officiel géographique of the INSEE."""
NutsCode = Annotated[str, Field(pattern="^FR[0-9A-Z]{1,3}$", examples=["FRB0"])]
"""The code of a territory of France in the nomenclature of the European Union."""
DepartmentNumber = Annotated[str, Field(pattern="^([0-9]{2,3}|2[AB])$", examples=["36"])]

RuleId = Annotated[FunderRuleName, AfterValidator(lambda rule: rule.value)]
"""One of the names of rules, kept as a file writes it: the id of a parameter, which people type and read."""

_UNITS: Mapping[FunderRuleName, ParameterUnit] = {
    FunderRuleName.PUBLIC_SHARE: ParameterUnit.SHARE,
    FunderRuleName.TOLERANCE: ParameterUnit.SHARE,
    FunderRuleName.AGREEMENT_YEARS: ParameterUnit.YEARS,
}


class Department(Sourced):
    """A department of the Région.

    Attributes:
        number: its number.
        name: its name.
    """

    number: DepartmentNumber
    name: Line


class Agency(Model):
    """A body that works for the Région, such as its agency of economic development.

    Attributes:
        id: what other entries refer to it by.
        name: what it is called.
        aliases: other names and spellings that sources use.
        role: what it does for clusters.
        chair: who presides over it.
        website: its address on the web.
        remarks: anything else sources say of it.
    """

    id: Identifier
    name: Line
    aliases: tuple[Line, ...] = ()
    role: tuple[Stated[Label], ...] = ()
    chair: tuple[Stated[Line], ...] = ()
    website: tuple[Stated[Website], ...] = ()
    remarks: tuple[Remark, ...] = ()


def _measured_in(rule: FunderRuleName) -> dict[str, Any]:
    """Return what a JSON Schema says of the unit of a rule."""
    return {
        "if": {"properties": {"id": {"enum": rule.writings}}, "required": ["id"]},
        "then": {"properties": {"unit": {"enum": _UNITS[rule].writings}}},
    }


class FunderRule(Parameter):
    """A rule of a funder, which is no law and no other funder's, as a dated series.

    Attributes:
        id: which rule it is.
        name: what its funder calls it.
        whose: whose rule it is, or who recommends it.
        unit: what its values are: ``share`` of the budget, or ``years``.
    """

    model_config = ConfigDict(json_schema_extra={"allOf": [*VALUED, *map(_measured_in, FunderRuleName)]})

    id: RuleId
    whose: Line

    @model_validator(mode="after")
    def _in_its_unit(self) -> Self:
        if self.unit is not _UNITS[self.id]:
            raise RefusedError(Text("the unit of {rule} is {unit}", rule=self.id, unit=_UNITS[self.id]))
        return self


class Region(Model):
    """``region.yaml``: the Région that a registry is about.

    Its name is enough; what is left out is unknown, and no other Région's takes its place.

    Attributes:
        name: what it is called, such as ``Bretagne``.
        aliases: other names and spellings that sources use.
        insee: its code in the Code officiel géographique of the INSEE.
        nuts: its codes in the nomenclature of the European Union, several where it was made of several regions.
        departments: its departments; those without a cluster are counted too.
        default_scheme: the payment scheme of its grants, where nothing else says which one is meant.
        rules: what it asks of those it funds, beyond the law.
        agencies: the bodies that work for it.
        remarks: anything else sources say of it.
    """

    name: Line
    aliases: tuple[Line, ...] = ()
    insee: tuple[Stated[RegionCode], ...] = ()
    nuts: tuple[Stated[tuple[NutsCode, ...]], ...] = ()
    departments: tuple[Department, ...] = ()
    default_scheme: tuple[Stated[Identifier], ...] = ()
    rules: tuple[FunderRule, ...] = ()
    agencies: tuple[Agency, ...] = ()
    remarks: tuple[Remark, ...] = ()
