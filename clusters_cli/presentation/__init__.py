"""How a result is shown: tables, machine formats, files."""
