"""What a code means: each is explained where it is raised, once, and ``clusters explain`` finds them all."""

from dataclasses import dataclass

from clusters_cli.foundations.data_shape import in_data
from clusters_cli.foundations.text import Sentence, Text
from clusters_cli.foundations.words import Vocabulary


class Level(Vocabulary):
    """How bad a problem of a file is: an error makes the file invalid, a warning does not."""

    ERROR = "error", Text("error"), "erreur"
    WARNING = "warning", Text("warning"), "avertissement"


@in_data(without=("level",), sentences=("title", "meaning", "remedy"))
@dataclass(frozen=True, slots=True)
class Explanation:
    """What a code means; the constant that holds it stands beside what raises it.

    Attributes:
        code: the stable code, such as ``REG103`` or ``K21``.
        title: what it is about, in a few words.
        meaning: what it says and why it matters.
        remedy: what one can do.
        example: a line that brings it about, as YAML or as a command line; ``None`` if there is none worth showing.
        reference: where the rule is written, when it is one of law.
        level: how bad it is in a file.
    """

    code: str
    title: Sentence
    meaning: Sentence
    remedy: Sentence
    example: str | None = None
    reference: str | None = None
    level: Level = Level.ERROR
