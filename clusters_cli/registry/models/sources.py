"""The bibliography: where every figure of the registry comes from."""

from clusters_cli.registry.models.base import Identifier, Label, Line, Model, Name, PartialDate, Url, YesNo
from clusters_cli.registry.models.organisation_words import SourceKind, SourceLanguage


class Source(Model):
    """A text, page or data file that states facts.

    Attributes:
        title: its title; for a page read in part only, what the page is about.
        reference: true for the one source whose figures ``list`` and every calculation prefer.
        date: when it was published.
        checked: when somebody last read it for this registry.
    """

    id: Identifier
    title: Line
    kind: SourceKind
    publisher: Line | None = None
    date: PartialDate | None = None
    url: Url | None = None
    language: SourceLanguage | None = None
    reference: YesNo = False
    checked: PartialDate | None = None
    note: Label | None = None


class Topic(Model):
    """What remarks on a cluster, a pôle or a programme may be about.

    Attributes:
        id: what remarks write under ``topic``.
        name: what people read in its place.
    """

    id: Line
    name: Name


class SourcesFile(Model):
    """``sources.yaml``.

    Attributes:
        topics: the words for the topics of remarks; a topic that is not among them is shown as it is written.
    """

    sources: tuple[Source, ...]
    topics: tuple[Topic, ...] = ()
