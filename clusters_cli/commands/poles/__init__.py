"""``clusters poles``: the command, and how its answer is shown."""
