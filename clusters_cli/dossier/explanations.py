"""What the codes of a dossier mean, for ``clusters explain``."""

from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.messages import _

EXPLANATIONS = (
    Explanation(
        "DOS201",
        _("dates reversed"),
        _("Something ends, or is decided, before what must come first."),
        _("Correct one of the two dates."),
    ),
    Explanation(
        "DOS202",
        _("parts that do not add up"),
        _("The dated parts of a line, or its years, must add up to the amount of the line exactly."),
        _("Correct a part or the amount."),
    ),
    Explanation(
        "DOS203",
        _("a total beside its lines"),
        _("Totals are worked out from the lines when these are given; a total beside them would contradict them."),
        _("Leave the total out, or the lines."),
    ),
    Explanation(
        "DOS301",
        _("resources and costs differ"),
        _("The resources of the application do not add up to its costs: the budget is not balanced."),
        _("Add what is missing, such as own funds; it is a warning, since a draft may be incomplete."),
    ),
    Explanation(
        "DOS302",
        _("an unknown payment scheme"),
        _("The timing of a grant names a payment scheme that neither the registry nor the file of --schemes holds."),
        _("Take one that clusters schemes list shows, or give your own with --schemes FILE."),
    ),
    Explanation(
        "DOS401",
        _("a fact that the answer needs"),
        _("The treasury of a project needs its first and last day, its costs and its resources."),
        _("Add the fact that the message names; an empty list states that there is nothing."),
    ),
)
"""The codes of what the parts of a dossier say against each other."""
