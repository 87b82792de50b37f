"""Runs the command line with ``python -m clusters_cli``."""

from clusters_cli.app import main

if __name__ == "__main__":
    main()
