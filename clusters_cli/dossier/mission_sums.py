"""What the missions of a dossier say against each other: those of its lines, those of the project, and its budget."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from clusters_cli.dossier.dossier import Dossier
from clusters_cli.dossier.line_words import Mission
from clusters_cli.dossier.lines import CostLine, Resource
from clusters_cli.dossier.placed_lines import Contradiction
from clusters_cli.foundations.explanations import Explanation, Level
from clusters_cli.foundations.money import ZERO
from clusters_cli.foundations.text import Euros, Text

STRANGE_MISSION = Explanation(
    "DOS205",
    Text("a mission that the project has none of"),
    Text("A line is of a mission of which project.missions says that there is none."),
    Text("Correct the mission of the line, or the amount of that mission."),
)
MISSIONS_OFF = Explanation(
    "DOS306",
    Text("missions that do not add up"),
    Text("The missions do not add up to the budget, or the lines of one to its amount; that breaks no law."),
    Text("Correct the amounts; the lines are what the rules count."),
    level=Level.WARNING,
)


def mission_contradictions(dossier: Dossier) -> Iterator[Contradiction]:
    """Yield what missions say against each other: a line of one that there is none of, and sums that are off."""
    sums = dossier.project.missions
    if sums is None:
        return
    amounts = dict(zip(Mission, (sums.a, sums.b, sums.c), strict=True))
    lines: dict[str, Sequence[CostLine | Resource]] = {
        "costs": dossier.costs or (),
        "resources": dossier.resources or (),
    }
    for key, some in lines.items():
        for index, line in enumerate(some):
            if line.mission is not None and not amounts[line.mission]:
                message = Text("project.missions says that there is none of mission {mission}", mission=line.mission)
                yield Contradiction(STRANGE_MISSION, (key, index, "mission"), message)
    yield from _sums_off(dossier, amounts)


def _sums_off(dossier: Dossier, amounts: dict[Mission, Decimal]) -> Iterator[Contradiction]:
    path = ("project", "missions")
    budget = dossier.totals.budget if dossier.costs is None else _sum(dossier.costs)
    total = sum(amounts.values(), ZERO)
    if budget is not None and total != budget:
        message = Text(
            "the missions add up to {total}, the budget is {budget}", total=Euros(total), budget=Euros(budget)
        )
        yield Contradiction(MISSIONS_OFF, path, message)
    if not dossier.costs or any(line.mission is None for line in dossier.costs):
        return
    for mission, amount in amounts.items():
        of_lines = _sum([line for line in dossier.costs if line.mission is mission])
        if of_lines != amount:
            message = Text(
                "the costs of mission {mission} add up to {lines}, found {amount}",
                mission=mission,
                lines=Euros(of_lines),
                amount=Euros(amount),
            )
            yield Contradiction(MISSIONS_OFF, path, message)


def _sum(lines: Sequence[CostLine | Resource]) -> Decimal:
    return sum((line.amount for line in lines), ZERO)
