"""Compiles catalogues: what people wrote, as the program reads it."""

import io
from copy import deepcopy

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo


def is_translated(message: Message) -> bool:
    """Whether a message has its translation for certain, every form of it."""
    forms = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
    return bool(forms) and all(forms) and not message.fuzzy


def mo_bytes(catalog: Catalog) -> bytes:
    """Return a catalogue compiled for the program.

    What is not translated is left out, so that the program falls back on English: Babel itself would fill the missing
    forms of a plural with English ones, and let the other language choose between them.
    """
    kept = deepcopy(catalog)
    for message in catalog:
        if message.id and not is_translated(message):
            kept.delete(message.id, message.context)
    buffer = io.BytesIO()
    write_mo(buffer, kept)
    return buffer.getvalue()
