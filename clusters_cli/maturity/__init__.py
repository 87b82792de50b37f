"""How mature a cluster is: criteria, classes, evidence and diagnosis."""

from typing import TYPE_CHECKING

from clusters_cli.foundations.doors import door

if TYPE_CHECKING:
    from clusters_cli.maturity.agreement import ConfusionCell, confusion, joint_answer
    from clusters_cli.maturity.classes import class_of, classify
    from clusters_cli.maturity.classification import LADDER, AskedCriterion, Classification, NextClass, StatedClass
    from clusters_cli.maturity.diagnosis import Diagnosed, Diagnosis, Seen, diagnose
    from clusters_cli.maturity.evidence_words import AssumptionOfClasses, IndicatorName, Unit
    from clusters_cli.maturity.history import class_history, classes_on
    from clusters_cli.maturity.indicators import Indicator, indicators_of
    from clusters_cli.maturity.rules import AssumedThreshold, Rules, WhatIf, criteria_in_use, rules_of
    from clusters_cli.maturity.stages import StageOfClass, stages_of
else:
    __getattr__ = door(__name__)

__all__ = [
    "LADDER",
    "AskedCriterion",
    "AssumedThreshold",
    "AssumptionOfClasses",
    "Classification",
    "ConfusionCell",
    "Diagnosed",
    "Diagnosis",
    "Indicator",
    "IndicatorName",
    "NextClass",
    "Rules",
    "Seen",
    "StageOfClass",
    "StatedClass",
    "Unit",
    "WhatIf",
    "class_history",
    "class_of",
    "classes_on",
    "classify",
    "confusion",
    "criteria_in_use",
    "diagnose",
    "indicators_of",
    "joint_answer",
    "rules_of",
    "stages_of",
]
