"""``clusters schema``: the JSON Schema of a data file, for editors and other programs."""

from pathlib import Path
from typing import Annotated

import typer

from clusters_cli.commands.shared import completion
from clusters_cli.commands.shared.answer import Answer
from clusters_cli.commands.shared.options import ForceOption
from clusters_cli.commands.shared.reader import _
from clusters_cli.foundations.errors import UsageError
from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.names import nearest
from clusters_cli.foundations.text import Text
from clusters_cli.presentation.output import Output

UNKNOWN_KIND = Explanation(
    "USE116",
    Text("an unknown kind of file"),
    Text("No data file of this name has a schema."),
    Text("clusters schema lists them."),
    example="clusters schema cluster",
)


app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def schema(
    kind: Annotated[
        str | None,
        typer.Argument(
            metavar="KIND",
            help=_("The file, such as clusters; none lists them all."),
            autocompletion=completion.kinds_of_file,
        ),
    ] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help=_("Write to a file."))] = None,
    force: ForceOption = False,
) -> Answer:
    """The JSON Schema (2020-12) of a data file, generated from what the program itself checks.

    \b
    clusters schema
    clusters schema clusters
    clusters schema dossier -o dossier.schema.json
    """
    from clusters_cli.commands.schema.schema_files import kinds
    from clusters_cli.commands.schema.view import kinds_report, schema_report
    from clusters_cli.foundations.json_schema import schema_of

    known = kinds()
    if kind is None:
        return Answer(kinds_report(tuple(known)), Output(None, output, force))
    if kind not in known:
        near = nearest(kind, known, 1)
        hint = Text("did you mean {name}?", name=near[0]) if near else None
        message = Text("there is no schema {kind!r}; known are {kinds}", kind=kind, kinds=", ".join(known))
        raise UsageError(message, UNKNOWN_KIND, hint=hint)
    return Answer(schema_report(schema_of(known[kind], kind)), Output(None, output, force))
