"""``clusters cashflow``: the command, and how its answer is shown."""
