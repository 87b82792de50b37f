"""The closed words of criteria and of signs of obstacles."""

from typing import assert_never

from clusters_cli.foundations.text import Text
from clusters_cli.foundations.words import Vocabulary
from clusters_cli.registry.models.maturity_words import Maturity


class Measure(Vocabulary):
    """What a criterion looks at: age in years, yearly budget in euros, permanent team in people or its equivalents."""

    AGE = "age", Text("age"), "âge"
    BUDGET = "budget", Text("yearly budget"), "budget annuel"
    TEAM = "team", Text("permanent team"), "équipe permanente"


class SignMeasure(Vocabulary):
    """What a sign looks at.

    As criteria do, or the peak advance of the Région's grant in months of budget, the years that an agreement with the
    Région covers, the funders known.
    """

    BUDGET = Measure.BUDGET.definition
    TEAM = Measure.TEAM.definition
    CASH_ADVANCE = "cash-advance", Text("cash advance in months of budget"), "avance de trésorerie en mois de budget"
    AGREEMENT = "agreement", Text("years of the agreement"), "années de la convention"
    FUNDERS = "funders", Text("public funders known"), "financeurs publics connus"


class ThresholdTest(Vocabulary):
    """On which side of a threshold the answer is yes."""

    BELOW = "below", Text("below"), "inférieur à"
    AT_LEAST = "at-least", Text("at least"), "au moins"
    AT_MOST = "at-most", Text("at most"), "au plus"
    ABOVE = "above", Text("above"), "supérieur à"

    @property
    def sign(self) -> str:
        """How it is written before a threshold."""
        match self:
            case ThresholdTest.BELOW:
                return "<"
            case ThresholdTest.AT_LEAST:
                return "≥"
            case ThresholdTest.AT_MOST:
                return "≤"
            case ThresholdTest.ABOVE:
                return ">"
            case _:
                assert_never(self)


class Onward(Vocabulary):
    """Where an unknown measure leads: to the criterion of the next rank, or nowhere."""

    NEXT = "next", Text("next criterion"), "critère suivant"
    UNDETERMINED = "undetermined", Text("undetermined"), "indéterminé"


class Lead(Vocabulary):
    """Where an answer leads: to a class, to the criterion of the next rank, or nowhere."""

    EMERGING = Maturity.EMERGING.definition
    SEEKING_MODEL = Maturity.SEEKING_MODEL.definition
    STRUCTURED = Maturity.STRUCTURED.definition
    NEXT = Onward.NEXT.definition
    UNDETERMINED = Onward.UNDETERMINED.definition

    @property
    def maturity(self) -> Maturity | None:
        """The class it leads to, ``None`` if it leads to none."""
        return next((maturity for maturity in Maturity if maturity == self.value), None)
