"""``clusters explain``: the command, and how its answer is shown."""
