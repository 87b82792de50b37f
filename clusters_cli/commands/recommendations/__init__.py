"""``clusters recommendations``: the command, and how its answer is shown."""
