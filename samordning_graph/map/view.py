"""A view of the map: nodes with positions, ties between them, regions behind them."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from samordning_graph.graph.pair_figures import ThreeFigures
from samordning_graph.map.geometry.frame import Box, Point
from samordning_graph.rules.finding import FindingId


@dataclass(frozen=True, slots=True, kw_only=True)
class MapNode:
    """A node of one or more views.

    `key` is the id of a node of the graph, or `sector:<word>` or `duty:<id>` for what is no node
    there. `kind` is one of unit external arena sector duty goal strategy measure challenge overview
    plan. `label` is the name broken into lines, `facts` are sentences on what the data say of it,
    and `attributes` are what filters look at: sector, type, level, arenaKind, working; of an actor also
    whether it was `asked`, and whether it is then `alone`.
    """

    key: str
    kind: str
    name: str
    label: str
    facts: tuple[str, ...]
    attributes: Mapping[str, str | bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewTie:
    """A tie between two nodes of a view, by their keys; a directed one goes from source to target.

    `weight` is how many or how often, and `about` the findings that a gap stands for: a tie of kind
    `missing` or `not_assessed`.
    """

    kind: str
    source: str
    target: str
    facts: tuple[str, ...] = ()
    weight: float | None = None
    about: tuple[FindingId, ...] = ()

    @property
    def id(self) -> str:
        """The id of the tie in the page; the same across runs."""
        return f"{self.kind}|{self.source}|{self.target}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A part of a view with a heading.

    `sector` is the word whose colour it has, empty for a neutral ground (a level, a column), and
    None for a dashed frame: the untied, the margin.
    """

    name: str
    sector: str | None
    box: Box


@dataclass(frozen=True, slots=True)
class Counted:
    """The three figures of what a view is about, and the sentence that tells them."""

    figures: ThreeFigures
    sentence: str


class ViewFlag(StrEnum):
    """What the map does in some views only; `View` in `page/script/data.js` explains each."""

    HAS_CHAINS = "hasChains"
    OPENS_SECTOR_LEGEND = "opensSectorLegend"
    GAPS_ARE_PAIRS = "gapsArePairs"
    IS_TABLE = "isTable"


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A picture with the positions of its nodes; `meaning` is a sentence on how to read it.

    `counted` is set where there is something that can be documented, not documented or not known.
    """

    id: str
    name: str
    meaning: str
    nodes: tuple[MapNode, ...]
    positions: Mapping[str, Point]
    ties: tuple[ViewTie, ...]
    regions: tuple[Region, ...]
    whole: Box
    flags: frozenset[ViewFlag] = frozenset()
    counted: Counted | None = None
