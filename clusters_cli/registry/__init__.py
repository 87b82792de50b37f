"""What is known: the reading of the registry, its checks and the questions one asks it.  Its models have a door too."""

from typing import TYPE_CHECKING

from clusters_cli.foundations.doors import door

if TYPE_CHECKING:
    from clusters_cli.registry.ages import OLD_AFTER_YEARS, figure_age, is_old
    from clusters_cli.registry.agreed_grants import AgreedGrant
    from clusters_cli.registry.audit import Audit, AuditPart, Disputed, EntryKind, Missing, Stale, audit_of
    from clusters_cli.registry.checks.crosschecks import REPEATED_ID
    from clusters_cli.registry.checks.sirene import is_siren, is_siret
    from clusters_cli.registry.checks.validation import ValidatedFolder, are_valid, validated_folders
    from clusters_cli.registry.cited_entries import Cited, citations
    from clusters_cli.registry.columns import COLUMN_BY_NAME, COLUMNS, ColumnKind, ColumnValue, ListColumn
    from clusters_cli.registry.endings import End, end_of, end_on, ends_by
    from clusters_cli.registry.figures import (
        FACT_BY_NAME,
        FIGURE_BY_NAME,
        SUMMED,
        Fact,
        FactKind,
        Figure,
        FigureKind,
        label_of,
    )
    from clusters_cli.registry.filters import Filters, listed
    from clusters_cli.registry.folders import holds_registry, packaged_registry, registries_below
    from clusters_cli.registry.france import FRENCH_REGIONS, FrenchRegion, known_region
    from clusters_cli.registry.funders import pays_regional_grant
    from clusters_cli.registry.headings import Heading, Headings, domains_of, vocations_of
    from clusters_cli.registry.index import OTHER_YEARS, names_in, open_listing
    from clusters_cli.registry.law import LAW_FILES, law_sources
    from clusters_cli.registry.layers import LawKind, Layer, Layered, Replacement
    from clusters_cli.registry.lifetimes import Lifetime, OtherPeriod, Standing
    from clusters_cli.registry.loading import FILES, Registry, open_registry
    from clusters_cli.registry.lookups import (
        find_cluster,
        find_clusters,
        find_law_entry,
        find_network,
        find_phase,
        find_pole,
        find_programme,
        find_scheme,
        find_schemes,
        find_source,
        scheme_needed,
    )
    from clusters_cli.registry.matching import Match, Matrix, MatrixCell, MatrixRow, Reason, matches, matrix
    from clusters_cli.registry.money_sources import (
        Balance,
        GivenGrant,
        Money,
        MoneySource,
        PublicShare,
        ReceivedMoney,
        balance_of,
        grants_of,
        money_of,
    )
    from clusters_cli.registry.pole_labels import DatedLabel, label_on
    from clusters_cli.registry.pole_rows import DatedPole, PoleRow, dated_pole, listed_poles
    from clusters_cli.registry.profile import Gap, Profile, Statement, profile_of
    from clusters_cli.registry.programme_times import DatedProgramme, dated_programme, dated_programmes
    from clusters_cli.registry.queries import (
        KnownFigure,
        binding_on,
        default_scheme,
        figure,
        is_supported,
        preferred,
        seat,
        seats_of,
        stated_maturity,
    )
    from clusters_cli.registry.recommendations import (
        Advice,
        AnsweredObstacle,
        answered_obstacle,
        find_advice,
        find_obstacle,
        latest_follow_up,
        obstacles_of,
    )
    from clusters_cli.registry.recompute import CheckedClaim, ClaimOutcome
    from clusters_cli.registry.rows import ClusterRow, Listing, known_column
    from clusters_cli.registry.starting import starter_files
    from clusters_cli.registry.stats import Group, Grouping, MoneyTotal, Total, everyone, groups
else:
    __getattr__ = door(__name__)

__all__ = [
    "COLUMNS",
    "COLUMN_BY_NAME",
    "FACT_BY_NAME",
    "FIGURE_BY_NAME",
    "FILES",
    "FRENCH_REGIONS",
    "LAW_FILES",
    "OLD_AFTER_YEARS",
    "OTHER_YEARS",
    "REPEATED_ID",
    "SUMMED",
    "Advice",
    "AgreedGrant",
    "AnsweredObstacle",
    "Audit",
    "AuditPart",
    "Balance",
    "CheckedClaim",
    "Cited",
    "ClaimOutcome",
    "ClusterRow",
    "ColumnKind",
    "ColumnValue",
    "DatedLabel",
    "DatedPole",
    "DatedProgramme",
    "Disputed",
    "End",
    "EntryKind",
    "Fact",
    "FactKind",
    "Figure",
    "FigureKind",
    "Filters",
    "FrenchRegion",
    "Gap",
    "GivenGrant",
    "Group",
    "Grouping",
    "Heading",
    "Headings",
    "KnownFigure",
    "LawKind",
    "Layer",
    "Layered",
    "Lifetime",
    "ListColumn",
    "Listing",
    "Match",
    "Matrix",
    "MatrixCell",
    "MatrixRow",
    "Missing",
    "Money",
    "MoneySource",
    "MoneyTotal",
    "OtherPeriod",
    "PoleRow",
    "Profile",
    "PublicShare",
    "Reason",
    "ReceivedMoney",
    "Registry",
    "Replacement",
    "Stale",
    "Standing",
    "Statement",
    "Total",
    "ValidatedFolder",
    "answered_obstacle",
    "are_valid",
    "audit_of",
    "balance_of",
    "binding_on",
    "citations",
    "dated_pole",
    "dated_programme",
    "dated_programmes",
    "default_scheme",
    "domains_of",
    "end_of",
    "end_on",
    "ends_by",
    "everyone",
    "figure",
    "figure_age",
    "find_advice",
    "find_cluster",
    "find_clusters",
    "find_law_entry",
    "find_network",
    "find_obstacle",
    "find_phase",
    "find_pole",
    "find_programme",
    "find_scheme",
    "find_schemes",
    "find_source",
    "grants_of",
    "groups",
    "holds_registry",
    "is_old",
    "is_siren",
    "is_siret",
    "is_supported",
    "known_column",
    "known_region",
    "label_of",
    "label_on",
    "latest_follow_up",
    "law_sources",
    "listed",
    "listed_poles",
    "matches",
    "matrix",
    "money_of",
    "names_in",
    "obstacles_of",
    "open_listing",
    "open_registry",
    "packaged_registry",
    "pays_regional_grant",
    "preferred",
    "profile_of",
    "registries_below",
    "scheme_needed",
    "seat",
    "seats_of",
    "starter_files",
    "stated_maturity",
    "validated_folders",
    "vocations_of",
]
