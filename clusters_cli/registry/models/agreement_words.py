"""The closed words of the agreements of clusters."""

from clusters_cli.foundations.text import meant
from clusters_cli.foundations.words import Vocabulary


class AgreementStatus(Vocabulary):
    """Where an agreement stands; one of which nothing else is said is signed."""

    PROPOSED = "proposed", meant("agreement", "proposed"), "proposée"
    SIGNED = "signed", meant("agreement", "signed"), "signée"
    CLOSED = "closed", meant("agreement", "closed"), "soldée"
    TERMINATED = "terminated", meant("agreement", "terminated"), "résiliée"
