"""What clusters really signed, for every command that plans it where no payment scheme is typed."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from clusters_cli.commands.shared.conflicts import refuse_beside, refuse_idle
from clusters_cli.foundations.text import Text

if TYPE_CHECKING:
    from clusters_cli.cashflow import KnownSchemes
    from clusters_cli.registry import Layered, Registry
    from clusters_cli.registry.models import PaymentScheme, Stated

_SAID_BY_THE_AGREEMENT = (
    "--start",
    "--years",
    "--signed",
    "--balance-month",
    "--project-months",
    "--cost",
    "--max-peak",
)
"""Options that ask what if: an agreement says when it begins, ends and is signed, and in what shares it is paid."""


class WantedSchemes(NamedTuple):
    """By which payment schemes grants are paid, as far as agreements do not say it.

    Attributes:
        names: those that are typed for all; else the one of what was not signed, if there is one.
        default: who states the default of the Région, where that is taken.
    """

    names: tuple[str, ...]
    default: "Stated[str] | None" = None


def wanted_schemes(
    registry: "Registry", of_all: Sequence[str], of_the_rest: str | None, given: Sequence[str], option: str = "--scheme"
) -> WantedSchemes:
    """Return by which payment schemes grants are paid.

    Args:
        registry: its Région may have a default.
        of_all: those that are typed for all.
        of_the_rest: the one that is typed for clusters without an agreement.
        given: what was typed.
        option: what takes those of all.

    Raises:
        UsageError: both are typed.
    """
    from clusters_cli.registry import default_scheme

    if of_all:
        refuse_beside(option, ("--default-scheme",), given, Text("{option} is that of all", option=option))
        return WantedSchemes(tuple(of_all))
    if of_the_rest:
        return WantedSchemes((of_the_rest,))
    default = default_scheme(registry)
    return WantedSchemes((default.value,) if default else (), default)


def known_schemes(
    registry: "Registry",
    known: "Layered[PaymentScheme]",
    default: "PaymentScheme | None",
    *,
    is_split: bool = False,
    others_pay: bool = False,
) -> "KnownSchemes":
    """Return by which payment schemes agreements may be paid.

    Args:
        registry: says which funder is the Région.
        known: the payment schemes that there are.
        default: the one of the Région's agreements that do not say how they are paid.
        is_split: whether an option says how a grant is split.
        others_pay: whether an option says when the other funders pay.
    """
    from clusters_cli.cashflow import KnownSchemes

    return KnownSchemes({one.id: one for one in known.entries}, default, registry.region, is_split, others_pay)


def refuse_idle_default(given: Sequence[str], *, is_assumed: bool) -> None:
    """Refuse a payment scheme of what was not signed where all was.

    Raises:
        UsageError: it was typed, and is assumed of nothing.
    """
    if "--default-scheme" in given and not is_assumed:
        refuse_idle("--default-scheme", Text("all have an agreement, which says how it is paid"))


def refuse_what_agreements_say(given: Sequence[str]) -> None:
    """Refuse options of hypotheses where what was signed is planned.

    Raises:
        UsageError: one of them was typed.
    """
    for option in _SAID_BY_THE_AGREEMENT:
        if option in given:
            reason = Text("an agreement was signed, and says it itself")
            refuse_idle(option, reason, Text("add --scheme to ask what if"))
