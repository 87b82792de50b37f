"""``clusters audit``: the command, and how its answer is shown."""
