"""``clusters schemes``: the command, and how its answer is shown."""
