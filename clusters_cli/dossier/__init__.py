"""The application file that eligibility and cash flow both read: its models, its reading, a new one to fill in."""

from typing import TYPE_CHECKING

from clusters_cli.foundations.doors import door

if TYPE_CHECKING:
    from clusters_cli.dossier.access import Privilege
    from clusters_cli.dossier.aid_history import PassedOn
    from clusters_cli.dossier.aid_words import (
        AidType,
        ApplicationItem,
        AwardKind,
        CostMethod,
        Fees,
        FunderLevel,
        PassedOnBasis,
        TaxBasis,
        TenYears,
    )
    from clusters_cli.dossier.applicant import AccountsYear, ClusterMember
    from clusters_cli.dossier.applicant_words import Activity, ApplicantForm, LabelLevel
    from clusters_cli.dossier.cash_lines import CashLine, TreasurySection, cash_flows
    from clusters_cli.dossier.cash_words import CashKind, Direction
    from clusters_cli.dossier.dossier import Dossier, Partner
    from clusters_cli.dossier.dossier_file import (
        DossierFile,
        NoSuchPlaceError,
        are_valid,
        dossier_of,
        fact_path,
        problems_of,
        read_dossier,
        with_fact,
        without_fact,
    )
    from clusters_cli.dossier.line_words import (
        CostNature,
        CostPurpose,
        Mission,
        Pays,
        Recurrence,
        ResourceKind,
        ResourceStatus,
    )
    from clusters_cli.dossier.lines import FRENCH_PUBLIC, CostLine, Resource
    from clusters_cli.dossier.template import Prefill, Use, template_for
    from clusters_cli.dossier.timing import DatedPart, Timing, dated_parts, occurrences
else:
    __getattr__ = door(__name__)

__all__ = [
    "FRENCH_PUBLIC",
    "AccountsYear",
    "Activity",
    "AidType",
    "ApplicantForm",
    "ApplicationItem",
    "AwardKind",
    "CashKind",
    "CashLine",
    "ClusterMember",
    "CostLine",
    "CostMethod",
    "CostNature",
    "CostPurpose",
    "DatedPart",
    "Direction",
    "Dossier",
    "DossierFile",
    "Fees",
    "FunderLevel",
    "LabelLevel",
    "Mission",
    "NoSuchPlaceError",
    "Partner",
    "PassedOn",
    "PassedOnBasis",
    "Pays",
    "Prefill",
    "Privilege",
    "Recurrence",
    "Resource",
    "ResourceKind",
    "ResourceStatus",
    "TaxBasis",
    "TenYears",
    "Timing",
    "TreasurySection",
    "Use",
    "are_valid",
    "cash_flows",
    "dated_parts",
    "dossier_of",
    "fact_path",
    "occurrences",
    "problems_of",
    "read_dossier",
    "template_for",
    "with_fact",
    "without_fact",
]
