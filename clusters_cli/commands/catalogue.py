"""Every code that the program can print, with what it means, from the catalogues of the rooms."""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from clusters_cli.foundations.errors import ClustersError, UsageError
from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.names import nearest
from clusters_cli.foundations.text import Text, one_of

if TYPE_CHECKING:
    from clusters_cli.eligibility import Law


@lru_cache(maxsize=1)
def catalogue() -> Mapping[str, Explanation]:
    """Return the explanations by code: files, registry, dossier, rules of eligibility, command line."""
    from clusters_cli import dossier, eligibility
    from clusters_cli.commands import explanations as commands
    from clusters_cli.foundations import explanations as foundations
    from clusters_cli.registry import explanations as registry
    from clusters_cli.registry.examples import EXAMPLES

    everything = [
        *foundations.EXPLANATIONS,
        *registry.EXPLANATIONS,
        *dossier.EXPLANATIONS,
        *eligibility.EXPLANATIONS,
        *eligibility.rules_explained(_law()),
        *commands.EXPLANATIONS,
    ]
    shown = [replace(item, example=item.example or EXAMPLES.get(item.code, "")) for item in everything]
    return {explanation.code: explanation for explanation in sorted(shown, key=lambda item: item.code)}


def _law() -> "Law":
    """Return the law that comes with the program; none while its files are broken: codes are needed then above all."""
    from clusters_cli.eligibility import Law, law_in_use
    from clusters_cli.registry.loading import open_registry

    try:
        return law_in_use(open_registry(None))
    except ClustersError:
        return Law.of((), ())


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
        code="USE115",
        hint=hint,
    )


def _parts(code: str) -> tuple[str, str]:
    """Return the letters of a code in capitals, and its number without zeros before it."""
    written = [char for char in code.upper() if char.isalnum()]
    return "".join(filter(str.isalpha, written)), "".join(filter(str.isdigit, written)).lstrip("0")
