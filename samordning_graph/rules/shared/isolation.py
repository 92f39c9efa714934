"""What the rules about isolated and loosely tied actors share."""

from collections.abc import Callable, Sequence

from samordning_graph.common.locale import _
from samordning_graph.graph.contact import actor_ties, actors_with_incomplete_ties, has_any_ties
from samordning_graph.graph.graph import Graph, get_actor
from samordning_graph.graph.organisation import ancestor_units, has_something_to_coordinate
from samordning_graph.graph.service_types import serves_nobody
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.finding_text import nothing_filled_in
from samordning_graph.rules.rule import Assessment, Case, nothing_to_assess
from samordning_graph.schema.tables import Actor


def assess_actors(
    graph: Graph,
    candidates: Sequence[Actor],
    case_of: Callable[[str], Case | None],
    is_settled: Callable[[str], bool],
) -> Assessment:
    """Assess actors one by one; those whose ties are incompletely known are not assessed.

    Unless it is settled: the ties that are known keep the actor from being a case, and one more
    could not make it one.
    """
    if not has_any_ties(graph):
        return nothing_to_assess(nothing_filled_in())
    if not candidates:
        return nothing_to_assess(_("There is nobody to look at in the data."))
    incomplete = actors_with_incomplete_ties(graph)
    left_out = {
        actor.id for actor in candidates if actor.id in incomplete and not is_settled(actor.id)
    }
    examined = [actor.id for actor in candidates if actor.id not in left_out]
    return Assessment(
        examined=len(examined),
        found=[case for actor_id in examined if (case := case_of(actor_id)) is not None],
        undetermined=[Case(actor.id) for actor in candidates if actor.id in left_out],
        reason=""
        if examined
        else _(
            "Nobody was asked about contact and arenas, and participant lists that could have shown"
            " them are incomplete."
        ),
    )


def basis_of_isolation(graph: Graph, actor_id: str) -> Basis:
    """Return recommended for an actor with something to coordinate and no tied unit above it.

    Something to coordinate is a task, a target group or a goal. A pasted organisation chart of 133
    units is not 133 accusations, so the rest is a hint; so are management, staff and political
    bodies, which are no services.
    """
    actor = get_actor(graph, actor_id)
    has_work = has_something_to_coordinate(graph, actor) and not serves_nobody(graph, actor)
    tied_above = any(actor_ties(graph)[ancestor] for ancestor in ancestor_units(graph, actor_id))
    return Basis.RECOMMENDED if has_work and not tied_above else Basis.HINT
