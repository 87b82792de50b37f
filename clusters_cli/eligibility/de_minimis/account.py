"""The de minimis account of an undertaking on a day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from clusters_cli.dossier import DossierFile
from clusters_cli.eligibility.de_minimis.awards import DeMinimisAward, gathered, period_start
from clusters_cli.eligibility.de_minimis.ceilings import CEILING, PERIOD, SGEI_CEILING, SHARED, CeilingUse
from clusters_cli.eligibility.de_minimis.coverage import DECLARATION, REGISTER, Coverage
from clusters_cli.eligibility.de_minimis.de_minimis_words import DeMinimisRule
from clusters_cli.eligibility.de_minimis.register import RegisterCopy, read_register
from clusters_cli.eligibility.de_minimis.told_awards import DossierAwards, dossier_awards, registry_awards
from clusters_cli.eligibility.de_minimis.undertakings import SingleUndertaking, Undertaking
from clusters_cli.eligibility.law import InForceOn, Law
from clusters_cli.foundations.data_shape import computed, in_data
from clusters_cli.foundations.findings import every
from clusters_cli.registry import Registry


@dataclass(frozen=True, slots=True)
class DeMinimisQuestion:
    """What is asked of an undertaking.

    Attributes:
        group: the single undertaking.
        day: the day asked.
        wanted: what is to be awarded on that day under the general regulation, in euros; ``None`` for nothing.
        typed: awards that were typed.
        register: a copy of the public register.
        dossier: an application file.
        is_stated: whether its written statement names no award beside those that are given.
    """

    group: SingleUndertaking
    day: date
    wanted: Decimal | None = None
    typed: tuple[DeMinimisAward, ...] = ()
    register: Path | None = None
    dossier: DossierFile | None = None
    is_stated: bool = False


@in_data(without=("group",), spread=("coverage",))
@dataclass(frozen=True, slots=True)
class DeMinimisAccount:
    """What an undertaking received over the three years that end on a day, and what room is left.

    Attributes:
        group: the single undertaking.
        day: the day asked.
        ceilings: the ceiling of general aid with what of it is used; that of services of general economic interest too,
            where such aid is known.
        awards: every award that is known, each once, those that count no more included.
        coverage: whether that is all there is.
        register: the copy of the register that was read, if one was.
        law: the parameters that were read.
    """

    group: SingleUndertaking
    day: date
    ceilings: tuple[CeilingUse, ...]
    awards: tuple[DeMinimisAward, ...]
    coverage: Coverage
    register: RegisterCopy | None
    law: tuple[InForceOn, ...]

    @computed
    def undertaking(self) -> Undertaking:
        """The undertaking that is asked about."""
        return self.group.asked

    @computed
    def linked(self) -> tuple[Undertaking, ...]:
        """Those that are linked to it."""
        return self.group.linked

    @computed
    def since(self) -> date:
        """The first day of the three years."""
        return period_start(self.day)

    @computed
    def within(self) -> bool | None:
        """Whether aid stays within its ceilings: no as soon as certain awards exceed one; yes only if all is known."""
        return every((*(use.within for use in self.ceilings), self.coverage.is_complete or None))

    @property
    def general(self) -> CeilingUse:
        """The ceiling of general aid, with what of it is used."""
        return self.ceilings[0]


def stays_within(account: DeMinimisAccount) -> bool | None:
    """Return what an account answers: yes, no, or ``None`` while it cannot be told."""
    return account.within


def account_of(question: DeMinimisQuestion, registry: Registry, law: Law) -> DeMinimisAccount:
    """Return the account of an undertaking.

    Raises:
        UnusableFileError: the copy of the register cannot be read.
        InvalidDataError: the copy, or the application file, holds an award that cannot be read with certainty, or that
            is dated after the day asked.
    """
    group, day = question.group, question.day
    register = None if question.register is None else read_register(question.register, group, day)
    told = dossier_awards(question.dossier, group, day) if question.dossier else DossierAwards()
    known = registry_awards(registry, group, day)
    awards = gathered((register.awards if register else (), question.typed, told.awards, known.awards))
    ceilings = _ceilings(awards, question, law)
    coverage = Coverage(day, group, register, question.is_stated, told.is_complete, known.without_basis, law)
    read = (*(use.ceiling for use in ceilings), *(law.on(name, day) for name in (PERIOD, REGISTER, DECLARATION)))
    return DeMinimisAccount(group, day, ceilings, awards, coverage, register, read)


def _ceilings(awards: Sequence[DeMinimisAward], question: DeMinimisQuestion, law: Law) -> tuple[CeilingUse, ...]:
    day = question.day
    general = CeilingUse(SHARED, law, day, law.on(CEILING, day), _under(awards, SHARED), question.wanted)
    sgei = _under(awards, (DeMinimisRule.SGEI,))
    if not sgei:
        return (general,)
    return general, CeilingUse((DeMinimisRule.SGEI,), law, day, law.on(SGEI_CEILING, day), sgei)


def _under(awards: Sequence[DeMinimisAward], rules: Sequence[DeMinimisRule]) -> tuple[DeMinimisAward, ...]:
    return tuple(award for award in awards if award.rule in rules)
