"""``clusters sources``: the command, and how its answer is shown."""
