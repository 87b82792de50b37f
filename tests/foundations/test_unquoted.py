"""What YAML takes for something else is answered with the quoted text to type."""

import pytest

from clusters_cli.foundations.strict_yaml import parse_yaml
from clusters_cli.foundations.unquoted import in_flow
from clusters_cli.presentation.languages import word

MISTAKEN = [
    ("name: Pôle : santé", 'name: "Pôle : santé"'),
    ("- id: a\n  name: Pôle: santé\n  aliases: []", 'name: "Pôle: santé"'),
    ("name: @home", 'name: "@home"'),
    ("name: `home`", 'name: "`home`"'),
    ("name: %home", 'name: "%home"'),
    ("name: - home", 'name: "- home"'),
    ("name: ? home", 'name: "? home"'),
    ("name: > 3 ans", 'name: "> 3 ans"'),
    ("name: 'l'atelier'", 'name: "l\'atelier"'),
    ('name: "a" b', "name: '\"a\" b'"),
    ("- {id: a, name: Pôle: santé}", 'name: "Pôle: santé"'),
    ("- {value: L'Oréal: x, source: report}", 'value: "L\'Oréal: x"'),
    ("a: {source: report, locator: p. 3, tableau 2}", 'locator: "p. 3, tableau 2"'),
    ("a: {source: report, locator: p. 3, tableau 2, note: x}", 'locator: "p. 3, tableau 2"'),
    ("a: [{name: Pôle, santé et vie, source: report}]", 'name: "Pôle, santé et vie"'),
]


@pytest.mark.parametrize(("text", "entry"), MISTAKEN)
def test_a_text_that_needs_quotes_is_shown_in_them(text: str, entry: str) -> None:
    problem = parse_yaml(text, "a.yaml").problems[0]

    assert word(problem.message, "en").endswith(f"in quotes: {entry}")


@pytest.mark.parametrize("entry", [entry for _text, entry in MISTAKEN])
def test_what_is_shown_can_be_typed(entry: str) -> None:
    assert parse_yaml(entry, "a.yaml").problems == parse_yaml(f"a: {{{entry}}}", "a.yaml").problems == ()


def test_a_text_cut_by_a_comma_is_told_where_its_rest_stands() -> None:
    problem = parse_yaml("a: {source: report, locator: p. 3, tableau 2}", "a.yaml").problems[0]

    assert (problem.code, problem.position.column) == ("REG016", 36)


@pytest.mark.parametrize(
    "text", ["name: a\n  b: c", "name: [a", "a: {b, c}", "a: {b: ", "a:\n", "a: ~", "a: {b: , c: d}"]
)
def test_quotes_are_not_proposed_where_they_would_change_nothing(text: str) -> None:
    assert "quotes" not in word(parse_yaml(text, "a.yaml").problems[0].message, "en")


@pytest.mark.parametrize("text", ["Tours", "p. 3, tableau 2", "a: b", "{a}", "@", "'", '"', "a\\b", "L'Oréal", ""])
def test_a_text_in_braces_is_read_back(text: str) -> None:
    assert parse_yaml(f"[{{value: {in_flow(text)}}}]", "a.yaml").data == [{"value": text}]
