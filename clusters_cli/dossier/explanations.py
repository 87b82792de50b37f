"""What the codes of a dossier mean, for ``clusters explain``."""

from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.text import Text

EXPLANATIONS = (
    Explanation(
        "DOS201",
        Text("dates reversed"),
        Text("Something ends, or is decided, before what must come first."),
        Text("Correct one of the two dates."),
    ),
    Explanation(
        "DOS202",
        Text("parts that do not add up"),
        Text("The dated parts of a line, or its years, must add up to the amount of the line exactly."),
        Text("Correct a part or the amount."),
    ),
    Explanation(
        "DOS203",
        Text("a total beside its lines"),
        Text("Totals are worked out from the lines when these are given; a total beside them would contradict them."),
        Text("Leave the total out, or the lines."),
    ),
    Explanation(
        "DOS301",
        Text("resources and costs differ"),
        Text("The resources of the application do not add up to its costs: the budget is not balanced."),
        Text("Add what is missing, such as own funds; it is a warning, since a draft may be incomplete."),
    ),
    Explanation(
        "DOS302",
        Text("an unknown payment scheme"),
        Text("The timing of a grant names a payment scheme that neither the registry nor the file of --schemes holds."),
        Text("Take one that clusters schemes list shows, or give your own with --schemes FILE."),
    ),
    Explanation(
        "DOS401",
        Text("a fact that the answer needs"),
        Text("The treasury of a project needs its first and last day, its costs and its resources."),
        Text("Add the fact that the message names; an empty list states that there is nothing."),
    ),
)
"""The codes of what the parts of a dossier say against each other."""
