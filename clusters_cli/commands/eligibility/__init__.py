"""``clusters eligibility``: the command, and how its answer is shown."""
