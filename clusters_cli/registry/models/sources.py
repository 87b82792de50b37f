"""The bibliography: where every figure of the registry comes from."""

from clusters_cli.foundations.text import Language
from clusters_cli.registry.models.base import Identifier, Label, Line, Model, PartialDate, Url, YesNo
from clusters_cli.registry.organisation_words import SourceKind


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
    language: Language | None = None
    reference: YesNo = False
    checked: PartialDate | None = None
    note: Label | None = None


class SourcesFile(Model):
    """``sources.yaml``."""

    sources: tuple[Source, ...]
