"""The greedy choice and the search of all sets: each is checked against the other, and against every set."""

from collections.abc import Iterable
from itertools import combinations, product
from math import ceil
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samordning_graph.analysis.suggest import optimizer
from samordning_graph.analysis.suggest.closable_gaps import ClosableGaps, UnmetDuty, gaps_of
from samordning_graph.analysis.suggest.invitations import (
    ArenaAssignment,
    SeatCandidate,
    arena_assignment,
    candidates,
)
from samordning_graph.analysis.suggest.optimizer import greedy, select
from samordning_graph.graph.bit_relation import mask_of
from samordning_graph.graph.graph import Graph
from samordning_graph.rules.basis import Basis
from tests.analysis.suggest.samples import lacking, overlapping
from tests.helpers.cases import at_least, many


def problem(graph: Graph, largest: int = 12) -> tuple[ArenaAssignment, list[SeatCandidate]]:
    assignment = arena_assignment(graph, gaps_of(graph), largest)
    return assignment, list(candidates(graph, assignment))


def rows(pairs: Iterable[tuple[int, int]]) -> dict[int, int]:
    found: dict[int, int] = {}
    for i, j in pairs:
        found[i] = found.get(i, 0) | 1 << j
        found[j] = found.get(j, 0) | 1 << i
    return found


def weight(assignment: ArenaAssignment, candidates: Iterable[SeatCandidate]) -> int:
    before = assignment.gaps.weight
    for candidate in candidates:
        assignment = assignment.after(candidate)
    return before - assignment.gaps.weight


def weight_towards_hosts(today: ArenaAssignment, candidates: Iterable[SeatCandidate]) -> int:
    """The weight of what candidates close towards those who take part today."""
    left = today.gaps
    for candidate in candidates:
        left = left.without(left.between(candidate.line, today.taking_part[candidate.arena]))
    return today.gaps.weight - left.weight


def allowed_sets(
    assignment: ArenaAssignment, candidates: list[SeatCandidate], most: int
) -> Iterable[tuple[SeatCandidate, ...]]:
    for size in range(most + 1):
        for chosen in combinations(candidates, size):
            arenas = [candidate.arena for candidate in chosen]
            if all(arenas.count(arena) <= assignment.room(arena) for arena in arenas):
                yield chosen


def test_the_best_first_step_need_not_be_part_of_the_best_set():
    assignment, candidates = problem(overlapping())
    chosen, _end = greedy(assignment, candidates, 2)
    best = select(assignment, candidates, 2)

    assert [candidate.arena for candidate in chosen] == ["midt", "en"]
    assert weight(assignment, chosen) == 10
    assert [candidate.arena for candidate in best.chosen] == ["en", "to"]
    assert weight(assignment, best.chosen) == best.at_most == 12


def test_where_there_are_too_many_sets_the_limit_is_said(monkeypatch):
    monkeypatch.setattr(optimizer, "MAX_CANDIDATES_WEIGHED", 0)
    assignment, candidates = problem(overlapping())
    found = select(assignment, candidates, 2)

    assert [candidate.arena for candidate in found.chosen] == ["midt", "en"]
    assert found.at_most == 12


def test_the_limit_counts_no_more_seats_than_an_arena_has_room_for(monkeypatch):
    monkeypatch.setattr(optimizer, "MAX_CANDIDATES_WEIGHED", 0)
    assignment, candidates = problem(lacking(), largest=3)

    assert select(assignment, candidates, 2).at_most == weight(assignment, candidates[:1]) == 2


def test_the_limit_remembers_two_who_would_meet_where_others_were_invited(monkeypatch):
    """The two that the greedy choice takes fill the arena; two others, with their departments, have
    little with those who take part but four gaps between them.
    """
    monkeypatch.setattr(optimizer, "MAX_CANDIDATES_WEIGHED", 0)
    h, i, w, v, y, yd, z, zd = range(8)
    strong = rows([(h, w), (h, v), (y, z), (y, zd), (yd, z), (yd, zd)])
    weak = rows([(i, w), (i, v), (h, y), (h, z)])
    assignment = ArenaAssignment(
        ClosableGaps([*"hiwvypzq"], {Basis.RECOMMENDED: strong, Basis.HINT: weak}, []),
        {"forum": mask_of((h, i))},
        {"forum": 2},
        largest=4,
    )
    candidates = [
        SeatCandidate(line[0], "forum", line, mask_of(line), 1.0)
        for line in ((w,), (v,), (y, yd), (z, zd))
    ]
    found = select(assignment, candidates, 2)

    assert {candidate.actor for candidate in found.chosen} == {w, v}
    assert weight(assignment, candidates[2:]) == 10 <= found.at_most


def test_no_more_seats_are_taken_than_are_needed():
    assignment, candidates = problem(overlapping())

    assert len(select(assignment, candidates, 3).chosen) == 2


def test_a_full_arena_takes_nobody():
    _seating, candidates = problem(overlapping(), largest=3)

    assert {candidate.arena for candidate in candidates} == set()


@st.composite
def problems(draw: st.DrawFn) -> tuple[ArenaAssignment, list[SeatCandidate], int]:
    """A few actors, some above others, with gaps and duties between them, and arenas with hosts."""
    chance = Random(draw(st.integers(0, 10**9)))
    actors = range(chance.randint(4, 7))
    lines: list[tuple[int, ...]] = []
    for i in actors:
        lines.append((i, *(chance.choice(lines) if lines and chance.random() < 0.3 else ())))
    apart = [(i, j) for i, j in combinations(actors, 2) if i not in lines[j] and j not in lines[i]]

    def random_rows(share: float) -> dict[int, int]:
        return rows(pair for pair in apart if chance.random() < share)

    strong, all_pairs = random_rows(0.3), random_rows(0.7)
    weak = {i: row & ~strong.get(i, 0) for i, row in all_pairs.items()}
    duties = [UnmetDuty("LINK01", f"plikt{n}", Basis.LOCAL, random_rows(0.2)) for n in range(2)]
    gaps = ClosableGaps(
        [str(i) for i in actors], {Basis.RECOMMENDED: strong, Basis.HINT: weak}, duties
    )
    taking_part: dict[str, int] = {}
    for arena in ("a", "b", "c")[: chance.randint(1, 3)]:
        taking_part[arena] = mask_of(
            j for i in chance.sample(actors, chance.randint(1, 2)) for j in lines[i]
        )
        gaps = gaps.without(gaps.among(taking_part[arena]))
    sizes = {arena: chance.choice((1, 1, 2, 3, 4)) for arena in taking_part}
    assignment = ArenaAssignment(gaps, taking_part, sizes, largest=4)
    candidates = []
    for i, arena in product(actors, taking_part):
        line = tuple(j for j in lines[i] if not taking_part[arena] >> j & 1)
        if i in line and gaps.near(i) & taking_part[arena] and assignment.room(arena):
            candidates.append(SeatCandidate(i, arena, line, mask_of(line), 1.0))
    return assignment, candidates, chance.randint(1, 4)


@pytest.mark.slow
@settings(many, max_examples=at_least(300))
@given(problems())
def test_the_choice_is_the_best_of_all_sets(
    drawn: tuple[ArenaAssignment, list[SeatCandidate], int],
):
    assignment, candidates, most = drawn
    found = select(assignment, candidates, most)
    best = max(
        (weight(assignment, chosen) for chosen in allowed_sets(assignment, candidates, most)),
        default=0,
    )
    fewest = min(
        len(chosen)
        for chosen in allowed_sets(assignment, candidates, most)
        if weight(assignment, chosen) == best
    )

    assert weight(assignment, found.chosen) == found.at_most == best
    assert len(found.chosen) == fewest
    assert set(found.chosen) in [{*chosen} for chosen in allowed_sets(assignment, candidates, most)]


@settings(many, max_examples=at_least(300))
@given(problems())
def test_weighing_only_what_may_have_changed_gives_what_weighing_all_does(
    drawn: tuple[ArenaAssignment, list[SeatCandidate], int],
):
    assignment, candidates, most = drawn
    chosen, _end = greedy(assignment, candidates, most)

    for taken in chosen:
        free = [candidate for candidate in candidates if assignment.room(candidate.arena)]
        assert assignment.gain(taken) == max(assignment.gain(candidate) for candidate in free) > 0
        assignment = assignment.after(taken)
    free = [candidate for candidate in candidates if assignment.room(candidate.arena)]
    assert len(chosen) == most or not any(assignment.gain(candidate) for candidate in free)


@pytest.mark.slow
@settings(many, max_examples=at_least(300))
@given(problems())
def test_one_by_one_keeps_its_promise_and_the_limit_holds(
    drawn: tuple[ArenaAssignment, list[SeatCandidate], int],
):
    assignment, candidates, most = drawn
    sets = list(allowed_sets(assignment, candidates, most))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(optimizer, "MAX_CANDIDATES_WEIGHED", 0)
        found = select(assignment, candidates, most)
    closed = weight(assignment, found.chosen)
    towards_hosts = max(weight_towards_hosts(assignment, chosen) for chosen in sets)
    never_full = all(
        sum(candidate.arena == arena for candidate in candidates) <= assignment.room(arena)
        for arena in assignment.taking_part
    )

    assert closed <= max(weight(assignment, chosen) for chosen in sets) <= found.at_most
    share = 1 - (1 - 1 / most) ** most if never_full else 1 / 2
    assert closed >= ceil(share * towards_hosts - 1e-9)
