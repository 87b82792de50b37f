"""The bibliography: where every figure of the registry comes from."""

from typing import Annotated, Literal

from pydantic import Field

from clusters_cli.registry.base import Identifier, Label, Model, PartialDate


class Source(Model):
    """A text, page or data file that states facts.

    Attributes:
        reference: true for the one source whose figures ``list`` and every calculation prefer.
        date: when it was published.
        checked: when somebody last read it for this registry.
    """

    id: Identifier
    title: str
    kind: Literal["report", "study", "press", "official", "law", "data", "website"]
    publisher: str | None = None
    date: PartialDate | None = None
    url: Annotated[str, Field(pattern=r"^https?://\S+$")] | None = None
    language: Literal["fr", "en"] | None = None
    reference: Literal["true", "false"] = "false"
    checked: PartialDate | None = None
    note: Label | None = None

    @property
    def is_reference(self) -> bool:
        """Whether this is the registry's reference source."""
        return self.reference == "true"


class SourcesFile(Model):
    """``sources.yaml``."""

    sources: tuple[Source, ...]
