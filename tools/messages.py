"""Keeps the catalogues of messages: ``python -m tools.messages`` extracts, updates, compiles them.

Messages come from two places: what the code passes to ``_()`` and ``plural()``, and the help of every command, which
is its docstring and what it calls its values (``FILE``).  Typer's own words (Usage, Options…) are looked up in the same
catalogue.  ``python -m tools.messages de`` begins one for another language.
"""

import io
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import typer
from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po, write_po

from clusters_cli.app import COMMANDS, app
from clusters_cli.commands.shared.help import OF_TYPER, UNWRAPPED
from clusters_cli.presentation.catalogues import DOMAIN, LOCALE_DIR, po_files
from tools.compiling import is_translated, mo_bytes

PACKAGE = LOCALE_DIR.parent
LANGUAGES = tuple(po_files())
"""The languages that have a catalogue; English is the one the messages are written in."""
HEADER = """\
# What clusters says to people.  Made by python -m tools.messages; only the translations are written by hand.
# Words of the field: docs/glossary.md."""
_KEYWORDS = {**DEFAULT_KEYWORDS, "translated": (1,), "Text": (1,), "counted": (1, 2), "meant": ((1, "c"), 2)}


class _Plurals(NamedTuple):
    """The forms of a count in a language: how many there are, and the expression of gettext that chooses one."""

    forms: int
    chosen: str


_PLURALS = {"fr": _Plurals(2, "(n > 1)")}
"""The forms that the catalogues are written in, whatever Babel knows of a language: that changes with its version, and
French millions, which would be a third form, are written here as all other counts are."""


class Messages(Catalog):
    """A catalogue whose head holds only what stays the same while the messages do: no dates, no version of Babel."""

    @property
    def num_plurals(self) -> int:
        """How many forms a count has."""
        return _PLURALS[str(self.locale_identifier)].forms if self._is_known else super().num_plurals

    @property
    def plural_expr(self) -> str:
        """Which of the forms a count takes."""
        return _PLURALS[str(self.locale_identifier)].chosen if self._is_known else super().plural_expr

    @property
    def _is_known(self) -> bool:
        return str(self.locale_identifier) in _PLURALS

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """The fields of the head."""
        return [
            ("Project-Id-Version", "clusters"),
            ("Language", str(self.locale_identifier)),
            ("Plural-Forms", self.plural_forms),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
        ]

    @mime_headers.setter
    def mime_headers(self, headers: Iterable[tuple[str, str]]) -> None:
        """Refuse another head: Babel lets a catalogue have one."""
        raise AttributeError(f"the head of a catalogue is always the same, found {list(headers)}")


def extracted() -> Catalog:
    """Return every message of the program, untranslated."""
    catalog = Catalog(charset="utf-8")
    for file, line, message, _comments, context in extract_from_dir(PACKAGE, keywords=_KEYWORDS):
        catalog.add(message, locations=[(f"clusters_cli/{file}", line)], context=context)
    for text in (*_helps(), *OF_TYPER):
        catalog.add(text)
    return catalog


def updated(translated: str) -> Catalog:
    """Return a language's catalogue with today's messages; those that changed lose their translation."""
    catalog = Messages(locale=translated, domain=DOMAIN, header_comment=HEADER, fuzzy=False)
    file = po_file(translated)
    if file.exists():
        with file.open("rb") as stream:
            for message in read_po(stream, locale=translated, domain=DOMAIN):
                if message.id:
                    catalog[message.id] = message
    catalog.update(extracted(), no_fuzzy_matching=True, update_creation_date=False)
    catalog.obsolete.clear()
    return catalog


def po_file(translated: str) -> Path:
    """Return where a language's messages are written and read by people."""
    return LOCALE_DIR / translated / "LC_MESSAGES" / f"{DOMAIN}.po"


def po_bytes(catalog: Catalog) -> bytes:
    """Return a catalogue as a ``.po`` file, without line numbers, so that it changes only with its messages."""
    buffer = io.BytesIO()
    write_po(buffer, catalog, sort_output=True, no_location=True, omit_header=False, width=120)
    return buffer.getvalue()


def _helps() -> Iterator[str]:
    group = typer.main.get_command(app)
    context = typer.Context(group)
    yield from _helps_of(group)
    for name in COMMANDS:
        yield from _helps_of(group.get_command(context, name))  # type: ignore[attr-defined]


def _helps_of(command: object) -> Iterator[str]:
    if text := getattr(command, "help", None):
        yield text.replace("\b", UNWRAPPED)
    yield from (parameter.metavar for parameter in getattr(command, "params", ()) if parameter.metavar)
    for inner in getattr(command, "commands", {}).values():
        yield from _helps_of(inner)


def main() -> None:
    """Write the catalogues anew."""
    for known in dict.fromkeys((*LANGUAGES, *sys.argv[1:])):
        catalog = updated(known)
        file = po_file(known)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(po_bytes(catalog))
        file.with_suffix(".mo").write_bytes(mo_bytes(catalog))
        missing = sum(1 for message in catalog if message.id and not is_translated(message))
        print(f"{known}: {len(catalog)} messages, {missing} without a translation")  # noqa: T201


if __name__ == "__main__":
    main()
