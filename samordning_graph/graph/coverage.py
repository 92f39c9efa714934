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
from functools import cached_property

from samordning_graph.graph.bit_relation import PairSet, Relation, bits, mask_of
from samordning_graph.graph.coverage_kind import DUTIES, GROUND_OF, Coverage, Ground
from samordning_graph.graph.duties import ApplicableDuty, applicable_duties
from samordning_graph.graph.graph import Graph, actors, cached_per_graph, ties_by_kind
from samordning_graph.graph.links import links
from samordning_graph.graph.organisation import ancestors_by_unit, goal_holders
from samordning_graph.graph.participation import (
    TAKING_PART,
    has_incomplete_list,
    rolled_up_roles,
    working_arenas,
)
from samordning_graph.schema.duty_register import Tier
from samordning_graph.schema.tables import Arena, Tie, Unit


@dataclass(frozen=True, slots=True)
class Congruence:
    """Coordination needed and met (Cataldo et al. 2006, 2008: TA·TD·TAᵀ against actual ties).

    `needed` counts the cross-sector pairs with the ground (for duties in one sector too); `met` those that are linked or meet;
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

    def __sub__(self, among: "Congruence") -> "Congruence":
        """Return the figures of the pairs that are not among those of another."""
        return Congruence(
            self.needed - among.needed,
            self.met - among.met,
            self.not_assessed - among.not_assessed,
        )


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


class PairEngine:
    """Set algebra over the actors of one graph, numbered in id order."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        everyone = actors(graph)
        self.ids = tuple(one.id for one in everyone)
        self.position = {actor_id: i for i, actor_id in enumerate(self.ids)}
        self.everyone = (1 << len(self.ids)) - 1
        self._sector_of = [one.sector for one in everyone]
        self._units = mask_of([i for i, one in enumerate(everyone) if isinstance(one, Unit)])
        self._not_surveyed = mask_of([i for i, one in enumerate(everyone) if not one.surveyed])
        in_sector: dict[str, list[int]] = defaultdict(list)
        for i, sector in enumerate(self._sector_of):
            in_sector[sector].append(i)
        self._sectors = {sector: mask_of(members) for sector, members in in_sector.items()}
        # Across sectors, for a unit and for an external actor of each sector.
        self._across = {
            sector: (self._units & ~mask, self.everyone & ~mask)
            for sector, mask in self._sectors.items()
        }
        self._lines = self._line_masks()
        self._could_show: dict[tuple[int, ...], int] = {}
        self._needs_of: dict[tuple[Ground, ...], tuple[Relation, Relation]] = {}
        self._figures: dict[tuple[Ground, ...], Congruence] = {}

    # Pairs

    def pairs(self, position: int) -> int:
        """Return those that an actor makes a pair with."""
        if self._units >> position & 1:
            return self.everyone & ~self._lines.get(position, 1 << position)
        return self._units

    def cross_sector(self, position: int) -> int:
        """Return those that an actor makes a pair with across sectors."""
        across = self._across[self._sector_of[position]][self._units >> position & 1]
        line = self._lines.get(position)
        return across & ~line if line else across

    def sector_units(self, sector: str) -> int:
        """Return the units of a sector."""
        return self._sectors.get(sector, 0) & self._units

    def _line_masks(self) -> dict[int, int]:
        """Return, for each unit that is part of another or has parts, itself and all of these."""
        lines: dict[int, int] = {}
        for unit, bosses in ancestors_by_unit(self.graph).items():
            i = self.position[unit]
            for j in (self.position[boss] for boss in bosses):
                lines[i] = lines.get(i, 1 << i) | 1 << j
                lines[j] = lines.get(j, 1 << j) | 1 << i
        return lines

    # Ties

    @cached_property
    def linked(self) -> Relation:
        """Who is linked, with the links of the units below."""
        lines = ancestors_by_unit(self.graph)
        return Relation(
            pairs=(
                (self.position[one], self.position[other])
                for pair in links(self.graph)
                for one in (pair[0], *lines.get(pair[0], ()))
                for other in (pair[1], *lines.get(pair[1], ()))
            )
        )

    @cached_property
    def meets(self) -> Relation:
        """Who takes part in a working arena together, with the units below."""
        lifted = rolled_up_roles(self.graph)
        return Relation(
            groups=(
                [
                    self.position[actor]
                    for actor, role in lifted[one.id].items()
                    if role in TAKING_PART
                ]
                for one in working_arenas(self.graph)
            )
        )

    def covered(self, position: int) -> int:
        """Return those that an actor is linked to or meets."""
        return self._tied.row(position)

    @cached_property
    def _tied(self) -> Relation:
        return Relation.union([self.linked, self.meets])

    @cached_property
    def _lists(self) -> tuple[_List, ...]:
        return tuple(self._list(one) for one in working_arenas(self.graph))

    @cached_property
    def _telling(self) -> tuple[_List, ...]:
        """The lists that could have shown a tie that they do not show: not the complete ones."""
        return tuple(
            self._list(one)
            for one in working_arenas(self.graph)
            if one.participants_complete is None or has_incomplete_list(self.graph, one)
        )

    def _list(self, one: Arena) -> _List:
        roles = rolled_up_roles(self.graph)[one.id]
        return _List(
            arena=one.id,
            taking_part=mask_of(
                self.position[actor] for actor, role in roles.items() if role in TAKING_PART
            ),
            listed=mask_of(self.position[actor] for actor in roles),
            is_open=has_incomplete_list(self.graph, one),
        )

    @cached_property
    def _told_by(self) -> Mapping[int, tuple[int, ...]]:
        """Return which of these lists each actor is on, and (negative) where it takes part."""
        on: dict[int, list[int]] = defaultdict(list)
        for number, one in enumerate(self._telling):
            for position in bits(one.listed):
                on[position].append(number)
            for position in bits(one.taking_part):
                on[position].append(-1 - number)
        return {position: tuple(lists) for position, lists in on.items()}

    # What cannot be known

    def shown_by(self, position: int) -> Iterator[tuple[str, int]]:
        """Yield (arena, those with whom its list could have shown the actor).

        An *open* list: any pair of which neither is listed only as on call or observer. A list
        with no word on whether it is complete: only a pair of which exactly one takes part and the
        other is not listed. (If one empty cell silenced every gap nothing would ever be said; if an
        arena without names silenced none, knowing less would give stronger findings.)
        """
        for one in self._telling:
            if one.is_open:
                could = self.everyone & ~(one.listed & ~one.taking_part)
                if could >> position & 1:
                    yield one.arena, could
            elif one.taking_part >> position & 1:
                yield one.arena, self.everyone & ~one.listed
            elif not one.listed >> position & 1:
                yield one.arena, one.taking_part

    def unknown(self, position: int) -> int:
        """Return those whose tie to an actor, if it is not covered, cannot be assessed."""
        if not self._telling or not self._not_surveyed:
            return 0
        # Actors on the same lists have the same answer; most actors are on none.
        key = self._told_by.get(position, ())
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
        if not needed:
            return 0
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
        needed, missing = self.needed, self.missing
        return PairSet(
            self.ids, self.related_by(*grounds), lambda i: missing(i, needed(i, *grounds))
        )

    def not_assessed_pairs(self, *grounds: Ground) -> PairSet:
        """Return the pairs across sectors that have a ground and coverage not assessed."""
        return PairSet(
            self.ids,
            self.related_by(*grounds),
            lambda i: self.not_assessed(i, self.needed(i, *grounds)),
        )

    # Duties

    def duty_pairs(self, duty: ApplicableDuty) -> Iterator[tuple[int, int]]:
        """Yield (actor of side a, those of side b that it makes a pair with under the duty).

        The duties of the law bind units across sectors, and a unit and an external actor in one
        sector too; the municipality may require any pair.
        """
        b = mask_of(self.position[one] for one in duty.b)
        for one in duty.a:
            i = self.position[one]
            row = b & self.pairs(i)
            if duty.tier is not Tier.LOCAL and self._units >> i & 1:
                row &= ~self.sector_units(self._sector_of[i])
            if row:
                yield i, row

    def duty_coverage(self, duty: ApplicableDuty) -> Coverage | None:
        """Return how a duty is covered: by its best pair, for one pair is enough; None without any.

        Not assessed when no pair is covered and one of them cannot be assessed.
        """
        rows = list(self.duty_pairs(duty))
        if any(row & self.linked.row(i) for i, row in rows):
            return Coverage.DIRECT
        if any(row & self.meets.row(i) for i, row in rows):
            return Coverage.ARENA
        if any(row & self.unknown(i) for i, row in rows):
            return Coverage.NOT_ASSESSED
        return Coverage.NONE if rows else None

    def _duty_needs(self) -> dict[Ground, Relation]:
        """Return who needs whom by duty: the one pair that can meet it, where there is only one.

        Where several can, none of them is needed by itself: else each unit of a sector would be
        told to know the hospital. Such a duty counts as a duty, not as pairs.
        """
        pairs: dict[Ground, list[tuple[int, int]]] = {ground: [] for ground in DUTIES}
        for duty in applicable_duties(self.graph):
            rows = list(self.duty_pairs(duty))
            if len(rows) == 1 and rows[0][1].bit_count() == 1:
                i, row = rows[0]
                pairs[GROUND_OF[duty.tier]].append((i, row.bit_length() - 1))
        return {ground: Relation(pairs=found) for ground, found in pairs.items()}

    # Needs

    @cached_property
    def needs(self) -> Mapping[Ground, Relation]:
        """Whose tasks depend on each other, per ground (own tasks, not those of units below)."""
        held = ([self.position[actor] for actor in by] for by in goal_holders(self.graph).values())
        served: dict[str, list[int]] = defaultdict(list)
        referred = (
            (self.position[from_], self.position[to])
            for from_, to, _data in ties_by_kind(self.graph)[Tie.REFERS_TO]
        )
        for i, one in enumerate(actors(self.graph)):
            for group in one.target_groups:
                served[group].append(i)
        return {
            Ground.GOAL: Relation(groups=held),
            Ground.TARGET_GROUP: Relation(groups=served.values()),
            Ground.REFERRAL: Relation(pairs=referred),
            **self._duty_needs(),
        }

    def related_by(self, *grounds: Ground) -> list[int]:
        """Return the actors that have any of the grounds with anyone, in order."""
        across, by_duty = self._need(grounds)
        return sorted({*across.related(), *by_duty.related()})

    def _need(self, grounds: tuple[Ground, ...]) -> tuple[Relation, Relation]:
        """Return the needs that count across sectors only, and those by duty."""
        if grounds not in self._needs_of:
            across = [self.needs[ground] for ground in grounds if ground not in DUTIES]
            by_duty = [self.needs[ground] for ground in grounds if ground in DUTIES]
            self._needs_of[grounds] = Relation.union(across), Relation.union(by_duty)
        return self._needs_of[grounds]

    def needed(self, position: int, *grounds: Ground) -> int:
        """Return those whom an actor should coordinate with, on any of the grounds."""
        across, by_duty = self._need(grounds)
        row = across.row(position)
        return (row & self.cross_sector(position) if row else 0) | by_duty.row(position)

    # Figures

    def congruence(self, *grounds: Ground) -> Congruence:
        """Return coordination needed and met on any of the grounds."""
        # Asked for by the rule of a ground and by the report: counted once.
        if grounds not in self._figures:
            self._figures[grounds] = self._count_congruence(grounds)
        return self._figures[grounds]

    def _count_congruence(self, grounds: tuple[Ground, ...]) -> Congruence:
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
        lists_of: dict[int, list[_List]] = defaultdict(list)
        for one in self._lists:
            for i in bits(one.taking_part):
                lists_of[i].append(one)
        alone: dict[str, int] = defaultdict(int)
        for i, mine in lists_of.items():
            once = twice = 0
            for one in mine:
                twice |= once & one.taking_part
                once |= one.taking_part
            only = self.cross_sector(i) & ~twice & ~self.linked.row(i)
            for one in mine:
                alone[one.arena] += (only & one.taking_part).bit_count()
        return {arena: count // 2 for arena, count in alone.items() if count}


@cached_per_graph
def pair_engine(graph: Graph) -> PairEngine:
    """Return the pair engine of a graph."""
    return PairEngine(graph)
