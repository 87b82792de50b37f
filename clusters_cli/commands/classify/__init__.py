"""``clusters classify``: the command, and how its answer is shown."""
