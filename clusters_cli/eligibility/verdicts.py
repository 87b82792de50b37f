"""The verdict on a case, by three-valued logic."""

from clusters_cli.foundations.text import Text
from clusters_cli.foundations.words import Vocabulary


class Verdict(Vocabulary):
    """Whether a case may receive the aid, by the rules that were asked."""

    ELIGIBLE = "eligible", Text("eligible"), "éligible"
    INELIGIBLE = "ineligible", Text("ineligible"), "inéligible"
    UNDETERMINED = "undetermined", Text("undetermined"), "indéterminé"

    @property
    def answer(self) -> bool | None:
        """Whether the aid may be given, ``None`` while it cannot be told."""
        return None if self is Verdict.UNDETERMINED else self is Verdict.ELIGIBLE

    @classmethod
    def of(cls, answer: bool | None) -> "Verdict":  # noqa: FBT001  (it is the whole of the argument)
        """Return the verdict of an answer."""
        if answer is None:
            return cls.UNDETERMINED
        return cls.ELIGIBLE if answer else cls.INELIGIBLE
