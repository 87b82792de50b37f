"""``clusters show``: the command, and how its answer is shown."""
