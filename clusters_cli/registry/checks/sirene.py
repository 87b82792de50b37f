"""SIREN and SIRET: the numbers of French organisations and of their establishments, and their check digit."""

_LA_POSTE = "356000000"


def is_siren(text: str) -> bool:
    """Return whether a text is a SIREN: nine digits that pass the Luhn check."""
    return _digits(text, 9) and _luhn(text) % 10 == 0


def is_siret(text: str) -> bool:
    """Return whether a text is a SIRET: a SIREN, four digits for the establishment, and a check digit.

    The establishments of La Poste are more than the Luhn check can tell apart: their digits add up to a multiple of 5,
    and those of its head office pass the usual check (INSEE, definition of the SIRET number).
    """
    if not _digits(text, 14) or not is_siren(text[:9]):
        return False
    return _luhn(text) % 10 == 0 or (text.startswith(_LA_POSTE) and sum(map(int, text)) % 5 == 0)


def _digits(text: str, count: int) -> bool:
    return len(text) == count and text.isascii() and text.isdigit()


def _luhn(text: str) -> int:
    doubled = (int(digit) * (2 if index % 2 else 1) for index, digit in enumerate(reversed(text)))
    return sum(number // 10 + number % 10 for number in doubled)
