"""The closed words of payment schemes."""

from clusters_cli.foundations.text import Text
from clusters_cli.foundations.words import Vocabulary


class InstalmentKind(Vocabulary):
    """What an instalment is to the grant."""

    ADVANCE = "advance", Text("advance"), "avance"
    INTERIM = "interim", Text("interim payment"), "acompte"
    BALANCE = "balance", Text("balance"), "solde"


class Anchor(Vocabulary):
    """The event from which a due date is counted; ``spending`` is the day on which a share of the costs is spent."""

    SIGNATURE = "signature", Text("signature")
    START = "start", Text("start"), "début"
    YEAR_END = "year-end", Text("31 December"), "31 décembre", "fin d’année"
    PROJECT_END = "project-end", Text("end of the project"), "fin du projet"
    DATE = "date", Text("date")
    SPENDING = "spending", Text("spending"), "dépenses"


class AssumptionTopic(Vocabulary):
    """What an assumption of a scheme or of an option is about."""

    FIRST_YEAR = "first-year", Text("first year"), "première année"
    SIGNATURE = "signature", Text("signature")
    START = "start", Text("start of the project"), "début du projet"
    BALANCE = "balance", Text("balance due"), "échéance du solde"
    PAYMENT_DELAY = "payment-delay", Text("payment delay"), "délai de paiement"
    SPENDING = "spending", Text("spending"), "dépenses"
    PARTS = "parts", Text("parts of the grant"), "parties de la subvention"
    HORIZON = "horizon", Text("horizon")
    LATE = "late", Text("paid late"), "versé en retard"
    ACTUAL_COST = "actual-cost", Text("costs justified"), "coûts justifiés"


class SchemeStatus(Vocabulary):
    """Whether a scheme is used."""

    PAST = "past", Text("past"), "passé"
    IN_FORCE = "in-force", Text("in force"), "en vigueur"
    PROPOSED = "proposed", Text("proposed"), "proposé"
    OWN = "own", Text("own"), "propre"


class SpendingShape(Vocabulary):
    """How costs fall over the months of a period.

    ``even`` is the same every month; ``front`` falls in a straight line from n parts in the first of n months to one
    part in the last; ``back`` is the reverse; ``weights`` are as given.
    """

    EVEN = "even", Text("even"), "réparties également"
    FRONT = "front", Text("front-loaded"), "plus fortes au début"
    BACK = "back", Text("back-loaded"), "plus fortes à la fin"
    WEIGHTS = "weights", Text("weights"), "pondérations"


class EveryScheme(Vocabulary):
    """What stands for all schemes where one is named."""

    ALL = "all", Text("all payment schemes"), "tous les échéanciers de versement", "tous"
