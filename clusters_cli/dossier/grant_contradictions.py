"""What two grants of a dossier say against each other, or one against the cluster that it is for."""

from collections import defaultdict
from collections.abc import Iterator

from clusters_cli.dossier.dossier import Dossier
from clusters_cli.dossier.placed_lines import Contradiction
from clusters_cli.foundations.explanations import Explanation, Level
from clusters_cli.foundations.names import fold
from clusters_cli.foundations.text import Text

AGREEMENT_OF_NOBODY = Explanation(
    "DOS210",
    Text("an agreement of no cluster"),
    Text("A grant names an agreement of the registry, and the dossier does not say of which cluster of the registry."),
    Text("Write cluster: ID at the top of the file, or say under timing which payment scheme pays the grant."),
)
AGREEMENT_TWICE = Explanation(
    "DOS211",
    Text("two grants under one agreement"),
    Text("Two resources name the same agreement of the registry, which gives one grant: it would be counted twice."),
    Text("Keep one of the two, or name the other agreement."),
)
FUNDERS_OF_ONE_NAME = Explanation(
    "DOS307",
    Text("two funders of one name"),
    Text(
        "Two resources have the same funder and are of different kinds. Whatever is asked of a funder by its name is"
        " asked of both; it is a warning, since one funder may give money by two titles."
    ),
    Text("Give each its own name if they are two funders, or two titles that are to be told apart."),
    level=Level.WARNING,
)


def grant_contradictions(dossier: Dossier) -> Iterator[Contradiction]:
    """Yield what the grants of a dossier say against each other."""
    yield from _agreements(dossier)
    yield from _funders_of_one_name(dossier)


def _agreements(dossier: Dossier) -> Iterator[Contradiction]:
    """Yield grants under an agreement of nobody, and those under the agreement of another grant."""
    named: dict[str, int] = {}
    for index, resource in enumerate(dossier.resources or ()):
        agreement = resource.timing.agreement if resource.timing else None
        if agreement is None:
            continue
        path = ("resources", index, "timing", "agreement")
        if dossier.cluster is None:
            message = Text("is of a cluster of the registry, which the dossier does not name: write cluster: ID")
            yield Contradiction(AGREEMENT_OF_NOBODY, path, message)
        if agreement in named:
            message = Text("is the agreement of resources[{index}] already", index=named[agreement])
            yield Contradiction(AGREEMENT_TWICE, path, message)
        named.setdefault(agreement, index)


def _funders_of_one_name(dossier: Dossier) -> Iterator[Contradiction]:
    """Yield each resource whose funder gives money of another kind before it."""
    by_name: dict[str, list[int]] = defaultdict(list)
    resources = dossier.resources or ()
    for index, resource in enumerate(resources):
        if resource.funder is None:
            continue
        same = by_name[fold(resource.funder)]
        if same and resource.kind not in {resources[one].kind for one in same}:
            message = Text(
                "{funder} is {kind} here and {other} in resources[{index}]: give each its own name",
                funder=resource.funder,
                kind=resource.kind.value,
                other=resources[same[0]].kind.value,
                index=same[0],
            )
            yield Contradiction(FUNDERS_OF_ONE_NAME, ("resources", index, "funder"), message)
        same.append(index)
