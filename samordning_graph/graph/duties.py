"""Which duties to cooperate apply in a municipality, and to whom.

A duty has two sides; one actor of each is enough. A conditional duty applies when an
actor or an arena of the municipality serves one of its target groups. What the municipality itself
requires (the table Egne krav) is a duty between two named actors.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from samordning_graph.common.locale import _
from samordning_graph.graph.graph import (
    Graph,
    actors,
    cached_per_graph,
    model_of,
    node_name,
    nodes,
    options_of,
)
from samordning_graph.schema.duty import Duty, Selector, Side, Tier
from samordning_graph.schema.duty_register import built_in_duties
from samordning_graph.schema.tables import Actor, Arena, ExternalActor, LocalRequirement, Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicableDuty:
    """A duty that applies in a municipality, with the ids on each side; a side may be empty.

    Exactly one of `duty` (of the register) and `requirement` (of the municipality) is set.
    """

    id: str
    tier: Tier
    a: tuple[str, ...]
    b: tuple[str, ...]
    duty: Duty | None = None
    requirement: LocalRequirement | None = None

    @property
    def actors(self) -> tuple[str, ...]:
        """Everyone on either side, by id."""
        return tuple(sorted({*self.a, *self.b}))


def duty_register(graph: Graph) -> tuple[Duty, ...]:
    """Return the duty register to use for a graph: that of its options, else the built-in one."""
    own = options_of(graph).duties
    return built_in_duties() if own is None else own


@cached_per_graph
def applicable_duties(graph: Graph) -> tuple[ApplicableDuty, ...]:
    """Return the duties between parties that apply, required, then conditional, then local."""
    served = groups_served(graph)
    of_the_law = [
        _with_parties(graph, duty)
        for tier in (Tier.REQUIRED, Tier.CONDITIONAL)
        for duty in duty_register(graph)
        if duty.tier is tier
        and duty.a
        and (not duty.target_groups or not served.isdisjoint(duty.target_groups))
    ]
    return (*of_the_law, *_local_requirements(graph))


@cached_per_graph
def groups_served(graph: Graph) -> frozenset[str]:
    """Return the target groups that an actor or an arena is for."""
    by_actors = (group for actor in actors(graph) for group in actor.target_groups)
    in_arenas = (group for arena in nodes(graph, Arena) for group in arena.target_groups)
    return frozenset((*by_actors, *in_arenas))


def _with_parties(graph: Graph, duty: Duty) -> ApplicableDuty:
    a = _on_side(graph, duty, duty.a)
    # Nobody is the other party to their own duty.
    b = tuple(actor_id for actor_id in _on_side(graph, duty, duty.b) if actor_id not in a)
    return ApplicableDuty(id=duty.id, tier=duty.tier, a=a, b=b, duty=duty)


def _on_side(graph: Graph, duty: Duty, side: Side) -> tuple[str, ...]:
    return tuple(
        actor.id
        for actor in actors(graph)
        if any(_fits(actor, selector, duty) for selector in side)
    )


def _fits(actor: Actor, selector: Selector, duty: Duty) -> bool:
    return (
        (not selector.kind or isinstance(actor, Unit) is (selector.kind == "unit"))
        and (not selector.sector or actor.sector in selector.sector)
        and (not selector.actor_type or _type_of(actor) in selector.actor_type)
        and (not selector.tasks or not {*selector.tasks}.isdisjoint(actor.tasks))
        and (not selector.serves or not {*duty.target_groups}.isdisjoint(actor.target_groups))
    )


def _type_of(actor: Actor) -> str:
    return actor.actor_type if isinstance(actor, ExternalActor) else ""


def _local_requirements(graph: Graph) -> Iterator[ApplicableDuty]:
    """Yield the municipality's own requirements, one for each pair, by the ids of the pair."""
    of_pair: dict[tuple[str, str], LocalRequirement] = {}
    for row in model_of(graph).all(LocalRequirement):
        first, second = sorted((row.actor_a, row.actor_b))
        of_pair.setdefault((first, second), row)
    for (first, second), row in sorted(of_pair.items(), key=lambda item: item[0]):
        yield ApplicableDuty(
            id=f"local-{first}-{second}",
            tier=Tier.LOCAL,
            a=(first,),
            b=(second,),
            requirement=row,
        )


def get_duty(graph: Graph, duty_id: str) -> ApplicableDuty:
    """Return an applicable duty by id."""
    return next(duty for duty in applicable_duties(graph) if duty.id == duty_id)


def duty_name(graph: Graph, duty_id: str) -> str:
    """Return what people call a duty: its citation, or the two that are required to cooperate."""
    applicable = get_duty(graph, duty_id)
    if applicable.duty is not None:
        return applicable.duty.marked_citation
    return _("Own requirement: {pair}").format(
        pair=" – ".join(node_name(graph, actor_id) for actor_id in (*applicable.a, *applicable.b))
    )
