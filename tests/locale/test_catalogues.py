"""Catalogues hold the messages of the program, and what they translate is well formed; that of French is complete.

A language may be begun with a part of its messages: the others are shown in English.
"""

import ast
import io
import re
from collections.abc import Iterator
from gettext import GNUTranslations
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from clusters_cli.commands.shared.help import UNWRAPPED
from clusters_cli.foundations.text import Language, counted
from clusters_cli.presentation.languages import word
from tools.compiling import is_translated, mo_bytes
from tools.messages import LANGUAGES, PACKAGE, extracted, po_file

COMPLETE = ("fr",)
"""The languages in which no message may be left in English."""
RUN = "run: python -m tools.messages"
FRENCH_SIGNS = {
    re.compile(r" :|« | »"): "U+00A0, not a space, before a colon and inside « »",
    re.compile(r" [;?!%€]"): "U+202F, not a space, before ; ? ! % and €",
    re.compile(r"(?<=[A-Za-zÀ-ÿ])'(?=[A-Za-zÀ-ÿ])"): "U+2019 (’), not a straight apostrophe, between letters",
}
"""What French writes otherwise than a keyboard types it, and how."""


@pytest.fixture(scope="module", params=LANGUAGES)
def catalogue(request: pytest.FixtureRequest) -> Catalog:
    """A catalogue as it is written."""
    return written_in(request.param)


def written_in(language: Language) -> Catalog:
    """Return the catalogue of a language as it is written."""
    with po_file(language).open("rb") as stream:
        return read_po(stream, locale=language, abort_invalid=True)


def messages(catalogue: Catalog) -> dict[tuple[str | None, str], Message]:
    """The messages of a catalogue by their context and their English text, without its head."""
    return {(text_of(message.context), forms(message.id)[0]): message for message in catalogue if message.id}


def translated(catalogue: Catalog) -> dict[str, Message]:
    """The messages that a catalogue translates, by their English text."""
    return {text: message for (_context, text), message in messages(catalogue).items() if is_translated(message)}


def text_of(context: str | bytes | None) -> str | None:
    """A context as text: Babel leaves it in bytes when it reads what is compiled."""
    return context.decode() if isinstance(context, bytes) else context


def forms(text: object) -> tuple[str, ...]:
    """The singular and the plural of a message, or its only form."""
    return (text,) if isinstance(text, str) else tuple(text or ())  # type: ignore[arg-type]  # Babel says object


def placeholders(text: str) -> list[tuple[str, str | None]]:
    """What ``str.format`` will fill in."""
    if "{" not in text:
        return []  # a brace that YAML wants closed is none of ours
    return sorted((name, conversion) for _text, name, _spec, conversion in Formatter().parse(text) if name is not None)


def prose(text: str) -> Iterator[str]:
    """The paragraphs of a message that are no examples of commands."""
    return (part for part in text.split("\n\n") if not part.startswith(UNWRAPPED))


def test_a_catalogue_holds_the_messages_of_the_program_and_no_others(catalogue: Catalog) -> None:
    assert messages(catalogue).keys() == messages(extracted()).keys(), RUN
    assert not catalogue.obsolete


@pytest.mark.parametrize("language", COMPLETE)
def test_every_message_is_translated_for_certain(language: Language) -> None:
    untranslated = [text for text, message in messages(written_in(language)).items() if not is_translated(message)]

    assert not untranslated, f"translate them in {po_file(language)}"


def test_a_translation_fills_in_what_the_message_fills_in(catalogue: Catalog) -> None:
    wrong = [
        (text, words)
        for text, message in translated(catalogue).items()
        for words in forms(message.string)
        if placeholders(words) != max(map(placeholders, forms(message.id)), key=len)
    ]

    assert not wrong


def test_the_examples_of_a_help_are_those_of_the_program(catalogue: Catalog) -> None:
    for text, message in translated(catalogue).items():
        examples = [part for part in text.split("\n\n") if part.startswith(UNWRAPPED)]

        assert [part for part in forms(message.string)[0].split("\n\n") if part.startswith(UNWRAPPED)] == examples


def test_french_is_written_with_its_own_signs() -> None:
    """No line breaks before a double sign, and apostrophes are curved."""
    french = messages(written_in("fr")).values()
    texts = [part for message in french for text in forms(message.string) for part in prose(text)]

    wrong = [
        f"write {what}: {text!r}" for text in texts for sign, what in FRENCH_SIGNS.items() for _ in sign.findall(text)
    ]

    assert not wrong, "\n".join(wrong)


def test_what_the_program_reads_is_what_people_wrote(catalogue: Catalog) -> None:
    with po_file(str(catalogue.locale)).with_suffix(".mo").open("rb") as stream:
        compiled = messages(read_mo(stream))

    assert {text: forms(message.string) for text, message in compiled.items()} == {
        text: forms(message.string) for text, message in messages(catalogue).items() if is_translated(message)
    }, RUN


@pytest.mark.parametrize("begun", [("", ""), ("", "{count} měsíce", "")], ids=["not at all", "in part"])
def test_a_plural_that_is_not_translated_is_shown_in_english_as_english_counts(begun: tuple[str, ...]) -> None:
    """The plural rule of Czech would choose the English singular for none, and find no form for five."""
    catalog = Catalog(locale="cs")
    catalog.add("yes", "ano")
    catalog.add(("{count} month", "{count} months"), begun)

    compiled = GNUTranslations(io.BytesIO(mo_bytes(catalog)))

    assert compiled.gettext("yes") == "ano"
    assert [compiled.ngettext("{count} month", "{count} months", count) for count in (0, 1, 2, 5)] == [
        "{count} months",
        "{count} month",
        "{count} months",
        "{count} months",
    ]


@pytest.mark.parametrize(("count", "expected"), [(0, "0 cluster"), (1, "1 cluster"), (2, "2 clusters")])
def test_french_counts_nothing_as_one(count: int, expected: str) -> None:
    assert word(counted("{count} cluster", "{count} clusters", count), "fr") == expected


@pytest.mark.parametrize(("count", "expected"), [(0, "0 clusters"), (1, "1 cluster"), (2, "2 clusters")])
def test_english_counts_nothing_as_many(count: int, expected: str) -> None:
    assert word(counted("{count} cluster", "{count} clusters", count), "en") == expected


def test_every_text_is_written_where_it_stands_so_that_it_can_be_extracted() -> None:
    """Only the module that makes texts, and the help of commands, pass on what is written elsewhere."""
    templates = {"Text": 1, "counted": 2, "meant": 2, "translated": 1, "_": 1}
    calls = (
        (file.relative_to(PACKAGE).as_posix(), node)
        for file in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in templates
    )

    hidden = {
        file
        for file, call in calls
        for template in call.args[: templates[call.func.id]]  # type: ignore[attr-defined]  # a name, seen above
        if not (isinstance(template, ast.Constant) and isinstance(template.value, str))
    }

    assert hidden == {"foundations/text.py", "commands/shared/help.py"}


def marked(node: ast.AST) -> Iterator[ast.expr]:
    """Yield the texts that a node takes, if it is one of those that are translated when a reader asks for help."""
    if isinstance(node, ast.keyword) and node.arg in ("help", "metavar"):
        yield node.value
    elif isinstance(node, ast.Call) and ast.unparse(node.func) == "group":
        yield from node.args
    elif isinstance(node, ast.AnnAssign) and node.value and ast.unparse(node.target) == "QUESTION":
        yield node.value


def test_only_what_a_help_shows_is_marked_and_not_said() -> None:
    """A mark translates nothing: what is printed elsewhere would stay in English."""
    for file in PACKAGE.rglob("*.py"):
        nodes = list(ast.walk(ast.parse(file.read_text(encoding="utf-8"))))
        marks = [node for node in nodes if isinstance(node, ast.Call) and ast.unparse(node.func) == "_"]
        in_a_help = {id(inner) for node in nodes for text in marked(node) for inner in ast.walk(text)}

        elsewhere = [mark.lineno for mark in marks if id(mark) not in in_a_help]

        assert not elsewhere, f"{file.name}, lines {elsewhere}: say Text(…), which is worded for the reader"


def test_no_message_hides_from_the_extraction_inside_an_f_string() -> None:
    hidden = re.compile(r"""f["'].*\{(?:_|Text|counted|translated)\(""")

    assert not [
        f"{file.name}: {line.strip()}"
        for file in PACKAGE.rglob("*.py")
        for line in file.read_text(encoding="utf-8").splitlines()
        if hidden.search(line)
    ]


def literals() -> Iterator[tuple[str, tuple[str | None, str]]]:
    """Where a text of the code stands, and what an extraction should find there: its context and its template."""
    for file in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
                continue
            words = [part.value for part in node.args if isinstance(part, ast.Constant) and isinstance(part.value, str)]
            if node.func.id == "meant" and words[1:]:
                yield f"{file.name}:{node.lineno}", (words[0], words[1])
            elif node.func.id in ("Text", "counted") and words:
                yield f"{file.name}:{node.lineno}", (None, words[0])


def test_the_extraction_finds_every_text_of_the_code() -> None:
    """It reads tokens, not the tree: a variable called ``meant`` inside a call would hide the call from it."""
    found = {(message.context, forms(message.id)[0]) for message in extracted() if message.id}

    assert [place for place, text in literals() if text not in found] == []
