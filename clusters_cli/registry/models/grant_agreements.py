"""What funders and clusters really signed: who gives how much, for what time, and on which terms it is paid."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Annotated, Self

from pydantic import ConfigDict, Field, model_validator

from clusters_cli.foundations.dates import first_day, last_day
from clusters_cli.foundations.money import ZERO
from clusters_cli.foundations.refusal import RefusedError
from clusters_cli.foundations.text import Text
from clusters_cli.registry.models.agreement_words import AgreementStatus
from clusters_cli.registry.models.base import Amount, Identifier, Line, Name, PartialDate, Sourced, Year
from clusters_cli.registry.models.scheme_times import on_day
from clusters_cli.registry.models.scheme_words import SchemeStatus
from clusters_cli.registry.models.schemes import PaymentScheme

_OF_THE_AGREEMENT = "own"


def agrees(written: str | None, day: date) -> bool:
    """Return whether a day is the one that a source states, as precisely as it does; it is where nothing is stated."""
    return written is None or first_day(written) <= day <= last_day(written)


class AgreementTerms(PaymentScheme):
    """The terms of one agreement, written as a payment scheme; what it is called and its source may be left out.

    Attributes:
        id: what answers call them by; left out, the id of the agreement.
        name: what they are called.
        status: whether they are used.
        source: id of an entry of ``sources.yaml``; left out, the source of the agreement.
    """

    id: Identifier = _OF_THE_AGREEMENT
    name: Name = Name(fr="termes de la convention", en="terms of the agreement")
    status: SchemeStatus = SchemeStatus.OWN
    source: Identifier = _OF_THE_AGREEMENT


class GrantAgreement(Sourced):
    """A grant that a funder and a cluster, or a pôle, agreed on.

    Its amount is that of the whole agreement; one that differs from year to year is told by ``years``. What no source
    states is left out.

    Attributes:
        id: what answers call it by; no other one of the same organisation has it.
        funder: who gives the grant, as the source writes it.
        amount: euros in all.
        years: for which year how much of it is given; where it is left out, each month of a yearly grant is worth the
            same.
        cost: eligible costs that it foresees, in euros in all.
        scheme: id of the payment scheme by which it is paid.
        terms: the terms by which it is paid, where no payment scheme says them.
        signed: when it was signed.
        start: when it begins; a day that its own terms name need not be said again.
        end: when it ends; likewise.
        status: where it stands; signed unless it says otherwise.
    """

    model_config = ConfigDict(json_schema_extra={"not": {"required": ["scheme", "terms"]}})

    id: Identifier
    funder: Line
    amount: Amount | None = None
    years: Annotated[dict[Year, Amount], Field(min_length=1)] | None = None
    cost: Amount | None = None
    scheme: Identifier | None = None
    terms: AgreementTerms | None = None
    signed: PartialDate | None = None
    start: PartialDate | None = None
    end: PartialDate | None = None
    status: AgreementStatus = AgreementStatus.SIGNED

    @model_validator(mode="after")
    def _one_way_of_paying(self) -> Self:
        if self.scheme is not None and self.terms is not None:
            raise RefusedError(Text("is paid by a scheme or by terms of its own, not by both"))
        return self

    @property
    def total(self) -> Decimal | None:
        """Euros in all, ``None`` if no source states them."""
        return sum(self.years.values(), ZERO) if self.amount is None and self.years else self.amount

    @property
    def first(self) -> date | None:
        """Its first day: that of its start or of its own terms, else of the first year of which an amount is known."""
        written = self.start or (str(min(self.years)) if self.years else None)
        return self._start_of_terms or (first_day(written) if written else None)

    @property
    def last(self) -> date | None:
        """Its last day: that of its end or of its own terms, else of the last year of which an amount is known."""
        start, written = self._start_of_terms, self.end or (str(max(self.years)) if self.years else None)
        if self.terms is not None and start is not None:
            named = self.terms.agreement.last_day(start)
            if agrees(self.end, named):
                return named
        return last_day(written) if written else None

    @property
    def _start_of_terms(self) -> date | None:
        """The day on which its own terms let a project start, where it does not contradict them.

        Terms name it in full, or as a day of the year that the agreement gives.
        """
        written = self.terms.agreement.start if self.terms else None
        if isinstance(written, str):
            written = on_day(int(self.start[:4]), written) if self.start else None
        return written if written is not None and agrees(self.start, written) else None

    @property
    def stated_by_year(self) -> Mapping[int, Decimal]:
        """For which year how much is given, where that is stated: year by year, or for the one year that it covers."""
        if self.years is not None:
            return self.years
        first, last = self.first, self.last
        within = first is not None and last is not None and first.year == last.year
        return {first.year: self.amount} if first and within and self.amount is not None else {}

    @property
    def is_binding(self) -> bool:
        """Whether it binds, or did as long as it ran."""
        return self.status in (AgreementStatus.SIGNED, AgreementStatus.CLOSED)

    @property
    def own_scheme(self) -> PaymentScheme | None:
        """Its own terms as a payment scheme that has a name and a source, ``None`` where it has none."""
        if self.terms is None:
            return None
        given = {"id": self.id, "source": self.source, "locator": self.locator}
        stated = self.terms.model_fields_set
        return self.terms.model_copy(update={key: value for key, value in given.items() if key not in stated})
