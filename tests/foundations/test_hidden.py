"""No text of a data file hides or reorders itself, however it is written."""

import sys
import unicodedata

import pytest

from clusters_cli.foundations.fields import Name
from clusters_cli.foundations.hidden import hidden_in, visible
from clusters_cli.foundations.strict_yaml import parse_yaml
from clusters_cli.foundations.validation import check
from clusters_cli.presentation.languages import word
from clusters_cli.presentation.worded_problems import on_a_line
from clusters_cli.registry.models.sources import SourcesFile

REFUSED = {
    "right-to-left override": "\u202e",
    "isolate": "\u2066",
    "zero-width space": "\u200b",
    "zero-width joiner": "\u200d",
    "soft hyphen": "\u00ad",
    "byte order mark": "\ufeff",
    "line separator": "\u2028",
    "paragraph separator": "\u2029",
    "next line": "\u0085",
    "tag": "\U000e0041",
    "escape": "\x1b",
    "delete": "\x7f",
    "letter that shows as nothing": "\u3164",
    "joiner of graphemes": "\u034f",
    "control sequence": "\u009b",
}
WRITTEN = {
    "plain": "title: Al{}pha",
    "in single quotes": "title: 'Al{}pha'",
    "in double quotes": 'title: "Al{}pha"',
    "in a block": "title: |\n  Al{}pha\n",
    "folded": "title: >\n  Al{}pha\n",
    "in a key": "ti{}tle: Alpha",
    "in a comment": "title: Alpha # Al{}pha",
    "in a list": "title: [Al{}pha]",
}


@pytest.mark.parametrize("name", REFUSED)
@pytest.mark.parametrize("way", WRITTEN)
def test_what_hides_or_reorders_text_is_refused_at_its_place(name: str, way: str) -> None:
    text = WRITTEN[way].format(REFUSED[name])

    problem = parse_yaml(text, "a.yaml").problems[0]

    before = text[: text.index(REFUSED[name])]
    assert problem.code == "REG014"
    assert f"U+{ord(REFUSED[name]):04X}" in word(problem.message, "en")
    assert (problem.position.line, problem.position.column) == (
        before.count("\n") + 1,
        len(before) - before.rfind("\n"),
    )


@pytest.mark.parametrize("name", REFUSED)
def test_an_escape_writes_nothing_that_may_not_stand_there(name: str) -> None:
    problems = parse_yaml(f'title: "Al\\U{ord(REFUSED[name]):08x}pha"', "a.yaml").problems

    assert [(problem.code, problem.position.column) for problem in problems] == [("REG014", 8)]


@pytest.mark.parametrize(
    "written", ['"Al\\npha"', '"Al\\tpha"', '"Al\n\n  pha"', "'Al\n\n  pha'", "Al\n\n  pha", "A\tb"]
)
def test_a_line_break_or_a_tab_stands_in_no_text_but_a_block(written: str) -> None:
    problems = parse_yaml(f"title: {written}\n", "a.yaml").problems

    assert [problem.code for problem in problems] == ["REG014"]


SOURCE = "sources:\n- id: a\n  kind: report\n"


@pytest.mark.parametrize("written", ["|\n    One\n    two", ">\n    One\n\n    two", "|\n    A\tb"])
def test_a_title_of_two_lines_is_refused(written: str) -> None:
    _built, problems = check(parse_yaml(f"{SOURCE}  title: {written}\n", "sources.yaml"), SourcesFile)

    assert [on_a_line(problem, "en") for problem in problems] == [
        "sources.yaml:4:10: error REG014 title: must stand on one line, without tabs  [source a]"
    ]


def test_a_note_may_have_two_paragraphs_and_a_title_a_line_end() -> None:
    text = f"{SOURCE}  title: |\n    A title\n  note: {{en: x}}\n".replace(
        "{en: x}", "\n    en: |\n      One\n\n      two"
    )

    built, problems = check(parse_yaml(text, "sources.yaml"), SourcesFile)

    assert problems == ()
    assert built is not None
    assert built.sources[0].title == Name(fr="A title", en="A title")
    assert built.sources[0].note is not None
    assert built.sources[0].note.en == "One\n\ntwo"


@pytest.mark.parametrize(
    "text", ["Nékoé", "ما", "東京", "130\u00a0000\u202f€", "L’Oréal – « a »", "🙂", "a\u0301", "œuvre"]
)
def test_letters_signs_and_spaces_of_any_language_are_read(text: str) -> None:
    assert parse_yaml(f"title: {text}", "a.yaml").problems == ()


def test_every_control_format_and_separator_of_unicode_is_refused() -> None:
    passed = [
        f"U+{code:04X}"
        for code in range(sys.maxunicode + 1)
        if unicodedata.category(chr(code)) in ("Cc", "Cf", "Cs", "Zl", "Zp") and not hidden_in(chr(code))
    ]

    assert passed == []


def test_what_hides_or_reorders_is_shown_as_an_escape_and_a_byte_of_a_name_as_such() -> None:
    assert visible("Nékoé\u00a0\u202f東京 \\ caf\udce9\x1b\u202e\u3164\U000e0041\n\t") == (
        "Nékoé\u00a0\u202f東京 \\ caf\\xe9\\x1b\\u202e\\u3164\\U000e0041\\n\\t"
    )
    assert visible("one\n\ttwo\r\u2028", several_lines=True) == "one\n\ttwo\\r\\u2028"
