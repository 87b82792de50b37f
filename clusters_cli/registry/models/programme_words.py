"""The closed words of programmes: what they are, what their amounts cover, whom they concern and why."""

from clusters_cli.foundations.text import Text
from clusters_cli.foundations.words import Vocabulary


class ProgrammeKind(Vocabulary):
    """What a programme is."""

    AID_REGIME = "aid-regime", Text("aid under a regime"), "aide relevant d’un régime"
    EUROPEAN_FUND = "european-fund", Text("European fund"), "fonds européen"
    NATIONAL_PLAN = "national-plan", Text("public programme"), "programme public"
    LABEL = "label", Text("label")
    IN_KIND = "in-kind", Text("aid in kind"), "aide en nature"
    PURCHASE = "purchase", Text("purchase of services"), "achat de prestations"
    SERVICE = "service", Text("service")


class AmountScope(Vocabulary):
    """What an amount covers.

    Everything, a part set apart, the region's share, money for projects only, one of the components that make up a
    part, one year, or what was granted.
    """

    TOTAL = "total", Text("total")
    PART = "part", Text("part"), "partie"
    REGION = "region", Text("region"), "région"
    PROJECTS = "projects", Text("for projects"), "pour les projets"
    COMPONENT = "component", Text("component"), "composante"
    YEARLY = "yearly", Text("a year"), "par an"
    RESULT = "result", Text("granted"), "accordé"


class ConditionKind(Vocabulary):
    """What a term of a programme is about."""

    BENEFICIARY = "beneficiary", Text("beneficiary"), "bénéficiaire"
    ELIGIBLE_COSTS = "eligible-costs", Text("eligible costs"), "coûts admissibles"
    PARTNERS = "partners", Text("partners"), "partenaires"
    COUNTRIES = "countries", Text("countries"), "pays"
    BALANCE = "balance", Text("balance of the budget"), "équilibre du budget"
    APPLICATION = "application", Text("application"), "candidature"
    ADVANCE = "advance", Text("advance"), "avance"


class ProgrammeAudience(Vocabulary):
    """Whom a programme is open to."""

    CLUSTERS = "clusters", Text("clusters")
    SUPPORTED_CLUSTERS = "supported-clusters", Text("supported clusters"), "clusters soutenus"
    POLES = "poles", Text("pôles")


class Strength(Vocabulary):
    """How a source links a cluster to a programme.

    ``direct``: it is directly concerned; ``related``: by a related activity (the two marks of the report's matrices);
    ``possible``: a link the source says is still to be identified.
    """

    DIRECT = "direct", Text("direct")
    RELATED = "related", Text("related activity"), "activité connexe"
    POSSIBLE = "possible", Text("to be identified"), "à identifier"


class LinkBasis(Vocabulary):
    """Why a programme stands in a cluster's list.

    The strengths of a stated link; ``received``: it received from it; ``open``: a source says that it is open to
    clusters such as this one; ``lost``: a source printed the links and they cannot be read, so that they are unknown.
    """

    DIRECT = Strength.DIRECT.definition
    RELATED = Strength.RELATED.definition
    POSSIBLE = Strength.POSSIBLE.definition
    RECEIVED = "received", Text("received"), "l’a reçu"
    OPEN = "open", Text("open to it"), "lui est ouvert"
    LOST = "lost", Text("unknown (lost)"), "inconnu (perdu)"
