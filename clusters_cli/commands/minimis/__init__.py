"""``clusters minimis``: the command, and how its answer is shown."""
