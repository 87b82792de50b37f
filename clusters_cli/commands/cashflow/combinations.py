"""Which options of ``clusters cashflow`` go together, and which change nothing under the payment schemes asked for."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from clusters_cli.commands.shared.conflicts import refuse_beside, refuse_idle
from clusters_cli.foundations.errors import UsageError
from clusters_cli.foundations.text import Text

if TYPE_CHECKING:
    from decimal import Decimal

    from clusters_cli.cashflow import Credit, Terms
    from clusters_cli.registry import Layered, Registry
    from clusters_cli.registry.models import InstalmentKind, PaymentScheme

DRAWING = ("--draws", "--seed", "--correlation")
BY_QUARTER = ("--quarterly", "--overdraft-commission", "--commission-cap")
"""Options that look at each quarter of an overdraft for itself."""
OF_GRANTS = ("--dailly", "--dailly-fee", "--advance-guarantee")
"""Options that look at the instalments of each grant for themselves."""
OF_SCHEMES = (
    "--schemes",
    "--part",
    "--signed",
    "--payment-delay",
    "--balance-month",
    "--accepted",
    "--others-paid",
    *OF_GRANTS,
)
"""Options that say how a payment scheme pays."""


class Asked(NamedTuple):
    """What is asked, whoever the grants belong to, and on which day.

    Attributes:
        known: the payment schemes that can be named.
        schemes: those that are.
        grant: the grant that was typed, whole or part by part.
    """

    registry: "Registry"
    known: "Layered[PaymentScheme]"
    schemes: "tuple[PaymentScheme, ...]"
    grant: "Decimal | None"
    terms: "Terms"
    given: tuple[str, ...]
    credit: "Credit"
    day: date

    @property
    def is_hypothesis(self) -> bool:
        """Whether it is asked what if: by which payment scheme grants are paid, or how much, is typed."""
        return "--scheme" in self.given or self.grant is not None


def refuse_idle_charges(given: Sequence[str]) -> None:
    """Refuse what says how an overdraft is charged where there is nothing to charge.

    Raises:
        UsageError: an option is about interest, or about a commission, that is not asked for.
    """
    if "--commission-cap" in given and "--overdraft-commission" not in given:
        refuse_idle("--commission-cap", Text("no commission is asked for"), Text("add --overdraft-commission"))
    if "--dailly-fee" in given and "--dailly" not in given:
        refuse_idle("--dailly-fee", Text("no grant is assigned"), Text("add --dailly"))
    if "--rate" not in given:
        for option in ("--quarterly", "--commission-cap"):
            if option in given:
                refuse_idle(option, Text("no interest is asked for"), Text("add --rate, or leave it out"))


def refuse_exclusions_of_one_amount(given: Sequence[str]) -> None:
    """Refuse to choose clusters where one amount is typed and no cluster named: there is none to leave out.

    Raises:
        UsageError: both were typed.
    """
    if "CLUSTER" not in given:
        hint = Text("it is one amount, of no cluster: there is none to leave out")
        refuse_beside("--grant", ("--exclude", "--with-ended"), given, hint)


def refuse_idle_day(given: Sequence[str], first_year: str) -> None:
    """Refuse a day asked where both the grant and the first year are typed: nothing else depends on it.

    Args:
        given: what was typed.
        first_year: the option that gives the first year, such as ``--start``.

    Raises:
        UsageError: all three were typed.
    """
    if {"--as-of", "--grant", first_year} <= set(given):
        reason = Text("the grant and the first year are typed")
        refuse_idle("--as-of", reason, Text("leave it out, or {option}", option=first_year))


def going_together(given: tuple[str, ...]) -> tuple[str, ...]:
    """Return what was typed, if no option leaves another one nothing to say.

    Args:
        given: what was typed.

    Raises:
        UsageError: two of them do not go together.
    """
    hint = Text("a bank prices one course of payments: leave one of the two out")
    refuse_beside("--delays", ("--bank-cost",), given, hint)
    hint = Text("the rate that it finds is one of simple interest: leave one of the two out")
    refuse_beside("--bank-cost", BY_QUARTER, given, hint)
    hint = Text("drawn costs are simple interest, fee and guarantee: leave one of the two out")
    refuse_beside("--delays", (*BY_QUARTER, *OF_GRANTS), given, hint)
    refuse_idle_charges(given)
    refuse_exclusions_of_one_amount(given)
    refuse_idle_day(given, "--start")
    hint = Text("with --delays no table over time is shown")
    refuse_beside("--delays", ("--by",), given, hint)
    if "--delays" in given and "--rate" in given:
        hint = Text("with --delays the interest is that of the whole advance: leave --rate or --ceiling out")
        refuse_beside("--rate", ("--ceiling",), given, hint)
    return given


def refuse_euros_of_others(terms: "Terms", given: Sequence[str], clusters: Sequence[str]) -> None:
    """Refuse parts in euros where they are not those of one grant that is typed.

    Args:
        terms: what the options say.
        given: what was typed.
        clusters: the clusters that are named.

    Raises:
        UsageError: several clusters have one each.
    """
    if terms.split is None or not terms.split.in_euros:
        return
    hint = Text("say shares, such as --part base=60%")
    refuse_beside("--part", ("--exclude",), given, hint)
    if len(clusters) > 1:
        from clusters_cli.cashflow import ONE_GRANT_FOR_SEVERAL

        reason = Text("--part in euros is the grant of one, and {count} clusters are named", count=len(clusters))
        raise UsageError(reason, ONE_GRANT_FOR_SEVERAL, hint=hint)


def refuse_cost_of_several(given: Sequence[str], clusters: int) -> None:
    """Refuse the costs of one grant where several are planned.

    Raises:
        UsageError: they are typed, and each of several clusters has a grant of its own.
    """
    if "--cost" in given and "--grant" not in given and clusters > 1:
        from clusters_cli.cashflow import ONE_GRANT_FOR_SEVERAL

        message = Text("--cost gives the costs of one grant, and {count} clusters have one each", count=clusters)
        raise UsageError(message, ONE_GRANT_FOR_SEVERAL, hint=Text("name one cluster, or type its grant with --grant"))


def refuse_idle_terms(given: Sequence[str], terms: "Terms", schemes: "Sequence[PaymentScheme]") -> None:
    """Refuse options that none of the payment schemes asked for looks at.

    Args:
        given: what was typed.
        terms: what the options say.
        schemes: the payment schemes by which grants are paid.

    Raises:
        UsageError: an option changes nothing.
    """
    if not schemes:
        _refuse_without_schemes(given)
        return
    for option, (looks_at, reason, hint) in _looked_at().items():
        if option in given and not any(looks_at(scheme) for scheme in schemes):
            refuse_idle(option, reason.given(schemes=_names(schemes)), hint)
    for kind in terms.late:
        refuse_idle_kind("--late", kind, schemes)


def refuse_idle_kind(option: str, kind: "InstalmentKind", schemes: "Sequence[PaymentScheme]") -> None:
    """Refuse what an option says of a kind of instalment that none of the payment schemes pays.

    Raises:
        UsageError: there is none.
    """
    if not any(rule.kind == kind for scheme in schemes for one in scheme.alone for rule in one.instalments):
        reason = Text("no instalment of this kind is paid under {schemes}", schemes=_names(schemes))
        refuse_idle(f"{option} {kind}", reason)


def _refuse_without_schemes(given: Sequence[str]) -> None:
    idle = next((option for option in OF_SCHEMES if option in given), None)
    if idle is not None:
        reason = Text("no payment scheme pays a grant of the application file")
        refuse_idle(idle, reason, Text("name one with --scheme, or in the timing of a resource"))


def _looked_at() -> "Mapping[str, tuple[Callable[[PaymentScheme], bool], Text, Text | None]]":
    """Return for each option which payment schemes look at it, why the others do not, and what to type instead."""
    from clusters_cli.cashflow import has_yearly_balance, names_its_signature

    return {
        "--years": (
            lambda scheme: not scheme.is_project,
            Text("a project has its own length under {schemes}"),
            Text("--project-months changes it"),
        ),
        "--signed": (names_its_signature, Text("nothing is counted from a day of signature under {schemes}"), None),
        "--balance-month": (has_yearly_balance, Text("no yearly balance is paid under {schemes}"), None),
        "--part": (lambda scheme: bool(scheme.parts), Text("no grant is paid in parts under {schemes}"), None),
        "--advance-guarantee": (_pays_an_advance, Text("no advance is paid under {schemes}"), None),
        "--others-paid": (
            lambda scheme: scheme.waits_for_others,
            Text("nothing waits for the other funders under {schemes}"),
            None,
        ),
        "--project-months": (
            lambda scheme: scheme.is_project,
            Text("grants are yearly under {schemes}"),
            Text("--years says for how many"),
        ),
    }


def _pays_an_advance(scheme: "PaymentScheme") -> bool:
    return any(rule.kind == "advance" for one in scheme.alone for rule in one.instalments)


def _names(schemes: "Sequence[PaymentScheme]") -> str:
    return ", ".join(dict.fromkeys(scheme.id for scheme in schemes))
