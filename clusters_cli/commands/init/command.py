"""``clusters init``: a small commented registry to start from."""

import os
import shlex
from pathlib import Path
from typing import Annotated

import typer

from clusters_cli.commands.schema.schema_files import kinds_in_use, schema_files
from clusters_cli.commands.shared.answer import Answer
from clusters_cli.commands.shared.options import MessageFormatOption
from clusters_cli.commands.shared.reader import _, language, translated
from clusters_cli.foundations.hidden import visible
from clusters_cli.foundations.text import Joined, Language, Listed, Text
from clusters_cli.presentation.files import write_all
from clusters_cli.presentation.languages import word
from clusters_cli.presentation.output import Output

app = typer.Typer(rich_markup_mode=None, add_completion=False)


def _named(folder: str) -> str:
    """Refuse a folder without a name, such as a variable that is not set gives: it is not the current one."""
    if not folder:
        raise typer.BadParameter(translated("is empty; name the folder, with . for the current one"))
    return folder


def _on_a_line(name: str | None) -> str | None:
    """Refuse a name that is empty, or that no file could show as it is."""
    if name is not None and (not name.strip() or visible(name) != name):
        raise typer.BadParameter(translated("must be the name of a Région, on one line"))
    return name


@app.command()
def init(
    folder: Annotated[
        str, typer.Argument(metavar="DIR", callback=_named, help=_("Where to write it; made if it does not exist."))
    ],
    name: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            callback=_on_a_line,
            help=_("What the Région is called; of one of France, codes and departments are filled in."),
        ),
    ] = None,
    format_: MessageFormatOption = None,
    force: Annotated[bool, typer.Option("--force", help=_("Replace files that exist."))] = False,
) -> Answer:
    """Write a small commented registry for another Région, with two invented clusters to replace.

    \b
    clusters init my-region
    clusters init hauts-de-france --name "Hauts-de-France"
    """
    from clusters_cli.presentation.report import Report
    from clusters_cli.registry import starter_files

    data_files = starter_files(language(), _anchors(language()), name=name and name.strip())
    files = {**data_files, **{f"schemas/{name}": text.encode() for name, text in schema_files(kinds_in_use()).items()}}
    write_all(Path(folder), files, force=force)
    lines = (
        Text("Wrote {files} and schemas/ to {folder}.", files=Listed(tuple(data_files)), folder=visible(folder)),
        *((_about(name.strip()),) if name else ()),
        Text("The clusters in it are examples: replace them."),
        Text("Next: clusters validate {argument}", argument=visible(quoted(folder))),
    )
    text = Joined(lines, "\n")
    data = {"folder": folder, "files": list(files)}
    return Answer(Report(command="init", data=data, text=text), Output(format_))


def _about(name: str) -> Text:
    """Say what the frame holds of the Région besides its name."""
    from clusters_cli.foundations.names import nearest
    from clusters_cli.registry import FRENCH_REGIONS, known_region

    region = known_region(name)
    if region:
        return Text("region.yaml holds the official codes and the departments of {region}.", region=region.name)
    near = nearest(name, (known.name for known in FRENCH_REGIONS), 1)
    if near:
        return Text(
            "France has no Région {name}, perhaps {near}: region.yaml holds the name alone.", name=name, near=near[0]
        )
    return Text("France has no Région {name}: region.yaml holds the name alone.", name=name)


def _anchors(language: Language) -> str:
    """Return the anchors of payment schemes as a file writes them, with what people read where that is another word."""
    from clusters_cli.registry.models import Anchor

    said = {anchor.value: word(anchor, language) for anchor in Anchor}
    return ", ".join(value if words == value else f"{value} ({words})" for value, words in said.items())


def quoted(argument: str) -> str:
    """Return an argument as the reader's shell takes it; those of Windows know no single quotes."""
    return f'"{argument}"' if os.name == "nt" else shlex.quote(argument)
