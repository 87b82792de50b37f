"""``clusters diagnose``: the command, and how its answer is shown."""
