"""One process speaks to a French reader, to an English one, and to a French one again."""

from datetime import date

import pytest

from clusters_cli.foundations.reading.amounts import amount
from clusters_cli.foundations.strict_yaml import parse_yaml
from clusters_cli.foundations.text import Language
from clusters_cli.foundations.validation import check
from clusters_cli.maturity.diagnosis import diagnose
from clusters_cli.presentation.formats import chosen_format
from clusters_cli.presentation.formatting import formatted
from clusters_cli.presentation.languages import word
from clusters_cli.presentation.locales import OWN_VARIABLE
from clusters_cli.presentation.reader import Reader
from clusters_cli.presentation.worded_problems import on_a_line
from clusters_cli.registry.loading import Registry
from clusters_cli.registry.models.clusters import ClustersFile
from tests.answers import CALLS, answer
from tests.conftest import Cli
from tests.locale.test_screens import english_words
from tests.wording import refused

WRONG = "clusters:\n- id: alpha\n  name: Alpha\n  figures:\n  - {year: 2021, budget: 1.234.5, source: report}\n"


def test_one_problem_of_a_file_is_told_to_both_readers() -> None:
    (problem,) = check(parse_yaml(WRONG, "clusters.yaml"), ClustersFile)[1]

    assert on_a_line(problem, "en") == (
        "clusters.yaml:5:26: error REG103 budget: '1.234.5' is not an amount: 12345 or 1234.50?"
        "  [cluster alpha, figures 2021]"
    )
    assert on_a_line(problem, "fr") == (
        "clusters.yaml:5:26: erreur REG103 budget\u00a0: '1.234.5' n’est pas un montant\u00a0: 12345 ou 1234,50\u202f?"
        "  [cluster alpha, chiffres 2021]"
    )


def test_one_refusal_names_readings_as_each_reader_types_them() -> None:
    with refused(ValueError, match="12345 or 1.23") as caught:
        amount("1,2345")

    assert word(caught.value.reason, "fr").endswith("12345 ou 1,23\u202f?")  # type: ignore[attr-defined]


def test_one_diagnosis_is_worded_for_both_readers(registry: Registry) -> None:
    signs = {
        seen.sign.id: seen.finding.message
        for diagnosed in diagnose(registry.cluster_by_id["aerocentre"], registry, date(2023, 4, 30)).obstacles
        for seen in diagnosed.signs
    }

    assert word(signs["large-advance"], "en") == "large cash advance"
    assert word(signs["large-advance"], "fr") == "avance de trésorerie importante"


@pytest.mark.parametrize(
    ("arguments", "english", "french"),
    [
        (("list", "--help"), "Replace the file if it exists.", "Remplacer le fichier s’il existe."),
        (("explain", "REG101"), "an unknown key", "une clé inconnue"),
        (("--help",), "French business clusters", "Les clusters"),
        (("list", "--sort", "nothing"), "there is no column 'nothing'", "il n’y a pas de colonne 'nothing'"),
    ],
)
def test_each_run_speaks_the_language_of_its_own_reader(
    arguments: tuple[str, ...], english: str, french: str, cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    def screen(language: Language) -> str:
        monkeypatch.setenv(OWN_VARIABLE, language)
        run = cli(*arguments)
        return run.stdout + run.stderr

    first, other, again = screen("fr"), screen("en"), screen("fr")

    assert french in first
    assert english in other
    assert first == again != other


@pytest.mark.parametrize("call", CALLS)
def test_one_report_is_written_for_both_readers(call: str) -> None:
    report = answer(call).report
    format_ = chosen_format(None, None, report.parts)

    english, french = (str(formatted(report, format_, Reader(language))) for language in ("en", "fr"))

    assert english != french
    assert english == str(formatted(report, format_, Reader("en")))
    assert english_words(french) == set()
