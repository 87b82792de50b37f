"""A value that cannot be taken, before anybody knows where it stands."""

from clusters_cli.foundations.text import Text


class RefusedError(ValueError):
    """A value that cannot be taken; whoever knows where it stands says so to the user.

    Args:
        reason: why.
    """

    def __init__(self, reason: Text) -> None:
        super().__init__(reason.template)
        self.reason = reason
