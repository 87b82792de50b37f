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
)
"""The codes of what the parts of a dossier say against each other."""
