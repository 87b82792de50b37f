"""``clusters pool``: the command, and how its answer is shown."""
