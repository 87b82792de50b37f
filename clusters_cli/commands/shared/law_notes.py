"""What several commands say of the law that they applied."""

from clusters_cli.eligibility import Law
from clusters_cli.foundations.text import Text


def law_notes(law: Law) -> tuple[Text, ...]:
    """Return what must be said of the law that was applied."""
    if not law.borrowed:
        return ()
    return (Text("The registry holds no legal parameters: those that come with the program are used."),)
