"""The classes of maturity, as a source states them and as ``maturity`` computes them."""

from clusters_cli.foundations.text import Text
from clusters_cli.foundations.words import Vocabulary


class Maturity(Vocabulary):
    """The three classes of the CESER report (2.1.1), in the order of the ladder."""

    EMERGING = "emerging", Text("emerging"), "émergent"
    SEEKING_MODEL = "seeking-model", Text("seeking a model"), "en recherche de modèle", "recherchant un modèle"
    STRUCTURED = "structured", Text("structured"), "structuré", "très structuré"
