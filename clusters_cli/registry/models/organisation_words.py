"""The closed words of statements on organisations and of their sources."""

from clusters_cli.foundations.text import Text, meant
from clusters_cli.foundations.words import Vocabulary


class Confidence(Vocabulary):
    """How far the reading of a fact found outside the reference source can be trusted."""

    HIGH = "high", Text("high"), "élevée"
    MEDIUM = "medium", Text("medium"), "moyenne"
    LOW = "low", Text("low"), "faible"


class LegalForm(Vocabulary):
    """The legal form of an organisation."""

    ASSOCIATION = "association", Text("association")
    COMPANY = "company", Text("company"), "société"
    COOPERATIVE = "cooperative", Text("cooperative"), "coopérative"
    PUBLIC_BODY = "public-body", Text("public body"), "organisme public"


class EndKind(Vocabulary):
    """How an organisation ceased to exist by itself: it became a part of another one, or of none."""

    MERGED = "merged", Text("merged"), "fusionné"
    DISSOLVED = "dissolved", Text("dissolved"), "dissous"


class LabelOutcome(Vocabulary):
    """What was decided on a pôle's label."""

    LABELLED = "labelled", Text("labelled"), "labellisé"
    NOT_RENEWED = "not-renewed", Text("not renewed"), "non renouvelé"


class SourceKind(Vocabulary):
    """What a source is."""

    REPORT = "report", meant("kind of source", "report"), "rapport"
    STUDY = "study", meant("kind of source", "study"), "étude"
    PRESS = "press", meant("kind of source", "press"), "presse"
    OFFICIAL = "official", meant("kind of source", "official page"), "page officielle"
    LAW = "law", meant("kind of source", "legal text"), "texte de droit"
    DATA = "data", meant("kind of source", "data set"), "jeu de données"
    WEBSITE = "website", meant("kind of source", "website"), "site"


class SourceLanguage(Vocabulary):
    """The language a source is written in."""

    FRENCH = "fr", Text("French"), "français"
    ENGLISH = "en", Text("English"), "anglais"
