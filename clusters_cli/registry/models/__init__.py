"""What the registry's files hold: one module for each file or thing that several files speak of, and their words."""

from typing import TYPE_CHECKING

from clusters_cli.foundations.doors import door

if TYPE_CHECKING:
    from clusters_cli.registry.models.agreement_words import AgreementStatus
    from clusters_cli.registry.models.agreements import Agreement, AgreementPeriod
    from clusters_cli.registry.models.aid import (
        AidRegime,
        DatedValue,
        InForce,
        Parameter,
        ParameterFigure,
        regime_on,
        written_figure,
    )
    from clusters_cli.registry.models.base import Period, Remark, Sourced, Stated, Unknown
    from clusters_cli.registry.models.claim_words import ClaimUnit, SelectedEntries
    from clusters_cli.registry.models.claims import Claim, Printed, Selection
    from clusters_cli.registry.models.clusters import Cluster
    from clusters_cli.registry.models.criteria import Criterion, MaturityFile, Sign, Threshold
    from clusters_cli.registry.models.criteria_words import Lead, Measure, Onward, SignMeasure, ThresholdTest
    from clusters_cli.registry.models.funding import Condition, Programme, ProgrammeAmount, Strand
    from clusters_cli.registry.models.grant_agreements import AgreementTerms, GrantAgreement
    from clusters_cli.registry.models.instalment_rules import Event, InstalmentRule, OwnEvent, Retention
    from clusters_cli.registry.models.law_words import ConfidenceLetter, ParameterUnit, RegimeKind
    from clusters_cli.registry.models.maturity_words import Maturity
    from clusters_cli.registry.models.networks import Network
    from clusters_cli.registry.models.obstacle_words import FollowUpState, Stance
    from clusters_cli.registry.models.obstacles import (
        FollowUp,
        Obstacle,
        ObstaclesFile,
        Opinion,
        Proposal,
        Recommendation,
    )
    from clusters_cli.registry.models.organisation_words import (
        Confidence,
        EndKind,
        LabelOutcome,
        LegalForm,
        SourceKind,
        SourceLanguage,
    )
    from clusters_cli.registry.models.organisations import Figures, FunderGrant, Organisation, Place
    from clusters_cli.registry.models.payment_terms import GradualRecovery, PaymentTerms, Recovery, Variant, When
    from clusters_cli.registry.models.poles import Phase, Pole
    from clusters_cli.registry.models.programme_words import (
        AmountScope,
        ConditionKind,
        LinkBasis,
        ProgrammeAudience,
        ProgrammeKind,
        Strength,
    )
    from clusters_cli.registry.models.region import Agency, Department, FunderRule, Region
    from clusters_cli.registry.models.region_words import FunderRuleName
    from clusters_cli.registry.models.scheme_amounts import LeastCosts, written_share
    from clusters_cli.registry.models.scheme_times import MonthDay, ReportingPeriods, on_day
    from clusters_cli.registry.models.scheme_words import (
        Anchor,
        AssumptionTopic,
        EveryScheme,
        InstalmentKind,
        ReachedOf,
        RecoveryWord,
        RetainedOf,
        SchemeStatus,
        ShareOf,
        SpendingShape,
    )
    from clusters_cli.registry.models.schemes import PaymentScheme
    from clusters_cli.registry.models.sources import Source, SourcesFile
    from clusters_cli.registry.models.spending import SpendingProfile
    from clusters_cli.registry.models.stages import Stage
else:
    __getattr__ = door(__name__)

__all__ = [
    "Agency",
    "Agreement",
    "AgreementPeriod",
    "AgreementStatus",
    "AgreementTerms",
    "AidRegime",
    "AmountScope",
    "Anchor",
    "AssumptionTopic",
    "Claim",
    "ClaimUnit",
    "Cluster",
    "Condition",
    "ConditionKind",
    "Confidence",
    "ConfidenceLetter",
    "Criterion",
    "DatedValue",
    "Department",
    "EndKind",
    "Event",
    "EveryScheme",
    "Figures",
    "FollowUp",
    "FollowUpState",
    "FunderGrant",
    "FunderRule",
    "FunderRuleName",
    "GradualRecovery",
    "GrantAgreement",
    "InForce",
    "InstalmentKind",
    "InstalmentRule",
    "LabelOutcome",
    "Lead",
    "LeastCosts",
    "LegalForm",
    "LinkBasis",
    "Maturity",
    "MaturityFile",
    "Measure",
    "MonthDay",
    "Network",
    "Obstacle",
    "ObstaclesFile",
    "Onward",
    "Opinion",
    "Organisation",
    "OwnEvent",
    "Parameter",
    "ParameterFigure",
    "ParameterUnit",
    "PaymentScheme",
    "PaymentTerms",
    "Period",
    "Phase",
    "Place",
    "Pole",
    "Printed",
    "Programme",
    "ProgrammeAmount",
    "ProgrammeAudience",
    "ProgrammeKind",
    "Proposal",
    "ReachedOf",
    "Recommendation",
    "Recovery",
    "RecoveryWord",
    "RegimeKind",
    "Region",
    "Remark",
    "ReportingPeriods",
    "RetainedOf",
    "Retention",
    "SchemeStatus",
    "SelectedEntries",
    "Selection",
    "ShareOf",
    "Sign",
    "SignMeasure",
    "Source",
    "SourceKind",
    "SourceLanguage",
    "Sourced",
    "SourcesFile",
    "SpendingProfile",
    "SpendingShape",
    "Stage",
    "Stance",
    "Stated",
    "Strand",
    "Strength",
    "Threshold",
    "ThresholdTest",
    "Unknown",
    "Variant",
    "When",
    "on_day",
    "regime_on",
    "written_figure",
    "written_share",
]
