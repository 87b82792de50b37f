"""What is asked of treasury plans, and the plans that answer it: one for each organisation and each what-if."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from clusters_cli.cashflow import Credit, KnownSchemes, check_bank_cost
from clusters_cli.commands.cashflow.combinations import refuse_idle_kind, refuse_idle_terms
from clusters_cli.commands.shared import payment_values
from clusters_cli.commands.shared.as_signed import refuse_what_agreements_say
from clusters_cli.commands.shared.conflicts import refuse_both, refuse_idle
from clusters_cli.commands.treasury.comparison import Scenario
from clusters_cli.commands.treasury.plan_options import MonthOptions, PaidOptions
from clusters_cli.commands.treasury.subjects import Subject
from clusters_cli.foundations.names import fold
from clusters_cli.foundations.text import Text
from clusters_cli.registry import Layered, Registry
from clusters_cli.registry.models import PaymentScheme
from clusters_cli.treasury import (
    USUAL_MONTHS,
    Basis,
    Horizon,
    Hypothesis,
    OpeningBalance,
    TreasuryPlan,
    is_asked_for,
    plan_of_forecast,
)


@dataclass(frozen=True, slots=True)
class AskedTreasury:
    """What is asked of the plans of one or several organisations.

    Attributes:
        registry: names clusters, and holds agreements and budgets.
        subjects: whose treasury is planned.
        day: the day asked.
        given: what was typed.
        months: which months are planned.
        paid: how grants are paid.
        schemes: the payment schemes that can be named.
        known: the same, and by which of them agreements are paid that do not say it.
        credit: what is known of the credit.
    """

    registry: Registry
    subjects: tuple[Subject, ...]
    day: date
    given: tuple[str, ...]
    months: MonthOptions
    paid: PaidOptions
    schemes: Layered[PaymentScheme]
    known: KnownSchemes
    credit: Credit


def scenarios_of(asked: AskedTreasury) -> tuple[Scenario, ...]:
    """Return the plans that are asked for, the first being the one that others are compared with.

    Raises:
        UndeterminedError: something that a plan needs is not known.
        InvalidDataError: a file names a payment scheme or an agreement that does not exist.
        UsageError: an option cannot be read, changes nothing, or does not fit.
    """
    whats = _what_ifs(asked)
    found = tuple(scenario for subject in asked.subjects for scenario in _of_subject(asked, subject, whats))
    plans = [one.plan for one in found]
    check_bank_cost((plan.credit for plan in plans), asked.credit)
    used = {name for plan in plans for grant in plan.grants for name in grant.plan.schemes}
    terms = asked.paid.terms(asked.day.year)
    schemes = [one for one in (*asked.schemes.entries, *_own_terms(asked.subjects)) if one.id in used]
    refuse_idle_terms(asked.given, terms, schemes)
    for kind in Hypothesis(late=asked.paid.delays()).late_kinds:
        if not schemes:
            refuse_idle("--late", Text("no payment scheme pays a grant of the plan"))
        refuse_idle_kind("--late", kind, schemes)
    return found


def _own_terms(subjects: Sequence[Subject]) -> Iterator[PaymentScheme]:
    """Yield the terms of agreements that no payment scheme has."""
    for subject in subjects:
        for agreement in subject.cluster.agreements if subject.cluster else ():
            if agreement.own_scheme is not None:
                yield agreement.own_scheme


def _of_subject(asked: AskedTreasury, subject: Subject, whats: Mapping[str, Hypothesis]) -> Iterator[Scenario]:
    terms, late = asked.paid.terms(asked.day.year), asked.paid.delays()
    if subject.file is None:
        refuse_what_agreements_say(asked.given)
    opening, horizon = _beginning(asked, subject)

    def planned(what_if: Hypothesis) -> TreasuryPlan:
        basis = Basis(asked.known, subject.cluster, terms, opening, horizon, replace(what_if, late=late))
        return plan_of_forecast(subject.forecast(asked.registry, basis), horizon, asked.credit)

    for label, what_if in whats.items():
        _refuse_idle_scheme(subject, what_if)
        stands = planned(Hypothesis()) if what_if.is_asked and len(whats) == 1 and len(asked.subjects) == 1 else None
        yield Scenario(planned(what_if), label, stands)


def _beginning(asked: AskedTreasury, subject: Subject) -> tuple[OpeningBalance, Horizon]:
    """Return the cash with which a plan begins, and its days.

    Raises:
        UsageError: the months cannot be planned.
    """
    month, cash = asked.months.month(), asked.months.cash()
    opening = subject.opening(month or asked.day) if subject.file is None else subject.opening(asked.day)
    first = month or opening.evening + timedelta(days=1)
    if cash is not None:
        evening = opening.evening if month is None else month - timedelta(days=1)
        opening = OpeningBalance(cash, evening)
    count = USUAL_MONTHS if asked.months.months is None else asked.months.months
    return opening, Horizon.of(first, count, opening)


def _refuse_idle_scheme(subject: Subject, what_if: Hypothesis) -> None:
    """Refuse a payment scheme without a funder where no grant is asked for.

    Raises:
        UsageError: an agreement was signed, or the file asks for no grant.
    """
    if what_if.asked_for is None:
        return
    hint = Text("name the funder: --scheme FUNDER={scheme}", scheme=what_if.asked_for.id)
    if subject.file is None:
        refuse_idle("--scheme", Text("a cluster of the registry asks for no grant"), hint)
    elif not any(map(is_asked_for, subject.file.dossier.resources or ())):
        refuse_idle("--scheme", Text("no resource of the application file has status: requested"), hint)


def _what_ifs(asked: AskedTreasury) -> dict[str, Hypothesis]:
    """Return what is asked of payment schemes, by what people call it; all as it stands where nothing is.

    Raises:
        UsageError: a scheme does not exist, or two funders have several schemes each.
    """
    alternatives = _alternatives(asked)
    several = [name for name, schemes in alternatives.items() if len(schemes) > 1]
    if len(several) > 1:
        hint = Text("compare the schemes of one funder at a time")
        refuse_both(f"--scheme {several[1]}=…", f"--scheme {several[0]}=…", hint)
    fixed = {name: schemes[0] for name, schemes in alternatives.items() if name not in several}
    if not several:
        return {_label(fixed): _what_if(fixed)}
    name = several[0]
    chosen = ({**fixed, name: scheme} for scheme in alternatives[name])
    return {_label({name: one[name]}): _what_if(one) for one in chosen}


def _alternatives(asked: AskedTreasury) -> dict[str, tuple[PaymentScheme, ...]]:
    """Return the payment schemes that are typed, by funder; an empty name for those of no funder in particular."""
    found: dict[str, list[str]] = {}
    for text in asked.paid.scheme or ():
        funder, _equals, scheme = text.rpartition("=")
        same = next((name for name in found if fold(name) == fold(funder)), funder.strip())
        found.setdefault(same, []).append(scheme.strip())
    is_split = asked.known.is_split
    return {
        name: payment_values.schemes(asked.schemes.entries, typed, is_split=is_split) for name, typed in found.items()
    }


def _what_if(schemes: Mapping[str, PaymentScheme]) -> Hypothesis:
    return Hypothesis(schemes.get(""), {name: scheme for name, scheme in schemes.items() if name})


def _label(schemes: Mapping[str, PaymentScheme]) -> str:
    return ", ".join(f"{name}={scheme.id}" if name else scheme.id for name, scheme in schemes.items())
