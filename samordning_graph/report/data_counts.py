"""How much data a report rests on."""

from typing import NamedTuple

from samordning_graph.graph.graph import Graph, model_of, ties_by_kind
from samordning_graph.graph.links import count_linked_pairs, is_contact, linked_pairs
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
    Tie,
    Unit,
)


class DataCounts(NamedTuple):
    """How much data there is (`participations`: actor–arena pairs).

    `links` are pairs of actors with any contact, `linked` those that are linked, and
    `linked_confirmed` those of them that an agreement in force or both ends confirm.
    """

    units: int
    external_actors: int
    arenas: int
    working_arenas: int
    participations: int
    links: int
    linked: int
    linked_confirmed: int
    agreements: int
    referrals: int
    goals: int
    plans: int
    challenges: int


def data_counts(graph: Graph) -> DataCounts:
    """Return how many there are of each kind; a pair that two rows name counts once."""
    model = model_of(graph)
    contacts = {
        (first, second)
        for first, second, data in ties_by_kind(graph)[Tie.COLLABORATES_WITH]
        if is_contact(data)
    }
    return DataCounts(
        units=len(model.all(Unit)),
        external_actors=len(model.all(ExternalActor)),
        arenas=len(model.all(Arena)),
        working_arenas=len(working_arenas(graph)),
        participations=len({(row.actor, row.arena) for row in model.all(Participation)}),
        links=len(contacts | linked_pairs(graph).keys()),
        linked=count_linked_pairs(graph, "any"),
        linked_confirmed=count_linked_pairs(graph, "confirmed"),
        agreements=len(
            {frozenset((row.from_, row.to)) for row in model.all(Link) if row.has_agreement}
        ),
        referrals=len({(row.from_, row.to, row.target_group) for row in model.all(Referral)}),
        goals=len(model.all(Goal)),
        plans=len(model.all(Plan)),
        challenges=len(model.all(Challenge)),
    )
