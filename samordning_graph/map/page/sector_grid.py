"""The sectors two by two: of the pairs that should coordinate across them, how many are documented."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from samordning_graph.common.locale import _, ngettext
from samordning_graph.common.phrases import listed
from samordning_graph.graph.bit_relation import mask_of
from samordning_graph.graph.contact import has_any_ties
from samordning_graph.graph.coverage import pair_engine
from samordning_graph.graph.coverage_kind import Ground
from samordning_graph.graph.graph import Graph, actors, sector_name
from samordning_graph.graph.pair_figures import ThreeFigures
from samordning_graph.map.view import View
from samordning_graph.map.views.sectors import KEY, by_name

MOST_SQUARES = 8
"""Pairs up to which each is a square; more are a bar."""
FIRST_ASKED = 5
"""Two sectors each: those to ask first."""

SectorPair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class SectorCell:
    """Two sectors, of which some pairs have a ground. `key` is what to choose on the map."""

    figures: ThreeFigures
    key: str

    @property
    def text(self) -> str:
        """Return how many are documented of those that can be assessed."""
        if not self.figures.decided:
            return "?"
        return _("{documented} of {n}").format(
            documented=self.figures.documented, n=self.figures.decided
        )

    @property
    def words(self) -> str:
        """Return the same in words."""
        unknown = self.figures.not_known
        return ", ".join(
            [
                *([_decided_in_words(self.figures)] if self.figures.decided else []),
                *([_("{n} cannot be assessed").format(n=unknown)] if unknown else []),
            ]
        )

    @property
    def parts(self) -> list[tuple[str, int]]:
        """Return the kinds of pairs, with how many there are of each."""
        figures = self.figures
        return [
            (kind, count)
            for kind, count in (
                ("documented", figures.documented),
                ("missing", figures.not_documented),
                ("unknown", figures.not_known),
            )
            if count
        ]

    @property
    def squares(self) -> list[str]:
        """Return the kind of each pair; none where they are too many to be counted."""
        if self.figures.total > MOST_SQUARES:
            return []
        return [kind for kind, count in self.parts for _one in range(count)]

    @property
    def shares(self) -> list[tuple[str, int, int]]:
        """Return the parts of a bar of 48: kind, left and width."""
        found, left = [], 0
        for kind, count in self.parts:
            width = max(2, round(48 * count / self.figures.total))
            found.append((kind, left, width))
            left += width
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class SectorGrid:
    """The sectors with a ground, most pairs first, and a cell for each two.

    `rows` hold as many cells as there are sectors before; None is two without a ground.
    """

    message: str
    names: tuple[str, ...]
    rows: tuple[tuple[SectorCell | None, ...], ...]
    first: tuple[tuple[str, SectorCell], ...]
    notes: tuple[str, ...]


def sector_grid(graph: Graph, view: View) -> SectorGrid:
    """Return the grid of the sectors; `view` is that of the sectors."""
    figures = figures_by_sectors(graph)
    across = {pair: found for pair, found in figures.items() if pair[0] != pair[1]}
    totals = Counter[str]()
    for pair, found in across.items():
        totals.update(dict.fromkeys(pair, found.total))
    place = {sector: i for i, sector in enumerate(by_name(graph))}
    order = sorted(totals, key=lambda sector: (-totals[sector], place[sector]))
    tie_of = {frozenset((tie.source, tie.target)): tie.id for tie in reversed(view.ties)}
    cells = {
        pair: SectorCell(
            found, tie_of.get(frozenset((KEY + pair[0], KEY + pair[1])), KEY + pair[0])
        )
        for pair, found in across.items()
    }
    missing = sorted(
        (pair for pair in across if across[pair].not_documented),
        key=lambda pair: (-across[pair].not_documented, [place[sector] for sector in pair]),
    )
    return SectorGrid(
        message=_message(len(missing), len(across)),
        names=tuple(sector_name(graph, sector) for sector in order),
        rows=tuple(
            tuple(cells.get(_ordered(first, second)) for second in order[:i])
            for i, first in enumerate(order)
        ),
        first=tuple((_names(graph, pair), cells[pair]) for pair in missing[:FIRST_ASKED]),
        notes=tuple(_notes(graph, figures, [each for each in place if each not in totals])),
    )


def figures_by_sectors(graph: Graph) -> dict[SectorPair, ThreeFigures]:
    """Return the figures of the pairs with a ground, by the two sectors; smaller id first.

    Together they are the figures of the report.
    """
    engine = pair_engine(graph)
    members = {
        sector: mask_of(i for i, actor in enumerate(actors(graph)) if actor.sector == sector)
        for sector in by_name(graph)
    }
    nobody_said = not has_any_ties(graph)
    found: dict[SectorPair, ThreeFigures] = {}
    for i in engine.related_by(*Ground):
        needed = engine.needed(i, *Ground) >> (i + 1) << (i + 1)
        documented, unknown = engine.documented(i, needed), engine.not_assessed(i, needed)
        if nobody_said:
            unknown = needed & ~documented
        for sector, mask in members.items():
            if in_sector := needed & mask:
                counted = ThreeFigures(
                    (documented & mask).bit_count(),
                    (in_sector & ~documented & ~unknown).bit_count(),
                    (unknown & mask).bit_count(),
                )
                pair = _ordered(actors(graph)[i].sector, sector)
                found[pair] = found.get(pair, ThreeFigures()) + counted
    return found


def _ordered(first: str, second: str) -> SectorPair:
    return min(first, second), max(first, second)


def _names(graph: Graph, pair: SectorPair) -> str:
    return " – ".join(sector_name(graph, sector) for sector in pair)


def _message(missing: int, all_: int) -> str:
    if not all_:
        return _("No two sectors have a ground to coordinate in the data")
    return ngettext(
        "{missing} of {n} pair of sectors has services without documented contact",
        "{missing} of {n} pairs of sectors have services without documented contact",
        all_,
    ).format(missing=missing, n=all_)


def _decided_in_words(figures: ThreeFigures) -> str:
    return ngettext(
        "{documented} of {n} pair has documented contact",
        "{documented} of {n} pairs have documented contact",
        figures.decided,
    ).format(documented=figures.documented, n=figures.decided)


def _notes(
    graph: Graph, figures: dict[SectorPair, ThreeFigures], without: list[str]
) -> Iterator[str]:
    yield _("An empty cell: no pair with a ground to coordinate in the data.")
    if without:
        names = listed([sector_name(graph, sector) for sector in without])
        yield _("Not in the table, without a ground in the data: {sectors}.").format(sectors=names)
    inside = sum((found.total for (first, second), found in figures.items() if first == second), 0)
    if inside:
        yield _("Not in the table, inside a sector: {n}.").format(n=inside)
