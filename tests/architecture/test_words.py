"""The words of closed sets: complete in every language, told apart, and read back.

Whoever adds a member to a :class:`Vocabulary` learns here what it lacks.
"""

import ast
import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import clusters_cli
from clusters_cli.commands.shared.printed_words import find_printed
from clusters_cli.foundations.names import fold
from clusters_cli.foundations.text import REGISTRY_LANGUAGES, Language, Text
from clusters_cli.foundations.words import UnknownWordError, Vocabulary, read_word
from clusters_cli.presentation.catalogues import languages
from clusters_cli.presentation.languages import word
from tests.architecture.test_walls import MODULES, PACKAGE
from tests.wording import refused

LANGUAGES: tuple[Language, ...] = languages()


def vocabularies(of: type[Vocabulary] = Vocabulary) -> Iterator[type[Vocabulary]]:
    """Yield every closed set of the program."""
    for module in pkgutil.walk_packages(clusters_cli.__path__, "clusters_cli."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    yield from (kind for kind in of.__subclasses__() if kind.__module__.startswith("clusters_cli."))


VOCABULARIES = sorted(vocabularies(), key=lambda kind: (kind.__module__, kind.__name__))
MEMBERS = [member for kind in VOCABULARIES for member in kind]


def named(member: Vocabulary) -> str:
    return f"{type(member).__module__}.{type(member).__name__}.{member.name}"


@pytest.mark.parametrize("language", REGISTRY_LANGUAGES)
@pytest.mark.parametrize("member", MEMBERS, ids=named)
def test_a_word_is_read_as_english_and_french_print_it(member: Vocabulary, language: Language) -> None:
    printed = word(member, language)

    assert member.written().get(printed) is member, (
        f"{named(member)} is printed as {printed!r} in the language {language!r}, and nothing reads that as this word:"
        f" add {printed!r} to its spellings, or translate {member.text.template!r} in the catalogue"
    )


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "en"])
@pytest.mark.parametrize("kind", VOCABULARIES, ids=lambda kind: kind.__name__)
def test_the_words_of_a_set_are_told_apart_in_every_language(kind: type[Vocabulary], language: Language) -> None:
    printed = [word(member, language) for member in kind]

    twice = {text for text in printed if printed.count(text) > 1}

    assert not twice, f"{kind.__module__}.{kind.__name__}: several members are printed as {twice} in {language!r}"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", VOCABULARIES, ids=lambda kind: kind.__name__)
def test_a_word_is_typed_as_every_language_prints_it(kind: type[Vocabulary], language: Language) -> None:
    misread = {word(member, language) for member in kind if find_printed(kind, word(member, language)) is not member}

    assert not misread, (
        f"{kind.__module__}.{kind.__name__}: {misread} in {language!r} is read as another member, which is called so in"
        " English, in French or in a language before it"
    )


@pytest.mark.parametrize("kind", VOCABULARIES, ids=lambda kind: kind.__name__)
def test_no_spelling_stands_for_two_members(kind: type[Vocabulary]) -> None:
    claimed: dict[str, Vocabulary] = {}
    for member in kind:
        for spelling in (member.value, member.text.template, *member.spellings):
            other = claimed.setdefault(fold(spelling), member)
            assert other is member, f"{spelling!r} is read as {named(other)} and as {named(member)}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_closed_set_of_words_is_a_vocabulary_and_no_literal(path: Path) -> None:
    """A word of a ``Literal`` has no text and no other spellings; numbers, signs and members of a set need none."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    literals = [node for node in ast.walk(tree) if isinstance(node, ast.Subscript) and named_so(node.value, "Literal")]
    words = [
        inner.value
        for literal in literals
        for inner in ast.walk(literal.slice)
        if isinstance(inner, ast.Constant) and isinstance(inner.value, str) and any(map(str.isalpha, inner.value))
    ]

    assert not words, f"{words}: make them a Vocabulary, with their words and spellings"


def named_so(node: ast.expr, name: str) -> bool:
    """Whether an expression is a name, or the attribute of a module that has it."""
    return ast.unparse(node).rpartition(".")[2] == name


def test_a_word_without_words_cannot_be_defined() -> None:
    with pytest.raises(TypeError, match="text"):

        class _Silent(Vocabulary):
            MUTE = "mute"


class Colour(Vocabulary):
    """A set for trials."""

    RED = "red", Text("red"), "rouge"
    SKY_BLUE = "sky-blue", Text("blue of the sky"), "bleu d’été"


@pytest.mark.parametrize(
    "typed", ["sky-blue", "Sky Blue", "sky_blue", "BLUE OF THE SKY", "bleu d'ete", " Bleu d’Été ", "bleu-d-été"]
)
def test_a_typed_word_is_read_whatever_its_case_accents_and_dashes(typed: str) -> None:
    assert read_word(Colour, typed) is Colour.SKY_BLUE


def test_a_word_of_another_set_is_refused_with_what_may_be_written() -> None:
    with refused(UnknownWordError, match="must be one of red or sky-blue, found 'rojo'"):
        read_word(Colour, "rojo")


@pytest.mark.parametrize(("typed", "meant"), [("rouges", "rouge"), ("rde", "red"), ("zzz", None)])
def test_what_was_perhaps_meant_is_told_in_the_language_it_was_written_in(typed: str, meant: str | None) -> None:
    with pytest.raises(UnknownWordError) as caught:
        read_word(Colour, typed)

    assert caught.value.meant == meant
