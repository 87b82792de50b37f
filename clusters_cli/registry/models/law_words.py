"""The closed words of aid regimes and legal parameters."""

from clusters_cli.foundations.text import Text, meant
from clusters_cli.foundations.words import Vocabulary


class ConfidenceLetter(Vocabulary):
    """How far the reading of a text can be trusted.

    A: read in an official source; B: in a secondary one; C: commonly known, no text read; D: unsettled, so unknown.
    """

    OFFICIAL = "A", meant("confidence", "A"), "official source", "source officielle"
    SECONDARY = "B", meant("confidence", "B"), "secondary source", "source secondaire"
    COMMONLY_KNOWN = "C", meant("confidence", "C"), "commonly known", "communément admis"
    UNSETTLED = "D", meant("confidence", "D"), "unsettled", "non tranché"


class ParameterUnit(Vocabulary):
    """What the values of a parameter are."""

    SHARE = "share", meant("unit of a parameter", "share"), "part"
    EUROS = "euros", meant("unit of a parameter", "euros")
    YEARS = "years", meant("unit of a parameter", "years"), "années", "ans"
    MONTHS = "months", meant("unit of a parameter", "months"), "mois"
    DAYS = "days", meant("unit of a parameter", "days"), "jours"
    COUNT = "count", meant("unit of a parameter", "count"), "nombre"
    RATIO = "ratio", meant("unit of a parameter", "ratio"), "rapport"
    DATE = "date", meant("unit of a parameter", "date")
    YES_NO = "yes-no", meant("unit of a parameter", "yes or no"), "oui ou non"
    TEXT = "text", meant("unit of a parameter", "text"), "texte"


class RegimeKind(Vocabulary):
    """What a text is under which aid is given: a French exempted framework, or a version of the GBER."""

    FRAMEWORK = "framework", Text("framework"), "régime cadre"
    REGULATION = "regulation", Text("regulation"), "règlement"
