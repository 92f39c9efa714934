"""Pairs of actors: who should coordinate, who does, and what cannot be known.

The one definition of pair, linked, meets, coverage and cross-sector, and congruence per ground.

- A **pair** is two actors of which at least one is a unit, neither part of the other: § 5 binds
  the municipality, which cannot close a gap between Husbanken and a prison, and line management is
  no missing link.
- **Linked**: a collaboration of strength cooperation or more, or an agreement in force.
- **Meets**: both leader or member in one working arena.
- In both, a unit's ties are its own and those of the units below it, never those above it.
- **Coverage**: direct if linked; else arena if they meet; else none if one of the two answers that
  they have no contact; else not assessed if an end was not asked about arenas *and* a participant
  list could have shown the pair; else none.

The answer of one of the two that there is no contact settles a pair, whatever lists are open; a
third party, and a row that does not say who reported it, settle none: what a list hides is
only what nobody has told, and those who sit in one arena have contact. It settles no more than the
two that it names: a unit knows neither all that the unit above it does nor what each unit below it
does. And it settles nothing where anybody says more: the strongest answer is what the pair is, so
if one end says that it knows of the other, the pair is as if nobody had been asked.

Only what an actor was asked about arenas decides whether a list could hide it. Whoever told where
it takes part is missing from no list, though it was not asked about contact; whoever was asked
about contact alone has told its direct contacts, and may still be missing from a list. That nobody
asked about contact puts no pair in doubt by itself, as little as that nobody was asked at all: of
two whom no list could have shown together, the data show what there is.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property

from samordning_graph.graph.bit_relation import PairSet, Relation, mask_of
from samordning_graph.graph.contact import has_any_ties
from samordning_graph.graph.coverage_kind import DUTY_GROUNDS, GROUND_OF_TIER, Coverage, Ground
from samordning_graph.graph.duties import ApplicableDuty, applicable_duties
from samordning_graph.graph.graph import Graph, actors, cached_per_graph, ties_by_kind
from samordning_graph.graph.links import linked_pairs, pairs_without_contact
from samordning_graph.graph.organisation import ancestors_by_unit
from samordning_graph.graph.pair_figures import PairCounts, ThreeFigures
from samordning_graph.graph.participant_lists import ParticipantLists
from samordning_graph.graph.participation import MEMBER_ROLES, rolled_up_roles, working_arenas
from samordning_graph.graph.political_bodies import administrative_holders, political_units
from samordning_graph.schema.duty import Requires
from samordning_graph.schema.service_types import is_of_a_municipality
from samordning_graph.schema.tables import Tie, Unit


class PairEngine:
    """Set algebra over the actors of one graph, numbered in id order."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        of_graph = actors(graph)
        self.ids = tuple(actor.id for actor in of_graph)
        self.position = {actor_id: i for i, actor_id in enumerate(self.ids)}
        self.everyone = (1 << len(self.ids)) - 1
        self.lists = ParticipantLists(graph, self.position)
        self._sector_of = [actor.sector for actor in of_graph]
        self._units = mask_of([i for i, actor in enumerate(of_graph) if isinstance(actor, Unit)])
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
        self._cached_needs: dict[tuple[Ground, ...], tuple[Relation, Relation]] = {}
        self._cached_congruence: dict[tuple[Ground, ...], ThreeFigures] = {}

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
        for unit, ancestors in ancestors_by_unit(self.graph).items():
            i = self.position[unit]
            for j in (self.position[ancestor] for ancestor in ancestors):
                lines[i] = lines.get(i, 1 << i) | 1 << j
                lines[j] = lines.get(j, 1 << j) | 1 << i
        return lines

    # Ties

    @cached_property
    def linked(self) -> Relation:
        """Who is linked, with the links of the units below."""
        ancestors = ancestors_by_unit(self.graph)
        return Relation(
            pairs=(
                (self.position[first], self.position[second])
                for pair in linked_pairs(self.graph)
                for first in (pair[0], *ancestors.get(pair[0], ()))
                for second in (pair[1], *ancestors.get(pair[1], ()))
            )
        )

    @cached_property
    def meets(self) -> Relation:
        """Who takes part in a working arena together, with the units below."""
        roles_in = rolled_up_roles(self.graph)
        return Relation(
            groups=(
                [
                    self.position[actor]
                    for actor, role in roles_in[arena.id].items()
                    if role in MEMBER_ROLES
                ]
                for arena in working_arenas(self.graph)
            )
        )

    def covered(self, position: int) -> int:
        """Return those that an actor is linked to or meets."""
        return self._tied.row(position)

    @cached_property
    def _tied(self) -> Relation:
        return Relation.union([self.linked, self.meets])

    @cached_property
    def _without_contact(self) -> Relation:
        """Who answers that they have no contact; of these two alone, never of units above or below."""
        return Relation(
            pairs=(
                (self.position[first], self.position[second])
                for first, second in pairs_without_contact(self.graph)
            )
        )

    # What cannot be known

    def unknown(self, position: int) -> int:
        """Return those whose tie to an actor, if it is not covered, cannot be assessed."""
        hidden = self.lists.unknown(position)
        return hidden & ~self._without_contact.row(position) if hidden else 0

    # Coverage

    def documented(self, position: int, needed: int) -> int:
        """Return those of `needed` that an actor is linked to or meets."""
        return needed & self.covered(position) if needed else 0

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

    def coverage(self, first: str, second: str) -> Coverage:
        """Return the coverage of two actors."""
        i, j = self.position[first], self.position[second]
        if self.linked.row(i) >> j & 1:
            return Coverage.DIRECT
        if self.meets.row(i) >> j & 1:
            return Coverage.ARENA
        return Coverage.NOT_ASSESSED if self.unknown(i) >> j & 1 else Coverage.NONE

    def missing_pairs(self, *grounds: Ground) -> PairSet:
        """Return the pairs across sectors that have a ground and coverage none."""
        needed, missing = self._needed_on(grounds), self.missing
        return PairSet(self.ids, self.related_by(*grounds), lambda i: missing(i, needed(i)))

    def not_assessed_pairs(self, *grounds: Ground) -> PairSet:
        """Return the pairs across sectors that have a ground and coverage not assessed."""
        needed, not_assessed = self._needed_on(grounds), self.not_assessed
        return PairSet(self.ids, self.related_by(*grounds), lambda i: not_assessed(i, needed(i)))

    # Duties

    def duty_pairs(
        self, duty: ApplicableDuty, *, possible: bool = False
    ) -> Iterator[tuple[int, int]]:
        """Yield (actor of side a, those of side b that it makes a pair with under the duty).

        With `possible`, also those who could be on a side. The duties of the law bind units across
        sectors where a register tells its parties by sector, and a unit and an external actor in
        one sector too; the municipality may require any pair. Of two external actors one must be a
        service that another municipality runs, which stands on the municipality's side.
        """
        first = dict.fromkeys((*duty.a, *(duty.possible_a if possible else ())))
        b = mask_of(
            self.position[actor] for actor in (*duty.b, *(duty.possible_b if possible else ()))
        )
        for actor in first:
            i = self.position[actor]
            row = b & (self.pairs(i) | self._with_hosted(i))
            if duty.duty is not None and duty.duty.is_by_sector and self._units >> i & 1:
                row &= ~self.sector_units(self._sector_of[i])
            if row:
                yield i, row

    @cached_property
    def _hosted(self) -> int:
        """The services that other municipalities run."""
        of_graph = enumerate(actors(self.graph))
        return mask_of(i for i, actor in of_graph if is_of_a_municipality(actor)) & ~self._units

    def _with_hosted(self, position: int) -> int:
        """Return the external actors that an external one makes a pair with under a duty."""
        if self._units >> position & 1:
            return 0
        if self._hosted >> position & 1:
            return self.everyone & ~self._units & ~(1 << position)
        return self._hosted

    # Needs. Each ground costs only itself: whoever asks about goals does not work out the duties.

    def needs(self, ground: Ground) -> Relation:
        """Return whose tasks depend on each other by a ground (their own, not of units below)."""
        match ground:
            case Ground.GOAL:
                return self._sharing_goals
            case Ground.TARGET_GROUP:
                return self._sharing_target_groups
            case Ground.REFERRAL:
                return self._referring
            case _:
                return self._bound_by_duty[ground]

    @cached_property
    def _sharing_goals(self) -> Relation:
        return Relation(
            groups=(
                map(self.position.__getitem__, holders)
                for holders in administrative_holders(self.graph).values()
            )
        )

    @cached_property
    def _sharing_target_groups(self) -> Relation:
        serving: dict[str, list[int]] = defaultdict(list)
        bodies = political_units(self.graph)
        for i, actor in enumerate(actors(self.graph)):
            for target_group in actor.target_groups if actor.id not in bodies else ():
                serving[target_group].append(i)
        return Relation(groups=serving.values())

    @cached_property
    def _referring(self) -> Relation:
        bodies = political_units(self.graph)
        return Relation(
            pairs=(
                (self.position[from_], self.position[to])
                for from_, to, _data in ties_by_kind(self.graph)[Tie.REFERS_TO]
                if bodies.isdisjoint((from_, to))
            )
        )

    @cached_property
    def _bound_by_duty(self) -> Mapping[Ground, Relation]:
        """Who needs whom by duty: the one pair that can meet it, where there is only one.

        Where several can, or could, none of them is needed by itself; otherwise every unit of a
        sector would be asked to know the hospital. Such a duty counts as a duty, not as pairs. One
        that asks for an agreement is met by no contact, and one that is not verified asks for none.
        """
        pairs: dict[Ground, list[tuple[int, int]]] = {ground: [] for ground in DUTY_GROUNDS}
        for duty in applicable_duties(self.graph):
            rows = list(self.duty_pairs(duty, possible=True)) if _asks_for_contact(duty) else []
            if (
                duty.has_both_sides
                and not duty.applies_if
                and len(rows) == 1
                and rows[0][1].bit_count() == 1
                and rows[0][1] & self.pairs(rows[0][0])
            ):
                i, row = rows[0]
                pairs[GROUND_OF_TIER[duty.tier]].append((i, row.bit_length() - 1))
        return {ground: Relation(pairs=of_ground) for ground, of_ground in pairs.items()}

    def related_by(self, *grounds: Ground) -> list[int]:
        """Return the actors that have any of the grounds with anyone, in order."""
        across, by_duty = self._needs_on(grounds)
        return sorted({*across.related(), *by_duty.related()})

    def _needs_on(self, grounds: tuple[Ground, ...]) -> tuple[Relation, Relation]:
        """Return the needs that count across sectors only, and those by duty."""
        if grounds not in self._cached_needs:
            across = [self.needs(ground) for ground in grounds if ground not in DUTY_GROUNDS]
            by_duty = [self.needs(ground) for ground in grounds if ground in DUTY_GROUNDS]
            self._cached_needs[grounds] = Relation.union(across), Relation.union(by_duty)
        return self._cached_needs[grounds]

    def needed(self, position: int, *grounds: Ground) -> int:
        """Return those whom an actor should coordinate with, on any of the grounds."""
        return self._needed_on(grounds)(position)

    def _needed_on(self, grounds: tuple[Ground, ...]) -> Callable[[int], int]:
        """Return the question of `needed` on some grounds, for whoever asks it of many actors."""
        across, by_duty = self._needs_on(grounds)

        def needed(position: int) -> int:
            row = across.row(position)
            return row & self.cross_sector(position) if row else 0

        if not by_duty.related():
            return needed
        return lambda position: needed(position) | by_duty.row(position)

    # Figures

    def congruence(self, *grounds: Ground) -> ThreeFigures:
        """Return coordination needed (all of it) and met (documented) on any of the grounds.

        Without any tie in the data, nobody has said anything: then all of it is not known.
        """
        # Both the rule of a ground and the report ask for it: counted once.
        if grounds not in self._cached_congruence:
            self._cached_congruence[grounds] = self._count_congruence(grounds)
        return self._cached_congruence[grounds]

    def _count_congruence(self, grounds: tuple[Ground, ...]) -> ThreeFigures:
        needed = met = not_known = 0
        needed_by = self._needed_on(grounds)
        for i in self.related_by(*grounds):
            row = needed_by(i)
            if row:
                covered = row & self.covered(i)
                needed += row.bit_count()
                met += covered.bit_count()
                not_known += self.not_assessed(i, row).bit_count()
        if not has_any_ties(self.graph):
            not_known = needed - met
        return ThreeFigures(met // 2, (needed - met - not_known) // 2, not_known // 2)

    def counts(self) -> PairCounts:
        """Return how many pairs there are and how those across sectors are covered."""
        total = cross_sector = direct = arena = not_assessed = 0
        for i in range(len(self.ids)):
            across, linked = self.cross_sector(i), self.linked.row(i)
            total += self.pairs(i).bit_count()
            cross_sector += across.bit_count()
            direct += (across & linked).bit_count()
            arena += (across & self.meets.row(i) & ~linked).bit_count()
            not_assessed += self.not_assessed(i, across).bit_count()
        if not has_any_ties(self.graph):
            not_assessed = cross_sector
        return PairCounts(
            all=total // 2,
            cross_sector=cross_sector // 2,
            direct=direct // 2,
            arena=arena // 2,
            none=(cross_sector - direct - arena - not_assessed) // 2,
            not_assessed=not_assessed // 2,
        )


def _asks_for_contact(applicable: ApplicableDuty) -> bool:
    """Return whether a contact between two is what a duty surely asks for, and nobody meets it alone."""
    duty = applicable.duty
    return duty is None or (
        duty.verified
        and duty.force == "skal"
        and duty.requires is Requires.COOPERATION
        and not duty.alone
    )


@cached_per_graph
def pair_engine(graph: Graph) -> PairEngine:
    """Return the pair engine of a graph."""
    return PairEngine(graph)
