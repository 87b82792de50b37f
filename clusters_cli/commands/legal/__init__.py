"""``clusters legal``: the command, and how its answer is shown."""
