"""What of a result programs get: its fields by name, unless it says otherwise here.

Presentation makes JSON and YAML of results; a result that wants another name for a field, or leaves one out, is
declared so beside the field, and nothing spells the fields a second time.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

_Result = TypeVar("_Result", bound=type)
_SHAPE = "__shape_of_data__"


if TYPE_CHECKING:
    computed = property
else:

    class computed(property):  # noqa: N801  (read as the decorator that it is)
        """A property that is part of the data of a result, as a field is."""


@dataclass(frozen=True, slots=True)
class DataShape:
    """How the data of a result differ from its fields.

    Attributes:
        renamed: the names of fields in the data, such as ``from``, which Python keeps for itself.
        without: fields that are no data.
        spread: fields whose own fields stand in their place: those of the class that the field is declared with,
            whatever a narrower value holds besides, and each without a value where the field has none.
        taken: fields of which only some of their own fields, by their names in the data, stand in their place.
        sentences: fields that hold a sentence, though it may be a plain string or a text of a registry.
        plain: fields whose words are no sentence, such as a name, and are plain text in English.
        as_text: whether its data is the text that writes it, and none of its fields.
    """

    renamed: Mapping[str, str] = field(default_factory=dict)
    without: tuple[str, ...] = ()
    spread: tuple[str, ...] = ()
    taken: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sentences: tuple[str, ...] = ()
    plain: tuple[str, ...] = ()
    as_text: bool = False


@dataclass(frozen=True, slots=True)
class Extended:
    """A result with what a command adds to it."""

    result: Any
    more: Mapping[str, Any]


def extended(result: object, **more: object) -> Extended:
    """Return a result with more fields in its data."""
    return Extended(result, more)


def in_data(  # noqa: PLR0913  (each is said by its name)
    *,
    without: tuple[str, ...] = (),
    spread: tuple[str, ...] = (),
    taken: Mapping[str, tuple[str, ...]] | None = None,
    sentences: tuple[str, ...] = (),
    plain: tuple[str, ...] = (),
    as_text: bool = False,
    **renamed: str,
) -> Callable[[_Result], _Result]:
    """Declare how the data of a class of results differ from its fields; see :class:`DataShape`."""

    def declare(result: _Result) -> _Result:
        setattr(result, _SHAPE, DataShape(renamed, without, spread, taken or {}, sentences, plain, as_text))
        return result

    return declare


def shape_of(result: type) -> DataShape:
    """Return how the data of a class of results differ from its fields."""
    shape: DataShape = getattr(result, _SHAPE, DataShape())
    return shape
