"""How payment delays are drawn, as every command that draws them takes it."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from clusters_cli.foundations.errors import UsageError
from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.text import Text, all_of

if TYPE_CHECKING:
    from clusters_cli.cashflow import Sampling

NOTHING_TO_DRAW = Explanation(
    "USE149",
    Text("how to draw, but not what"),
    Text("--draws, --seed and --correlation say how delays are drawn, and no --delays says which."),
    Text("Add --delays 'uniform(0,180)', or leave them out."),
    example="clusters cashflow nekoe --scheme triennial --draws 1000",
)


def are_drawn(delays: Sequence[str] | None, how: Mapping[str, object]) -> bool:
    """Return whether delays are to be drawn.

    Args:
        delays: the laws that are typed.
        how: by option, what is typed of how they are drawn.

    Raises:
        UsageError: an option says how to draw, and none says what.
    """
    if delays:
        return True
    if any(value is not None for value in how.values()):
        message = Text("{options} go with --delays", options=all_of(how))
        hint = Text("add --delays 'uniform(0,180)', or leave them out")
        raise UsageError(message, NOTHING_TO_DRAW, hint=hint)
    return False


def sampling(draws: int | None, seed: int | None, correlation: Decimal | None = None) -> "Sampling":
    """Return how delays are drawn, as usual where nothing else is typed.

    Raises:
        UsageError: something that is typed makes no sense.
    """
    from clusters_cli.cashflow import Sampling

    usual = Sampling()
    return Sampling(
        draws=usual.draws if draws is None else draws,
        seed=usual.seed if seed is None else seed,
        correlation=usual.correlation if correlation is None else correlation,
    )
