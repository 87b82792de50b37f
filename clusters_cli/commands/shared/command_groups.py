"""Commands that hold commands, such as ``clusters poles``: alone they print their help, as ``clusters`` does."""

import typer

from clusters_cli.commands.shared.help import ReaderGroup


def group(summary: str) -> typer.Typer:
    """Return a group of commands that prints its help when none of them is named."""
    app = typer.Typer(
        cls=ReaderGroup, rich_markup_mode=None, add_completion=False, invoke_without_command=True, help=summary
    )

    @app.callback()
    def alone(context: typer.Context) -> None:
        if context.invoked_subcommand is None:
            typer.echo(context.get_help())

    return app
