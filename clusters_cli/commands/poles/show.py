"""The report of ``clusters poles show``."""

from clusters_cli.commands.show.view import show_report
from clusters_cli.presentation.report import Report
from clusters_cli.registry import EntryKind, Profile


def pole_report(known: Profile) -> Report:
    """Build the report of one pôle, which says what that of a cluster does."""
    return show_report(known, EntryKind.POLE)
