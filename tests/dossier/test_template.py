"""The commented dossier: valid as it is, valid with every fact given, and silent about nothing."""

import re
from datetime import date
from decimal import Decimal

import pytest
from pydantic import BaseModel

from clusters_cli.dossier.cash_words import CashKind, Direction
from clusters_cli.dossier.dossier import Dossier
from clusters_cli.dossier.dossier_file import examine_dossier
from clusters_cli.dossier.template import Prefill, Use, template_for
from clusters_cli.foundations.strict_yaml import parse_yaml

WAYS = ("on", "spread", "every", "months", "payments", "scheme", "agreement")
FINANCING = {kind for kind in CashKind if kind.is_financing}
KNOWN = Prefill("nekoe", "Nékoé", "association", date(2009, 6, 15), Decimal(210000), Decimal(100000))
ELIGIBILITY_ONLY = (
    "totals", "balance_tolerance", "organisation", "application", "access", "declarations", "history", "passed_on",
    "partners", "accounts", "agreement", "investment", "label", "pole",
)  # fmt: skip


def with_every_fact(text: str) -> str:
    """Take away the comment marks, but leave out the totals, which go without lines."""
    return re.sub(r"^( *)#: (?!totals)", r"\1", text, flags=re.MULTILINE)


@pytest.mark.parametrize("use", Use)
@pytest.mark.parametrize("known", [KNOWN, Prefill("new", "New")])
def test_the_new_file_is_valid_before_anything_is_filled_in(use: Use, known: Prefill) -> None:
    dossier, problems = examine_dossier(parse_yaml(template_for(known, use, "new.yaml", "en"), "new.yaml"))

    assert problems == ()
    assert dossier is not None
    assert dossier.cluster == known.id


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("use", Use)
def test_the_new_file_is_valid_when_every_fact_is_given(use: Use, language: str) -> None:
    text = with_every_fact(template_for(KNOWN, use, "new.yaml", language))

    assert examine_dossier(parse_yaml(text, "new.yaml"))[1] == ()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_fact_of_the_model_is_in_the_new_file_and_nothing_else(language: str) -> None:
    text = with_every_fact(template_for(KNOWN, Use.ELIGIBILITY, "new.yaml", language)).replace("#: totals", "totals")
    data = parse_yaml(text, "new.yaml").data

    for name, field in Dossier.model_fields.items():
        assert name in data, name
        if isinstance(field.annotation, type) and issubclass(field.annotation, BaseModel):
            assert set(data[name]) == set(field.annotation.model_fields), name


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_new_file_shows_each_way_of_dating_money_and_each_kind_of_financing(language: str) -> None:
    text = template_for(KNOWN, Use.TREASURY, "new.yaml", language)
    dossier, _problems = examine_dossier(parse_yaml(with_every_fact(text), "new.yaml"))

    assert dossier is not None
    assert [way for way in WAYS if f"timing: {{{way}: " not in text] == []
    assert {line.kind for line in dossier.treasury.lines if line.kind.is_financing} == FINANCING - {CashKind.OWN_FUNDS}
    assert {line.direction for line in dossier.treasury.lines if line.kind is CashKind.LOAN} == set(Direction)


@pytest.mark.parametrize(
    ("language", "headings"),
    [
        ("en", ["FOR BOTH", "FOR THE TREASURY ALONE", "FOR ELIGIBILITY ALONE"]),
        ("fr", ["POUR LES DEUX", "POUR LA TRÉSORERIE SEULE", "POUR L’ÉLIGIBILITÉ SEULE"]),
    ],
)
def test_the_new_file_says_which_facts_serve_which_question(language: str, headings: list[str]) -> None:
    text = template_for(KNOWN, Use.ELIGIBILITY, "new.yaml", language)
    both, treasury, eligibility = (text.index(f"# ===== {heading}") for heading in headings)

    assert both < text.index("project:") < text.index("costs:") < text.index("resources:") < text.index("tax:")
    assert text.index("tax:") < treasury < text.index("treasury:") < eligibility < text.index("totals:")


def test_what_is_known_is_filled_in() -> None:
    dossier, _problems = examine_dossier(parse_yaml(template_for(KNOWN, Use.ELIGIBILITY, "new.yaml", "en"), "new.yaml"))

    assert dossier is not None
    assert dossier.organisation.legal_form == "association"
    assert dossier.organisation.founded == date(2009, 6, 15)


def test_the_file_for_the_treasury_leaves_out_what_only_eligibility_asks() -> None:
    data = parse_yaml(with_every_fact(template_for(KNOWN, Use.TREASURY, "new.yaml", "en")), "new.yaml").data

    assert not set(ELIGIBILITY_ONLY) & set(data)
    assert "treasury" in data


def test_no_name_breaks_out_of_its_comment() -> None:
    breaks = "\n\r\x0b\x0c\x1c\x85\u2028\u2029\u202e"
    known = Prefill("new", "".join(f"A{char}forged: yes" for char in breaks))

    text = template_for(known, Use.ELIGIBILITY, "a\nforged: yes.yaml", "en")

    assert not [line for line in text.splitlines() if line.startswith("forged")]
    assert examine_dossier(parse_yaml(text, "new.yaml"))[1] == ()
