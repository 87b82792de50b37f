"""A value that cannot be taken, before anybody knows where it stands."""

from clusters_cli.foundations.text import Text


class RefusedError(ValueError):
    """A value that cannot be taken; whoever knows where it stands says so to the user.

    Args:
        reason: why.
        at: where in the value it is to be mended, where the fault is in one of its parts.
    """

    def __init__(self, reason: Text, at: tuple[str | int, ...] = ()) -> None:
        super().__init__(reason.template)
        self.reason = reason
        self.at = at
