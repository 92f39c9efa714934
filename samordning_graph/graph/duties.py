"""Which duties to cooperate apply in a municipality, and to whom.

A duty has two sides; one actor of each is enough. A conditional duty applies when one of its
target groups is served here: by an actor, or by an arena. What the municipality itself requires
(the table Egne krav) is a duty between two named actors.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from samordning_graph.common.locale import _
from samordning_graph.graph.graph import (
    Graph,
    actors,
    cached_per_graph,
    model_of,
    name,
    nodes,
    options_of,
)
from samordning_graph.schema.duty_register import Duty, Selector, Side, Tier, built_in_duties
from samordning_graph.schema.tables import Actor, Arena, ExternalActor, LocalRequirement, Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicableDuty:
    """A duty that applies here, with the ids on each side; a side may be empty.

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


def register_of(graph: Graph) -> tuple[Duty, ...]:
    """Return the register that holds for a graph: its options', else the built-in one."""
    own = options_of(graph).duties
    return built_in_duties() if own is None else own


@cached_per_graph
def applicable_duties(graph: Graph) -> tuple[ApplicableDuty, ...]:
    """Return the duties between parties that apply, required, then conditional, then local."""
    served = groups_served(graph)
    here = [
        _here(graph, duty)
        for tier in (Tier.REQUIRED, Tier.CONDITIONAL)
        for duty in register_of(graph)
        if duty.tier is tier
        and duty.a
        and (not duty.target_groups or not served.isdisjoint(duty.target_groups))
    ]
    return (*here, *_required_locally(graph))


@cached_per_graph
def groups_served(graph: Graph) -> frozenset[str]:
    """Return the target groups that an actor or an arena is for."""
    by_actors = (group for one in actors(graph) for group in one.target_groups)
    in_arenas = (group for one in nodes(graph, Arena) for group in one.target_groups)
    return frozenset((*by_actors, *in_arenas))


def fits(one: Actor, selector: Selector, duty: Duty) -> bool:
    """Return whether an actor is one that a selector is about."""
    return (
        (not selector.kind or isinstance(one, Unit) is (selector.kind == "unit"))
        and (not selector.sector or one.sector in selector.sector)
        and (not selector.actor_type or _type_of(one) in selector.actor_type)
        and (not selector.tasks or not {*selector.tasks}.isdisjoint(one.tasks))
        and (not selector.serves or not {*duty.target_groups}.isdisjoint(one.target_groups))
    )


def _type_of(one: Actor) -> str:
    return one.actor_type if isinstance(one, ExternalActor) else ""


def _here(graph: Graph, duty: Duty) -> ApplicableDuty:
    a = _on_side(graph, duty, duty.a)
    # Nobody is the other party to their own duty.
    b = tuple(one for one in _on_side(graph, duty, duty.b) if one not in a)
    return ApplicableDuty(id=duty.id, tier=duty.tier, a=a, b=b, duty=duty)


def _on_side(graph: Graph, duty: Duty, side: Side) -> tuple[str, ...]:
    return tuple(
        one.id for one in actors(graph) if any(fits(one, selector, duty) for selector in side)
    )


def _required_locally(graph: Graph) -> Iterator[ApplicableDuty]:
    """Yield the municipality's own requirements, one for each pair, by the ids of the pair."""
    of_pair: dict[tuple[str, str], LocalRequirement] = {}
    for row in model_of(graph).all(LocalRequirement):
        one, other = sorted((row.actor_a, row.actor_b))
        of_pair.setdefault((one, other), row)
    for (one, other), row in sorted(of_pair.items(), key=lambda item: item[0]):
        yield ApplicableDuty(
            id=f"local-{one}-{other}", tier=Tier.LOCAL, a=(one,), b=(other,), requirement=row
        )


def duty_of(graph: Graph, duty_id: str) -> ApplicableDuty:
    """Return a duty that applies here, by id."""
    return next(duty for duty in applicable_duties(graph) if duty.id == duty_id)


def duty_name(graph: Graph, duty_id: str) -> str:
    """Return what people call a duty: its citation, or the two that are required to cooperate."""
    here = duty_of(graph, duty_id)
    if here.duty is not None:
        return here.duty.marked_citation
    return _("Own requirement: {pair}").format(
        pair=" – ".join(name(graph, one) for one in (*here.a, *here.b))
    )
