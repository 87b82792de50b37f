"""Numbers in YAML that other programs read otherwise, unless they stand in quotes."""

import re

from clusters_cli.foundations.reading.refusals import echoed
from clusters_cli.foundations.refusal import RefusedError
from clusters_cli.foundations.text import Text

_GROUP_OR_DECIMALS = re.compile(r"[-+]?[1-9][0-9]{0,2}\.[0-9]{3}")


class Quoted(str):
    """A figure written in quotes in YAML, which no program reads as a number: ``"130.000"``."""

    __slots__ = ()


def same_elsewhere(text: object) -> object:
    """Return a figure of a YAML file, if it is the same number to every program.

    Raises:
        RefusedError: without quotes, its point sets thousands apart here and decimals elsewhere.
    """
    if isinstance(text, str) and not isinstance(text, Quoted) and _GROUP_OR_DECIMALS.fullmatch(text.strip()):
        raise RefusedError(
            Text(
                "{text} is another number to other programs: write {plain}, or put it in quotes",
                text=echoed(text),
                plain=text.strip().replace(".", ""),
            )
        )
    return text
