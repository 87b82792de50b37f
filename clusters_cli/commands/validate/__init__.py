"""``clusters validate``: the command, and how its answer is shown."""
