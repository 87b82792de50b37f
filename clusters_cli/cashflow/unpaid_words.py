"""Why a line of a payment scheme pays nothing."""

from clusters_cli.foundations.text import Text
from clusters_cli.foundations.words import Vocabulary


class WhyUnpaid(Vocabulary):
    """Why a line of a payment scheme pays nothing."""

    COSTS = "costs", Text("too few new costs"), "trop peu de coûts nouveaux"
    CEILING = "ceiling", Text("ceiling reached"), "plafond atteint"
    RECOVERY = "recovery", Text("advance not yet recovered"), "avance non encore récupérée"
    RETAINED = "retained", Text("retained in full"), "entièrement retenu"
    LEAST = "least", Text("below the least amount"), "sous le montant minimal"
    REACHED = "reached", Text("not reached before the balance"), "pas atteint avant le solde"
