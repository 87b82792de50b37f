"""``clusters programmes``: the command, and how its answer is shown."""
