"""``clusters credits``: the command, and how its answer is shown."""
