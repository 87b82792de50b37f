"""One case as the rules see it: a dossier, the law on the day of the award, and the day on which one looks."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property

from clusters_cli.dossier import AidType, Dossier, DossierFile
from clusters_cli.eligibility.answers import RuleAnswer, lacks, open_law
from clusters_cli.eligibility.law import InForceOn, Law
from clusters_cli.foundations.aid_basis import AidBasis
from clusters_cli.foundations.text import Dated, Text
from clusters_cli.registry.models import AidRegime, FunderRuleName, RegimeKind, regime_on

AWARD_DATE = "aid.award_date"


@dataclass(frozen=True)
class Case:
    """What a rule may look at.

    Attributes:
        file: the dossier and where its facts stand.
        law: parameters and regimes.
        as_of: the day on which one looks; deadlines are measured from it.
        basis: what the aid is examined on: the basis that the dossier names, or one of those that it could rest on.
        non_economic_is_aid: whether work that is called non-economic is taken as aid, to see what would follow.
        is_award_assumed: whether the award date is the day on which one looks, because no other was given.
        known_aid: public aid that is certain while the whole of it is unknown, in euros.
        assumptions: what was taken for granted, to be shown with the answer.
        declared: parameters that the rule in hand says it reads; reading another is a mistake of the program.
        log: what the rule in hand read of the law, for its explanation.
    """

    file: DossierFile
    law: Law
    as_of: date
    basis: AidBasis = AidBasis.ARTICLE_27
    non_economic_is_aid: bool = False
    is_award_assumed: bool = False
    known_aid: Decimal | None = None
    assumptions: tuple[Text, ...] = ()
    declared: frozenset[str] = field(default_factory=frozenset)
    log: list[InForceOn] = field(default_factory=list, compare=False, repr=False)

    @property
    def dossier(self) -> Dossier:
        """The dossier itself."""
        return self.file.dossier

    @property
    def award_date(self) -> date | None:
        """The day of the award, ``None`` when a dossier does not give it: the day asked is never taken instead."""
        return self.dossier.aid.award_date

    @property
    def asks_operating_aid(self) -> bool:
        """Whether it asks for aid to the running of the cluster, as what asks for none would if it were aid."""
        kind = self.dossier.aid.type
        return kind is AidType.OPERATING or (kind is AidType.NONE and self.non_economic_is_aid)

    @property
    def law_day(self) -> date | None:
        """The day whose law applies."""
        return self.award_date

    @cached_property
    def regime(self) -> AidRegime | None:
        """The French framework of the award date, ``None`` without a date or without a framework."""
        return regime_on(self.law.regimes.entries, self.award_date) if self.award_date else None

    @cached_property
    def regulation(self) -> AidRegime | None:
        """The version of the GBER of the award date, ``None`` without a date or without a version in force."""
        day = self.award_date
        texts = self.law.regimes.entries if day else ()
        return next((text for text in texts if text.kind is RegimeKind.REGULATION and day and text.holds_on(day)), None)

    def parameter(self, identifier: str, day: date | None = None) -> InForceOn | None:
        """Return a parameter on a day (that of the law by default), ``None`` when that day is not known."""
        if identifier not in self.declared:
            raise LookupError(identifier)
        when = day or self.law_day
        if when is None or identifier not in self.law.parameters:
            return None
        found = self.law.on(identifier, when)
        if found not in self.log:
            self.log.append(found)
        return found

    def number(self, identifier: str, day: date | None = None) -> Decimal | None:
        """Return a parameter in force as a number (a share, euros, a count), ``None`` when none is."""
        found = self.parameter(identifier, day)
        return Decimal(found.value) if found and isinstance(found.value, (Decimal, int)) else None

    def count(self, identifier: str, day: date | None = None) -> int | None:
        """Return a parameter in force as a whole number, ``None`` when none is."""
        found = self.number(identifier, day)
        return None if found is None else int(found)

    def text(self, identifier: str, day: date | None = None) -> str | None:
        """Return a parameter in force as a word, ``None`` when none is."""
        found = self.parameter(identifier, day)
        return found.value if found and isinstance(found.value, str) else None

    def whose(self, identifier: FunderRuleName) -> str:
        """Return whose a rule of the funder's own is; nothing if the frame of the registry does not hold it."""
        rule = self.law.rule_of_funder(identifier)
        return rule.whose if rule else ""

    def holds(self, identifier: str, day: date | None = None) -> bool:
        """Whether a yes-or-no parameter is in force and says yes."""
        found = self.parameter(identifier, day)
        return found is not None and found.value is True

    def is_unsettled(self, identifier: str, day: date | None = None) -> bool:
        """Whether the law of that day is known to be unclear about a parameter."""
        found = self.parameter(identifier, day)
        return found is not None and found.value is None and found.dated is not None

    def no_value(self, identifier: str, day: date | None = None) -> RuleAnswer:
        """Answer unknown because a parameter has no value: no award date, an unsettled law, or no text at all."""
        found = self.parameter(identifier, day)
        if found is None:
            return self.no_law(identifier) if identifier not in self.law.parameters else lacks(AWARD_DATE)
        if found.dated and found.dated.note:
            return open_law(found.dated.note)
        name = found.parameter.name
        return open_law(Text("no value in force on {day}: {name}", day=Dated(found.day), name=name))

    @staticmethod
    def no_law(identifier: str) -> RuleAnswer:
        """Answer unknown because the registry does not hold a parameter at all."""
        return open_law(Text("the registry has no parameter {id}", id=identifier))
