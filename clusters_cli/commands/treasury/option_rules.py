"""Which options of ``clusters treasury`` go together."""

from clusters_cli.commands.cashflow.combinations import BY_QUARTER, refuse_idle_charges
from clusters_cli.commands.shared.conflicts import refuse_beside, refuse_idle
from clusters_cli.foundations.text import Text


def going_together(given: tuple[str, ...]) -> tuple[str, ...]:
    """Return what was typed, if no option leaves another one nothing to say.

    Args:
        given: what was typed.

    Raises:
        UsageError: two of them do not go together.
    """
    hint = Text("the rate that it finds is one of simple interest: leave one of the two out")
    refuse_beside("--bank-cost", BY_QUARTER, given, hint)
    refuse_idle_charges(given)
    if "--rate" not in given and "--bank-cost" not in given and "--day-count" in given:
        refuse_idle("--day-count", Text("no interest is asked for"), Text("add --rate, or leave it out"))
    return given
