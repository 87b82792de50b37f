"""What several commands say of the law that they applied."""

from clusters_cli.eligibility import Law
from clusters_cli.presentation.messages import _


def law_notes(law: Law) -> tuple[str, ...]:
    """Return what must be said of the law that was applied."""
    if not law.borrowed:
        return ()
    return (_("The registry holds no legal parameters: those that come with the program are used."),)
