"""A language is one catalogue: with it the program is asked for that language, and writes its words and its numbers."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from clusters_cli.dossier.template import template_file
from clusters_cli.foundations.reading.days import day
from clusters_cli.foundations.text import Count, Euros, Share, Text, counted
from clusters_cli.presentation import catalogues
from clusters_cli.presentation.languages import word
from clusters_cli.presentation.locales import language_of
from clusters_cli.registry.models.maturity_words import Maturity
from clusters_cli.registry.starting import starter_files
from tests.conftest import Cli
from tools.compiling import mo_bytes
from tools.messages import po_bytes

FORMS: dict[tuple[str | None, str | tuple[str, str]], str | tuple[str, str]] = {
    ("amount", "€{digits}"): "{digits} €",
    ("share", "{digits}%"): "{digits} %",
    ("date", "{year}-{month}-{day}"): "{day}.{month}.{year}",
    ("between thousands", ","): ".",
    ("before decimals", "."): ",",
    (None, "structured"): "strukturiert",
    (None, "seeking a model"): "im Aufbau",
    (None, "front-loaded"): "anfangs höher",
    (None, "all payment schemes"): "alle",
    (None, "balance"): "Restzahlung",
    (None, ("{count} month", "{count} months")): ("{count} Monat", "{count} Monate"),
}


@pytest.fixture
def german(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A program that has a catalogue in German."""
    catalog = Catalog(locale="de", charset="utf-8")
    for (context, message), translated in FORMS.items():
        catalog.add(message, translated, context=context)
    file = tmp_path / "de" / "LC_MESSAGES" / "clusters.po"
    file.parent.mkdir(parents=True)
    file.write_bytes(po_bytes(catalog))
    file.with_suffix(".mo").write_bytes(mo_bytes(catalog))
    monkeypatch.setattr(catalogues, "LOCALE_DIR", tmp_path)
    forget()
    yield "de"
    forget()


def forget() -> None:
    catalogues.languages.cache_clear()
    catalogues.catalogue.cache_clear()


def test_an_environment_may_ask_for_a_language_that_has_a_catalogue(german: str) -> None:
    assert language_of({"CLUSTERS_LANG": "de_DE.UTF-8"}) == german
    assert language_of({"LANG": "it_IT.UTF-8"}) == "en"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Euros(Decimal("-130000.50")), "-130.000,50 €"),
        (Share(Decimal("0.625")), "62,5 %"),
        (Count(1209), "1.209"),
        (date(2023, 4, 30), "30.04.2023"),
        (Maturity.STRUCTURED, "strukturiert"),
        (counted("{count} month", "{count} months", Decimal("1.5")), "1,5 Monate"),
        (Text("not translated yet"), "not translated yet"),
    ],
    ids=repr,
)
def test_words_and_numbers_are_written_as_the_catalogue_says(
    value: Euros | Share | Count | date | Maturity | Text, written: str, german: str
) -> None:
    assert word(value, german) == written


@pytest.mark.parametrize("typed", ["2024-12-31", "31/12/2024", "31.12.2024"])
def test_a_day_is_typed_as_any_language_writes_it(typed: str) -> None:
    assert day(typed) == date(2024, 12, 31)


PLAN = ("cashflow", "--grant", "130000", "--scheme", "annual-30-30-40")


@pytest.mark.parametrize(
    ("spoken", "typed"),
    [
        (("list", "--maturity", "im Aufbau"), ("list", "--maturity", "seeking-model")),
        ((*PLAN, "--late", "restzahlung=3m"), (*PLAN, "--late", "balance=3m")),
        ((*PLAN, "--spending", "anfangs höher"), (*PLAN, "--spending", "front")),
        (("pool", "--scheme", "Alle"), ("pool", "--scheme", "all")),
        (("cashflow", "nekoe", "--scheme", "Alle"), ("cashflow", "nekoe", "--scheme", "all")),
    ],
    ids=lambda arguments: " ".join(arguments[-2:]),
)
def test_a_word_is_typed_as_its_language_prints_it(
    spoken: tuple[str, ...], typed: tuple[str, ...], german: str, cli: Cli
) -> None:
    del german
    answered, expected = cli(*spoken, "-f", "csv"), cli(*typed, "-f", "csv")

    assert (answered.exit_code, answered.stderr) == (0, "")
    assert answered.stdout == expected.stdout


def test_what_is_written_in_no_other_language_is_there_in_english() -> None:
    assert template_file("qaa") == template_file("en")
    assert starter_files("qaa") == starter_files("en")


def test_a_catalogue_left_behind_without_what_people_wrote_is_no_language(german: str) -> None:
    assert german in catalogues.languages()

    catalogues.po_files()[german].unlink()
    forget()

    assert catalogues.languages() == ("en",)
