"""The one answer of each gap, and the gaps that have the same answer together.

The answers are those of the report and the map (`rules/next_step.py`). Seats are found for all pairs
in one sweep instead of one by one.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from enum import Enum, auto
from typing import TypeAlias

from samordning_graph.analysis.suggest.gaps import WEIGHTS, Gaps, UnmetDuty
from samordning_graph.graph.coverage import pair_engine
from samordning_graph.graph.duties import get_duty
from samordning_graph.graph.excluded_ties import ExcludedTie, pairs_with_lapsed_agreement
from samordning_graph.graph.graph import Graph
from samordning_graph.rules.finding import Seat
from samordning_graph.rules.next_step import NextStep, Renewal, step_between
from samordning_graph.rules.seats import seating
from samordning_graph.rules.shared.duty_rule import step_of_duty

GuestAndArena: TypeAlias = tuple[str, str]


class _Elsewhere(Enum):
    MEETING_PLACE = auto()
    NO_STEP = auto()


_Answer: TypeAlias = ExcludedTie | GuestAndArena | _Elsewhere


class Answers:
    """The gaps by their answer; each gap has one."""

    def __init__(
        self,
        gaps: Gaps,
        rows: Mapping[_Answer, Mapping[int, int]],
        duties: Mapping[_Answer, Sequence[UnmetDuty]],
    ) -> None:
        self._gaps = gaps
        self._rows = rows
        self._duties = duties

    def closes(self, answer: _Answer) -> Gaps:
        """Return the gaps that have an answer: an agreement that lapsed, or a guest and an arena."""
        return self._gaps.between(self._rows.get(answer, {}), self._duties.get(answer, ()))

    @property
    def renewals(self) -> list[ExcludedTie]:
        """The agreements to renew."""
        return [answer for answer in self._each() if isinstance(answer, ExcludedTie)]

    @property
    def seats(self) -> list[GuestAndArena]:
        """The seats, better ones first."""
        return [answer for answer in self._each() if isinstance(answer, tuple)]

    def weight(self, seat: GuestAndArena, left: Gaps) -> int:
        """Return what a seat closes of the gaps that are left, without listing it: seats are many."""
        of_pairs = self._rows.get(seat, {}).items()
        pairs = sum(left.weight_of_pairs(number, hosts) for number, hosts in of_pairs)
        duties = (duty for duty in self._duties.get(seat, ()) if duty in left.duties)
        return pairs + sum(WEIGHTS[duty.basis] for duty in duties)

    @property
    def meeting_places(self) -> Gaps:
        """The gaps for which no arena has a seat."""
        return self.closes(_Elsewhere.MEETING_PLACE)

    def _each(self) -> Iterable[_Answer]:
        return {**self._rows, **self._duties}


def answers_of(graph: Graph, gaps: Gaps) -> Answers:
    """Return the answer of every gap."""
    position = pair_engine(graph).position
    left = dict(gaps.rows)
    rows: dict[_Answer, dict[int, int]] = defaultdict(dict)
    duties: dict[_Answer, list[UnmetDuty]] = defaultdict(list)
    for first, second in sorted(pairs_with_lapsed_agreement(graph)):
        i, j = position[first], position[second]
        if not left.get(i, 0) >> j & 1:
            continue
        step = step_between(graph, first, second)
        if isinstance(step, Renewal):
            renewed = rows[step.lapsed]
            renewed[i] = renewed.get(i, 0) | 1 << j
            left[i] &= ~(1 << j)
            left[j] &= ~(1 << i)
    seats, rows[_Elsewhere.MEETING_PLACE] = seating(graph).answers(left)
    for (guest, arena), hosts in seats.items():
        rows[guest, arena] = {position[guest]: hosts}
    for duty in gaps.duties:
        duties[_answer(step_of_duty(graph, get_duty(graph, duty.id)))].append(duty)
    return Answers(gaps, rows, duties)


def _answer(step: NextStep | None) -> _Answer:
    match step:
        case Renewal(lapsed):
            return lapsed
        case Seat():
            return step.guest, step.arena
        case None:
            return _Elsewhere.NO_STEP
        case _:
            return _Elsewhere.MEETING_PLACE
