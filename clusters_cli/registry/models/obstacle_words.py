"""The closed words of recommendations: what is said for and against them, and what became of their proposals."""

from clusters_cli.foundations.text import Text
from clusters_cli.foundations.words import Vocabulary


class Stance(Vocabulary):
    """Where somebody stands; ``comments`` is for those who ask or warn and say neither yes nor no."""

    SUPPORTS = "supports", Text("supports"), "soutient"
    OPPOSES = "opposes", Text("opposes"), "s’oppose"
    COMMENTS = "comments", Text("comments"), "fait des remarques"


class FollowUpState(Vocabulary):
    """What became of a proposal, as far as a source tells."""

    ANNOUNCED = "announced", Text("announced"), "annoncée"
    UNDER_WAY = "under-way", Text("under way"), "en cours"
    DONE = "done", Text("done"), "réalisée"
    REFUSED = "refused", Text("refused"), "refusée"
    DROPPED = "dropped", Text("dropped"), "abandonnée"
