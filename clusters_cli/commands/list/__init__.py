"""``clusters list``: the command, and how its answer is shown."""
