"""The closed words of what is found of a cluster: units, facts that are missing, indicators, assumptions."""

from clusters_cli.foundations.text import Text, meant
from clusters_cli.foundations.words import Vocabulary
from clusters_cli.registry.models import Measure


class Unit(Vocabulary):
    """What a figure counts; a share is of 1."""

    YEARS = "years", meant("unit", "years"), "ans"
    MONTHS = "months", meant("unit", "months"), "mois"
    EUROS = "euros", Text("euros")
    PEOPLE = "people", Text("people"), "personnes"
    FTE = "fte", Text("FTE"), "ETP"
    COUNT = "count", Text("number"), "nombre"
    SHARE = "share", Text("share"), "part"


class MissingFact(Vocabulary):
    """A fact without which a measure is unknown."""

    FOUNDED = "founded", Text("year of creation"), "année de création"
    BUDGET = Measure.BUDGET.definition
    TEAM = Measure.TEAM.definition
    MEMBERS = "members", Text("members"), "adhérents"
    REGIONAL_COMPANIES = "regional_companies", Text("regional companies"), "entreprises régionales"
    REGIONAL_GRANT = "regional_grant", Text("grant of the Région"), "subvention de la Région"
    SUPPORT = "support", Text("support of a public funder"), "soutien d’un financeur public"
    SCHEME = "scheme", Text("payment scheme in force"), "échéancier de versement en vigueur"


class IndicatorName(Vocabulary):
    """What stands beside a class.

    The grant of the Région over the budget and over the member companies of the region, those over all members, the
    age, the staff.
    """

    GRANT_SHARE = "grant_share", Text("Grant / budget"), "Subvention / budget"
    GRANT_PER_COMPANY = "grant_per_company", Text("Grant per regional company"), "Subvention par entreprise régionale"
    REGIONAL_SHARE = "regional_share", Text("Members in the region"), "Adhérents de la région"
    AGE = "age", Text("Age"), "Âge"
    STAFF = "staff", Text("Staff"), "Personnel"


class AssumptionOfClasses(Vocabulary):
    """What an assumption behind the classes is about."""

    AGE = "age", Text("years below which a cluster is young"), "âge au-dessous duquel un cluster est jeune"
    BUDGET = "budget", Text("budget threshold"), "seuil de budget"
    TEAM = "team", Text("team threshold"), "seuil d’équipe"
    BORDERLINE = "borderline", Text("share of a threshold that is borderline"), "part d’un seuil tenue pour limite"
