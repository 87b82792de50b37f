from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from clusters_cli.foundations.errors import UsageError
from clusters_cli.registry.lifetimes import Standing
from clusters_cli.registry.loading import Registry, load_registry
from clusters_cli.registry.lookups import find_programme
from clusters_cli.registry.matching import Matrix, matches, matrix
from clusters_cli.registry.models.clusters import Cluster
from clusters_cli.registry.programme_times import dated_programme
from tests.wording import refused

Spoil = Callable[[str, str, str], Path]
DAY = date(2026, 11, 25)


def _matrix(registry: Registry, programme: str, clusters: Sequence[Cluster]) -> Matrix:
    return matrix(dated_programme(find_programme(registry, programme), registry, DAY), clusters)


def _bases(registry: Registry, cluster: str) -> dict[str, list[str]]:
    found = matches(registry.cluster_by_id[cluster], registry, DAY)
    return {match.programme.id: [reason.basis for reason in match.reasons] for match in found}


def test_a_link_the_source_states_comes_with_its_strand_and_source(small: Path) -> None:
    registry = load_registry(small)

    reason = matches(registry.cluster_by_id["alpha"], registry, DAY)[0].reasons[0]

    assert (reason.basis, reason.strand.id if reason.strand else None) == ("direct", "hydrogen")
    assert reason.origin.source == "report"


def test_a_programme_open_to_supported_clusters_is_not_open_to_the_others(small: Path) -> None:
    registry = load_registry(small)

    assert _bases(registry, "alpha") == {"plan": ["direct", "open"]}
    assert _bases(registry, "beta") == {}


def test_what_a_cluster_received_is_a_reason(spoiled: Spoil) -> None:
    received = "  beneficiaries: [{name: Beta, cluster: beta, source: report}]\n  strands:"

    registry = load_registry(spoiled("programmes.yaml", "  strands:", received))

    assert _bases(registry, "beta") == {"plan": ["received"]}


def test_links_a_source_lost_are_unknown_and_not_a_no(spoiled: Spoil) -> None:
    lost = "  unknown:\n  - {field: programmes, programme: plan, reason: {en: cells lost}, source: report}"

    registry = load_registry(spoiled("clusters.yaml", "  unknown:", lost))
    rows = {row.cluster.id: row.cells for row in _matrix(registry, "plan", registry.clusters.clusters).rows}

    assert _bases(registry, "beta") == {"plan": ["lost"]}
    assert [(cell.strength, cell.lost) for cell in rows["beta"]] == [(None, True), (None, True)]
    assert [(cell.strength, cell.lost) for cell in rows["alpha"]] == [("direct", False), (None, False)]


def test_the_links_of_the_report_and_no_others_stand_in_the_matrix_of_france_2030(registry: Registry) -> None:
    drawn = _matrix(registry, "France 2030", registry.clusters.clusters)
    linked = {
        (row.cluster.id, strand.code, cell.strength)
        for row in drawn.rows
        for strand, cell in zip(drawn.programme.strands, row.cells, strict=True)
        if cell.strength
    }

    assert linked == {
        ("aerocentre", "e", "direct"),
        ("aerocentre", "d", "related"),
        ("aerocentre", "i", "related"),
        ("agreen-tech-valley", "f", "direct"),
        ("area-cvl", "f", "direct"),
        ("champs-du-possible", "f", "direct"),
        ("polepharma", "g", "direct"),
    }


def test_the_matrix_of_pia_4_is_wholly_unknown(registry: Registry) -> None:
    drawn = _matrix(registry, "pia4", registry.clusters.clusters)
    cells = [cell for row in drawn.rows for cell in row.cells]

    assert len(cells) == 18 * 20
    assert {cell.strength for cell in cells} == {None}
    assert sum(cell.lost for cell in cells) == 9 * 20


def test_a_link_without_a_strand_stands_beside_the_matrix(registry: Registry) -> None:
    drawn = _matrix(registry, "france-2030", (registry.cluster_by_id["nekoe"],))

    assert [reason.basis for reason in drawn.rows[0].elsewhere] == ["possible"]


def test_a_programme_without_strands_has_no_matrix(registry: Registry) -> None:
    with refused(UsageError, match="grappes has no sectors"):
        _matrix(registry, "grappes", ())


def test_programmes_that_have_ended_come_last(registry: Registry) -> None:
    found = matches(registry.cluster_by_id["polepharma"], registry, DAY)
    ended = [match.programme.id for match in found if match.lifetime.standing is Standing.ENDED]

    assert ended == ["feder-2014-2020", "grappes", "interclustering"]
    assert [match.programme.id for match in found][-3:] == ended
