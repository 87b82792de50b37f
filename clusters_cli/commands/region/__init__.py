"""``clusters region``: the command, and how its answer is shown."""
