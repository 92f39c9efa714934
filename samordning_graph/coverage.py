"""Pairs of actors: who should coordinate, who does, and what cannot be known.

The one definition of pair, linked, meets, coverage and cross-sector, and congruence per ground.

- A **pair** is two actors of which at least one is a unit, neither part of the other: § 5 binds
  the municipality, which cannot close a gap between Husbanken and a prison, and line management is
  no missing link.
- **Linked**: a collaboration of strength cooperation or more, or an agreement in force.
- **Meets**: both leader or member in one working arena.
- In both, a unit's ties are its own and those of the units below it, never those above it.
- **Coverage**: direct if linked; else arena if they meet; else not assessed if an end was not
  asked *and* a participant list could have shown the pair; else none.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from samordning_graph.finding import Coverage
from samordning_graph.graph import (
    TAKING_PART,
    Graph,
    above,
    actors,
    holders,
    is_open,
    is_surveyed,
    is_unit,
    lifted_roles,
    links,
    once_per_graph,
    ties_from,
    working_arenas,
)
from samordning_graph.relation import PairSet, Relation, bits, mask_of
from samordning_graph.schema import Tie


class Ground(StrEnum):
    """Why two actors should coordinate: what makes their tasks depend on each other."""

    GOAL = "goal"
    TARGET_GROUP = "target_group"
    REFERRAL = "referral"
    DUTY = "duty"


@dataclass(frozen=True, slots=True)
class Congruence:
    """Coordination needed and met (Cataldo et al. 2006, 2008: TA·TD·TAᵀ against actual ties).

    `needed` counts the cross-sector pairs with the ground; `met` those that are linked or meet;
    `not_assessed` those that the data cannot tell.
    """

    needed: int
    met: int
    not_assessed: int

    @property
    def share(self) -> float | None:
        """Met / (needed - not_assessed), or None when nothing could be assessed."""
        assessed = self.needed - self.not_assessed
        return self.met / assessed if assessed else None


@dataclass(frozen=True, slots=True)
class PairCounts:
    """How many pairs there are; the last four split `cross_sector`."""

    all: int
    cross_sector: int
    direct: int
    arena: int
    none: int
    not_assessed: int


@dataclass(frozen=True, slots=True)
class _List:
    """The participant list of a working arena: masks of those taking part and of all listed."""

    arena: str
    taking_part: int
    listed: int
    is_open: bool
    is_silent: bool


class PairEngine:
    """Set algebra over the actors of one graph, numbered in id order."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        everyone = actors(graph)
        self.ids = tuple(one.id for one in everyone)
        self.position = {actor_id: i for i, actor_id in enumerate(self.ids)}
        self.everyone = (1 << len(self.ids)) - 1
        self._units = mask_of(i for i, one in enumerate(self.ids) if is_unit(graph, one))
        self._sectors: dict[str, int] = defaultdict(int)
        self._not_surveyed = 0
        for i, one in enumerate(everyone):
            self._sectors[one.sector] |= 1 << i
            if not is_surveyed(one):
                self._not_surveyed |= 1 << i
        self._sector_of = [one.sector for one in everyone]
        self._lines = self._line_masks()
        self._could_show: dict[tuple[int, ...], int] = {}

    # Pairs

    def pairs(self, position: int) -> int:
        """Return those that an actor makes a pair with."""
        if self._units >> position & 1:
            return self.everyone & ~self._lines[position]
        return self._units

    def cross_sector(self, position: int) -> int:
        """Return those that an actor makes a pair with across sectors."""
        return self.pairs(position) & ~self._sectors[self._sector_of[position]]

    def sector_units(self, sector: str) -> int:
        """Return the units of a sector."""
        return self._sectors.get(sector, 0) & self._units

    def _line_masks(self) -> dict[int, int]:
        """Return, for each unit, itself and those above and below it."""
        lines = {i: 1 << i for i in bits(self._units)}
        for i in lines:
            for boss in above(self.graph, self.ids[i]):
                lines[i] |= 1 << self.position[boss]
                lines[self.position[boss]] |= 1 << i
        return lines

    # Ties

    @cached_property
    def linked(self) -> Relation:
        """Who is linked, with the links of the units below."""
        return Relation(
            pairs=(
                (self.position[one], self.position[other])
                for pair in links(self.graph)
                for one in (pair[0], *above(self.graph, pair[0]))
                for other in (pair[1], *above(self.graph, pair[1]))
            )
        )

    @cached_property
    def meets(self) -> Relation:
        """Who takes part in a working arena together, with the units below."""
        return Relation(groups=(bits(one.taking_part) for one in self._lists))

    def covered(self, position: int) -> int:
        """Return those that an actor is linked to or meets."""
        return self.linked.row(position) | self.meets.row(position)

    @cached_property
    def _lists(self) -> tuple[_List, ...]:
        return tuple(
            _List(
                arena=one.id,
                taking_part=mask_of(
                    self.position[actor]
                    for actor, role in lifted_roles(self.graph)[one.id].items()
                    if role in TAKING_PART
                ),
                listed=mask_of(self.position[actor] for actor in lifted_roles(self.graph)[one.id]),
                is_open=is_open(self.graph, one),
                is_silent=one.participants_complete is None and not is_open(self.graph, one),
            )
            for one in working_arenas(self.graph)
        )

    # What cannot be known

    def shown_by(self, position: int) -> Iterator[tuple[str, int]]:
        """Yield (arena, those with whom its list could have shown the actor).

        An *open* list: any pair of which neither is listed only as on call or observer. A list
        with no word on whether it is complete: only a pair of which exactly one takes part and the
        other is not listed. (If one empty cell silenced every gap nothing would ever be said; if an
        arena without names silenced none, knowing less would give stronger findings.)
        """
        for one in self._lists:
            if one.is_open:
                could = self.everyone & ~(one.listed & ~one.taking_part)
                if could >> position & 1:
                    yield one.arena, could
            elif one.is_silent:
                if one.taking_part >> position & 1:
                    yield one.arena, self.everyone & ~one.listed
                elif not one.listed >> position & 1:
                    yield one.arena, one.taking_part

    def unknown(self, position: int) -> int:
        """Return those whose tie to an actor, if it is not covered, cannot be assessed."""
        # Actors on the same lists have the same answer; most actors are on none.
        on_lists = tuple(i for i, one in enumerate(self._lists) if one.listed >> position & 1)
        key = (*on_lists, *(-1 - i for i in on_lists if self._lists[i].taking_part >> position & 1))
        if key not in self._could_show:
            could = 0
            for _arena, mask in self.shown_by(position):
                could |= mask
            self._could_show[key] = could
        could = self._could_show[key]
        return could if self._not_surveyed >> position & 1 else could & self._not_surveyed

    # Coverage

    def missing(self, position: int, needed: int) -> int:
        """Return those of `needed` with coverage none."""
        uncovered = needed & ~self.covered(position)
        return uncovered & ~self.unknown(position) if uncovered else 0

    def not_assessed(self, position: int, needed: int) -> int:
        """Return those of `needed` with coverage not assessed."""
        uncovered = needed & ~self.covered(position)
        return uncovered & self.unknown(position) if uncovered else 0

    def coverage(self, one: str, other: str) -> Coverage:
        """Return the coverage of two actors."""
        i, j = self.position[one], self.position[other]
        if self.linked.row(i) >> j & 1:
            return Coverage.DIRECT
        if self.meets.row(i) >> j & 1:
            return Coverage.ARENA
        return Coverage.NOT_ASSESSED if self.unknown(i) >> j & 1 else Coverage.NONE

    def missing_pairs(self, *grounds: Ground) -> PairSet:
        """Return the pairs across sectors that have a ground and coverage none."""
        return PairSet(
            self.ids,
            self.related_by(*grounds),
            lambda i: self.missing(i, self.needed(i, *grounds)),
        )

    def not_assessed_pairs(self, *grounds: Ground) -> PairSet:
        """Return the pairs across sectors that have a ground and coverage not assessed."""
        return PairSet(
            self.ids,
            self.related_by(*grounds),
            lambda i: self.not_assessed(i, self.needed(i, *grounds)),
        )

    # Needs

    @cached_property
    def needs(self) -> Mapping[Ground, Relation]:
        """Whose tasks depend on each other, per ground (own tasks, not those of units below)."""
        held = ([self.position[actor] for actor in by] for by in holders(self.graph).values())
        served: dict[str, list[int]] = defaultdict(list)
        referred: list[tuple[int, int]] = []
        for i, one in enumerate(actors(self.graph)):
            for group in one.target_groups:
                served[group].append(i)
            for to, _data in ties_from(self.graph, one.id, Tie.REFERS_TO):
                referred.append((i, self.position[to]))
        return {
            Ground.GOAL: Relation(groups=held),
            Ground.TARGET_GROUP: Relation(groups=served.values()),
            Ground.REFERRAL: Relation(pairs=referred),
            Ground.DUTY: Relation(),
        }

    def related_by(self, *grounds: Ground) -> list[int]:
        """Return the actors that have any of the grounds with anyone, in order."""
        return sorted({i for ground in grounds for i in self.needs[ground].related()})

    def needed(self, position: int, *grounds: Ground) -> int:
        """Return those across sectors whom an actor should coordinate with, on any of the grounds."""
        row = 0
        for ground in grounds:
            row |= self.needs[ground].row(position)
        return row & self.cross_sector(position) if row else 0

    # Figures

    def congruence(self, *grounds: Ground) -> Congruence:
        """Return coordination needed and met on any of the grounds."""
        needed = met = not_assessed = 0
        for i in self.related_by(*grounds):
            row = self.needed(i, *grounds)
            if row:
                covered = row & self.covered(i)
                needed += row.bit_count()
                met += covered.bit_count()
                not_assessed += self.not_assessed(i, row).bit_count()
        return Congruence(needed // 2, met // 2, not_assessed // 2)

    def counts(self) -> PairCounts:
        """Return how many pairs there are and how those across sectors are covered."""
        every = cross = direct = arena = not_assessed = 0
        for i in range(len(self.ids)):
            across, linked = self.cross_sector(i), self.linked.row(i)
            every += self.pairs(i).bit_count()
            cross += across.bit_count()
            direct += (across & linked).bit_count()
            arena += (across & self.meets.row(i) & ~linked).bit_count()
            not_assessed += self.not_assessed(i, across).bit_count()
        none = cross - direct - arena - not_assessed
        return PairCounts(
            every // 2, cross // 2, direct // 2, arena // 2, none // 2, not_assessed // 2
        )

    def covered_only_by(self) -> Mapping[str, int]:
        """Return, per working arena, how many cross-sector pairs nothing else covers."""
        alone: dict[str, int] = defaultdict(int)
        for i in range(len(self.ids)):
            mine = [one for one in self._lists if one.taking_part >> i & 1]
            once = twice = 0
            for one in mine:
                twice |= once & one.taking_part
                once |= one.taking_part
            only = self.cross_sector(i) & ~twice & ~self.linked.row(i)
            for one in mine:
                alone[one.arena] += (only & one.taking_part).bit_count()
        return {arena: count // 2 for arena, count in alone.items() if count}


@once_per_graph
def pair_engine(graph: Graph) -> PairEngine:
    """Return the pair engine of a graph."""
    return PairEngine(graph)
