"""A Rich console that keeps together what no-break spaces hold together, such as ``130 000 €``.

Rich breaks lines at every space, those included.  Here it lays out texts in which they are other characters, and the
stream gives them their form back.
"""

from typing import Any, TextIO

from rich.console import Console
from rich.text import Text

_BOUND = {"\u00a0": "\ue000", "\u202f": "\ue001"}
"""Each no-break space and the private character, one cell wide too, that stands for it while a text is laid out."""
_INWARDS = str.maketrans(_BOUND)
_OUTWARDS = str.maketrans({stand_in: space for space, stand_in in _BOUND.items()})


class _Freed:
    """A stream to which no-break spaces are written in their own form."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        return self._stream.write(text.translate(_OUTWARDS))

    def __getattr__(self, name: str) -> object:
        return getattr(self._stream, name)


class BindingConsole(Console):
    """A console on a stream, without the markup and emphasis that Rich adds of itself."""

    def __init__(self, stream: TextIO, *, plain: bool) -> None:
        file: TextIO = _Freed(stream)  # type: ignore[assignment]  # it passes everything else on
        super().__init__(file=file, highlight=False, markup=False, emoji=False, color_system=None if plain else "auto")

    def render_str(self, text: str, **options: Any) -> Text:  # noqa: ANN401  (Rich's own options, passed on)
        """Make a text of a string, its no-break spaces bound."""
        return super().render_str(text.translate(_INWARDS), **options)
