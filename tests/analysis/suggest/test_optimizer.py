"""One by one, and looking at all: each is checked against the other, and against every set."""

from collections.abc import Iterable
from itertools import combinations, product
from math import ceil
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samordning_graph.analysis.suggest import optimizer as choice
from samordning_graph.analysis.suggest.closable_gaps import ClosableGaps, UnmetDuty, gaps_of
from samordning_graph.analysis.suggest.invitations import (
    ArenaAssignment,
    SeatCandidate,
    arena_assignment,
    candidates,
)
from samordning_graph.analysis.suggest.optimizer import one_by_one, select
from samordning_graph.graph.bit_relation import mask_of
from samordning_graph.graph.graph import Graph
from samordning_graph.rules.finding import Basis
from tests.analysis.suggest.samples import lacking, overlapping
from tests.rules.test_properties import many


def table(graph: Graph, largest: int = 12) -> tuple[ArenaAssignment, list[SeatCandidate]]:
    seating = arena_assignment(graph, gaps_of(graph), largest)
    return seating, list(candidates(graph, seating))


def rows(pairs: Iterable[tuple[int, int]]) -> dict[int, int]:
    found: dict[int, int] = {}
    for i, j in pairs:
        found[i] = found.get(i, 0) | 1 << j
        found[j] = found.get(j, 0) | 1 << i
    return found


def weight(seating: ArenaAssignment, seats: Iterable[SeatCandidate]) -> int:
    before = seating.gaps.weight
    for seat in seats:
        seating = seating.after(seat)
    return before - seating.gaps.weight


def weight_towards_hosts(today: ArenaAssignment, seats: Iterable[SeatCandidate]) -> int:
    """The weight of what seats close towards those who sit there today."""
    left = today.gaps
    for seat in seats:
        left = left.without(left.between(seat.line, today.there[seat.arena]))
    return today.gaps.weight - left.weight


def every_set(
    seating: ArenaAssignment, seats: list[SeatCandidate], most: int
) -> Iterable[tuple[SeatCandidate, ...]]:
    for size in range(most + 1):
        for chosen in combinations(seats, size):
            arenas = [seat.arena for seat in chosen]
            if all(arenas.count(one) <= seating.room(one) for one in arenas):
                yield chosen


def test_the_best_first_step_need_not_be_part_of_the_best_set():
    seating, seats = table(overlapping())
    greedy, _end = one_by_one(seating, seats, 2)
    best = select(seating, seats, 2)

    assert [seat.arena for seat in greedy] == ["midt", "en"]
    assert weight(seating, greedy) == 10
    assert [seat.arena for seat in best.seats] == ["en", "to"]
    assert weight(seating, best.seats) == best.at_most == 12


def test_where_there_are_too_many_sets_the_limit_is_said(monkeypatch):
    monkeypatch.setattr(choice, "MOST_LOOKED_AT", 0)
    seating, seats = table(overlapping())
    found = select(seating, seats, 2)

    assert [seat.arena for seat in found.seats] == ["midt", "en"]
    assert found.at_most == 12


def test_the_limit_counts_no_more_seats_than_an_arena_has_room_for(monkeypatch):
    monkeypatch.setattr(choice, "MOST_LOOKED_AT", 0)
    seating, seats = table(lacking(), largest=3)

    assert select(seating, seats, 2).at_most == weight(seating, seats[:1]) == 2


def test_the_limit_remembers_two_who_would_meet_where_others_were_invited(monkeypatch):
    """The two that are best one by one fill the arena; two others, with their departments, have
    little with those who sit there but four gaps between them.
    """
    monkeypatch.setattr(choice, "MOST_LOOKED_AT", 0)
    h, i, w, v, y, yd, z, zd = range(8)
    strong = rows([(h, w), (h, v), (y, z), (y, zd), (yd, z), (yd, zd)])
    weak = rows([(i, w), (i, v), (h, y), (h, z)])
    seating = ArenaAssignment(
        ClosableGaps([*"hiwvypzq"], {Basis.RECOMMENDED: strong, Basis.HINT: weak}, []),
        {"forum": mask_of((h, i))},
        {"forum": 2},
        largest=4,
    )
    seats = [
        SeatCandidate(line[0], "forum", line, mask_of(line), 1.0)
        for line in ((w,), (v,), (y, yd), (z, zd))
    ]
    found = select(seating, seats, 2)

    assert {seat.actor for seat in found.seats} == {w, v}
    assert weight(seating, seats[2:]) == 10 <= found.at_most


def test_no_more_seats_are_taken_than_are_needed():
    seating, seats = table(overlapping())

    assert len(select(seating, seats, 3).seats) == 2


def test_a_full_arena_takes_nobody():
    _seating, seats = table(overlapping(), largest=3)

    assert {seat.arena for seat in seats} == set()


@st.composite
def tables_of_seats(draw: st.DrawFn) -> tuple[ArenaAssignment, list[SeatCandidate], int]:
    """A few actors, some above others, with gaps and duties between them, and arenas with hosts."""
    chance = Random(draw(st.integers(0, 10**9)))
    actors = range(chance.randint(4, 7))
    lines: list[tuple[int, ...]] = []
    for i in actors:
        lines.append((i, *(chance.choice(lines) if lines and chance.random() < 0.3 else ())))
    apart = [(i, j) for i, j in combinations(actors, 2) if i not in lines[j] and j not in lines[i]]

    def some(share: float) -> dict[int, int]:
        return rows(pair for pair in apart if chance.random() < share)

    strong, every = some(0.3), some(0.7)
    weak = {i: row & ~strong.get(i, 0) for i, row in every.items()}
    duties = [UnmetDuty("LINK01", f"plikt{n}", Basis.LOCAL, some(0.2)) for n in range(2)]
    gaps = ClosableGaps(
        [str(i) for i in actors], {Basis.RECOMMENDED: strong, Basis.HINT: weak}, duties
    )
    there: dict[str, int] = {}
    for arena in ("a", "b", "c")[: chance.randint(1, 3)]:
        there[arena] = mask_of(
            j for i in chance.sample(actors, chance.randint(1, 2)) for j in lines[i]
        )
        gaps = gaps.without(gaps.among(there[arena]))
    taken = {arena: chance.choice((1, 1, 2, 3, 4)) for arena in there}
    seating = ArenaAssignment(gaps, there, taken, largest=4)
    seats = []
    for i, arena in product(actors, there):
        line = tuple(j for j in lines[i] if not there[arena] >> j & 1)
        if i in line and gaps.near(i) & there[arena] and seating.room(arena):
            seats.append(SeatCandidate(i, arena, line, mask_of(line), 1.0))
    return seating, seats, chance.randint(1, 4)


@pytest.mark.slow
@settings(many, max_examples=300)
@given(tables_of_seats())
def test_the_choice_is_the_best_of_all_sets(town: tuple[ArenaAssignment, list[SeatCandidate], int]):
    seating, seats, most = town
    found = select(seating, seats, most)
    best = max((weight(seating, chosen) for chosen in every_set(seating, seats, most)), default=0)
    fewest = min(
        len(chosen) for chosen in every_set(seating, seats, most) if weight(seating, chosen) == best
    )

    assert weight(seating, found.seats) == found.at_most == best
    assert len(found.seats) == fewest
    assert set(found.seats) in [{*chosen} for chosen in every_set(seating, seats, most)]


@settings(many, max_examples=300)
@given(tables_of_seats())
def test_weighing_only_what_may_have_changed_gives_what_weighing_all_does(
    town: tuple[ArenaAssignment, list[SeatCandidate], int],
):
    seating, seats, most = town
    greedy, _end = one_by_one(seating, seats, most)

    for taken in greedy:
        free = [seat for seat in seats if seating.room(seat.arena)]
        assert seating.gain(taken) == max(seating.gain(seat) for seat in free) > 0
        seating = seating.after(taken)
    free = [seat for seat in seats if seating.room(seat.arena)]
    assert len(greedy) == most or not any(seating.gain(seat) for seat in free)


@pytest.mark.slow
@settings(many, max_examples=300)
@given(tables_of_seats())
def test_one_by_one_keeps_its_promise_and_the_limit_holds(
    town: tuple[ArenaAssignment, list[SeatCandidate], int],
):
    seating, seats, most = town
    sets = list(every_set(seating, seats, most))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(choice, "MOST_LOOKED_AT", 0)
        found = select(seating, seats, most)
    closed = weight(seating, found.seats)
    towards_hosts = max(weight_towards_hosts(seating, chosen) for chosen in sets)
    never_full = all(
        sum(seat.arena == arena for seat in seats) <= seating.room(arena) for arena in seating.there
    )

    assert closed <= max(weight(seating, chosen) for chosen in sets) <= found.at_most
    share = 1 - (1 - 1 / most) ** most if never_full else 1 / 2
    assert closed >= ceil(share * towards_hosts - 1e-9)
