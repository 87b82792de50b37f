"""``clusters schema``: the command, and how its answer is shown."""
