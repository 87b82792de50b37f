"""The legal basis of an aid: one closed set of words, which registries and application files share."""

from clusters_cli.foundations.text import Text, meant
from clusters_cli.foundations.words import Vocabulary


class AidBasis(Vocabulary):
    """What an aid rests on: an article of the GBER, the de minimis regulation, or nothing, where it is no aid."""

    ARTICLE_27 = "article-27", meant("basis", "article 27")
    ARTICLE_20 = "article-20", meant("basis", "article 20")
    ARTICLE_20A = "article-20a", meant("basis", "article 20a"), "article 20 bis"
    DE_MINIMIS = "de-minimis", Text("de minimis aid"), "aide de minimis"
    NONE = "none", meant("basis", "no aid"), "aucune aide", "aucune"
