"""The closed words of payment schemes."""

from clusters_cli.foundations.text import Text
from clusters_cli.foundations.words import Vocabulary


class InstalmentKind(Vocabulary):
    """What an instalment is to the grant."""

    ADVANCE = "advance", Text("advance"), "avance"
    INTERIM = "interim", Text("interim payment"), "acompte"
    BALANCE = "balance", Text("balance"), "solde"
    RELEASE = "release", Text("release of what was retained"), "levée de retenue"


class Anchor(Vocabulary):
    """The event from which a day is counted.

    ``spending`` is the day on which a share of the costs is spent, ``period-end`` the last day of each reporting
    period, ``others-paid`` the day of the last payment by the other funders.
    """

    SIGNATURE = "signature", Text("signature")
    START = "start", Text("start"), "début"
    YEAR_END = "year-end", Text("31 December"), "31 décembre", "fin d’année"
    PROJECT_END = "project-end", Text("end of the project"), "fin du projet"
    DATE = "date", Text("date")
    SPENDING = "spending", Text("spending"), "dépenses"
    PERIOD_END = "period-end", Text("end of each period"), "fin de chaque période", "fin de période"
    OTHERS_PAID = "others-paid", Text("last payment of the other funders"), "dernier versement des autres financeurs"


class ShareOf(Vocabulary):
    """What the share of an instalment is taken of.

    The ``grant``; the grant's rate on the ``costs`` declared since the last claim; or the grant's average by reporting
    ``period``.
    """

    GRANT = "grant", Text("grant"), "subvention"
    COSTS = "costs", Text("new costs"), "coûts nouveaux", "coûts"
    PERIOD = "period", Text("average of a period"), "moyenne d’une période", "période"


class RetainedOf(Vocabulary):
    """What the share of money retained is taken of: each ``payment``, or the ``grant``, in all."""

    PAYMENT = "payment", Text("payment"), "versement"
    GRANT = "grant", Text("grant"), "subvention"


class ReachedOf(Vocabulary):
    """What must be spent for an instalment: a share of the planned ``costs``, or of what was ``paid`` before."""

    COSTS = "costs", Text("planned costs"), "coûts prévus", "coûts"
    PAID = "paid", Text("instalments before"), "versements précédents", "versé"


class RecoveryWord(Vocabulary):
    """When claims take the advance back: with the ``balance`` only, or with the ``first`` of them until it is."""

    BALANCE = "balance", Text("with the balance"), "avec le solde", "solde"
    FIRST = "first", Text("from the first claims"), "sur les premières demandes"


class AssumptionTopic(Vocabulary):
    """What an assumption of a scheme or of an option is about."""

    FIRST_YEAR = "first-year", Text("first year"), "première année"
    SIGNATURE = "signature", Text("signature")
    START = "start", Text("start of the project"), "début du projet"
    BALANCE = "balance", Text("balance due"), "échéance du solde"
    PAYMENT_DELAY = "payment-delay", Text("payment delay"), "délai de paiement"
    SPENDING = "spending", Text("spending"), "dépenses"
    PERIODS = "periods", Text("reporting periods"), "périodes"
    PARTS = "parts", Text("parts of the grant"), "parties de la subvention"
    HORIZON = "horizon", Text("horizon")
    LATE = "late", Text("paid late"), "versé en retard"
    ACTUAL_COST = "actual-cost", Text("costs justified"), "coûts justifiés"
    ACCEPTED = "accepted", Text("costs accepted"), "coûts acceptés"
    COST = "cost", Text("planned costs"), "coûts prévus"
    OTHERS_PAID = "others-paid", Text("last payment of the other funders"), "dernier versement des autres financeurs"
    VARIANT = "variant", Text("variant of the scheme"), "variante de l’échéancier"


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
