from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Cli


@pytest.mark.parametrize(
    "told",
    [
        "market gardening, in the Val de Loire",
        "Lahitolle, innovation cluster of the DGA for land defence, in Bourges",
        "Reach new markets",
        "Healthcare Loire Valley, Polepharma",
        "1.707; 46.831",
        "No source says which clusters have which vocation.",
        "Le Controis-en-Sologne (wikipedia-communes): New commune since 1 January 2019",
    ],
)
def test_what_a_registry_holds_of_its_region_is_shown(cli: Cli, told: str) -> None:
    assert told in cli("region").stdout


def test_a_domain_has_the_clusters_that_a_source_puts_under_it(cli_json: Callable[..., Any]) -> None:
    domains = {one["id"]: one["clusters"] for one in cli_json("region")["data"]["domains"]["headings"]}

    assert domains["mobility"] == ["cygo", "mecateam"]


def test_a_vocation_names_its_clusters_and_those_of_which_nobody_says(cli: Cli, small_registry: Path) -> None:
    (small_registry / "clusters.yaml").write_text(
        "vocations:\n- {id: training, name: {en: Training}, source: report}\n"
        "clusters:\n"
        "- {id: alpha, name: Alpha, vocations: [{value: training, source: report}]}\n"
        "- {id: beta, name: Beta}\n",
        encoding="utf-8",
    )

    output = cli("region", "--registry", str(small_registry)).stdout

    assert "training  Training  Alpha" in output
    assert "No source says which vocations they have: Beta." in output
