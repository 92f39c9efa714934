"""A new arena, for gaps that no existing one can close.

Own definition. A gap has nowhere to go when neither of the two takes part in a working arena with
room for one more. Of what could gather them (a goal, strategy or measure, a target group, a duty, a
referral) the one that explains most of these gaps is chosen; its members are those who have gaps
under it, the most needed first, until nobody adds anything or the arena is full.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from samordning_graph.analysis.suggest.closable_gaps import WEIGHTS, ClosableGaps
from samordning_graph.analysis.suggest.invitations import ArenaAssignment, lines
from samordning_graph.graph.bit_relation import bits, mask_of
from samordning_graph.graph.coverage import pair_engine
from samordning_graph.graph.coverage_kind import GROUND_OF_TIER, Ground
from samordning_graph.graph.duties import get_duty
from samordning_graph.graph.graph import Graph, actors, is_unit, ties_by_kind
from samordning_graph.graph.organisation import descendant_units, goal_holders
from samordning_graph.rules.basis import Basis
from samordning_graph.schema.tables import Tie
from samordning_graph.schema.vocabulary import OTHER_WORD

MAX_NEW_ARENAS = 3
"""New arenas that are proposed: each is one more meeting in everybody's week."""
MIN_WEIGHT_OF_ARENA = WEIGHTS[Basis.RECOMMENDED]
"""The weight that a new arena must close: one shared target group alone is no reason to meet."""


@dataclass(frozen=True, slots=True)
class Theme:
    """What could gather actors: a goal, target group or duty (by id), or a referral (no id)."""

    ground: Ground
    about: str
    actors: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NewArena:
    """A proposed arena: what it is about, its members by id, its level, and what it closes."""

    theme: Theme
    members: tuple[str, ...]
    level: str
    closes: ClosableGaps
    left: ClosableGaps


def new_arenas(graph: Graph, assignment: ArenaAssignment) -> Iterator[NewArena]:
    """Yield new arenas for what no invitation can close any more, the most needed first.

    At most one for each goal, target group or duty: whoever does not find room in it is left.
    """
    engine = pair_engine(graph)
    left = assignment.gaps
    served: set[tuple[Ground, str]] = set()
    for _number in range(MAX_NEW_ARENAS):
        stuck = left.among(_without_arena(assignment, engine.everyone))
        best = max(
            (theme for theme in _themes(graph, stuck) if (theme.ground, theme.about) not in served),
            key=lambda theme: (stuck.among(theme.actors).weight, -theme.actors.bit_count()),
            default=None,
        )
        if best is None:
            return
        members, taking_part = _gathered(graph, stuck, best, assignment.largest)
        closes = left.among(taking_part)
        if closes.weight < MIN_WEIGHT_OF_ARENA:
            return
        left = left.without(closes)
        if best.about:
            served.add((best.ground, best.about))
        ids = tuple(engine.ids[member] for member in members)
        yield NewArena(theme=best, members=ids, level=_level(graph, ids), closes=closes, left=left)


def _without_arena(assignment: ArenaAssignment, everyone: int) -> int:
    """Return those who take part in no working arena with room for one more."""
    for arena, taking_part in assignment.taking_part.items():
        if assignment.room(arena):
            everyone &= ~taking_part
    return everyone


def _themes(graph: Graph, stuck: ClosableGaps) -> Iterator[Theme]:
    """Yield what could gather actors with such gaps."""
    engine = pair_engine(graph)
    with_gaps = mask_of(stuck.positions())
    gathered: list[tuple[Ground, str, int]] = []
    for duty in stuck.duties:
        ground = GROUND_OF_TIER[get_duty(graph, duty.id).tier]
        gathered.append((ground, duty.id, mask_of(duty.partners)))
    for aim, holders in sorted(goal_holders(graph).items()):
        gathered.append((Ground.GOAL, aim, mask_of(engine.position[holder] for holder in holders)))
    groups: dict[str, list[int]] = {}
    for position, actor in enumerate(actors(graph)):
        for group in actor.target_groups:
            groups.setdefault(group, []).append(position)
    for group, serving in sorted(groups.items()):
        if group != OTHER_WORD:  # «other» gathers those who have nothing in common
            gathered.append((Ground.TARGET_GROUP, group, mask_of(serving)))
    for from_, to, _data in sorted(ties_by_kind(graph)[Tie.REFERS_TO], key=lambda tie: tie[:2]):
        ends = mask_of((engine.position[from_], engine.position[to]))
        gathered.append((Ground.REFERRAL, "", ends))
    for ground, about, mask in gathered:
        if (mask & with_gaps).bit_count() > 1:
            yield Theme(ground, about, mask & with_gaps)


def _gathered(
    graph: Graph, stuck: ClosableGaps, theme: Theme, largest: int
) -> tuple[list[int], int]:
    """Return the members of an arena with a theme, and these with the units above them."""
    line_of = lines(graph)
    members: list[int] = []
    taking_part = 0

    def worth(position: int) -> tuple[int, int, int]:
        line = line_of[position]
        return left.weigh(line, taking_part), left.weigh(line, theme.actors), -position

    left = stuck
    while len(members) < largest and theme.actors & ~taking_part:
        best = max(bits(theme.actors & ~taking_part), key=worth)
        if members and not worth(best)[0]:
            break
        left = left.without(left.between(line_of[best], taking_part))
        taking_part |= mask_of(line_of[best])
        members.append(best)
    return sorted(members), taking_part


def _level(graph: Graph, members: tuple[str, ...]) -> str:
    """Return strategic when every unit among the members has units below it, else operational."""
    units = [member for member in members if is_unit(graph, member)]
    return (
        "strategic"
        if units and all(descendant_units(graph, unit) for unit in units)
        else "operational"
    )
