"""Payment schemes from a user's own file, read as strictly as the registry."""

from pathlib import Path
from typing import Annotated

from pydantic import Field

from clusters_cli.foundations.errors import InvalidDataError
from clusters_cli.foundations.fields import Identifier, Model
from clusters_cli.foundations.problems import Problem
from clusters_cli.foundations.strict_yaml import Document, read_yaml
from clusters_cli.foundations.text import Text, counted
from clusters_cli.foundations.validation import check
from clusters_cli.registry import REPEATED_ID, Layer, Layered
from clusters_cli.registry.models import PaymentScheme, SchemeStatus


class OwnScheme(PaymentScheme):
    """A payment scheme of the user's own, which needs no source and no status."""

    source: Identifier = "own"
    status: SchemeStatus = SchemeStatus.OWN


class OwnSchemesFile(Model):
    """A file of payment schemes.

    Attributes:
        schemes: one or several, each under an id of its own.
    """

    schemes: Annotated[tuple[OwnScheme, ...], Field(min_length=1)]


def with_own_schemes(known: Layered[PaymentScheme], file: Path | None) -> Layered[PaymentScheme]:
    """Return the schemes that are known and those of a file, which stand in place of the known ones of the same id.

    Raises:
        UnusableFileError: the file cannot be read.
        InvalidDataError: it is not valid; every problem is told.
    """
    if file is None:
        return known
    document = read_yaml(file)
    content, problems = check(document, OwnSchemesFile)
    problems = (*problems, *_repeated(content, document))
    if content is None or problems:
        raise InvalidDataError(
            counted("{file}: {count} problem", "{file}: {count} problems", len(problems), file=document.file), problems
        )
    return known.with_layer(Layer.FILE, content.schemes)


def _repeated(content: OwnSchemesFile | None, document: Document) -> list[Problem]:
    ids = [scheme.id for scheme in content.schemes] if content else []
    return [
        Problem(
            REPEATED_ID,
            document.locate(("schemes", index, "id")),
            Text("{id} is already the id of another entry", id=name),
            path="id",
        )
        for index, name in enumerate(ids)
        if name in ids[:index]
    ]
