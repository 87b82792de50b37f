"""How far what is known of the aid of an undertaking is all there is: what may lack, and who states the rest."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from clusters_cli.eligibility.de_minimis.awards import ONE_DAY, period_start
from clusters_cli.eligibility.de_minimis.register import RegisterCopy
from clusters_cli.eligibility.de_minimis.undertakings import SingleUndertaking
from clusters_cli.eligibility.law import InForceOn, Law
from clusters_cli.foundations.data_shape import computed, in_data
from clusters_cli.foundations.text import Dated, Text, counted

REGISTER, DECLARATION, FARMING = "de-minimis-register", "de-minimis-register-days", "de-minimis-register-farming"
_SATURDAY = 5


@in_data(without=("group", "day", "register", "law"))
@dataclass(frozen=True, slots=True)
class Coverage:
    """Who tells of the aid that an undertaking received over three years, and what may lack.

    Until the register covers three years, the authority asks for a written statement (Regulation (EU) 2023/2831,
    art. 7(4)).

    Attributes:
        day: the day asked.
        group: the single undertaking.
        register: the copy of the register that was read, if one was.
        is_stated: whether a written statement of the undertaking names no other award than those that are known.
        is_declared: whether an application file declares that its awards are all there are.
        without_basis: grants of the registry of which it is not said on what they rest.
        law: what the law says of the register: from when, and within how many working days aid is entered.
    """

    day: date
    group: SingleUndertaking
    register: RegisterCopy | None
    is_stated: bool
    is_declared: bool
    without_basis: int
    law: Law

    @computed
    def register_since(self) -> date | None:
        """The first day of which aid is in the register; ``None`` where no text is known."""
        return self.law.first_day(REGISTER)

    @computed
    def is_group_told(self) -> bool:
        """Whether it is told which undertakings are linked, or that none is."""
        return self.group.is_told

    @computed
    def is_registered(self) -> bool:
        """Whether the copy of the register covers the three years, and everybody who is linked is known."""
        return self._covers_the_start and self._is_fresh and self.group.is_told

    @computed
    def is_complete(self) -> bool:
        """Whether the register or a written statement covers the three years."""
        return self.is_stated or self.is_declared or self.is_registered

    @computed
    def lacking(self) -> tuple[Text, ...]:
        """What may lack, in sentences; what a statement covers lacks no more."""
        return () if self.is_stated or self.is_declared else tuple(self._lacking())

    @property
    def declared_within(self) -> InForceOn:
        """Within how many working days aid is entered in the register."""
        return self.law.on(DECLARATION, self.day)

    @property
    def _covers_the_start(self) -> bool:
        since = self.register_since
        return self.register is not None and since is not None and since <= period_start(self.day)

    @property
    def _is_fresh(self) -> bool:
        """Whether no more time has passed since the last declaration of the copy than aid may wait for its own."""
        within, reaches = self.declared_within.value, self.register.reaches if self.register else None
        return isinstance(within, int) and reaches is not None and working_days(reaches, self.day) <= within

    def _lacking(self) -> Iterator[Text]:
        if self.register is None:
            yield Text("no copy of the public register was read (--register)")
        else:
            yield from self._lacking_in(self.register)
        if not self.group.is_told:
            yield Text("who is linked to it is not told (--group, or --alone): aid to linked undertakings counts too")
        if self.without_basis:
            yield counted(
                "the registry states {count} grant of these years without the text that it rests on",
                "the registry states {count} grants of these years without the text that they rest on",
                self.without_basis,
            )

    def _lacking_in(self, register: RegisterCopy) -> Iterator[Text]:
        start, since = period_start(self.day), self.register_since
        if since is not None and start < since:
            yield Text(
                "the register holds aid awarded since {since}: that of {first} to {last} is not in it",
                since=Dated(since),
                first=Dated(start),
                last=Dated(min(since - ONE_DAY, self.day)),
            )
        farming = self.law.first_day(FARMING)
        if farming is not None and start < farming:
            yield Text("aid to farming enters it on {since}, and counts too", since=Dated(farming))
        if not self._is_fresh and register.reaches is not None:
            yield Text("the copy reaches {day} only: take a fresh one", day=Dated(register.reaches))
        yield from self._always_lacking(register)

    def _always_lacking(self, register: RegisterCopy) -> Iterator[Text]:
        within = self.declared_within.value
        if isinstance(within, int):
            yield counted(
                "authorities have {count} working day to declare an aid, and some do not declare",
                "authorities have {count} working days to declare an aid, and some do not declare",
                within,
            )
        if register.unnumbered:
            yield counted(
                "{count} aid of the copy names its beneficiary by no SIREN",
                "{count} aids of the copy name their beneficiary by no SIREN",
                register.unnumbered,
            )


def working_days(after: date, until: date) -> int:
    """Return how many working days lie after a day, until another one; public holidays are counted as worked.

    >>> working_days(date(2026, 11, 20), date(2026, 11, 26))
    4
    """
    passed = ((after + timedelta(days=number)).weekday() for number in range(1, (until - after).days + 1))
    return sum(1 for weekday in passed if weekday < _SATURDAY)
