"""The closed words of the frame of a registry."""

from clusters_cli.foundations.text import Text
from clusters_cli.foundations.words import Vocabulary


class FunderRuleName(Vocabulary):
    """A rule of the funder's own that the program can apply; a rule of law stands in ``programmes.yaml``."""

    PUBLIC_SHARE = "public-share-max", Text("largest public share of a budget"), "part publique maximale du budget"
    TOLERANCE = "public-share-tolerance", Text("tolerance on the public share"), "tolérance sur la part publique"
    AGREEMENT_YEARS = "agreement-years", Text("years of an agreement"), "années de convention"
