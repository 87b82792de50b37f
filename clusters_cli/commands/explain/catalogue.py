"""Every code that the program can print, with what it means."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import clusters_cli
from clusters_cli.foundations.errors import ClustersError, UsageError
from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.names import nearest
from clusters_cli.foundations.text import Text, one_of

if TYPE_CHECKING:
    from clusters_cli.eligibility import Law

UNKNOWN_CODE = Explanation(
    "USE115",
    Text("an unknown code"),
    Text("No message of the program has this code."),
    Text("clusters explain lists all codes."),
    example="clusters explain REG999",
)


_DEFINITION = " = Explanation("
"""How a module defines what a code means."""


@lru_cache(maxsize=1)
def catalogue() -> Mapping[str, Explanation]:
    """Return the explanations by code: those that stand beside what raises them, and those of the rules."""
    from clusters_cli import eligibility

    everything = [*explanations_beside_what_raises_them(), *eligibility.rules_explained(_law())]
    return {explanation.code: explanation for explanation in sorted(everything, key=lambda item: item.code)}


def explanations_beside_what_raises_them() -> Iterator[Explanation]:
    """Yield the explanation of each code, from the modules that define one; the others need not be loaded for it."""
    package = Path(clusters_cli.__file__).parent
    for file in sorted(package.rglob("*.py")):
        if _DEFINITION in file.read_text(encoding="utf-8"):
            name = ".".join(file.relative_to(package.parent).with_suffix("").parts).removesuffix(".__init__")
            values = vars(import_module(name)).values()
            yield from (value for value in values if isinstance(value, Explanation))


def _law() -> "Law":
    """Return the law that comes with the program; none while its files are broken: codes are needed then above all."""
    from clusters_cli.eligibility import Law, law_in_use
    from clusters_cli.registry import LawKind, Layered, open_registry

    try:
        return law_in_use(open_registry(None))
    except ClustersError:
        return Law(Layered.of_the_program(LawKind.PARAMETER, ()), Layered.of_the_program(LawKind.REGIME, ()))


def find_explanation(known: Mapping[str, Explanation], typed: str) -> Explanation:
    """Return the explanation of a code, typed as it is printed or nearly: ``[reg103]``, ``k5``.

    Raises:
        UsageError: no message has this code; those that end so, or the nearest, are named.
    """
    letters, digits = _parts(typed)
    for code in known:
        if _parts(code) == (letters, digits):
            return known[code]
    ending = [code for code in known if not letters and digits and code.endswith(digits.zfill(2))]
    near = ending or nearest(typed, known, 1)
    hint = Text("did you mean {names}?", names=one_of(near)) if near else Text("clusters explain lists all codes")
    raise UsageError(
        Text("there is no code {code!r}", code=typed),
        UNKNOWN_CODE,
        hint=hint,
    )


def _parts(code: str) -> tuple[str, str]:
    """Return the letters of a code in capitals, and its number without zeros before it."""
    written = [char for char in code.upper() if char.isalnum()]
    return "".join(filter(str.isalpha, written)), "".join(filter(str.isdigit, written)).lstrip("0")
