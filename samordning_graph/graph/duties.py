"""Which duties to cooperate apply in a municipality, and to whom.

A duty has two sides; one actor of each is enough. A conditional duty applies when an actor or an
arena of the municipality serves one of its target groups, or when it depends on a task alone. It may
apply where nobody is known to, and one who could be on the side that serves does not say whom it is
for; where nobody is on that side, one on the other. What the
municipality itself requires (the table Egne krav) is a duty between two named actors.

Unknown is not absent: whoever *could* be on a side, were a blank cell filled in (the type of service,
the target groups, the tasks), is kept beside those who are, with the columns that do not say. A
service of another municipality stands on the municipality's side, by its type; of what is the duty
of the municipality as such it may be (`HOST`), for whether the host's agreement holds for the
municipality too was not read in any law.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from samordning_graph.common.locale import _
from samordning_graph.graph.graph import (
    Graph,
    actors,
    cached_per_graph,
    get_actor,
    model_of,
    node_name,
    nodes,
    options_of,
    words_of,
)
from samordning_graph.graph.service_types import (
    counts_as_unit,
    serves_nobody,
    types_of_actors,
)
from samordning_graph.schema.duty import Duty, Requires, Selector, Side, Tier
from samordning_graph.schema.duty_register import built_in_duties
from samordning_graph.schema.service_types import is_of_a_municipality
from samordning_graph.schema.tables import Actor, Arena, ExternalActor, LocalRequirement, Unit
from samordning_graph.schema.vocabulary import OTHER_WORD, word_lists

Blanks = frozenset[str]
"""Names of columns that do not say whether an actor is on a side, or `HOST`."""

Groups = tuple[str, ...]
"""Target groups."""

Condition = tuple[str, Callable[[Actor], bool | None]]
"""A column, and whether what an actor has there is what is asked for; None where it does not say."""

HOST = "host"
"""Another municipality runs the actor, which may stand for the municipality as such, or may not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicableDuty:
    """A duty that applies in a municipality, or may, with the ids on each side; a side may be empty.

    Exactly one of `duty` (of the register) and `requirement` (of the municipality) is set.
    `possible_a` and `possible_b` are those who could be on a side, with what does not say. `alone`
    are those on both sides of a duty that one can meet alone, `possibly_alone` those who could be.
    `applies_if` are those whose blank target groups decide whether it applies; empty where it does.
    """

    id: str
    tier: Tier
    a: tuple[str, ...]
    b: tuple[str, ...]
    duty: Duty | None = None
    requirement: LocalRequirement | None = None
    possible_a: Mapping[str, Blanks] = field(default_factory=dict, compare=False)
    possible_b: Mapping[str, Blanks] = field(default_factory=dict, compare=False)
    alone: tuple[str, ...] = ()
    possibly_alone: tuple[str, ...] = ()
    applies_if: tuple[str, ...] = ()

    @property
    def requires(self) -> Requires:
        """What it asks for; of the municipality's own requirements it is cooperation."""
        return self.duty.requires if self.duty else Requires.COOPERATION

    @property
    def has_both_sides(self) -> bool:
        """Whether somebody is on each side, whatever the blank cells would say."""
        return bool(self.a) and any(actor_id not in self.possible_a for actor_id in self.b)

    @property
    def actors(self) -> tuple[str, ...]:
        """Everyone on either side, by id; of a side that is the whole municipality nobody."""
        named = [
            side
            for side, selectors in (
                (self.a, self.duty.a if self.duty else ()),
                (self.b, self.duty.b if self.duty else ()),
            )
            if not is_the_municipality(selectors)
        ]
        return tuple(sorted({actor_id for side in named for actor_id in side}))


def is_the_municipality(side: Side) -> bool:
    """Return whether a side is the municipality as such: any of its units."""
    return any(selector.municipality for selector in side)


def side_that_serves(duty: Duty) -> Side:
    """Return the side whose target groups tell whether a duty applies: the first, which has the duty.

    Of a duty that only external actors have it is the other one: no bailiff has target groups.
    """
    is_external = all(selector.kind == "external" or selector.actor_type for selector in duty.a)
    return duty.b if is_external else duty.a


def is_checked(applicable: ApplicableDuty) -> bool:
    """Return whether a duty was checked against the law; the municipality's own need not be."""
    return applicable.duty is None or applicable.duty.verified


def duty_register(graph: Graph) -> tuple[Duty, ...]:
    """Return the duty register to use for a graph: that of its options, else the built-in one."""
    own = options_of(graph).duties
    return built_in_duties() if own is None else own


@cached_per_graph
def replaced_duties(graph: Graph) -> Mapping[str, str]:
    """Return the duty that each former id stands for now: of the register in use."""
    return {old: duty.id for duty in duty_register(graph) for old in duty.replaces}


@cached_per_graph
def applicable_duties(graph: Graph) -> tuple[ApplicableDuty, ...]:
    """Return the duties between parties that apply or may, required, then conditional, then local."""
    of_the_law = (
        _with_parties(graph, duty)
        for tier in (Tier.REQUIRED, Tier.CONDITIONAL)
        for duty in duty_register(graph)
        if duty.tier is tier and duty.is_looked_for
    )
    return (*filter(None, of_the_law), *_local_requirements(graph))


@cached_per_graph
def groups_served(graph: Graph) -> frozenset[str]:
    """Return the target groups that an actor or an arena is for."""
    by_actors = (group for actor in actors(graph) for group in actor.target_groups)
    in_arenas = (group for arena in nodes(graph, Arena) for group in arena.target_groups)
    return frozenset((*by_actors, *in_arenas))


def _with_parties(graph: Graph, duty: Duty) -> ApplicableDuty | None:
    """Return a duty with its parties; None where it does not apply."""
    on_a, on_b = on_side(graph, duty, duty.a), on_side(graph, duty, duty.b)
    applies_if: tuple[str, ...] = ()
    if duty.target_groups and groups_served(graph).isdisjoint(duty.target_groups):
        applies_if = _who_decides(graph, duty)
        if not applies_if:
            return None
    a = _certain(on_a)
    both = [actor_id for actor_id in on_a if actor_id in on_b] if duty.alone else []
    alone = tuple(actor_id for actor_id in both if not on_a[actor_id] | on_b[actor_id])
    return ApplicableDuty(
        id=duty.id,
        tier=duty.tier,
        a=a,
        # Nobody is the other party to their own duty.
        b=tuple(actor_id for actor_id in _certain(on_b) if actor_id not in a),
        duty=duty,
        possible_a={actor_id: blanks for actor_id, blanks in on_a.items() if blanks},
        possible_b={
            actor_id: blanks
            for actor_id, blanks in on_b.items()
            if blanks and (duty.alone or actor_id not in a)
        },
        alone=alone,
        possibly_alone=tuple(actor_id for actor_id in both if actor_id not in alone),
        applies_if=applies_if,
    )


def _who_decides(graph: Graph, duty: Duty) -> tuple[str, ...]:
    """Return whose blank target groups decide whether a duty applies: of the side that serves.

    Of the other side where nobody could be on that one, whatever the target groups.
    """
    serving = side_that_serves(duty)
    other = duty.b if serving is duty.a else duty.a
    of_any_group = tuple(selector._replace(serves=False) for selector in serving)
    found = on_side(graph, duty, of_any_group) or on_side(graph, duty, other)
    return _without_groups(graph, duty, found)


def _without_groups(graph: Graph, duty: Duty, on_side: Mapping[str, Blanks]) -> tuple[str, ...]:
    """Return who of a side may serve a group of a duty: those surely on it otherwise, else any."""
    open_ = {
        actor_id: blanks - {"target_groups"}
        for actor_id, blanks in on_side.items()
        if _serves(graph, get_actor(graph, actor_id), duty.target_groups) is None
    }
    return _certain(open_) or tuple(open_)


def _certain(on_side: Mapping[str, Blanks]) -> tuple[str, ...]:
    return tuple(actor_id for actor_id, blanks in on_side.items() if not blanks)


def on_side(graph: Graph, duty: Duty, side: Side) -> dict[str, Blanks]:
    """Return who is on a side, or could be: each with the columns that do not say, by id.

    Of several selectors the one that leaves least open counts.
    """
    fits: dict[str, list[Blanks]] = defaultdict(list)
    for selector in side:
        groups = duty.target_groups if selector.serves else ()
        for actor_id, blanks in _selected(graph, selector, groups).items():
            fits[actor_id].append(blanks)
    return {
        actor_id: min(fits[actor_id], key=lambda blanks: (len(blanks), sorted(blanks)))
        for actor_id in sorted(fits)
    }


@cached_per_graph
def _selected(graph: Graph, selector: Selector, groups: Groups) -> Mapping[str, Blanks]:
    """Return who fits a selector, or may; worked out once, for many duties are about the same."""
    conditions = list(_conditions(graph, selector, groups))
    return {
        actor.id: blanks
        for actor in actors(graph)
        if (blanks := _blanks(actor, conditions)) is not None
    }


def _blanks(actor: Actor, conditions: Iterable[Condition]) -> Blanks | None:
    """Return the columns that do not say whether an actor fits; none where it fits, None if not."""
    blanks = set()
    for column, is_met_by in conditions:
        is_met = is_met_by(actor)
        if is_met is False:
            return None
        if is_met is None:
            blanks.add(column)
    return frozenset(blanks)


def _conditions(graph: Graph, selector: Selector, groups: Groups) -> Iterator[Condition]:
    """Yield what a selector asks for."""
    # What most actors do not meet comes first, for the rest is not asked for then.
    if selector.actor_type:
        yield "", lambda actor: _actor_type(actor) in selector.actor_type
    if selector.sector:
        yield "", lambda actor: actor.sector in selector.sector
    if selector.service_type:
        yield "service_type", lambda actor: _is_of_type(graph, actor, selector.service_type)
    if selector.kind == "unit":
        yield "service_type", lambda actor: counts_as_unit(graph, actor)
    if selector.kind == "external":
        yield "", lambda actor: isinstance(actor, ExternalActor)
    if selector.municipality:
        yield HOST, _is_the_municipalitys
    if selector.tasks:
        yield "tasks", lambda actor: _any_of(selector.tasks, actor.tasks)
    if selector.service:
        yield "sector", lambda actor: _is_service(graph, actor)
    if selector.serves:
        yield "target_groups", lambda actor: _serves(graph, actor, groups)


def _is_the_municipalitys(actor: Actor) -> bool | None:
    """Return whether an actor is part of the municipality; None of what another one runs."""
    if isinstance(actor, Unit):
        return True
    return None if is_of_a_municipality(actor) else False


def _is_service(graph: Graph, actor: Actor) -> bool | None:
    """Return whether an actor is a municipal or public service; None where nothing says.

    A body that is the same for the whole country serves nobody here.
    """
    if serves_nobody(graph, actor):
        return False
    if isinstance(actor, ExternalActor):
        is_national = words_of(graph, "actor_type")[actor.actor_type].shared
        if is_national or not actor.public:
            return None if actor.public is None and not is_national else False
    types = {*types_of_actors(graph).of[actor.id]} - {OTHER_WORD}
    return None if actor.sector == OTHER_WORD and not types else True


def _is_of_type(graph: Graph, actor: Actor, wanted: tuple[str, ...]) -> bool | None:
    types = types_of_actors(graph).of[actor.id]
    if types:
        return not {*types}.isdisjoint(wanted)
    words = words_of(graph, "service_type")
    by_others = any(words[type_id].external for type_id in wanted) and (
        isinstance(actor, ExternalActor) and actor.public is not True
    )
    return None if is_of_a_municipality(actor) or by_others else False


def _any_of(wanted: tuple[str, ...], filled_in: tuple[str, ...]) -> bool | None:
    """Return whether a cell holds one of the words; None where it is empty."""
    return not {*filled_in}.isdisjoint(wanted) if filled_in else None


def _serves(graph: Graph, actor: Actor, groups: tuple[str, ...]) -> bool | None:
    """Return whether an actor serves one of the groups; a group of the municipality's may be one.

    Management, staff and political bodies serve nobody, by their sector or type.
    """
    if serves_nobody(graph, actor):
        return False
    if _any_of(groups, actor.target_groups):
        return True
    built_in = word_lists()["target_group"]
    if not actor.target_groups or any(group not in built_in for group in actor.target_groups):
        return None
    return False


def _actor_type(actor: Actor) -> str:
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
