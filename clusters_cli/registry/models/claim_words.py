"""The closed words of claims: what a selection goes through, and what a printed number counts."""

from clusters_cli.foundations.text import meant
from clusters_cli.foundations.words import Vocabulary


class SelectedEntries(Vocabulary):
    """What a selection goes through.

    ``links`` are the different strands of a programme linked to a cluster; ``pole-regions`` the regions of the pôles
    named.
    """

    CLUSTERS = "clusters", meant("entries", "clusters")
    POLES = "poles", meant("entries", "pôles")
    NETWORK_REGIONS = "network-regions", meant("entries", "regions of networks"), "régions des réseaux"
    LINKS = "links", meant("entries", "links"), "liens"
    STRANDS = "strands", meant("entries", "strands"), "volets"
    BENEFICIARIES = "beneficiaries", meant("entries", "beneficiaries"), "bénéficiaires"
    AMOUNTS = "amounts", meant("entries", "amounts"), "montants"
    POLE_REGIONS = "pole-regions", meant("entries", "regions of pôles"), "régions des pôles"
    OBSTACLES = "obstacles", meant("entries", "obstacles"), "freins"
    RECOMMENDATIONS = "recommendations", meant("entries", "recommendations"), "préconisations"


class ClaimUnit(Vocabulary):
    """What a printed number counts."""

    EUROS = "euros", meant("unit of a claim", "euros")
    ORGANISATIONS = "organisations", meant("unit of a claim", "organisations"), "structures"
    MEMBERS = "members", meant("unit of a claim", "members"), "adhérents"
    SECTORS = "sectors", meant("unit of a claim", "sectors"), "secteurs"
    REGIONS = "regions", meant("unit of a claim", "regions"), "régions"
    OBSTACLES = "obstacles", meant("unit of a claim", "obstacles"), "freins"
    RECOMMENDATIONS = "recommendations", meant("unit of a claim", "recommendations"), "préconisations"
