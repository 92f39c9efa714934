"""A new arena, for gaps whose answer is to agree on a meeting place.

Own definition. Of what could gather them (a goal, strategy or measure, a target group, a duty, a
referral) the one that most of these gaps are about is chosen; its members are those who have such
gaps under it, the most needed first, as many as an arena may have.
"""

from collections.abc import Iterator
from typing import NamedTuple

from samordning_graph.analysis.suggest.gaps import WEIGHTS, Gaps
from samordning_graph.graph.bit_relation import bits, mask_of
from samordning_graph.graph.coverage import pair_engine
from samordning_graph.graph.coverage_kind import DUTY_GROUNDS, GROUND_OF_TIER, Ground
from samordning_graph.graph.duties import get_duty
from samordning_graph.graph.graph import Graph, actors, is_unit, ties_by_kind
from samordning_graph.graph.organisation import descendant_units
from samordning_graph.graph.political_bodies import administrative_holders, political_units
from samordning_graph.rules.basis import Basis
from samordning_graph.rules.seats import largest_arena
from samordning_graph.schema.tables import Tie
from samordning_graph.schema.vocabulary import OTHER_WORD

MAX_NEW_ARENAS = 3
"""New arenas that are proposed: each is one more meeting in everybody's week."""
MIN_WEIGHT_OF_ARENA = WEIGHTS[Basis.RECOMMENDED]
"""The weight that a new arena must close: one shared target group alone is no reason to meet."""


class Theme(NamedTuple):
    """What could gather actors: a goal, target group or duty (by id), or a referral (no id)."""

    ground: Ground
    about: str
    actors: int


class NewArena(NamedTuple):
    """A proposed arena: what it is about, its members by id, its level, and what it closes."""

    theme: Theme
    members: tuple[str, ...]
    level: str
    closes: Gaps


def new_arenas(graph: Graph, gaps: Gaps) -> Iterator[NewArena]:
    """Yield new arenas for gaps that have no seat, what gathers most first: one for each theme."""
    left, themes = gaps, list(_themes(graph, gaps))
    for _number in range(MAX_NEW_ARENAS):
        best = max(
            themes,
            key=lambda theme: (left.among(theme.actors).weight, -theme.actors.bit_count()),
            default=None,
        )
        if best is None:
            return
        themes.remove(best)
        members = _members(graph, left.among(best.actors), best)
        closes = left.among(mask_of(members))
        if closes.weight < MIN_WEIGHT_OF_ARENA:
            return
        left = left.without(closes)
        ids = tuple(pair_engine(graph).ids[member] for member in sorted(members))
        yield NewArena(
            theme=best,
            members=_without_units_above(graph, ids),
            level=_level(graph, ids),
            closes=closes,
        )


def _themes(graph: Graph, gaps: Gaps) -> Iterator[Theme]:
    """Yield what could gather actors with such gaps."""
    engine = pair_engine(graph)
    with_gaps = mask_of(
        [number for number, row in gaps.rows.items() if row]
        + [number for duty in gaps.duties for number in duty.partners]
    )
    gathered: list[tuple[Ground, str, int]] = []
    for duty in gaps.duties:
        ground, first = GROUND_OF_TIER[get_duty(graph, duty.id).tier], min(duty.partners)
        two = mask_of((first, next(bits(duty.partners[first]))))  # one contact is enough
        gathered.append((ground, duty.id, two))
    for aim, holders in sorted(administrative_holders(graph).items()):
        gathered.append((Ground.GOAL, aim, mask_of(engine.position[holder] for holder in holders)))
    groups: dict[str, list[int]] = {}
    bodies = political_units(graph)
    for number, actor in enumerate(actors(graph)):
        for group in actor.target_groups if actor.id not in bodies else ():
            groups.setdefault(group, []).append(number)
    for group, serving in sorted(groups.items()):
        if group != OTHER_WORD:  # «other» gathers those who have nothing in common
            gathered.append((Ground.TARGET_GROUP, group, mask_of(serving)))
    for from_, to, _data in sorted(ties_by_kind(graph)[Tie.REFERS_TO], key=lambda tie: tie[:2]):
        ends = mask_of((engine.position[from_], engine.position[to]))
        gathered.append((Ground.REFERRAL, "", ends))
    for ground, about, mask in gathered:
        if (mask & with_gaps).bit_count() > 1:
            yield Theme(ground, about, mask & with_gaps)


def _members(graph: Graph, gaps: Gaps, theme: Theme) -> list[int]:
    """Return those who lack each other, the most needed first, while there is room."""
    numbers = list(bits(theme.actors))
    if theme.ground in DUTY_GROUNDS:
        return numbers
    weights = {number: gaps.weight_of_pairs(number, theme.actors) for number in numbers}
    needed = [number for number in numbers if weights[number]]
    return sorted(needed, key=lambda number: -weights[number])[: largest_arena(graph)]


def _without_units_above(graph: Graph, members: tuple[str, ...]) -> tuple[str, ...]:
    """Return members without the units that take part through one below them."""
    return tuple(
        member for member in members if descendant_units(graph, member).isdisjoint(members)
    )


def _level(graph: Graph, members: tuple[str, ...]) -> str:
    """Return strategic when every unit among the members has units below it, else operational."""
    units = [member for member in members if is_unit(graph, member)]
    return (
        "strategic"
        if units and all(descendant_units(graph, unit) for unit in units)
        else "operational"
    )
