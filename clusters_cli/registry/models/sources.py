"""The bibliography: where every figure of the registry comes from."""

from typing import Annotated

from pydantic import ModelWrapValidatorHandler, WrapValidator

from clusters_cli.registry.models.base import Identifier, Label, Line, Model, Name, PartialDate, Url, YesNo
from clusters_cli.registry.models.organisation_words import SourceKind, SourceLanguage


def _printed_or_told(title: object, read: ModelWrapValidatorHandler[Name]) -> Name:
    if not isinstance(title, str):
        return read(title)
    printed = read({"fr": title}).fr
    return Name(fr=printed, en=printed)


Title = Annotated[Name, WrapValidator(_printed_or_told, json_schema_input_type=Line | Name)]
"""A title on one line as it is printed, the same in every language; or in each language, what a page is about."""


class Source(Model):
    """A text, page or data file that states facts.

    Attributes:
        id: what other entries refer to it by.
        title: its title as it is printed, the same for every reader; for a page read in part only, what it is about,
            in French and in English.
        kind: what sort of text it is.
        publisher: who publishes it.
        date: when it was published.
        url: where it can be read.
        language: the language it is written in.
        reference: true for the one source whose figures ``list`` and every calculation prefer.
        checked: when somebody last read it for this registry.
        note: what a reader must know to use it.
    """

    id: Identifier
    title: Title
    kind: SourceKind
    publisher: Line | None = None
    date: PartialDate | None = None
    url: Url | None = None
    language: SourceLanguage | None = None
    reference: YesNo = False
    checked: PartialDate | None = None
    note: Label | None = None


class Phrase(Model):
    """What the data of this registry write, and what people read in its place.

    Attributes:
        id: what is written, as it is.
        name: what is read.
    """

    id: Line
    name: Name


class SourcesFile(Model):
    """``sources.yaml``.

    Attributes:
        sources: the sources, each under an id of its own.
        topics: the words for the topics of remarks; a topic that is not among them is shown as it is written.
        locator_words: the words for what locators name in the sources of this registry, such as the tables of a report.
    """

    sources: tuple[Source, ...]
    topics: tuple[Phrase, ...] = ()
    locator_words: tuple[Phrase, ...] = ()
