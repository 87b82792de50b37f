"""The three ways to ask: screening from the registry alone, a quick answer from a few figures, a whole dossier."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from clusters_cli.dossier import DossierFile, dossier_of
from clusters_cli.eligibility.case import Case
from clusters_cli.eligibility.known_figures import KnownFigures
from clusters_cli.eligibility.law import Law
from clusters_cli.eligibility.rulebook import Depth
from clusters_cli.foundations.errors import UsageError
from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.money import ZERO
from clusters_cli.foundations.strict_yaml import Document
from clusters_cli.foundations.text import Euros, Listed, Sentence, Text
from clusters_cli.registry.models import FunderRuleName

AID_BELOW_GRANT = Explanation(
    "USE170",
    Text("public aid without the grant it includes"),
    Text("--public-aid is all public aid on the eligible costs, the grant asked for included: it cannot be less."),
    Text("Add the grant to --public-aid, or correct one of the two."),
    example="clusters eligibility nekoe --public-aid 50000 --grant 60000",
)


@dataclass(frozen=True, slots=True)
class Given:
    """What was given on the command line; amounts in euros.

    Attributes:
        public_aid: all public aid on the operating base over the period, the grant included.
    """

    award_date: date | None = None
    eligible_costs: Decimal | None = None
    public_aid: Decimal | None = None
    grant: Decimal | None = None

    def __bool__(self) -> bool:
        return self != Given()

    @property
    def has_amounts(self) -> bool:
        """Whether amounts of one cluster are given."""
        return (self.eligible_costs, self.public_aid, self.grant) != (None, None, None)

    @property
    def depth(self) -> Depth:
        """Quick as soon as something is given, else screening."""
        return Depth.QUICK if self else Depth.SCREENING


def question(known: KnownFigures, given: Given, law: Law, as_of: date) -> Case:
    """Build the case of a cluster from the registry and what was given.

    Without an award date the award is taken to be on the day asked: this is assumed and said.

    Raises:
        UsageError: the grant is larger than the public aid that includes it.
    """
    if given.grant is not None and given.public_aid is not None and given.grant > given.public_aid:
        raise UsageError(
            Text(
                "--public-aid {aid} includes the grant and cannot be less than --grant {grant}",
                aid=str(given.public_aid),
                grant=str(given.grant),
            ),
            AID_BELOW_GRANT,
        )
    facts = {fact: pair for fact, pair in _facts(known, given, as_of).items() if pair is not None}
    empty = Document(known.id, "", {"id": known.id, "aid": {"type": "operating", "basis": "article-27"}})
    file = dossier_of(empty, facts)
    taken = dict.fromkeys(("aid.type", "aid.basis"), Text("taken for granted"))
    file = replace(file, given={**file.given, **taken})
    return _with_assumptions(Case(file, law, as_of, is_award_assumed=given.award_date is None), known, given)


def _facts(known: KnownFigures, given: Given, as_of: date) -> dict[str, tuple[str, Sentence | str] | None]:
    def option(value: object, name: str) -> tuple[str, str] | None:
        return None if value is None else (str(value), name)

    budget = None if known.budget is None else (str(known.budget), known.origin or known.id)
    award = option(given.award_date, "--award-date") or (str(as_of), Text("the day asked, taken for granted"))
    return {
        "aid.award_date": award,
        "totals.eligible_costs": option(given.eligible_costs, "--eligible-costs"),
        "totals.public_aid": option(given.public_aid, "--public-aid"),
        "totals.grant": option(given.grant, "--grant"),
        "totals.budget": budget,
    }


def _with_assumptions(case: Case, known: KnownFigures, given: Given) -> Case:
    told = []
    if case.is_award_assumed:
        told.append(Text("the aid is awarded on {day}, the day asked", day=case.as_of))
    known_aid = None
    if known.year is not None and given.public_aid is None and given.grant is None and known.grants:
        known_aid = sum((grant.amount for grant in known.grants), ZERO)
        grants = tuple(
            Text("{funder} {amount}", funder=grant.funder, amount=Euros(grant.amount)) for grant in known.grants
        )
        told.append(
            Text(
                "public aid is at least what the registry states for {year}: {grants}",
                year=known.year,
                grants=Listed(grants),
            )
        )
    return replace(case, known_aid=known_aid, assumptions=tuple(told))


def whole_dossier(file: DossierFile, law: Law, as_of: date) -> Case:
    """Build the case of a dossier: nothing is taken from elsewhere, nothing is assumed."""
    balance, tolerance = (law.rule_of_funder(name) for name in (FunderRuleName.PUBLIC_SHARE, FunderRuleName.TOLERANCE))
    if balance is None or tolerance is not None or file.dossier.balance_tolerance is not None:
        return Case(file, law, as_of)
    told = Text("{rule} ({whose}) is applied without tolerance", rule=balance.name, whose=balance.whose)
    return Case(file, law, as_of, assumptions=(told,))
