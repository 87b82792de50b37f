"""``claims.yaml``: totals that sources print, and how to work them out again from the registry.

A new claim needs no code: its recomputation is the sum of its ``select`` parts (what the registry holds) and of its
``terms`` (numbers the sources themselves give).
"""

from typing import Literal, Self

from pydantic import model_validator

from clusters_cli.foundations.messages import _
from clusters_cli.registry.base import Identifier, Label, Model, Number, SignedNumber, Sourced, Year, YesNo
from clusters_cli.registry.clusters import Maturity, Strength

Entries = Literal[
    "clusters",
    "poles",
    "network-regions",
    "links",
    "strands",
    "beneficiaries",
    "amounts",
    "pole-regions",
    "obstacles",
    "recommendations",
]
"""What a selection goes through.

``links`` are the different strands of a programme linked to a cluster; ``pole-regions`` the regions of the pôles named.
"""
Measure = Literal["count", "members", "regional_companies", "budget", "regional_grant", "state_grant", "amount"]
Unit = Literal["euros", "organisations", "members", "sectors", "regions", "obstacles", "recommendations"]


class Selection(Model):
    """What the registry holds, filtered and added up.

    Attributes:
        entries: what to go through.
        measure: what to add up: the number of entries, or one of their figures.
        year: keep the figures of this year only.
        source: keep what this source says only; the claim's own source when left out.
        supported: keep the clusters the source says are supported, or are not.
        maturity: keep the clusters the source puts in this class.
        programme: keep what belongs to this programme.
        strength: keep the links of this strength.
        scope: keep the amounts of this scope.
        only: keep these ids.
        leave_out: drop these ids.
    """

    entries: Entries
    measure: Measure = "count"
    year: Year | None = None
    source: Identifier | None = None
    supported: YesNo | None = None
    maturity: Maturity | None = None
    programme: Identifier | None = None
    strength: Strength | None = None
    scope: str | None = None
    only: tuple[Identifier, ...] = ()
    leave_out: tuple[Identifier, ...] = ()


class Term(Model):
    """A number the sources give themselves, such as one line of a sum."""

    value: SignedNumber
    label: Label


class Printed(Sourced):
    """The number as printed.

    Attributes:
        value: the number, or the lower end of a range.
        up_to: the upper end of a range.
        about: whether the source says "about".
    """

    value: Number
    up_to: Number | None = None


class Explanation(Sourced):
    """Why the printed number and the recomputed one differ.

    Attributes:
        difference: printed minus recomputed, as explained; any other difference is unexplained.
        text: the reason.
    """

    difference: SignedNumber
    text: Label


class Claim(Model):
    """A number a source prints, and how to work it out again.

    Attributes:
        printed: the number as printed.
        select: what to add up from the registry.
        terms: what to add from the sources' own sums.
        unverifiable: why it cannot be worked out again, when it cannot.
        explained: why the difference is what it is.
    """

    id: Identifier
    title: Label
    unit: Unit
    printed: Printed
    select: tuple[Selection, ...] = ()
    terms: tuple[Term, ...] = ()
    unverifiable: Label | None = None
    explained: Explanation | None = None

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if bool(self.select or self.terms) == (self.unverifiable is not None):
            raise ValueError(_("needs either select or terms, or the reason why it is unverifiable"))
        return self


class ClaimsFile(Model):
    """``claims.yaml``."""

    claims: tuple[Claim, ...] = ()
