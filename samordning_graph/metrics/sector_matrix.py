"""The sector matrix: links and meetings between and inside sectors, out of those possible."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from samordning_graph.graph.bit_relation import Relation, mask_of
from samordning_graph.graph.graph import Graph, actors, cached_per_graph
from samordning_graph.graph.own_ties import own_ties

PairMatrix = tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class SectorMatrix:
    """Pairs of actors by sector, rows and columns in `order`; those inside a sector on the diagonal.

    `links`: pairs that are linked. `pairs_meeting`: pairs that take part in one working arena.
    `pairs_possible`: all pairs.
    """

    order: tuple[str, ...]
    links: PairMatrix
    pairs_meeting: PairMatrix
    pairs_possible: PairMatrix


@cached_per_graph
def sector_matrix_of(graph: Graph) -> SectorMatrix:
    """Return the sector matrix of the actors of a graph; own ties only."""
    ties = own_ties(graph)
    return sector_matrix(ties.linked, ties.meeting, [actor.sector for actor in actors(graph)])


def sector_matrix(linked: Relation, meeting: Relation, sectors: Sequence[str]) -> SectorMatrix:
    """Return the sector matrix of those who are linked and who meet; `sectors` by actor number.

    References
    ----------
    Newman (2003), «Mixing patterns in networks», Physical Review E 67.

    Examples
    --------
    >>> linked = Relation(pairs=[(0, 1), (0, 2)])
    >>> sector_matrix(linked, Relation(), ["plan", "plan", "bolig"]).links
    ((0, 1), (1, 1))
    """
    members: dict[str, list[int]] = defaultdict(list)
    for position, sector in enumerate(sectors):
        members[sector].append(position)
    order = tuple(sorted(members))
    everyone = Relation(groups=[range(len(sectors))])
    return SectorMatrix(
        order,
        *(
            _matrix(relation, [members[sector] for sector in order])
            for relation in (linked, meeting, everyone)
        ),
    )


def _matrix(relation: Relation, sectors: Sequence[Sequence[int]]) -> PairMatrix:
    masks = [mask_of(members) for members in sectors]
    counts = [[0] * len(sectors) for _sector in sectors]
    for of_sector, members in zip(counts, sectors, strict=True):
        for position in members:
            partners = relation.row(position) & ~(1 << position)
            for number, mask in enumerate(masks):
                of_sector[number] += (partners & mask).bit_count()
    for number, of_sector in enumerate(counts):
        of_sector[number] //= 2  # pairs inside a sector were counted from both ends
    return tuple(tuple(of_sector) for of_sector in counts)
