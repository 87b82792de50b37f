"""Which lines are economic work, so that money on them is aid: missions A, B and C of the DGE-CGET-Régions guide."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from clusters_cli.dossier import CostLine, Mission, Resource
from clusters_cli.eligibility.answers import RuleAnswer, lacks
from clusters_cli.eligibility.case import Case
from clusters_cli.foundations.aid_basis import AidBasis
from clusters_cli.foundations.findings import Outcome
from clusters_cli.foundations.text import Text

MISSIONS, ACCOUNTS = "project.missions", "organisation.separate_accounts"


class Counted(NamedTuple):
    """Whether a line counts, ``None`` while it cannot be told, and the facts that would tell."""

    counts: bool | None
    facts: tuple[str, ...] = ()


def classes(case: Case) -> tuple[Mission, ...] | None:
    """Return the missions that have some of the work by ``project.missions``, ``None`` where it is not given."""
    sums = case.dossier.project.missions
    if sums is None:
        return None
    return tuple(mission for mission, amount in zip(Mission, (sums.a, sums.b, sums.c), strict=True) if amount)


def are_unsaid(case: Case) -> bool:
    """Whether nothing is said of missions, neither in all nor by line."""
    return case.dossier.project.missions is None and all(mission is None for mission in _marks(case))


def _marks(case: Case) -> Iterator[Mission | None]:
    yield from (line.mission for line in case.dossier.costs or ())
    yield from (line.mission for line in case.dossier.resources or ())


def economic(case: Case, index: int, line: CostLine | Resource) -> Counted:
    """Whether a line is for economic work, so that public money on it is aid.

    Work of mission A is none only where its accounts are separate.  Where nothing at all is said of missions, all of
    it is taken as economic: what then fails is told by :func:`unless_non_economic`.
    """
    return _counted(case, index, line, frozenset((Mission.B, Mission.C)))


def collective(case: Case, index: int, line: CostLine | Resource) -> Counted:
    """Whether a line is for the work that a cluster does for all its members: what article 27 of the GBER aids.

    Work for single firms (mission C) is aid to them, on a basis of its own.
    """
    return _counted(case, index, line, frozenset((Mission.B,)))


def for_single_firms(case: Case, index: int, line: CostLine) -> Counted:
    """Whether a cost is for services to single firms, mission C; not where nothing is said of missions."""
    if are_unsaid(case):
        return Counted(counts=False)
    possible = _possible(case, line)
    if len(possible) == 1 or Mission.C not in possible:
        return Counted(Mission.C in possible)
    return Counted(None, (f"{_key(line)}[{index}].mission",))


def _counted(case: Case, index: int, line: CostLine | Resource, wanted: frozenset[Mission]) -> Counted:
    if are_unsaid(case):
        return Counted(counts=True)
    possible = _possible(case, line)
    if Mission.A in possible and case.non_economic_is_aid:
        wanted |= {Mission.A}
    if len(possible) > 1:
        counts = (
            True if possible <= wanted else (False if not possible & wanted and Mission.A not in possible else None)
        )
        return Counted(counts, () if counts is not None else (f"{_key(line)}[{index}].mission",))
    if Mission.A in possible - wanted:
        return _without_aid(case)
    return Counted(bool(possible & wanted))


def _without_aid(case: Case) -> Counted:
    """Work of mission A is no aid where its accounts are separate; else that cannot be told."""
    separate = case.dossier.organisation.separate_accounts
    if separate:
        return Counted(counts=False)
    return Counted(None, (ACCOUNTS,) if separate is None else ())


def _possible(case: Case, line: CostLine | Resource) -> frozenset[Mission]:
    """Return the missions that a line can be of: its own, or those of the whole, or those of the costs it may pay."""
    if line.mission is not None:
        return frozenset((line.mission,))
    known = frozenset(classes(case) or Mission)
    if isinstance(line, CostLine):
        return known
    return frozenset(mission for cost in case.dossier.costs or () for mission in _possible(case, cost)) or known


def _key(line: CostLine | Resource) -> str:
    return "costs" if isinstance(line, CostLine) else "resources"


def is_all_non_economic(case: Case) -> bool | None:
    """Whether all of the work is of mission A, ``None`` while missions are not known."""
    lines = case.dossier.costs
    if lines is None:
        known = classes(case)
        return None if not known else known == (Mission.A,)
    return _all_of(case, lines, Mission.A)


def _all_of(case: Case, lines: Sequence[CostLine], mission: Mission) -> bool | None:
    if are_unsaid(case):
        return None
    found = {_possible(case, line) for line in lines}
    if any(mission not in possible for possible in found):
        return False
    return True if found == {frozenset((mission,))} else None


def asks_no_aid(case: Case) -> bool:
    """Whether no aid is asked for at all: by its basis, or because all lines are non-economic, with separate accounts.

    Totals without lines are those of aid by what they are, whatever the missions are.
    """
    is_apart = bool(case.dossier.organisation.separate_accounts) and is_all_non_economic(case) is True
    if case.dossier.costs is None:
        return case.basis is AidBasis.NONE
    return case.basis is AidBasis.NONE or (is_apart and not case.non_economic_is_aid)


def sets_some_aside(case: Case) -> bool:
    """Whether some of the work is called non-economic, so that money for it is perhaps no aid."""
    return Mission.A in (classes(case) or ()) or Mission.A in _marks(case)


def unless_non_economic(case: Case, ruling: RuleAnswer) -> RuleAnswer:
    """Return an answer; where it fails and nothing is said of missions, it cannot be told: mission A is no aid."""
    if ruling.outcome is not Outcome.FAIL or not are_unsaid(case) or case.dossier.costs is None:
        return ruling
    message = Text("{reason}, unless part of the work is non-economic", reason=ruling.message)
    return lacks(MISSIONS, message=message, found=ruling.found, limit=ruling.limit)
