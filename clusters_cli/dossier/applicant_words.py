"""The closed words of who applies."""

from clusters_cli.foundations.text import Text, meant
from clusters_cli.foundations.words import Vocabulary


class ApplicantForm(Vocabulary):
    """The legal form of who applies; a consortium is no legal person."""

    ASSOCIATION = "association", Text("association")
    COMPANY = "company", Text("company"), "société"
    COOPERATIVE = "cooperative", Text("cooperative"), "coopérative"
    PUBLIC_BODY = "public-body", Text("public body"), "organisme public"
    CONSORTIUM = "consortium", Text("consortium")


class Activity(Vocabulary):
    """What a cluster does; all but ``other`` are those of the GBER, art. 2(92)."""

    SHARING = "sharing", Text("sharing of facilities"), "partage d’installations"
    KNOWLEDGE_EXCHANGE = "knowledge-exchange", Text("exchange of knowledge"), "échange de connaissances"
    TRANSFER = "transfer", Text("transfer of knowledge"), "transfert de connaissances"
    NETWORKING = "networking", Text("networking"), "mise en réseau"
    DISSEMINATION = "dissemination", Text("dissemination of information"), "diffusion d’informations"
    COLLABORATION = "collaboration", Text("collaboration")
    OTHER = "other", meant("activity", "other"), "autre"


class MemberKind(Vocabulary):
    """What a member of a cluster is."""

    START_UP = "start-up", Text("start-up"), "jeune pousse"
    SME = "sme", Text("SME"), "PME"
    LARGE = "large", Text("large company"), "grande entreprise"
    RESEARCH = "research", Text("research organisation"), "organisme de recherche"
    NON_PROFIT = "non-profit", Text("non-profit organisation"), "organisme à but non lucratif"
    PUBLIC = "public", Text("public member"), "membre public"
    OTHER = "other", meant("member", "other"), "autre"


class LabelLevel(Vocabulary):
    """The level of the European label of cluster management."""

    NONE = "none", meant("label", "none"), "aucun"
    BRONZE = "bronze", Text("bronze")
    SILVER = "silver", Text("silver"), "argent"
    GOLD = "gold", Text("gold"), "or"
