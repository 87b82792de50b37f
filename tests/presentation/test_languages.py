"""One result, worded in two languages by one process."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from clusters_cli.foundations.dates import Duration
from clusters_cli.foundations.text import (
    Count,
    Dated,
    Euros,
    Joined,
    Language,
    Listed,
    Locator,
    Share,
    Text,
    Value,
    counted,
    meant,
)
from clusters_cli.maturity.evidence import Evidence, age
from clusters_cli.presentation.languages import word
from clusters_cli.registry.loading import open_registry


@pytest.mark.parametrize(
    ("value", "english", "french"),
    [
        ("Nekoé", "Nekoé", "Nekoé"),
        (Listed(()), "", ""),
        (Joined((Text("yes"), "K21"), by="; "), "yes; K21", "oui; K21"),
        (Locator("GBER art. 27(9)"), "GBER art. 27(9)", "RGEC art. 27(9)"),
        (2023, "2023", "2023"),
        (Euros(Decimal("1234.5")), "€1,234.50", "1\u202f234,50\u202f€"),
        (Share(Fraction(1, 3)), "1/3", "1/3"),
        (Share(Decimal("0.755")), "75.5%", "75,5\u202f%"),
        (Count(1209), "1,209", "1\u202f209"),
        (Count(Decimal("1.50")), "1.5", "1,5"),
        (date(2023, 3, 31), "2023-03-31", "31/03/2023"),
        (Dated("2023-Q2"), "2023-Q2", "T2 2023"),
        (Duration(months=6), "6m", "6 mois"),
        (Listed(("Région", Euros(Decimal(5)))), "Région, €5", "Région, 5\u202f€"),
        (Listed(("a", "b", "c"), Text(" or ")), "a, b or c", "a, b ou c"),
        (Listed(("a",), Text(" or ")), "a", "a"),
        (Text("under {scheme}", scheme="feder"), "under feder", "avec feder"),
        (Text("under {scheme}", scheme=Text("signature")), "under signature", "avec signature"),
    ],
)
def test_a_value_is_written_as_each_language_writes_it(value: Value, english: str, french: str) -> None:
    assert [word(value, "en"), word(value, "fr")] == [english, french]


@pytest.mark.parametrize(
    ("number", "english", "french"),
    [
        (0, "0 months", "0 mois"),
        (1, "1 month", "1 mois"),
        (Decimal("1.5"), "1.5 months", "1,5 mois"),
        (1200, "1,200 months", "1\u202f200 mois"),
    ],
)
def test_a_number_chooses_the_form(number: int | Decimal, english: str, french: str) -> None:
    text = counted("{count} month", "{count} months", number)

    assert [word(text, "en"), word(text, "fr")] == [english, french]


@pytest.mark.parametrize(("number", "french"), [(0, "0 an"), (Decimal("1.5"), "1,5 an"), (2, "2 ans")])
def test_french_counts_less_than_two_as_one(number: int | Decimal, french: str) -> None:
    assert word(counted("{count} year", "{count} years", number), "fr") == french


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_context_that_no_catalogue_holds_leaves_the_template(language: Language) -> None:
    assert word(meant("a shore of a river", "bank of {river}", river="Loire"), language) == "bank of Loire"


def test_a_text_has_no_language_of_its_own() -> None:
    text = Text("under {scheme}", scheme="feder")

    for spoken in (str, "{}".format, lambda it: f"{it}"):
        with pytest.raises(TypeError, match="worded in a language"):
            spoken(text)


def test_texts_of_equal_values_are_equal() -> None:
    assert Text("under {scheme}", scheme="feder") == Text("under {scheme}", scheme="feder")
    assert hash(Text("under {scheme}", scheme="a")) != hash(Text("under {scheme}", scheme="b"))
    assert meant("bank", "credit") != Text("credit")


def test_the_evidence_of_a_cluster_is_worded_twice() -> None:
    registry = open_registry(None)
    cluster = registry.clusters.clusters[0]
    evidence = age(cluster, registry.reference, date(1900, 1, 1))

    assert isinstance(evidence, Evidence)
    assert evidence.remark
    assert word(evidence.remark, "en").startswith("created in ")
    assert word(evidence.remark, "fr").startswith("création en ")
