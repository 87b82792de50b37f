"""Aid to the members of a cluster: what is passed on to them, and the ceilings of each basis it can have (K31)."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from clusters_cli.dossier import CostLine, CostNature, Fees, PassedOn, PassedOnBasis
from clusters_cli.eligibility.answers import RuleAnswer, fails, lacks, open_law, passes
from clusters_cli.eligibility.bases.small_aid import CEILING
from clusters_cli.eligibility.case import Case
from clusters_cli.eligibility.sums import Range, summed
from clusters_cli.foundations.findings import every
from clusters_cli.foundations.money import ZERO
from clusters_cli.foundations.text import Text

ARTICLE_28, ADVICE = "article-28-innovation", "article-28-advice"
PAID_FOR = (Fees.MARKET, Fees.COST, Fees.COST_PLUS_MARGIN)
"""Fees that leave no aid in a service to a member."""
Members = Mapping[str, Sequence[tuple[int, PassedOn]]]


def passed_on_costs(case: Case) -> Range:
    """Return what goes to single members and has to be recorded as theirs, in euros.

    A service to one member is aid to it, unless what it pays covers the cost.
    """
    fees = case.dossier.access.fees
    service = None if fees is None else fees not in PAID_FOR
    costs = case.dossier.costs
    if costs is None:
        return Range(ZERO, None, ("costs",))
    return summed((line.amount, *_is_passed_on(index, line, service)) for index, line in enumerate(costs))


def _is_passed_on(index: int, line: CostLine, service: bool | None) -> tuple[bool | None, tuple[str, ...]]:  # noqa: FBT001
    if line.nature is None:
        return None, (f"costs[{index}].nature",)
    if line.nature is CostNature.MEMBER_SERVICE:
        return service, ("access.fees",)
    return line.nature is CostNature.PASS_ON, ()


def every_member(case: Case, passed_on: Sequence[PassedOn]) -> RuleAnswer:
    """Judge what each member receives, all of its lines together."""
    members = _by_member(passed_on)
    judged = {name: _is_covered(case, lines) for name, lines in members.items()}
    failing = next((name for name, answer in judged.items() if answer is False), None)
    if failing is not None:
        return fails(_why_not(case, failing, members[failing]))
    if None in judged.values():
        facts = [fact for name, lines in members.items() if judged[name] is None for fact in _open_facts(lines)]
        return lacks(*facts) if facts else open_law(Text("no ceiling for members is known for that day"))
    return passes(Text("recorded for each member, on its own basis"), limit=case.number(CEILING))


def _by_member(passed_on: Sequence[PassedOn]) -> Members:
    members: defaultdict[str, list[tuple[int, PassedOn]]] = defaultdict(list)
    for index, item in enumerate(passed_on):
        members[item.member].append((index, item))
    return members


def _is_covered(case: Case, lines: Sequence[tuple[int, PassedOn]]) -> bool | None:
    items = [item for _index, item in lines]
    return every(
        (*(item.recorded for item in items), _de_minimis_fits(case, items), *(_fits(case, item) for item in items))
    )


def _de_minimis_fits(case: Case, items: Sequence[PassedOn]) -> bool | None:
    """Whether the de minimis aid of a member fits its ceiling, with what it had before."""
    of_it = [item for item in items if item.basis is PassedOnBasis.DE_MINIMIS]
    open_ones = [item for item in items if item.basis is None]
    if not of_it and not open_ones:
        return True
    ceiling = case.number(CEILING)
    if ceiling is None:
        return None
    before = [item.previous_de_minimis for item in of_it if item.previous_de_minimis is not None]
    least = sum((item.amount for item in of_it), max(before, default=ZERO))
    if least > ceiling:
        return False
    return None if open_ones or len(before) < len(of_it) else True


def _fits(case: Case, item: PassedOn) -> bool | None:
    """Whether aid under article 28 fits it: for SMEs, half of the costs, all of them for advice up to its ceiling."""
    if item.basis is not PassedOnBasis.ARTICLE_28:
        return True if item.basis is PassedOnBasis.DE_MINIMIS else None
    return every((item.sme, _intensity_fits(case, item)))


def _intensity_fits(case: Case, item: PassedOn) -> bool | None:
    rate, most = case.number(ARTICLE_28), case.number(ADVICE)
    if rate is None or most is None or item.costs is None:
        return None
    if item.amount > item.costs:
        return False
    if item.amount <= rate * item.costs:
        return True
    return False if item.amount > most else item.advice


def _why_not(case: Case, member: str, lines: Sequence[tuple[int, PassedOn]]) -> Text:
    items = [item for _index, item in lines]
    if any(item.recorded is False for item in items):
        return Text("{member}: not recorded as its aid", member=member)
    if _de_minimis_fits(case, items) is False:
        return Text("{member}: above the de minimis ceiling, all of its lines together", member=member)
    if any(item.basis is PassedOnBasis.ARTICLE_28 and item.sme is False for item in items):
        return Text("{member}: article 28 is for SMEs, which it is not", member=member)
    return Text("{member}: above what article 28 allows on its costs", member=member)


def _open_facts(lines: Sequence[tuple[int, PassedOn]]) -> Iterator[str]:
    wanted = {
        None: ("recorded", "basis"),
        PassedOnBasis.DE_MINIMIS: ("recorded", "previous_de_minimis"),
        PassedOnBasis.ARTICLE_28: ("recorded", "sme", "costs", "advice"),
    }
    for index, item in lines:
        yield from (f"passed_on[{index}].{key}" for key in wanted[item.basis] if getattr(item, key) is None)
