"""How much data a report rests on."""

from dataclasses import dataclass

from samordning_graph.graph.graph import Graph, model_of
from samordning_graph.graph.links import linked_pairs
from samordning_graph.graph.participation import working_arenas
from samordning_graph.schema.tables import (
    Arena,
    Challenge,
    ExternalActor,
    Goal,
    Link,
    Participation,
    Plan,
    Referral,
    Unit,
)


@dataclass(frozen=True, slots=True)
class DataCounts:
    """How much data there is (`participations`: actor–arena pairs; `links`: pairs of actors)."""

    units: int
    external_actors: int
    arenas: int
    working_arenas: int
    participations: int
    links: int
    agreements: int
    referrals: int
    goals: int
    plans: int
    challenges: int


def data_counts(graph: Graph) -> DataCounts:
    """Return how many there are of each kind; a pair that two rows name counts once."""
    model = model_of(graph)
    collaborations = {
        frozenset((row.from_, row.to))
        for row in model.all(Link)
        if row.strength or not row.agreement
    }
    return DataCounts(
        units=len(model.all(Unit)),
        external_actors=len(model.all(ExternalActor)),
        arenas=len(model.all(Arena)),
        working_arenas=len(working_arenas(graph)),
        participations=len({(row.actor, row.arena) for row in model.all(Participation)}),
        links=len(collaborations | {frozenset(pair) for pair in linked_pairs(graph)}),
        agreements=len(
            {frozenset((row.from_, row.to)) for row in model.all(Link) if row.agreement}
        ),
        referrals=len({(row.from_, row.to, row.target_group) for row in model.all(Referral)}),
        goals=len(model.all(Goal)),
        plans=len(model.all(Plan)),
        challenges=len(model.all(Challenge)),
    )
