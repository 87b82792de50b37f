"""The closed words of the costs and resources of a dossier."""

from clusters_cli.foundations.text import Text, meant
from clusters_cli.foundations.words import Vocabulary


class CostPurpose(Vocabulary):
    """What a cost serves; the first three are those of the GBER, art. 27(8)."""

    ANIMATION = "animation", Text("animation of the cluster"), "animation du cluster"
    MARKETING = "marketing", Text("marketing of the cluster"), "promotion du cluster", "promotion"
    FACILITIES = "facilities", Text("management of facilities"), "gestion des installations", "installations"
    OTHER = "other", meant("purpose", "other"), "autre", "autres"


class CostNature(Vocabulary):
    """What a cost consists of; the first three may enter the operating base of art. 27(8)."""

    PERSONNEL = "personnel", Text("personnel")
    ADMINISTRATION = "administration", Text("administration")
    OVERHEAD = "overhead", Text("overhead"), "frais généraux"
    INVESTMENT = "investment", Text("investment"), "investissement"
    FINANCE = "finance", Text("cost of finance"), "frais financiers"
    PASS_ON = "pass-on", Text("passed on to members"), "répercuté sur les adhérents", "répercuté"
    MEMBER_SERVICE = "member-service", Text("service to one member"), "service à un adhérent"
    OTHER = "other", meant("nature of a cost", "other"), "autre", "autres"


class Mission(Vocabulary):
    """The class of the work that a line pays for, by the guide of DGE, CGET and Régions de France."""

    A = "a", meant("mission", "A"), "A"
    B = "b", meant("mission", "B"), "B"
    C = "c", meant("mission", "C"), "C"


class ResourceKind(Vocabulary):
    """Who a resource comes from, or by what title."""

    STATE = "state", Text("State"), "État"
    REGION = "region", Text("Région")
    DEPARTMENT = "department", meant("funder", "department"), "département"
    EPCI = "epci", Text("EPCI")
    COMMUNE = "commune", Text("commune")
    OTHER_PUBLIC = "other-public", Text("other public funder"), "autre financeur public", "autre public"
    ERDF = "erdf", Text("ERDF"), "FEDER"
    INTERREG = "interreg", Text("Interreg")
    EU_CENTRAL = "eu-central", Text("central EU programme"), "programme central de l’UE"
    DE_MINIMIS = "de-minimis", Text("de minimis aid"), "aide de minimis"
    IN_KIND_PUBLIC = "in-kind-public", Text("in kind, public"), "en nature, public"
    DUES = "dues", Text("dues"), "cotisations"
    SALES = "sales", Text("sales"), "ventes"
    PRIVATE_GRANT = "private-grant", Text("private gift"), "don privé"
    IN_KIND_PRIVATE = "in-kind-private", Text("in kind, private"), "en nature, privé"
    OWN_FUNDS = "own-funds", Text("own funds"), "fonds propres"
    LOAN = "loan", Text("loan"), "emprunt", "prêt"
    OTHER = "other", meant("resource", "other"), "autre", "autres"


class Sector(Vocabulary):
    """Whose money a resource is."""

    PUBLIC = "public", meant("money", "public")
    PRIVATE = "private", meant("money", "private"), "privé"


class ResourceStatus(Vocabulary):
    """How far a resource is settled; ``requested`` marks the grant that the dossier asks for."""

    REQUESTED = "requested", Text("requested"), "demandé"
    EXPECTED = "expected", Text("expected"), "attendu"
    GRANTED = "granted", Text("granted"), "accordé"
    RECEIVED = "received", meant("resource", "received"), "reçu"


class Pays(Vocabulary):
    """Which costs a resource pays: the operating costs of art. 27(8), an investment, or others."""

    OPERATING = "operating", Text("operating costs"), "fonctionnement"
    INVESTMENT = "investment", Text("investment"), "investissement"
    OTHER = "other", meant("costs", "other"), "autres", "autre"


class Spread(Vocabulary):
    """How an amount without dates falls over the project."""

    EVEN = "even", Text("even"), "réparties également"


class Recurrence(Vocabulary):
    """How often money comes back."""

    MONTH = "month", Text("month"), "mois"
    QUARTER = "quarter", Text("quarter"), "trimestre"
    HALF_YEAR = "half-year", Text("half-year"), "semestre"
    YEAR = "year", Text("year"), "année", "an"

    @property
    def months(self) -> int:
        """How many months one period lasts."""
        match self:
            case Recurrence.MONTH:
                return 1
            case Recurrence.QUARTER:
                return 3
            case Recurrence.HALF_YEAR:
                return 6
            case Recurrence.YEAR:
                return 12
