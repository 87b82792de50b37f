"""The payment schemes of the packaged registry; those in parts with a split, which a user would have to say."""

from collections.abc import Mapping
from fractions import Fraction

from clusters_cli.registry.loading import open_registry
from clusters_cli.registry.models.schemes import PaymentScheme

_SPLIT = (Fraction(8, 13), Fraction(5, 13))


def _split(scheme: PaymentScheme) -> PaymentScheme:
    if not scheme.is_split_open:
        return scheme
    parts = [part.model_copy(update={"share": share}) for part, share in zip(scheme.parts, _SPLIT, strict=True)]
    return scheme.model_copy(update={"parts": tuple(parts)})


PACKAGED: Mapping[str, PaymentScheme] = {scheme.id: _split(scheme) for scheme in open_registry(None).schemes.entries}
