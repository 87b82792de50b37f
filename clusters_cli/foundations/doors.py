"""Doors: what a room lets others use, imported when it is asked for.

A room's ``__init__`` is written as that of any package, its imports and ``__all__``.  Only the imports wait: they stand
under ``TYPE_CHECKING``, and ``else`` the door imports the one module that a name comes from.  So nobody who asks a room
for one thing pays for all of it, and the help of a command loads no models.
"""

import sys
from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from importlib.machinery import SourceFileLoader


def door(room: str) -> Callable[[str], object]:
    """Return the ``__getattr__`` of a room, which imports a name from where its ``__init__`` says it comes from.

    Args:
        room: the room's own ``__name__``.
    """

    def opened(name: str) -> object:
        home = _homes(room).get(name)
        if home is None:
            raise AttributeError(f"module {room!r} has no attribute {name!r}")
        value = getattr(import_module(home), name)
        setattr(sys.modules[room], name, value)
        return value

    return opened


@cache
def _homes(room: str) -> Mapping[str, str]:
    """Return the module that each name of a room comes from, as the imports of its ``__init__`` say.

    They are read as the formatter writes them: parsing them would take several times as long, whatever is asked for.
    """
    spec = sys.modules[room].__spec__
    source = spec.loader.get_source(room) if spec and isinstance(spec.loader, SourceFileLoader) else None
    _before, _condition, rest = (source or "").partition("\nif TYPE_CHECKING:\n")
    imports = (each.partition(" import ") for each in rest.partition("\nelse:")[0].split("    from ")[1:])
    return {name.strip(): home for home, _import, names in imports for name in names.strip("() \n,").split(",")}
