"""What of a payment scheme may differ: for a part of the grant, and for some grants, years or projects only."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Annotated, Any, Self

from pydantic import ConfigDict, Discriminator, Field, Tag, model_validator

from clusters_cli.foundations.dates import Duration
from clusters_cli.foundations.fields import Amount, Share
from clusters_cli.foundations.refusal import RefusedError
from clusters_cli.foundations.text import Text
from clusters_cli.registry.models.agreements import AgreementPeriod
from clusters_cli.registry.models.base import Count, Identifier, Model, Name
from clusters_cli.registry.models.instalment_rules import Instalments
from clusters_cli.registry.models.scheme_amounts import NOTHING, SomeShare, WrittenLeast
from clusters_cli.registry.models.scheme_times import Delay
from clusters_cli.registry.models.scheme_words import RecoveryWord
from clusters_cli.registry.models.spending import WrittenProfile

CAPPED: dict[str, Any] = {"dependentSchemas": {"cap": {"properties": {"instalments": {"minItems": 2}}}}}
"""What a JSON Schema says of a cap: an instalment after it pays the rest."""


class GradualRecovery(Model):
    """An advance taken back in a straight line between two shares of the planned costs.

    Attributes:
        since: share of the costs from which on it is taken back; ``from`` in the file.
        until: share of the costs at which all of it is; ``to`` in the file.
    """

    since: Share = Field(alias="from")
    until: SomeShare = Field(alias="to")

    @model_validator(mode="after")
    def _ends(self) -> Self:
        if self.since >= self.until:
            raise RefusedError(
                Text("recover: must go up to a higher share of the costs, at most 100%: it would never end"), ("to",)
            )
        return self


def _recovery_kind(written: object) -> str:
    return "gradual" if isinstance(written, Mapping | GradualRecovery) else "word"


Recovery = Annotated[
    Annotated[RecoveryWord, Tag("word")] | Annotated[GradualRecovery, Tag("gradual")], Discriminator(_recovery_kind)
]
"""How claims take back the advance."""


class PaymentTerms(Model):
    """Terms of payment that stand in place of a scheme's own; what is left out stays as the scheme says.

    Attributes:
        payment_delay: time from the cut-off or the claim to the payment.
        instalments: in the order of payment.
        cap: share of the grant that the instalments before the last may reach together.
        recover: how claims take back the advance.
        min_amount: least euros of an interim payment.
        min_costs: least new costs of a claim.
        cofinancing: the grant's share of the eligible costs.
        tolerance: shortfall of the costs below which the grant stays whole.
    """

    model_config = ConfigDict(json_schema_extra=CAPPED)

    payment_delay: Delay | None = None
    instalments: Instalments | None = None
    cap: SomeShare | None = None
    recover: Recovery | None = None
    min_amount: Amount | None = None
    min_costs: WrittenLeast | None = None
    cofinancing: SomeShare | None = None
    tolerance: Share | None = None

    @property
    def own(self) -> dict[str, Any]:
        """The terms that it has of its own, by key."""
        return {key: value for key in TERMS if (value := getattr(self, key)) is not None}


TERMS = tuple(PaymentTerms.model_fields)
"""The keys of a scheme that a part, or a variant, may have otherwise."""


class SchemePart(PaymentTerms):
    """One part of the grant of an agreement, such as a base part and a project part: it is paid as a grant of its own.

    Attributes:
        id: what options and results call it by.
        name: what it is called.
        share: its part of the grant; left out in all of them, whoever plans a grant says how it is split.
        spending: how the costs of this part fall over the months, where they do otherwise.
    """

    id: Identifier
    name: Name
    share: SomeShare | None = None
    spending: WrittenProfile | None = None


class When(Model):
    """For which grants a variant holds: all that is said must be so.

    Attributes:
        grant_below: euros of the grant of the year or the project, not reached.
        grant_up_to: euros of it, at most.
        year: of the agreement; 1 is its first.
        longer_than: length that the project exceeds.
    """

    model_config = ConfigDict(json_schema_extra={"minProperties": 1})

    grant_below: Annotated[Amount, Field(gt=0, json_schema_extra={"not": NOTHING})] | None = None
    grant_up_to: Amount | None = None
    year: Annotated[Count, Field(ge=1, le=10, json_schema_extra={"pattern": r"^\s*([1-9]|10)\s*$"})] | None = None
    longer_than: Delay | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.model_fields_set:
            raise RefusedError(Text("needs a condition, such as grant_below: 23000"))
        return self

    @property
    def is_of_a_year_only(self) -> bool:
        """Whether it asks for a year of the agreement, and for nothing else."""
        return self.model_fields_set == {"year"}

    def holds(self, grant: Decimal, year: int, period: AgreementPeriod) -> bool:
        """Whether all of it is so, for the whole grant of a year or a project, in a year of its agreement from 1."""
        return (
            (self.grant_below is None or grant < self.grant_below)
            and (self.grant_up_to is None or grant <= self.grant_up_to)
            and (self.year is None or year == self.year)
            and (self.longer_than is None or period.last > _last_day(period.first, self.longer_than))
        )

    def covers(self, other: "When") -> bool:
        """Whether it holds wherever another does."""
        bound = _highest(other)
        return (
            (self.grant_below is None or (bound is not None and (bound[0], bound[1]) <= (self.grant_below, 0)))
            and (self.grant_up_to is None or (bound is not None and (bound[0], bound[1]) <= (self.grant_up_to, 1)))
            and self.year in (None, other.year)
            and self.longer_than in (None, other.longer_than)
        )


def _last_day(first: date, length: Duration) -> date:
    return length.after(first) - timedelta(days=1)


def _highest(when: When) -> tuple[Decimal, int] | None:
    """Return the highest grant of a condition, and whether it is still among them."""
    bounds = [(when.grant_below, 0), (when.grant_up_to, 1)]
    return min(((bound, within) for bound, within in bounds if bound is not None), default=None)


class Variant(PaymentTerms):
    """Terms of payment for some grants, years or projects only.

    Attributes:
        when: which.
    """

    when: When

    def without(self, keys: Iterable[str]) -> Self:
        """Return it without some of its terms."""
        return self.model_copy(update=dict.fromkeys(keys))

    def moved(self, months: int) -> Self:
        """Return it with its full dates, if it has any, so many months later."""
        if self.instalments is None:
            return self
        return self.model_copy(update={"instalments": tuple(rule.moved(months) for rule in self.instalments)})


def hidden_variants(variants: tuple[Variant, ...]) -> Iterator[tuple[int, int]]:
    """Yield each variant that can never hold, with the one before it that always does where it would."""
    for number, variant in enumerate(variants):
        for earlier in range(number):
            if variants[earlier].when.covers(variant.when):
                yield number, earlier
                break
