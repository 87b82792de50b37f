"""The closed words of the aid that a dossier asks for, and of what the rules ask about it."""

from clusters_cli.foundations.text import Text, meant
from clusters_cli.foundations.words import Vocabulary


class AidType(Vocabulary):
    """What an aid is for; ``none`` asks for no aid."""

    OPERATING = "operating", Text("operating aid"), "aide au fonctionnement", "fonctionnement"
    INVESTMENT = "investment", Text("investment aid"), "aide à l’investissement", "investissement"
    NONE = "none", meant("aid", "none"), "aucune"


class Area(Vocabulary):
    """Where the project lies on the map of regional aid."""

    NONE = "none", Text("outside assisted areas"), "hors zone d’aide"
    C = "c", Text("area c"), "zone c"
    A = "a", Text("area a"), "zone a"


class CostMethod(Vocabulary):
    """How costs are declared."""

    REAL = "real", Text("real costs"), "coûts réels"
    SIMPLIFIED = "simplified", Text("simplified costs"), "coûts simplifiés"


class TaxBasis(Vocabulary):
    """Whether the amounts of a dossier hold recoverable tax."""

    NET = "net", Text("net of tax"), "hors taxes", "HT"
    GROSS = "gross", Text("tax included"), "toutes taxes comprises", "TTC"


class FunderLevel(Vocabulary):
    """Who gives the aid: the State, or a local authority."""

    STATE = "state", Text("State"), "État"
    LOCAL = "local", Text("local authority"), "collectivité"


class AwardKind(Vocabulary):
    """What an earlier award was for."""

    OPERATING = "operating", Text("operating aid"), "aide au fonctionnement", "fonctionnement"
    INVESTMENT = "investment", Text("investment aid"), "aide à l’investissement", "investissement"
    DE_MINIMIS = "de-minimis", Text("de minimis aid"), "aide de minimis"
    OTHER = "other", meant("aid", "other"), "autre"


class PassedOnBasis(Vocabulary):
    """On what an aid that is passed on to members rests."""

    DE_MINIMIS = "de-minimis", Text("de minimis aid"), "aide de minimis"
    ARTICLE_28 = "article-28", Text("article 28")


class TenYears(Vocabulary):
    """How a funder counts the ten years of operating aid (GBER, art. 27(7)), which the text leaves open."""

    BY_AWARD = "by-award", Text("by award"), "par octroi"
    OVER_LIFE = "over-life", Text("over the cluster's life"), "sur la vie du cluster"


class Fees(Vocabulary):
    """What users pay for facilities and activities."""

    MARKET = "market", Text("market price"), "prix du marché"
    COST = "cost", Text("cost price"), "prix coûtant"
    COST_PLUS_MARGIN = "cost-plus-margin", Text("cost plus a margin"), "coût augmenté d’une marge"
    BELOW_COST = "below-cost", Text("below cost"), "moins que le coût"
    FREE = "free", Text("free of charge"), "gratuit"


class ApplicationItem(Vocabulary):
    """The five items of an application, GBER art. 6(2)."""

    NAME_AND_SIZE = "name-and-size", Text("name and size of the applicant"), "nom et taille du demandeur"
    DESCRIPTION_AND_DATES = "description-and-dates", Text("description and dates"), "description et dates"
    PLACE = "place", Text("place of the project"), "lieu du projet"
    COSTS = "costs", Text("list of costs"), "liste des coûts"
    TYPE_AND_AMOUNT = "type-and-amount", Text("type and amount of the aid"), "type et montant de l’aide"
