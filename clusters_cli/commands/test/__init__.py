"""``clusters test``: the command, and how its answer is shown."""
