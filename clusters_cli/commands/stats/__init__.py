"""``clusters stats``: the command, and how its answer is shown."""
