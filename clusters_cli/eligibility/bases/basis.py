"""What an aid can rest on: each basis has the money that it is for, what its limits are counted on, and its limits."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from clusters_cli.eligibility.case import Case
from clusters_cli.eligibility.sums import Range
from clusters_cli.foundations.aid_basis import AidBasis
from clusters_cli.foundations.money import ZERO
from clusters_cli.foundations.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Amounts:
    """What the limits of a basis are counted on, in euros.

    Attributes:
        base: the costs on which aid is counted.
        aid: all public aid that counts on them, the grant asked for included (GBER, art. 8(1)).
        cap: the share of the base that aid may reach; ``None`` where the basis has none, or it cannot be told.
        ceiling: the most that one undertaking may receive; ``None`` where the basis has none, or it cannot be told.
        earlier: aid awarded before that counts with it against the ceiling.
    """

    base: Range
    aid: Range
    cap: Decimal | None = None
    ceiling: Decimal | None = None
    earlier: Decimal = ZERO


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalBasis:
    """A basis: which rules are its conditions is said by each rule, under ``bases`` in ``rules.yaml``.

    Attributes:
        name: the basis.
        is_open: whether an aid whose basis is not named can rest on it, by the kinds of its money.
        amounts: what its limits are counted on.
        parameters: the parameters that its amounts read.
        not_asked: what is said of a rule that is none of its conditions.
    """

    name: AidBasis
    is_open: Callable[[Case], bool]
    amounts: Callable[[Case], Amounts]
    parameters: tuple[str, ...] = ()
    not_asked: Text
