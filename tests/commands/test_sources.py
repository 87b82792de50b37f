import csv
import io
from collections.abc import Callable
from typing import Any

import pytest

from clusters_cli.registry.cited_entries import citations
from clusters_cli.registry.loading import Registry, packaged_registry
from tests.conftest import Cli


def test_every_source_is_listed_with_how_many_statements_rest_on_it(cli: Cli, registry: Registry) -> None:
    rows = list(csv.DictReader(io.StringIO(cli("sources", "list", "-f", "csv").stdout)))

    assert [row["id"] for row in rows] == list(registry.source_by_id)
    assert all(int(row["statements"]) for row in rows if row["id"] == "ceser-2023")


def test_as_many_statements_rest_on_a_source_as_files_name_it(registry: Registry) -> None:
    text = "\n".join(file.read_text(encoding="utf-8") for file in packaged_registry().glob("*.yaml"))

    counted = sum(one.statements for one in citations(registry)["prefecture-poles"])

    assert counted == text.count("source: prefecture-poles")


@pytest.mark.parametrize(
    "typed", ["ceser-2023", "Clusters de demain : une chance pour l'avenir du territoire en Centre-Val de Loire"]
)
def test_a_source_is_shown_by_id_or_title(cli: Cli, typed: str) -> None:
    output = cli("sources", "show", typed).stdout

    assert output.startswith("Clusters de demain : une chance pour l’avenir")
    assert "https://ceser.centre-valdeloire.fr/publications/" in output
    assert "preferred by lists and calculations  yes" in output


def test_a_source_says_of_which_entries_it_speaks(cli_json: Callable[..., Any]) -> None:
    cited = cli_json("sources", "show", "grappes-2010")["data"]["cited"]

    assert {(one["file"], one["entry"]) for one in cited} == {
        ("programmes.yaml", "grappes"),
        ("networks.yaml", "france-clusters"),
    }


def test_a_source_that_does_not_exist_is_answered_with_the_nearest(cli: Cli) -> None:
    result = cli("sources", "show", "ceser-2032")

    assert result.exit_code == 2
    assert "did you mean ceser-2023" in result.stderr
