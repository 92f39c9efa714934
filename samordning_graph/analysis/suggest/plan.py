"""The answers of all gaps as a plan: which to begin with, what they close, and what is left.

Each gap has one answer (`answers.py`), so what two steps close never overlaps, and the weights of
steps add up. Choosing at most so many seats, and in no arena more than it has room for, is then
choosing from a matroid, where taking the heaviest that still fits gives the most that can be had
(Edmonds 1971, «Matroids and the greedy algorithm», Mathematical Programming 1).

A plan is no answer key: it knows neither whether there is room, nor whether anybody wants to come.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from samordning_graph.analysis.suggest.answers import GuestAndArena, answers_of
from samordning_graph.analysis.suggest.gaps import Gaps, accepted_gaps, gaps_of, pair_grounds
from samordning_graph.analysis.suggest.new_arena import NewArena, new_arenas
from samordning_graph.graph.bit_relation import bits, mask_of
from samordning_graph.graph.contact import has_any_ties
from samordning_graph.graph.coverage import pair_engine
from samordning_graph.graph.excluded_ties import ExcludedTie
from samordning_graph.graph.graph import Graph, get_arena
from samordning_graph.graph.organisation import ancestor_units
from samordning_graph.graph.participation import roles_by_arena, rolled_up_members
from samordning_graph.rules.finding import Seat
from samordning_graph.rules.next_step import parties
from samordning_graph.rules.register import RULES, assessment_of
from samordning_graph.rules.seats import largest_arena, room

MOST_INVITATIONS = 5
"""Seats that one meeting can decide on; as many as the findings on a report's first page."""
HOURS_PER_MEETING = 1.5
"""Own assumption: one person in one ordinary meeting, neither travel nor preparation counted."""


class Invitation(NamedTuple):
    """A seat for a guest, who meets the hosts; `role` is the weaker one that it has there today.

    `hours` a year are unknown when nobody has filled in how often the arena meets.
    """

    seat: Seat
    hosts: tuple[str, ...]
    meetings: float | None
    closes: Gaps

    @property
    def hours(self) -> float | None:
        """The hours that one participant spends in the meetings of a year."""
        return None if self.meetings is None else self.meetings * HOURS_PER_MEETING


class RenewedAgreement(NamedTuple):
    """An agreement to renew."""

    lapsed: ExcludedTie
    closes: Gaps

    @property
    def between(self) -> tuple[str, str]:
        """The two who had it."""
        return parties(self.lapsed)


SuggestedStep: TypeAlias = RenewedAgreement | Invitation | NewArena


class SuggestedSteps(NamedTuple):
    """Steps of each kind, those that close most first; a step closes at least what it says.

    `memberships` are seats for those who are on call or observer there, `invitations` for others;
    together they are at most `max_invitations`. `along` are gaps with another answer that they close
    too, since those who are invited to one arena meet each other. `seats_left_out` counts the seats
    beyond the limits. `not_assessed` counts the pairs and the duties that cannot be assessed: they are
    questions, and no step is about them; nor about those that are `accepted` by the municipality.
    """

    before: Gaps
    renewals: tuple[RenewedAgreement, ...]
    memberships: tuple[Invitation, ...]
    invitations: tuple[Invitation, ...]
    along: Gaps
    new_arenas: tuple[NewArena, ...]
    seats_left_out: int
    not_assessed: tuple[int, int]
    accepted: tuple[int, int]
    max_invitations: int
    largest: int

    @property
    def seats(self) -> tuple[Invitation, ...]:
        """Memberships, then invitations."""
        return (*self.memberships, *self.invitations)

    @property
    def steps(self) -> tuple[SuggestedStep, ...]:
        """All steps, in the order in which they are told."""
        return (*self.renewals, *self.seats, *self.new_arenas)

    @property
    def left(self) -> Gaps:
        """What is left after all steps."""
        return self.before.without(self.along, *(step.closes for step in self.steps))

    @property
    def hours(self) -> float:
        """The hours a year of all seats for which they are known."""
        return sum(seat.hours for seat in self.seats if seat.hours is not None)


def suggest(graph: Graph, max_invitations: int = MOST_INVITATIONS) -> SuggestedSteps:
    """Return the steps that close most: renewals, at most so many seats, and new arenas.

    No arena grows beyond the graph's own `max_arena_size`, else `LARGEST_ARENA`.
    """
    before = gaps_of(graph)
    answers = answers_of(graph, before)
    renewals = [
        RenewedAgreement(lapsed=lapsed, closes=answers.closes(lapsed))
        for lapsed in answers.renewals
    ]
    weights = {seat: answers.weight(seat, before) for seat in answers.seats}
    seats = [
        _invitation(graph, seat, answers.closes(seat))
        for seat in _heaviest(graph, weights, max_invitations)
    ]
    left = before.without(*(step.closes for step in renewals), *(step.closes for step in seats))
    along = _along(graph, left, seats)
    left = left.without(along)
    return SuggestedSteps(
        before=before,
        renewals=tuple(
            sorted(renewals, key=lambda step: (-step.closes.weight, step.lapsed.agreement))
        ),
        memberships=tuple(step for step in seats if step.seat.role is not None),
        invitations=tuple(step for step in seats if step.seat.role is None),
        along=along,
        new_arenas=tuple(new_arenas(graph, answers.meeting_places.without(along))),
        seats_left_out=sum(answers.weight(seat, left) > 0 for seat in weights),
        not_assessed=_not_assessed(graph),
        accepted=accepted_gaps(graph, before),
        max_invitations=max_invitations,
        largest=largest_arena(graph),
    )


def _along(graph: Graph, left: Gaps, seats: Sequence[Invitation]) -> Gaps:
    """Return what seats close of the gaps that are left: units above take part through their own."""
    engine = pair_engine(graph)
    taking_part: dict[str, set[str]] = {}
    for step in seats:
        guest, arena = step.seat.guest, step.seat.arena
        everyone = taking_part.setdefault(arena, {*rolled_up_members(graph)[arena]})
        everyone.update((guest, *ancestor_units(graph, guest)))
    along = left.without(left)
    for everyone in taking_part.values():
        along = along.plus(left.among(mask_of(engine.position[actor] for actor in everyone)))
    return along


def _heaviest(
    graph: Graph, weights: Mapping[GuestAndArena, int], max_invitations: int
) -> Iterator[GuestAndArena]:
    """Yield the seats that close most, within the room of each arena."""
    taken: Counter[str] = Counter()
    # Of those that close as much, the one that is the better seat comes first: the sort is stable.
    for guest, arena in sorted(weights, key=weights.__getitem__, reverse=True):
        if taken.total() == max_invitations:
            return
        if taken[arena] < room(graph, arena):
            taken[arena] += 1
            yield guest, arena


def _invitation(graph: Graph, chosen: GuestAndArena, closes: Gaps) -> Invitation:
    guest, arena = chosen
    hosts = _hosts(graph, chosen, closes)
    return Invitation(
        seat=Seat(guest, arena, hosts[0], roles_by_arena(graph)[arena].get(guest)),
        hosts=hosts,
        meetings=get_arena(graph, arena).meetings_per_year,
        closes=closes,
    )


def _hosts(graph: Graph, chosen: GuestAndArena, closes: Gaps) -> tuple[str, ...]:
    """Return whom a guest comes to meet: of the partners in a duty one is enough."""
    engine, (guest, arena) = pair_engine(graph), chosen
    number = engine.position[guest]
    taking_part = mask_of(engine.position[actor] for actor in rolled_up_members(graph)[arena])
    hosts = closes.rows.get(number, 0)
    for duty in closes.duties:
        partners = duty.partners[number] & taking_part
        if not partners & hosts:
            hosts |= partners & -partners
    return tuple(engine.ids[host] for host in bits(hosts))


def _not_assessed(graph: Graph) -> tuple[int, int]:
    """Return how many pairs and how many duties cannot be assessed."""
    if not has_any_ties(graph):
        return 0, 0
    pairs = pair_engine(graph).not_assessed_pairs(
        *(pair_ground.ground for pair_ground in pair_grounds())
    )
    duties = (rule for rule in RULES if rule.pair_grounds and not rule.is_about_pairs)
    return len(pairs), sum(len(assessment_of(graph, rule).undetermined) for rule in duties)
