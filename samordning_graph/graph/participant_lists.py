"""What participant lists could have shown, and so which ties the data cannot rule out."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from samordning_graph.graph.bit_relation import bits, mask_of
from samordning_graph.graph.graph import Graph, actors
from samordning_graph.graph.participation import (
    MEMBER_ROLES,
    has_incomplete_list,
    rolled_up_roles,
    working_arenas,
)
from samordning_graph.graph.survey import Topic, is_surveyed
from samordning_graph.schema.tables import Arena


class ParticipantList(NamedTuple):
    """The participant list of a working arena: masks of those taking part and of all listed."""

    arena: str
    taking_part: int
    listed: int
    is_incomplete: bool


class ParticipantLists:
    """The participant lists of the working arenas, the units below included.

    Actors are known by their position in id order.
    """

    def __init__(self, graph: Graph, position: Mapping[str, int]) -> None:
        self._graph = graph
        self._position = position
        self._everyone = (1 << len(position)) - 1
        self._shown_by_lists: dict[tuple[int, ...], int] = {}

    @cached_property
    def not_asked(self) -> int:
        """Those who were not asked where they take part; whoever was is missing from no list."""
        return mask_of(
            self._position[actor.id]
            for actor in actors(self._graph)
            if not is_surveyed(actor, Topic.ARENAS)
        )

    @cached_property
    def all(self) -> tuple[ParticipantList, ...]:
        """The lists of all working arenas."""
        return tuple(self._list(arena) for arena in working_arenas(self._graph))

    @cached_property
    def _inconclusive(self) -> tuple[ParticipantList, ...]:
        """The lists that may lack somebody: those not marked as complete."""
        return tuple(
            self._list(arena)
            for arena in working_arenas(self._graph)
            if arena.participants_complete is None or has_incomplete_list(self._graph, arena)
        )

    def _list(self, arena: Arena) -> ParticipantList:
        roles = rolled_up_roles(self._graph)[arena.id]
        return ParticipantList(
            arena=arena.id,
            taking_part=mask_of(
                self._position[actor] for actor, role in roles.items() if role in MEMBER_ROLES
            ),
            listed=mask_of(self._position[actor] for actor in roles),
            is_incomplete=has_incomplete_list(self._graph, arena),
        )

    @cached_property
    def _lists_naming(self) -> Mapping[int, tuple[int, ...]]:
        """The inconclusive lists that each actor is on, and (negative) where it takes part."""
        numbers: dict[int, list[int]] = defaultdict(list)
        for number, participant_list in enumerate(self._inconclusive):
            for position in bits(participant_list.listed):
                numbers[position].append(number)
            for position in bits(participant_list.taking_part):
                numbers[position].append(-1 - number)
        return {position: tuple(of_actor) for position, of_actor in numbers.items()}

    def shown_by(self, position: int) -> Iterator[tuple[str, int]]:
        """Yield (arena, those with whom its list could have shown the actor).

        An *incomplete* list: any pair of which neither is listed only as on call or observer. A
        list that does not say whether it is complete: only a pair of which exactly one takes part
        and the other is not listed. (If one empty cell silenced every gap, nothing would ever be
        reported; if an arena without names silenced none, knowing less would give stronger
        findings.)
        """
        for participant_list in self._inconclusive:
            taking_part, listed = participant_list.taking_part, participant_list.listed
            if participant_list.is_incomplete:
                could_meet = self._everyone & ~(listed & ~taking_part)
                if could_meet >> position & 1:
                    yield participant_list.arena, could_meet
            elif taking_part >> position & 1:
                yield participant_list.arena, self._everyone & ~listed
            elif not listed >> position & 1:
                yield participant_list.arena, taking_part

    def unknown(self, position: int) -> int:
        """Return those whose tie to an actor, if it is not covered, cannot be assessed."""
        if not self._inconclusive or not self.not_asked:
            return 0
        # Actors on the same lists have the same answer; most actors are on none.
        key = self._lists_naming.get(position, ())
        if key not in self._shown_by_lists:
            could_meet = 0
            for _arena, mask in self.shown_by(position):
                could_meet |= mask
            self._shown_by_lists[key] = could_meet
        could_meet = self._shown_by_lists[key]
        return could_meet if self.not_asked >> position & 1 else could_meet & self.not_asked
