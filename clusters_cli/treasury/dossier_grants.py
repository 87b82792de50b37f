"""The grants of an application file that payment schemes pay: which they are, and when each is spent and paid."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from clusters_cli.cashflow import (
    AgreedDates,
    Flow,
    KnownSchemes,
    Plan,
    Span,
    Terms,
    UnplannedAgreement,
    grants_of_agreements,
    make_plan,
    plan_of,
    plan_under,
)
from clusters_cli.dossier import FRENCH_PUBLIC, DossierFile, Resource, ResourceKind, ResourceStatus
from clusters_cli.foundations.dates import Duration
from clusters_cli.foundations.errors import InvalidDataError, UndeterminedError
from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.money import cents
from clusters_cli.foundations.names import nearest
from clusters_cli.foundations.problems import Problem
from clusters_cli.foundations.text import Euros, Text, counted, labelled
from clusters_cli.registry.models import Cluster, PaymentScheme
from clusters_cli.treasury.hypotheses import later

UNKNOWN_PAYMENT_SCHEME = Explanation(
    "DOS302",
    Text("an unknown payment scheme"),
    Text("The timing of a grant names a payment scheme that neither the registry nor the file of --schemes holds."),
    Text("Take one that clusters schemes list shows, or give your own with --schemes FILE."),
)
WAITING_FOR_EACH_OTHER = Explanation(
    "DOS303",
    Text("grants that wait for each other"),
    Text("Two grants are paid under schemes that wait for the last payment of the other funders: neither ever comes."),
    Text("Give one of them another payment scheme, or say with --others-paid when the other funders pay."),
)
UNKNOWN_AGREEMENT = Explanation(
    "DOS304",
    Text("an unknown agreement"),
    Text("The timing of a grant names an agreement that the registry does not have of the dossier's cluster."),
    Text("Take an agreement that clusters show CLUSTER lists, or say by which payment scheme the grant is paid."),
)
ANOTHER_AMOUNT = Explanation(
    "DOS305",
    Text("a grant of another amount than its agreement"),
    Text("A grant is paid under an agreement of the registry, which gives another amount."),
    Text("Write the amount of the agreement, or correct the agreement in the registry."),
)
FUNDERS = frozenset(
    {*FRENCH_PUBLIC, ResourceKind.ERDF, ResourceKind.INTERREG, ResourceKind.EU_CENTRAL, ResourceKind.DE_MINIMIS}
    | {ResourceKind.PRIVATE_GRANT}
)
"""Who gives a grant, so that another one may wait for theirs."""


@dataclass(frozen=True, slots=True)
class GrantsOf:
    """The grants of an application file, and by what they may be paid.

    Attributes:
        file: the application file.
        known: the payment schemes that there are.
        cluster: the cluster of the registry that applies; ``None`` if it is none of it.
        terms: the assumptions to use, with the rhythm of the costs of the project.
        span: when the project runs.
        instead: payment schemes that are put in place of those of the file, by the number of the resource.
        late: how much later all instalments of a grant are paid, by the number of the resource.
    """

    file: DossierFile
    known: KnownSchemes
    cluster: Cluster | None
    terms: Terms
    span: Span
    instead: Mapping[int, PaymentScheme]
    late: Mapping[int, Duration]

    @property
    def resources(self) -> tuple[Resource, ...]:
        """Those of the file."""
        return self.file.dossier.resources or ()

    def plans(self, others: Mapping[int, Sequence[Flow]]) -> dict[int, Plan]:
        """Plan the grants that schemes or agreements pay; one that waits for the other funders is planned last.

        Args:
            others: when resources are received that no scheme pays, by their numbers.

        Raises:
            InvalidDataError: a timing names a scheme or an agreement that does not exist, or two wait for each other.
            UndeterminedError: too little is known of an agreement.
            UsageError: the terms do not fit a scheme.
        """
        by_scheme = dict(self._paid_by_scheme())
        waiting = [index for index, scheme in by_scheme.items() if self._waits(scheme)]
        if len(waiting) > 1:
            raise self._waiting_for_each_other(waiting)
        plans = {index: self._plan(index, by_scheme[index], self.terms) for index in by_scheme if index not in waiting}
        for index in waiting:
            last = self._last_paid_by_others(index, plans, others)
            plans[index] = self._plan(index, by_scheme[index], replace(self.terms, others_paid=last))
        return {index: plans[index] for index in by_scheme}

    def are_paid_by_schemes(self) -> frozenset[int]:
        """Return the numbers of the resources that a payment scheme or an agreement pays."""
        timed = ((index, resource.timing) for index, resource in enumerate(self.resources))
        written = {index for index, timing in timed if timing and (timing.scheme or timing.agreement)}
        return frozenset({*written, *self.instead})

    def _waits(self, scheme: PaymentScheme | None) -> bool:
        return scheme is not None and scheme.waits_for_others and not self.terms.others_paid

    def _paid_by_scheme(self) -> Iterator[tuple[int, PaymentScheme | None]]:
        """Yield the scheme of each resource that is paid by one; ``None`` for the one of its agreement."""
        for index in sorted(self.are_paid_by_schemes()):
            timing = self.resources[index].timing
            if index in self.instead:
                yield index, self.instead[index]
            elif timing is not None and timing.scheme is not None:
                yield index, self._named(index, timing.scheme)
            else:
                yield index, None

    def _named(self, index: int, wanted: str) -> PaymentScheme:
        if wanted in self.known.by_id:
            return self.known.by_id[wanted]
        message = Text("there is no payment scheme {name!r}", name=wanted)
        raise self._fault(index, "scheme", UNKNOWN_PAYMENT_SCHEME, message, nearest(wanted, self.known.by_id, 1))

    def _plan(self, index: int, scheme: PaymentScheme | None, terms: Terms) -> Plan:
        resource, cluster = self.resources[index], self.file.dossier.cluster
        terms = later(terms, self.late.get(index))
        timing = resource.timing
        if timing is not None and timing.agreement is not None:
            return self._as_agreed(index, timing.agreement, scheme, terms)
        if scheme is None:
            raise AssertionError("only an agreement brings a scheme of its own")
        if timing is not None and (timing.signed or timing.start or timing.end):
            span = Span(timing.start or self.span.first, timing.end or self.span.last)
            return plan_under(
                scheme,
                resource.amount,
                AgreedDates(span, timing.signed),
                terms,
                cluster=cluster,
                by_year=resource.years,
            )
        if scheme.is_project:
            lasting = replace(terms, span=(self.span.first, self.span.last))
            return make_plan(scheme, resource.amount, lasting, cluster=cluster)
        by_year = self.span.by_year(resource.amount, resource.years)
        covering = replace(terms, start=min(by_year), years=len(by_year))
        return make_plan(scheme, cents(resource.amount / len(by_year)), covering, cluster=cluster, by_year=by_year)

    def _as_agreed(self, index: int, wanted: str, scheme: PaymentScheme | None, terms: Terms) -> Plan:
        """Return the plan of a grant under an agreement of the registry, or under another scheme in its time."""
        signed, unplanned = grants_of_agreements(self.cluster, self.known) if self.cluster else ((), ())
        found = next((one for one in signed if one.agreement.id == wanted), None)
        if found is None:
            raise self._no_agreement(index, wanted, [one.agreement.id for one in signed], unplanned)
        if found.amount != self.resources[index].amount:
            message = Text("the agreement {agreement} gives {amount}, and the grant is {found}", agreement=wanted)
            message = message.given(amount=Euros(found.amount), found=Euros(self.resources[index].amount))
            raise self._fault(index, "agreement", ANOTHER_AMOUNT, message)
        return plan_of(replace(found, scheme=scheme or found.scheme), terms, self.cluster.id if self.cluster else None)

    def _no_agreement(
        self, index: int, wanted: str, known: Sequence[str], unplanned: Sequence[UnplannedAgreement]
    ) -> Exception:
        for one in unplanned:
            if one.agreement == wanted:
                return UndeterminedError(labelled(wanted, one.reason))
        message = Text("the registry has no agreement {name!r} of this cluster that is signed", name=wanted)
        return self._fault(index, "agreement", UNKNOWN_AGREEMENT, message, nearest(wanted, known, 1))

    def _last_paid_by_others(
        self, waiting: int, plans: Mapping[int, Plan], others: Mapping[int, Sequence[Flow]]
    ) -> date | None:
        """Return the day of the last payment by the other funders; ``None`` if there are none."""
        days = [payment.paid for plan in plans.values() for payment in plan.instalments]
        for index, flows in others.items():
            if index != waiting and self.resources[index].kind in FUNDERS:
                days += [flow.day for flow in flows]
        return max(days, default=None)

    def _waiting_for_each_other(self, waiting: Sequence[int]) -> InvalidDataError:
        first, second = (self.resources[index].label for index in waiting[:2])
        message = Text("{first} waits for {second}, which waits for {first}", first=first, second=second)
        return self._fault(waiting[0], "scheme", WAITING_FOR_EACH_OTHER, message)

    def _fault(
        self, index: int, key: str, explanation: Explanation, message: Text, near: Sequence[str] = ()
    ) -> InvalidDataError:
        document = self.file.document
        problem = Problem(
            explanation,
            document.locate(("resources", index, "timing", key)),
            message,
            path=f"resources[{index}].timing.{key}",
            suggestion=next(iter(near), None),
        )
        return InvalidDataError(
            counted("{file}: {count} problem", "{file}: {count} problems", 1, file=document.file), [problem]
        )


def is_asked_for(resource: Resource) -> bool:
    """Return whether a resource is the grant that the application file asks for."""
    return resource.status is ResourceStatus.REQUESTED
