"""``clusters networks``: the command, and how its answer is shown."""
