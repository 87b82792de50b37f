"""Who reads an answer."""

from dataclasses import dataclass

from clusters_cli.foundations.text import Language
from clusters_cli.presentation.catalogues import SOURCE


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads an answer.

    Attributes:
        language: in which language.
        encoding: what a text for people is written in, so that columns stand below each other where it lacks
            characters; formats for programs are always UTF-8.
    """

    language: Language = SOURCE
    encoding: str = "utf-8"
