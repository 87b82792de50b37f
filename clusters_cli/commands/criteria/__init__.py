"""``clusters criteria``: the command, and how its answer is shown."""
