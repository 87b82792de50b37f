"""The agreements of an organisation as they are shown: amounts, dates, how each is paid, and who says so."""

from dataclasses import dataclass
from decimal import Decimal

from clusters_cli.foundations.data_shape import in_data
from clusters_cli.foundations.fields import Identifier, PartialDate
from clusters_cli.foundations.text import Euros, Listed, Text, Value, labelled, period
from clusters_cli.registry.models.agreement_words import AgreementStatus
from clusters_cli.registry.models.base import Sourced
from clusters_cli.registry.models.grant_agreements import GrantAgreement
from clusters_cli.registry.models.organisations import Organisation
from clusters_cli.registry.models.schemes import PaymentScheme


@dataclass(frozen=True, slots=True)
class AmountOfYear:
    """What an agreement gives for one year, in euros."""

    year: int
    amount: Decimal


@in_data(spread=("origin",))
@dataclass(frozen=True, slots=True)
class AgreedGrant:
    """What a funder and a cluster agreed on; what no source states is ``None``.

    Attributes:
        id: what answers call the agreement by.
        funder: who gives the grant.
        status: where the agreement stands.
        amount: euros in all.
        years: how much of it is for which year, where that is stated.
        cost: eligible costs that it foresees, in euros.
        scheme: id of the payment scheme by which it is paid.
        terms: the terms by which it is paid, where it has its own.
        signed: when it was signed.
        start: when it begins.
        end: when it ends.
        origin: who states it.
    """

    id: Identifier
    funder: str
    status: AgreementStatus
    amount: Decimal | None
    years: tuple[AmountOfYear, ...]
    cost: Decimal | None
    scheme: Identifier | None
    terms: PaymentScheme | None
    signed: PartialDate | None
    start: PartialDate | None
    end: PartialDate | None
    origin: Sourced

    @property
    def words(self) -> Text:
        """It in one line: who gives how much, how it is paid, from when to when, and where it stands."""
        paid: Value | None = Text("terms of its own") if self.terms else self.scheme
        lasting = period(self.start, self.end) if self.start or self.end else None
        amount: Value = Text("unknown amount") if self.amount is None else Euros(self.amount)
        details = tuple(part for part in (amount, paid, lasting, self.status) if part is not None)
        return labelled(self.funder, Listed(details))


def agreed_grants(organisation: Organisation) -> tuple[AgreedGrant, ...]:
    """Return the agreements of a cluster or a pôle, in the order of the registry."""
    return tuple(map(_shown, organisation.agreements))


def _shown(agreement: GrantAgreement) -> AgreedGrant:
    return AgreedGrant(
        id=agreement.id,
        funder=agreement.funder,
        status=agreement.status,
        amount=agreement.total,
        years=tuple(AmountOfYear(year, amount) for year, amount in sorted((agreement.years or {}).items())),
        cost=agreement.cost,
        scheme=agreement.scheme,
        terms=agreement.own_scheme,
        signed=agreement.signed,
        start=agreement.start,
        end=agreement.end,
        origin=agreement,
    )
