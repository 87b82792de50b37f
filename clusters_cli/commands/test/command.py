"""``clusters test``: whether the rules say what somebody's cases expect."""

from pathlib import Path
from typing import Annotated

import typer

from clusters_cli.commands.shared.answer import Answer
from clusters_cli.commands.shared.option_groups import grouped
from clusters_cli.commands.shared.options import (
    ParametersOption,
    SharedOptions,
)
from clusters_cli.commands.shared.reader import _

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
@grouped
def try_rule_cases(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help=_("Files of rule cases."))],
    parameters: ParametersOption = None,
    *,
    shared: SharedOptions,
) -> Answer:
    """Try rule cases and list everything that comes out otherwise than they expect.

    Exits 1 when something does, or when a file of cases cannot be read.

    \b
    clusters test cases.yaml
    clusters test cases.yaml --parameters what-if.yaml
    """
    from clusters_cli.commands.test.view import test_report
    from clusters_cli.eligibility import law_in_use, try_cases

    law = law_in_use(shared.opened(), parameters)
    tried = {str(file): try_cases(file, law) for file in files}
    return Answer(test_report(tried, law), shared.written)
