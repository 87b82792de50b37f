"""The moments at which a source calls clusters fragile, the class that stands there, and what is recommended for it."""

from clusters_cli.registry.models.base import Identifier, Label, Line, Name, Sourced, Stated
from clusters_cli.registry.models.maturity_words import Maturity


class Stage(Sourced):
    """One moment in the life of clusters at which they are fragile (report, introduction).

    Attributes:
        id: what programs call it.
        number: its number in the source.
        name: what the source calls it.
        text: what makes clusters fragile then, restated.
        maturity: the class of the clusters that stand there.
        answered_by: ids of the recommendations for it.
        also: other sources that name it.
    """

    id: Identifier
    number: Line
    name: Name
    text: Label
    maturity: tuple[Stated[Maturity], ...] = ()
    answered_by: tuple[Stated[Identifier], ...] = ()
    also: tuple[Sourced, ...] = ()
