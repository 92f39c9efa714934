"""The sectors as a heat matrix: a table whose cells hold what the view draws as ties."""

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from samordning_graph.common.locale import _
from samordning_graph.graph.bit_relation import mask_of
from samordning_graph.graph.contact import has_any_ties
from samordning_graph.graph.coverage import pair_engine
from samordning_graph.graph.graph import Graph, actors, sector_name
from samordning_graph.map.gaps import pair_ties
from samordning_graph.map.views.sectors import (
    KEY,
    by_name,
    counted,
    linked_in_words,
    meeting_in_words,
    sector_ties,
)
from samordning_graph.metrics.sector_matrix import sector_matrix_of
from samordning_graph.rules.catalogue import link06_sectors_apart
from samordning_graph.rules.register import assessment_of


class State(StrEnum):
    """The strongest of what the data show of two sectors."""

    MEETING = "meeting"
    LINKED = "linked"
    NOTHING = "nothing"
    UNKNOWN = "unknown"
    OWN = "own"


MARKS = {
    State.MEETING: "●",
    State.LINKED: "○",
    State.NOTHING: "–",
    State.UNKNOWN: "?",
    State.OWN: "■",
}
"""A mark for each state beside its colour: paper may be grey, and eyes differ."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixCell:
    """Two sectors: pairs of actors that meet, that are linked, and that are possible.

    `shade` is the part of the possible pairs that meet, in tenths rounded up: 0 to 10. `tie` is the
    tie to select, empty without any.
    """

    meeting: int
    linked: int
    possible: int
    state: State
    tie: str = ""

    @property
    def shade(self) -> int:
        """How dark the cell is."""
        return -(-10 * self.meeting // self.possible) if self.possible else 0

    @property
    def mark(self) -> str:
        """The mark of the state."""
        return MARKS[self.state]

    @property
    def words(self) -> str:
        """The content of the cell in words."""
        if self.state is State.UNKNOWN:
            return _("Neither in the data, and whether they do cannot be assessed")
        if self.state is State.NOTHING:
            return _("Neither in the data")
        if not self.possible:
            return _("Only one actor")
        return ", ".join(
            (
                meeting_in_words(self.meeting, self.possible),
                linked_in_words(self.linked, self.possible),
            )
        )


@dataclass(frozen=True, slots=True)
class SectorTable:
    """The matrix: sectors in the order of their names, and a row of cells for each."""

    order: tuple[str, ...]
    names: tuple[str, ...]
    rows: tuple[tuple[MatrixCell, ...], ...]


def matrix(graph: Graph) -> SectorTable:
    """Return the heat matrix of the sectors that have actors."""
    order = by_name(graph)
    ties: dict[frozenset[str], list[str]] = defaultdict(list)
    # Meeting before linked before a gap: the first is what a cell selects.
    for tie in (*sector_ties(graph), *pair_ties(graph, [KEY + sector for sector in order])):
        ties[frozenset((tie.source, tie.target))].append(tie.id)
    unknown = _unknown(graph)
    figures = sector_matrix_of(graph)
    index_of = {sector: i for i, sector in enumerate(figures.order)}

    def cell(first: str, second: str) -> MatrixCell:
        i, j = index_of[first], index_of[second]
        meeting, linked = figures.pairs_meeting[i][j], figures.links[i][j]
        return MatrixCell(
            meeting=meeting,
            linked=linked,
            possible=figures.pairs_possible[i][j],
            state=_state(first == second, meeting, linked, frozenset((first, second)) in unknown),
            tie=next(iter(ties[frozenset((KEY + first, KEY + second))]), ""),
        )

    return SectorTable(
        order,
        tuple(sector_name(graph, sector) for sector in order),
        tuple(tuple(cell(first, second) for second in order) for first in order),
    )


def _state(is_own: bool, meeting: int, linked: int, unknown: bool) -> State:
    if is_own:
        return State.OWN
    if meeting:
        return State.MEETING
    if linked:
        return State.LINKED
    return State.UNKNOWN if unknown else State.NOTHING


def _unknown(graph: Graph) -> set[frozenset[str]]:
    """Return the pairs of sectors that the data cannot determine: whether any of their actors meet."""
    if not has_any_ties(graph):
        return {frozenset(pair) for pair in combinations(by_name(graph), 2)}
    engine = pair_engine(graph)
    sectors = [actor.sector for actor in actors(graph)]
    members = {
        sector: mask_of(i for i, actor_sector in enumerate(sectors) if actor_sector == sector)
        for sector in by_name(graph)
    }
    found: set[frozenset[str]] = set()
    for i, sector in enumerate(sectors):
        row = engine.not_assessed(i, engine.cross_sector(i))
        found.update(frozenset((sector, second)) for second in members if row & members[second])
    # A finding of the rule about sectors holds, whatever is unknown of external actors.
    apart = assessment_of(graph, link06_sectors_apart.RULE).found
    return found - {frozenset((case.subject, *case.related)) for case in apart}


def matrix_texts(graph: Graph) -> dict[str, object]:
    """Return the texts of the table."""
    return {
        "caption": _("Sector by sector: pairs of actors that meet · that work together directly"),
        "sector": _("Sector"),
        "key": " ".join(
            [
                counted(graph).sentence,
                _("The numbers are pairs of actors, by what they themselves take part in."),
            ]
        ),
        "marks": [
            (MARKS[State.MEETING], _("some meet in a working arena")),
            (MARKS[State.LINKED], _("none meet, but some work together directly")),
            (MARKS[State.NOTHING], _("neither in the data")),
            (MARKS[State.UNKNOWN], _("neither in the data, and it cannot be assessed")),
            (MARKS[State.OWN], _("inside the sector")),
        ],
    }
