"""May a cluster receive this aid: the law of a day, the rules, what they find, and the verdict."""

from typing import TYPE_CHECKING

from clusters_cli.foundations.doors import door

if TYPE_CHECKING:
    from clusters_cli.eligibility.asking import Examined, FactRead
    from clusters_cli.eligibility.by_dossier import examine_applications
    from clusters_cli.eligibility.by_figures import examine_clusters
    from clusters_cli.eligibility.dated_figures import DatedFigures, FiguresSay
    from clusters_cli.eligibility.de_minimis.account import (
        DeMinimisAccount,
        DeMinimisQuestion,
        account_of,
        stays_within,
    )
    from clusters_cli.eligibility.de_minimis.annex import DeMinimisAnnex, annex_of
    from clusters_cli.eligibility.de_minimis.awards import DeMinimisAward, free_from
    from clusters_cli.eligibility.de_minimis.ceilings import CeilingUse, ReturnedRoom
    from clusters_cli.eligibility.de_minimis.de_minimis_words import AwardSource, DeMinimisRule
    from clusters_cli.eligibility.de_minimis.told_awards import member_of
    from clusters_cli.eligibility.de_minimis.undertakings import SingleUndertaking, Undertaking, siren_in
    from clusters_cli.eligibility.examination import Examination, joint_answer
    from clusters_cli.eligibility.explained_rules import rules_explained
    from clusters_cli.eligibility.known_figures import prefill
    from clusters_cli.eligibility.law import InForceOn, Law, law_in_use
    from clusters_cli.eligibility.questions import Given
    from clusters_cli.eligibility.rule_cases import Mismatch, Tried, all_hold, try_cases
    from clusters_cli.eligibility.rulebook import Depth, Rule
    from clusters_cli.eligibility.trials import TriedBasis
    from clusters_cli.eligibility.worded_parameters import parameter_words
else:
    __getattr__ = door(__name__)

__all__ = [
    "AwardSource",
    "CeilingUse",
    "DatedFigures",
    "DeMinimisAccount",
    "DeMinimisAnnex",
    "DeMinimisAward",
    "DeMinimisQuestion",
    "DeMinimisRule",
    "Depth",
    "Examination",
    "Examined",
    "FactRead",
    "FiguresSay",
    "Given",
    "InForceOn",
    "Law",
    "Mismatch",
    "ReturnedRoom",
    "Rule",
    "SingleUndertaking",
    "Tried",
    "TriedBasis",
    "Undertaking",
    "account_of",
    "all_hold",
    "annex_of",
    "examine_applications",
    "examine_clusters",
    "free_from",
    "joint_answer",
    "law_in_use",
    "member_of",
    "parameter_words",
    "prefill",
    "rules_explained",
    "siren_in",
    "stays_within",
    "try_cases",
]
