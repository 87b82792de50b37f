"""Words: closed sets of them, each with what people call its members, and the one reader of such a word.

A closed set is a :class:`Vocabulary`, defined once, where its meaning is.  Data and programs hold the value of a
member; people read its text, in their language; and whoever types or writes one may use the value, the English words or
one of the spellings that stand beside them, the words of the other languages among them.

On the command line case, accents, dashes and spaces make no difference.  A file writes a word exactly: its JSON Schema
lists every spelling, and says what the models say; a word that is nearly one is told with the right spelling.
"""

from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Self, TypeVar

from clusters_cli.foundations.names import fold, nearest
from clusters_cli.foundations.reading.refusals import echoed
from clusters_cli.foundations.refusal import RefusedError
from clusters_cli.foundations.text import Text, one_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic_core import CoreSchema


class Vocabulary(StrEnum):
    """A closed set of words: each member has a value, what people call it, and other spellings that are read.

    A member without words cannot be defined.  That its words are complete, told apart and read back in every language
    is held by ``tests/architecture/test_words.py``.

    Attributes:
        text: what people call it.
        spellings: how it may be written beside its value and its English words.
    """

    text: Text
    spellings: tuple[str, ...]

    def __new__(cls, value: str, text: Text, *spellings: str) -> Self:
        """Make a member of its value, its words and its other spellings."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.text = text
        member.spellings = spellings
        return member

    @property
    def definition(self) -> tuple[str, Text, *tuple[str, ...]]:
        """What it is defined by, for another set that holds the same word."""
        return self.value, self.text, *self.spellings

    @property
    def writings(self) -> list[str]:
        """The ways in which a file writes it, as its JSON Schema lists them."""
        return [written for written, member in self.written().items() if member is self]

    @classmethod
    def written(cls) -> "Mapping[str, Self]":
        """Return the member for every way in which a file writes one, the values first."""
        return _written(cls)

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: object, _handler: object) -> "CoreSchema":
        """Let models of files take each way of writing a member, and refuse others with what was perhaps meant."""
        from pydantic_core import core_schema  # noqa: PLC0415  (only models need it)

        members = core_schema.enum_schema(cls, list(cls), sub_type="str")
        return core_schema.no_info_before_validator_function(lambda found: _of_a_file(cls, found), members)


class YesOrNo(Vocabulary):
    """An answer that is certain."""

    YES = "yes", Text("yes"), "oui", "true"
    NO = "no", Text("no"), "non", "false"

    @classmethod
    def of(cls, answer: bool) -> "YesOrNo":  # noqa: FBT001  (it is the whole of the argument)
        """Return the word of an answer."""
        return cls.YES if answer else cls.NO


WordT = TypeVar("WordT", bound=Vocabulary)


class UnknownWordError(RefusedError):
    """A word that is none of a closed set.

    Args:
        kind: the set.
        typed: what was written.
    """

    def __init__(self, kind: type[Vocabulary], typed: str) -> None:
        expected = one_of(member.value for member in kind)
        super().__init__(Text("must be one of {expected}, found {found}", expected=expected, found=echoed(typed)))
        self.meant = perhaps_meant(kind, typed)


def read_word(kind: type[WordT], typed: str) -> WordT:
    """Read a word as people type it: in English or in French, case, accents, dashes and spaces making no difference.

    Raises:
        UnknownWordError: it is no word of the set; the error says what may be written, and what was perhaps meant.
    """
    member = find_word(kind, typed)
    if member is None:
        raise UnknownWordError(kind, typed)
    return member


def find_word(kind: type[WordT], typed: str) -> WordT | None:
    """Return the word that people mean by what they type, ``None`` if it is none of the set."""
    return _by_fold(kind).get(fold(typed))


def perhaps_meant(kind: type[Vocabulary], typed: str) -> str | None:
    """Return the way of writing a member that is most like what was written, ``None`` if none is."""
    values_last = reversed(tuple(kind.written()))  # of spellings that differ in case alone, the value is told
    return next(iter(nearest(typed, values_last, 1)), None)


def _of_a_file(kind: type[Vocabulary], found: object) -> object:
    """Read a word as a file writes it, exactly as its JSON Schema lists them; what is no text is left to Pydantic."""
    if not isinstance(found, str):
        return found
    member = kind.written().get(found)
    if member is None:
        raise UnknownWordError(kind, found)
    return member


@cache
def _written(kind: type[WordT]) -> "Mapping[str, WordT]":
    values = {member.value: member for member in kind}
    words = {word: member for member in kind for word in (member.text.template, *member.spellings)}
    return {**values, **words}


@cache
def _by_fold(kind: type[WordT]) -> "Mapping[str, WordT]":
    return {fold(written): member for written, member in kind.written().items()}
