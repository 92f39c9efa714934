"""A long table as a picture on paper: ordered, folded to its room, laid out and keyed.

Nobody can point at paper: what is shown is chosen first, so that every name can be read.
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from samordning_graph.drawing.long_table import LongTable
from samordning_graph.drawing.marks import Drawing
from samordning_graph.drawing.municipality_table import guests_of, names_of
from samordning_graph.drawing.placed_table import TableLayout, TableSize
from samordning_graph.drawing.strokes import BASIS_STROKES, STROKES, Stroke
from samordning_graph.drawing.table_folding import fold_table, rows_that_fit
from samordning_graph.drawing.table_key import key_marks
from samordning_graph.drawing.table_layout import BETWEEN_SECTORS, PAD, lay_out
from samordning_graph.drawing.table_letters import SMALLEST_FONT
from samordning_graph.drawing.table_marks import DrawnNode, DrawnTie, TableScene, table_marks
from samordning_graph.drawing.table_order import (
    TableGuests,
    arena_weights,
    order_table,
    wanted_rows,
)
from samordning_graph.drawing.table_routes import TableLine, membership, route_lines
from samordning_graph.drawing.text_width import text_width
from samordning_graph.drawing.wrapped_text import widest_word
from samordning_graph.graph.contact import is_without_ties
from samordning_graph.graph.graph import Graph, get_actor, is_unit, node_name
from samordning_graph.graph.participation import MEMBER_ROLES, excluded_arenas, roles_by_arena
from samordning_graph.graph.sector_colours import sector_colours
from samordning_graph.graph.survey import is_surveyed
from samordning_graph.rules.basis import Basis

WIDTH, NAME_WIDTH, MOST_NAME_WIDTH = 920.0, 160.0, 200.0
BESIDE_WORD = 7.0
"""In pixels. Across A4 a letter of 14 pixels, the smallest, is 8 points high."""
ROOMY_ROW = 33.0
"""High enough for a name on two lines."""
ROOM_OF_ARENA = 46.0
BEFORE_KEY = 10.0
STARTS, STEPS = 1, 400
STARTS_WITH_SEATS, STEPS_WITH_SEATS = 2, 200
"""How long it looks for an order: a report may not take much longer for a picture."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnPair:
    """A pair without documented coordination, by its number among all matters."""

    first: str
    second: str
    number: int
    basis: Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnSeat:
    """An actor in an arena."""

    actor: str
    arena: str
    stroke: Stroke


@dataclass(frozen=True, slots=True, kw_only=True)
class TableContent:
    """What a picture shows: who is at the table, and which lines; `links` are between two rows.

    `focus` is the row that all others are around, if there is one, and `most_height` the room for
    the table in pixels.
    """

    guests: TableGuests
    pairs: Sequence[DrawnPair]
    seats: Sequence[DrawnSeat] = ()
    links: Mapping[tuple[str, str], Stroke]
    focus: str = ""
    most_height: float
    title: str
    description: str
    caption: str


def table_picture(graph: Graph, content: TableContent) -> Drawing:
    """Return the picture of a table, and below it its key."""
    guests, weights = content.guests, arena_weights(content.guests)
    table = _ordered(content)
    height = _height(table, content.most_height)
    layout = lay_out(
        fold_table(table, rows_that_fit(height), wanted_rows(guests), weights),
        replace(names_of(graph), strong=_strong(content)),
        TableSize(WIDTH, height),
        text_width,
        weights=weights,
        most_name_width=max(NAME_WIDTH, _widest_word(graph, content)),
    )
    scene = TableScene(
        layout=layout,
        nodes=dict(_nodes(graph, layout)),
        fills=sector_colours(graph),
        ties=tuple(_ties(content, layout)),
        focus=content.focus,
        has_other_arenas=len(guests.arenas) < len(guests_of(graph).arenas),
    )
    bases = {pair.basis for pair in content.pairs}
    key, whole = key_marks(scene, bases, height + BEFORE_KEY)
    return Drawing(
        width=WIDTH,
        height=whole,
        marks=(*table_marks(scene), *key),
        title=content.title,
        description=content.description,
        caption=content.caption,
    )


def guests_among(guests: TableGuests, actors: Set[str], arenas: Set[str]) -> TableGuests:
    """Return some of the guests of a table, and who of them sits where."""
    sectors = {
        sector: [key for key in keys if key in actors] for sector, keys in guests.sectors.items()
    }
    return TableGuests(
        sectors={sector: keys for sector, keys in sectors.items() if keys},
        arenas=[arena for arena in guests.arenas if arena in arenas],
        seats=[
            (actor, arena) for actor, arena in guests.seats if actor in actors and arena in arenas
        ],
        pairs=[],
    )


def pairs_in_words(graph: Graph, pairs: Sequence[DrawnPair]) -> str:
    """Return the pairs with their numbers, for whoever cannot see the lines."""
    return "; ".join(
        f"{pair.number}: {node_name(graph, pair.first)} – {node_name(graph, pair.second)}"
        for pair in pairs
    )


def seat_stroke(graph: Graph, actor: str, arena: str) -> Stroke:
    """Return the stroke of somebody's seat: on call and observing is loose."""
    is_member = roles_by_arena(graph)[arena][actor] in MEMBER_ROLES
    return STROKES["takes_part" if is_member else "loose"]


def _ordered(content: TableContent) -> LongTable:
    """Return who sits where; arenas of which no seat is drawn stand beside those who sit there."""
    guests = content.guests
    if content.seats:
        return order_table(guests, STARTS_WITH_SEATS, STEPS_WITH_SEATS)
    table = order_table(replace(guests, arenas=[], seats=[]), STARTS, STEPS)
    heights = {
        key: place
        for column in table.columns.values()
        for place, key in enumerate(key for sector in column for key in sector.rows)
    }

    def height(arena: str) -> tuple[float, str]:
        of_guests = [heights[key] for key, seat in guests.seats if seat == arena]
        return sum(of_guests) / max(1, len(of_guests)), arena

    return replace(table, arenas=tuple(sorted(guests.arenas, key=height)))


def _widest_word(graph: Graph, content: TableContent) -> float:
    """Return the width of the widest word of a name in bold, which no line breaks."""
    names = [node_name(graph, key) for keys in content.guests.sectors.values() for key in keys]
    widest = widest_word(names, SMALLEST_FONT, text_width, is_bold=True)
    return min(MOST_NAME_WIDTH, widest + BESIDE_WORD)


def _strong(content: TableContent) -> frozenset[str]:
    ends = {end for pair in content.pairs for end in (pair.first, pair.second)}
    return frozenset({*ends, content.focus} - {""})


def _height(table: LongTable, most: float) -> float:
    """Return how high a table is drawn: with room for two lines a row, if there is room for that."""
    rows = max(
        (
            sum(sector.height for sector in column) + BETWEEN_SECTORS * (len(column) - 1)
            for column in (table.left, table.right)
            if column
        ),
        default=0,
    )
    wished = max(rows * ROOMY_ROW, len(table.arenas) * ROOM_OF_ARENA)
    return min(most, 2 * PAD + max(wished, 2 * ROOMY_ROW))


def _nodes(graph: Graph, layout: TableLayout) -> Iterator[tuple[str, DrawnNode]]:
    for key in layout.rows:
        actor = get_actor(graph, key)
        yield (
            key,
            DrawnNode(
                is_external=not is_unit(graph, key),
                was_asked=is_surveyed(actor),
                is_without_ties=is_without_ties(graph, actor),
            ),
        )
    for key in layout.pills:
        participants = len(roles_by_arena(graph)[key])
        yield key, DrawnNode(counts=key not in excluded_arenas(graph), participants=participants)


def _ties(content: TableContent, layout: TableLayout) -> Iterator[DrawnTie]:
    for seat in content.seats:
        if seat.actor in layout.rows and seat.arena in layout.pills:
            start, curve = membership(layout, seat.actor, seat.arena)
            yield DrawnTie(start=start, segments=(curve,), stroke=seat.stroke)
    links = {f"{first} {second}": (first, second) for first, second in content.links}
    for route in route_lines(layout, [TableLine(id_, *ends) for id_, ends in links.items()]):
        stroke = content.links[links[route.line.id]]
        yield DrawnTie(start=route.start, segments=route.segments, stroke=stroke)
    by_number = {str(pair.number): pair for pair in content.pairs}
    lines = [TableLine(id_, pair.first, pair.second) for id_, pair in by_number.items()]
    # The strongest is painted last, and chooses its way first.
    for route in reversed(route_lines(layout, lines)):
        pair = by_number[route.line.id]
        yield DrawnTie(
            start=route.start,
            segments=route.segments,
            stroke=BASIS_STROKES[pair.basis],
            number=pair.number,
            badge=route.badge,
        )
