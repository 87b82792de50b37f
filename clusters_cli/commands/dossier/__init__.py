"""``clusters dossier``: the command, and how its answer is shown."""
