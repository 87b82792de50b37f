"""The closed words of de minimis aid: on which regulation an award rests, and who tells of it."""

from clusters_cli.foundations.text import meant
from clusters_cli.foundations.words import Vocabulary


class DeMinimisRule(Vocabulary):
    """The regulation on which an award rests; the first two share a ceiling, and are counted together."""

    GENERAL = "general", meant("de minimis", "general (2023/2831)"), "général (2023/2831)"
    FISHERIES = "fisheries", meant("de minimis", "fisheries (717/2014)"), "pêche (717/2014)"
    SGEI = "sgei", meant("de minimis", "SGEI (2023/2832)"), "SIEG (2023/2832)"


class AwardSource(Vocabulary):
    """Who tells of an award."""

    REGISTER = "register", meant("source of an award", "public register"), "registre public"
    TYPED = "typed", meant("source of an award", "typed"), "saisie"
    DOSSIER = "dossier", meant("source of an award", "dossier")
    REGISTRY = "registry", meant("source of an award", "registry"), "registre des clusters"
