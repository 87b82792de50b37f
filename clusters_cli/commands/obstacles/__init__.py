"""``clusters obstacles``: the command, and how its answer is shown."""
