"""The program itself: the command ``clusters``, and ``python -m clusters_cli``.

Everything is imported where an interruption is answered already.
"""

import sys

from clusters_cli.foundations.interruption import INTERRUPTED, forget_no_interruption, was_interrupted


def main() -> None:
    """Run the program on the command line it was called with."""
    try:
        forget_no_interruption()
        from clusters_cli.app import main as run  # noqa: PLC0415  (see above)

        run()
    except BaseException as error:
        if was_interrupted(error):
            sys.exit(INTERRUPTED)
        raise


if __name__ == "__main__":
    main()
