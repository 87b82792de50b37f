"""Mapping files: rules in order, read strictly; and what belongs where with them and without."""

from dataclasses import replace
from pathlib import Path

import pytest

from clusters_cli.dossier import CashKind, Direction
from clusters_cli.foundations.errors import InvalidDataError
from clusters_cli.foundations.text import Text
from clusters_cli.treasury.actuals.chart_of_accounts import ACCOUNTS, known_account
from clusters_cli.treasury.actuals.mapping import NO_RULES, ActualsMapping, read_mapping
from clusters_cli.treasury.actuals.matching import MatchedBy, MatchedMovement, UnmatchedMovement, matched
from clusters_cli.treasury.actuals.movements import CashMovement
from tests.treasury.actuals.plans import line, movement
from tests.wording import told

LINES = (
    line("rent", "running", label="Loyer"),
    line("dues", "dues", label="Cotisations"),
    line("region-1", "grant", label="Subvention"),
    line("region-2", "grant", label="Subvention"),
    line("loan", "loan", label="Prêt", direction="out"),
)


def mapping_of(text: str, folder: Path) -> ActualsMapping:
    file = folder / "mapping.yaml"
    file.write_text(text, encoding="utf-8")
    return read_mapping(file, LINES)


def problems_of(text: str, folder: Path) -> list[str]:
    with pytest.raises(InvalidDataError) as caught:
        mapping_of(text, folder)
    return [line.partition("mapping.yaml:")[2] for line in told(caught.value.problems).split("\n")]


def place(moved: CashMovement, mapping: ActualsMapping = NO_RULES) -> str:
    """Where a movement belongs: the key of its line, else the word of its kind and its direction, else why nowhere."""
    found, unmatched = matched([moved], LINES, mapping)
    if unmatched:
        return f"? {' '.join(unmatched[0].lines)}".rstrip()
    return found[0].line or f"{found[0].kind} {found[0].direction}"


@pytest.mark.parametrize(
    ("rule", "fitting", "other"),
    [
        ("{account: 74*, kind: grant}", ("A", "741000"), ("A", "756000")),
        ("{account: 641-645, kind: grant}", ("A", "643100"), ("A", "646000")),
        ("{account: 645-641, kind: grant}", ("A", "645900"), ("A", "640000")),
        ("{account: 741, kind: grant}", ("A", "741000"), ("A", "741100")),
        ("{account: '512', kind: grant}", ("A", "512"), ("A", None)),
        ("{words: loyer, kind: grant}", ("PRLV LOYER OCTOBRE", None), ("EMPLOYEURS", None)),
        ("{words: eté loyer, kind: grant}", ("Loyer d’été", None), ("Loyer d’hiver", None)),
        ("{words: cotis*, kind: grant}", ("VIR COTISATION 2026", None), ("VIR ACOTIS", None)),
        ("{account: 40*, words: lac, kind: grant}", ("SCI du Lac", "401000"), ("SCI du Lac", "411000")),
    ],
)
def test_a_rule_fits_what_it_asks_and_nothing_else(
    rule: str, fitting: tuple[str, str | None], other: tuple[str, str | None], tmp_path: Path
) -> None:
    mapping = mapping_of(f"default_accounts: no\nrules: [{rule}]\n", tmp_path)

    assert place(movement(f"2026-10-05 9 {fitting[0]}", 1, fitting[1]), mapping) == "grant in"
    assert place(movement(f"2026-10-05 9 {other[0]}", 1, other[1]), mapping) == "?"


def test_a_rule_may_ask_for_the_direction_alone(tmp_path: Path) -> None:
    text = "rules: [{direction: in, kind: other-receipt}, {direction: sortie, kind: autre dépense}]\n"
    mapping = mapping_of(text, tmp_path)

    assert place(movement("2026-10-05 9 A"), mapping) == "other-receipt in"
    assert place(movement("2026-10-05 -9 A"), mapping) == "other-payment out"


def test_the_first_rule_that_fits_counts_and_is_told(tmp_path: Path) -> None:
    text = "rules:\n- {words: acme, kind: sales}\n- {words: cotisation, line: dues}\n- {direction: in, kind: gift}\n"
    mapping = mapping_of(text, tmp_path)

    found, _ = matched([movement("2026-10-05 9 Cotisation Acme")], LINES, mapping)

    assert [(one.kind, one.by, one.rule) for one in found] == [(CashKind.SALES, MatchedBy.RULE, 1)]


def test_a_rule_names_a_line_by_its_key_or_its_label(tmp_path: Path) -> None:
    mapping = mapping_of("rules: [{words: a, line: RENT}, {words: b, line: cotisations}]\n", tmp_path)

    assert place(movement("2026-10-05 -9 A"), mapping) == "rent"
    assert place(movement("2026-10-05 9 B"), mapping) == "dues"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            "rules: [{words: a, line: loyers}]",
            ["1:26: error ACT301 line: the plan has no line 'loyers' (did you mean 'Loyer'?)"],
        ),
        (
            "rules: [{words: a, line: subvention}]",
            ["1:26: error ACT302 line: several lines are called 'subvention': region-1 and region-2"],
        ),
        ("rules: [{words: a}]", ["1:9: error REG103 rules[0]: needs a line or a kind, and not both"]),
        (
            "rules: [{words: a, line: rent, kind: grant}]",
            ["1:9: error REG103 rules[0]: needs a line or a kind, and not both"],
        ),
        (
            "rules: [{kind: grant}]",
            ["1:9: error REG103 rules[0]: needs an account, words or a direction by which it knows a movement"],
        ),
        (
            "rules: [{compte: 74*, kind: subvension}]",
            [
                "1:10: error REG101 compte: is not a key known here (did you mean 'account'?)",
                "1:29: error REG105 kind: must be one of",
            ],
        ),
        (
            "rules: [{account: 7x, kind: grant}]",
            ["1:19: error REG106 account: is not written as expected, such as 74*; found '7x'"],
        ),
        ("rules: [{words: '...', kind: grant}]", ["1:17: error REG103 words: needs a word, found '...'"]),
        ("", ["1:1: error REG010 is empty"]),
    ],
)
def test_a_mistake_in_a_mapping_file_is_told_with_its_place(text: str, says: list[str], tmp_path: Path) -> None:
    found = problems_of(text, tmp_path)

    assert len(found) == len(says)
    for problem, expected in zip(found, says, strict=True):
        assert problem.startswith(expected)


def test_a_rule_names_a_line_by_its_funder_where_none_is_called_so(tmp_path: Path) -> None:
    lines = (replace(LINES[0], funder="SCI du Lac"), replace(LINES[1], funder="Loyer"))
    file = tmp_path / "mapping.yaml"
    file.write_text("rules: [{words: a, line: sci du lac}, {words: b, line: loyer}]\n", encoding="utf-8")

    mapping = read_mapping(file, lines)

    found, _ = matched([movement("2026-10-05 -9 A"), movement("2026-10-05 -9 B")], lines, mapping)
    assert [one.line for one in found] == ["rent", "rent"]


def test_a_line_that_is_called_by_a_word_of_the_plan_is_known_by_each_way_of_writing_it() -> None:
    lines = (replace(LINES[1], key="k", label=CashKind.DUES.text), replace(LINES[0], label=Text("budget")))

    found, unmatched = matched([movement("2026-10-05 9 Cotisations"), movement("2026-10-05 9 Budget")], lines, NO_RULES)

    assert [one.line for one in found] == ["k"]
    assert len(unmatched) == 1


def test_without_rules_the_name_of_one_line_is_enough() -> None:
    assert place(movement("2026-10-05 -9 LOYER")) == "rent"
    assert place(movement("2026-10-05 -9 Octobre", 1, "613200", "Loyer")) == "rent"
    assert place(movement("2026-10-05 -9 PRLV LOYER")) == "?"


def test_a_name_that_several_lines_have_is_ambiguous_and_guessed_by_nothing() -> None:
    found, unmatched = matched([movement("2026-10-05 9 subvention", 7, "741000")], LINES, NO_RULES)

    assert found == ()
    assert unmatched == (UnmatchedMovement(movement("2026-10-05 9 subvention", 7, "741000"), ("region-1", "region-2")),)


def test_a_movement_that_is_called_like_two_lines_is_ambiguous() -> None:
    assert place(movement("2026-10-05 -9 Loyer", 1, "756000", "Cotisations")) == "? rent dues"


@pytest.mark.parametrize(
    ("account", "amount", "where"),
    [
        ("741000", "9", "grant in"),
        ("441700", "9", "grant in"),
        ("131000", "9", "grant in"),
        ("756100", "9", "dues in"),
        ("706000", "9", "sales in"),
        ("754200", "9", "gift in"),
        ("758800", "9", "other-receipt in"),
        ("641100", "-9", "personnel out"),
        ("421000", "-9", "personnel out"),
        ("431000", "-9", "personnel out"),
        ("631100", "-9", "personnel out"),
        ("613200", "-9", "running out"),
        ("401000", "-9", "running out"),
        ("404000", "-9", "investment out"),
        ("218300", "-9", "investment out"),
        ("657100", "-9", "passed-on out"),
        ("627800", "-9", "bank-charges out"),
        ("661100", "-9", "bank-charges out"),
        ("164000", "9", "loan in"),
        ("164000", "-9", "loan out"),
        ("165000", "9", "deposit in"),
        ("275000", "-9", "deposit out"),
        ("445510", "-9", "vat out"),
        ("102000", "9", "own-funds in"),
        ("671000", "-9", "other-payment out"),
        ("606400", "9", "running out"),
        ("411000", "9", "?"),
        ("467000", "9", "?"),
        ("471000", "9", "?"),
        ("519000", "9", "?"),
        ("747000", "9", "?"),
    ],
)
def test_the_chart_of_associations_tells_the_kind_of_an_account_or_nothing(
    account: str, amount: str, where: str
) -> None:
    assert place(movement(f"2026-10-05 {amount} A", 1, account)) == where


def test_the_chart_is_left_out_where_the_file_says_so(tmp_path: Path) -> None:
    assert place(movement("2026-10-05 9 A", 1, "741000"), mapping_of("default_accounts: no\n", tmp_path)) == "?"


def test_money_that_goes_back_stays_on_the_side_of_its_kind() -> None:
    ((one,), _) = matched([movement("2026-10-05 -9 A", 1, "741000")], LINES, NO_RULES)

    assert isinstance(one, MatchedMovement)
    assert (one.kind, one.direction) == (CashKind.GRANT, Direction.IN)


def test_every_account_of_the_chart_is_known_by_its_number_with_a_source() -> None:
    assert [known_account(f"{account.prefix}00") for account in ACCOUNTS] == list(ACCOUNTS)
    assert all("ANC" in account.source for account in ACCOUNTS)
    assert len({account.prefix for account in ACCOUNTS}) == len(ACCOUNTS)
