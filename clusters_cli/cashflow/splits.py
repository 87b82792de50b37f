"""How a grant is split into the parts of an agreement, such as a base part and a project part.

The report proposes an agreement with both (recommendation 2) and does not say how a grant is split between them: a
scheme says it, or whoever asks.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from clusters_cli.foundations.errors import UsageError
from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.money import as_decimal, cents
from clusters_cli.foundations.names import fold
from clusters_cli.foundations.text import Euros, Listed, Share, Text, Value, all_of
from clusters_cli.registry.models import PaymentScheme

SPLIT_UNFIT = Explanation(
    "USE136",
    Text("a split that does not fit"),
    Text("What --part says names a part that the scheme does not have, or does not come to the whole grant."),
    Text("Name the parts of the scheme; all of them come to 100 %, or to the grant. One may be left out."),
    example="clusters cashflow nekoe --scheme triennial-parts --part base=60% --part project=50%",
)
WHOLE = Fraction(1)
_PERCENT = 100
"""A number below it may be meant in percent."""


@dataclass(frozen=True, slots=True)
class Split:
    """How whoever asks splits a grant: shares of it, or euros.

    Attributes:
        parts: by part, by its id or its name, its share or its euros.
        whole: what they come to: 1, or the grant in euros.
        in_euros: whether they are euros, not shares.
        is_grant: whether euros are themselves the grant, since no other was typed.
    """

    parts: Mapping[str, Fraction]
    whole: Fraction = WHOLE
    in_euros: bool = False
    is_grant: bool = False

    @property
    def grant(self) -> Decimal:
        """The grant in euros, where it says euros."""
        return cents(as_decimal(self.whole))

    def shares_of(self, scheme: PaymentScheme) -> tuple[Fraction, ...]:
        """Return the share of each part of a scheme; one that is left out takes what remains.

        Raises:
            UsageError: the scheme has no such part, or they do not come to the whole.
        """
        said = self._by_id(scheme)
        silent = [part.id for part in scheme.parts if part.id not in said]
        rest = self.whole - sum(said.values())
        if silent and self.is_grant:
            raise self._without_all(scheme, said, silent)
        if len(silent) > 1 or (rest <= 0 if silent else rest != 0):
            raise _unfit(scheme, self._reason(self.whole - rest, silent))
        return tuple(said.get(part.id, rest) / self.whole for part in scheme.parts)

    def _by_id(self, scheme: PaymentScheme) -> dict[str, Fraction]:
        names = ((part.id, (part.name.fr, part.name.en, part.id)) for part in scheme.parts)
        ids = {fold(name): part for part, known_as in names for name in known_as if name}
        said: dict[str, Fraction] = {}
        for typed, part in self.parts.items():
            known = ids.get(fold(typed))
            if known is None:
                raise _unfit(scheme, Text("there is no part {part!r}", part=typed))
            if known in said:
                raise _unfit(scheme, Text("the part {part} is said twice", part=known))
            if not part:
                raise _unfit(scheme, Text("the part {part} must be above zero", part=known))
            said[known] = part
        return said

    def _without_all(self, scheme: PaymentScheme, said: Mapping[str, Fraction], silent: Sequence[str]) -> UsageError:
        """Return that euros which are the grant must be given of each part; a small number may be meant in percent."""
        reason = Text(
            "in euros every part must be given, or the grant with --grant; missing: {parts}", parts=all_of(silent)
        )
        shares = [f"{part}={as_decimal(size):f}%" for part, size in said.items() if size < _PERCENT]
        return _unfit(scheme, reason, Text("did you mean --part {shares}?", shares=all_of(shares)) if shares else None)

    def _reason(self, found: Fraction, silent: Sequence[str]) -> Text:
        if len(silent) > 1:
            return Text("nothing says how much {parts} are", parts=all_of(silent))
        both = {"found": self._worded(found), "whole": self._worded(self.whole)}
        if silent:
            return Text("the parts come to {found} of {whole}: nothing is left for {part}", part=silent[0]).given(
                **both
            )
        return Text("the parts come to {found}, not to {whole}").given(**both)

    def _worded(self, value: Fraction) -> Value:
        return Euros(as_decimal(value)) if self.in_euros else Share(value)


def _unfit(scheme: PaymentScheme, reason: Text, hint: Text | None = None) -> UsageError:
    return UsageError(
        Text("--part: {scheme}: {reason}", scheme=scheme.id, reason=reason), SPLIT_UNFIT, hint=hint or _known(scheme)
    )


def _known(scheme: PaymentScheme) -> Text:
    return Text("its parts are {parts}", parts=Listed(tuple(part.id for part in scheme.parts)))
