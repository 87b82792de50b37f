"""What answers say of the old figures that they rest on."""

from datetime import date

from clusters_cli.commands.shared.old_figures import FigureInUse, old_figure_notes
from clusters_cli.presentation.languages import word

ASKED = date(2026, 11, 25)


def _told(*used: FigureInUse, language: str = "en") -> list[str]:
    return [word(note, language) for note in old_figure_notes(used, ASKED)]


def test_the_old_figures_of_one_cluster_are_said_with_their_year_and_age() -> None:
    used = (FigureInUse("Nekoe", "budget", 2021), FigureInUse("Nekoe", "members", 2024))

    assert _told(*used) == ["Figures more than 3 years old on 2026-11-25: budget of 2021, 5 years ago."]


def test_the_old_figures_of_many_clusters_come_in_one_sentence() -> None:
    used = [FigureInUse(name, "budget", 2021) for name in ("Dream", "Nekoe", "Shop Expert Valley")]

    (told,) = _told(*used, FigureInUse("Polepharma", "team", 2020))

    assert told.endswith(": budget of 2021, 5 years ago, for 3 clusters; team of 2020, 6 years ago, for Polepharma.")


def test_a_figure_that_is_named_twice_counts_once() -> None:
    used = [FigureInUse(name, "budget", 2021) for name in ("Dream", "Nekoe", "Nekoe")]

    assert ", for 2 clusters." in _told(*used)[0]


def test_nothing_is_said_of_recent_figures() -> None:
    assert _told(FigureInUse("Nekoe", "budget", 2023)) == []
    assert _told() == []


def test_the_french_of_an_old_figure_agrees_with_no_gender() -> None:
    grant = FigureInUse("Nekoe", "regional_grant", 2021)

    assert _told(grant, language="fr") == [
        "Chiffres vieux de plus de 3 ans au 25/11/2026\u00a0: subvention de la Région de 2021, il y a 5 ans."
    ]
