"""May a cluster receive this aid: the law of a day, the rules, what they find, and the verdict."""

from typing import TYPE_CHECKING

from clusters_cli.foundations.doors import door

if TYPE_CHECKING:
    from clusters_cli.eligibility.asking import Examined, FactRead
    from clusters_cli.eligibility.by_dossier import examine_applications
    from clusters_cli.eligibility.by_figures import examine_clusters
    from clusters_cli.eligibility.dated_figures import DatedFigures, FiguresSay
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
    "DatedFigures",
    "Depth",
    "Examination",
    "Examined",
    "FactRead",
    "FiguresSay",
    "Given",
    "InForceOn",
    "Law",
    "Mismatch",
    "Rule",
    "Tried",
    "TriedBasis",
    "all_hold",
    "examine_applications",
    "examine_clusters",
    "joint_answer",
    "law_in_use",
    "parameter_words",
    "prefill",
    "rules_explained",
    "try_cases",
]
