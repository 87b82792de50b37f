"""Values typed on the command line, read once, with the option named in the message."""

from decimal import Decimal

from clusters_cli.foundations.errors import UsageError
from clusters_cli.foundations.messages import _
from clusters_cli.foundations.money import typed_amount


def amount(text: str | None, option: str) -> Decimal | None:
    """Read an amount in euros as a person types it; ``None`` if the option was not given.

    Raises:
        UsageError: the text is not an amount, or is negative or absurd.
    """
    if text is None:
        return None
    try:
        return typed_amount(text)
    except ValueError as error:
        raise UsageError(f"{option}: {error}", code="USE120") from None


def number(text: str | None, option: str) -> Decimal | None:
    """Read a number as a person types it, ``3`` or ``2,5``; ``None`` if the option was not given.

    Raises:
        UsageError: the text is not a number, or is negative.
    """
    if text is None:
        return None
    written = text.strip().replace(",", ".", 1)
    if not (written.isascii() and written.replace(".", "", 1).isdigit()):
        message = _("{option}: {text!r} is not a number; type it as 3 or 2.5")
        raise UsageError(message.format(option=option, text=text), code="USE120")
    return Decimal(written)
