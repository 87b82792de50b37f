"""Which programmes a cluster is linked to, as sources state it, and the matrix of a programme's strands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from clusters_cli.foundations.data_shape import computed, in_data
from clusters_cli.foundations.errors import UsageError
from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.text import Text
from clusters_cli.registry.lifetimes import Lifetime, Standing
from clusters_cli.registry.loading import Registry
from clusters_cli.registry.models.base import Identifier, Label, Sourced, Unknown
from clusters_cli.registry.models.clusters import Cluster
from clusters_cli.registry.models.funding import Programme, Strand
from clusters_cli.registry.models.programme_words import LinkBasis, ProgrammeAudience, Strength
from clusters_cli.registry.programme_times import DatedProgramme, dated_programmes
from clusters_cli.registry.queries import is_supported

NO_STRANDS = Explanation(
    "USE161",
    Text("a programme without strands"),
    Text("A matrix sets clusters against the sectors, objectives or strategies of a programme; this one has none."),
    Text("Name clusters without --programme, or take a programme with strands, such as france-2030."),
    example="clusters programmes match --programme grappes",
)


@in_data(spread=("origin",), without=("strand",), strand_id="strand")
@dataclass(frozen=True, slots=True)
class Reason:
    """One reason, and the source that gives it.

    Attributes:
        strand: the sector, objective or strategy; ``None`` for the programme as a whole.
        text: what the source says, if more than the link itself.
    """

    basis: LinkBasis
    strand: Strand | None
    text: Label | None
    origin: Sourced

    @computed
    def strand_id(self) -> Identifier | None:
        """Id of the sector, objective or strategy."""
        return self.strand.id if self.strand else None


@in_data(
    taken={"programme": ("id", "name", "period", "rates", "conditions", "payment_schemes")},
    spread=("lifetime",),
)
@dataclass(frozen=True, slots=True)
class Match:
    """A programme, how long it lasts, and why it concerns a cluster."""

    programme: Programme
    lifetime: Lifetime
    reasons: tuple[Reason, ...]


@in_data(spread=("origin",))
@dataclass(frozen=True, slots=True)
class MatrixCell:
    """What is known of a cluster and a strand.

    Attributes:
        strand: id of the strand.
        strength: how they are linked; ``None`` is unknown, never "no".
        lost: whether a source printed the cell and it cannot be read.
        origin: the source of the link, or of the lost cell.
    """

    strand: Identifier
    strength: Strength | None
    lost: bool
    origin: Sourced | None


@in_data(taken={"cluster": ("id", "name")})
@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One cluster's cells, one per strand; ``elsewhere`` holds the links that name no strand."""

    cluster: Cluster
    cells: tuple[MatrixCell, ...]
    elsewhere: tuple[Reason, ...]


@in_data(taken={"programme": ("strands",)}, spread=("lifetime",), rows="clusters", programme_id="programme")
@dataclass(frozen=True, slots=True)
class Matrix:
    """Clusters against the strands of a programme, and how long it lasts."""

    programme: Programme
    lifetime: Lifetime
    rows: tuple[MatrixRow, ...]

    @computed
    def programme_id(self) -> Identifier:
        """Id of the programme."""
        return self.programme.id


def matches(cluster: Cluster, registry: Registry, day: date) -> tuple[Match, ...]:
    """Return the programmes that concern a cluster, in the registry's order, those that have ended on a day last."""
    found = [
        Match(dated.programme, dated.lifetime, tuple(_reasons(cluster, dated.programme, registry)))
        for dated in dated_programmes(registry, day)
    ]
    concerning = [match for match in found if match.reasons]
    return tuple(sorted(concerning, key=lambda match: match.lifetime.standing is Standing.ENDED))


def matrix(dated: DatedProgramme, clusters: Sequence[Cluster]) -> Matrix:
    """Return what is known of clusters and the strands of a programme.

    Raises:
        UsageError: the programme has no strands.
    """
    programme = dated.programme
    if not programme.strands:
        hint = Text("name clusters without --programme to see what links them to it")
        raise UsageError(
            Text(
                "{programme} has no sectors, objectives or strategies to show clusters against", programme=programme.id
            ),
            NO_STRANDS,
            hint=hint,
        )
    return Matrix(programme, dated.lifetime, tuple(_row(cluster, programme) for cluster in clusters))


def _reasons(cluster: Cluster, programme: Programme, registry: Registry) -> Iterator[Reason]:
    yield from _links(cluster, programme)
    for one in programme.beneficiaries:
        if one.cluster == cluster.id:
            yield Reason(LinkBasis.RECEIVED, None, one.received, one)
    supported = is_supported(cluster, registry)
    for opening in programme.audience:
        if opening.audience is ProgrammeAudience.CLUSTERS or (
            opening.audience is ProgrammeAudience.SUPPORTED_CLUSTERS and supported
        ):
            yield Reason(LinkBasis.OPEN, None, opening.reason, opening)
    lost = _lost(cluster, programme)
    if lost is not None:
        yield Reason(LinkBasis.LOST, None, lost.reason, lost)


def _links(cluster: Cluster, programme: Programme) -> Iterator[Reason]:
    strands = {strand.id: strand for strand in programme.strands}
    for link in cluster.programmes:
        if link.programme == programme.id:
            yield Reason(LinkBasis.written()[link.strength], strands.get(link.strand or ""), link.note, link)


def _lost(cluster: Cluster, programme: Programme) -> Unknown | None:
    return next((gap for gap in cluster.unknown if gap.programme == programme.id), None)


def _row(cluster: Cluster, programme: Programme) -> MatrixRow:
    links = {link.strand: link for link in cluster.programmes if link.programme == programme.id}
    lost = _lost(cluster, programme)
    cells = tuple(
        MatrixCell(strand.id, links[strand.id].strength, lost=False, origin=links[strand.id])
        if strand.id in links
        else MatrixCell(strand.id, None, lost=lost is not None, origin=lost)
        for strand in programme.strands
    )
    elsewhere = tuple(reason for reason in _links(cluster, programme) if reason.strand is None)
    return MatrixRow(cluster, cells, elsewhere)
