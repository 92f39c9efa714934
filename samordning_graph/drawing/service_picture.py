"""The picture on the sheet of a service: its arenas, whom it meets, and the pairs that are missing."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from samordning_graph.common.locale import _
from samordning_graph.drawing.marks import Drawing
from samordning_graph.drawing.municipality_table import guests_of
from samordning_graph.drawing.strokes import DOCUMENTED, STROKES, Stroke
from samordning_graph.drawing.table_picture import (
    DrawnPair,
    DrawnSeat,
    TableContent,
    guests_among,
    pairs_in_words,
    table_picture,
)
from samordning_graph.graph.contact import actor_ties
from samordning_graph.graph.graph import Graph, listed_names
from samordning_graph.graph.participation import MEMBER_ROLES, rolled_up_roles

MOST_HEIGHT = 290.0
"""In pixels, a fifth of the height of A4: the rest of the sheet is for words."""
MOST_ROWS = 12
"""Services that have room with their names on two lines: those missing first, then those met."""
OWN_WIDTH = 2.6
AROUND_INK, AROUND_WIDTH = "#7c9cb5", 1.3
"""Its own lines are as on the map when it is in focus, and so are those of whom it meets."""


def service_picture(
    graph: Graph, actor: str, met: Iterable[str], pairs: Sequence[DrawnPair]
) -> Drawing | None:
    """Return the picture of an actor; None where it has no line.

    `met` are those it meets or works with, and `pairs` those of its own that are missing, both in the
    order in which they matter.
    """
    others = dict.fromkeys(end for pair in pairs for end in (pair.first, pair.second))
    shown = frozenset(list(dict.fromkeys((actor, *others, *met)))[:MOST_ROWS])
    arenas = _arenas(graph, actor)
    drawn = [pair for pair in pairs if {pair.first, pair.second} <= shown]
    links = _links(graph, actor, shown)
    if not (arenas or drawn or links):
        return None
    seats = _seats(graph, actor, arenas, shown)
    guests = replace(
        guests_among(guests_of(graph), shown, frozenset(arenas)),
        seats=[(seat.actor, seat.arena) for seat in seats],
        pairs=[(pair.first, pair.second) for pair in drawn],
    )
    content = TableContent(
        guests=guests,
        pairs=drawn,
        seats=seats,
        links=links,
        focus=actor,
        most_height=MOST_HEIGHT,
        title=_("The service, its arenas and whom it meets there"),
        description=_describe(graph, arenas, drawn),
        caption="",
    )
    return table_picture(graph, content)


def _describe(graph: Graph, arenas: Iterable[str], pairs: Sequence[DrawnPair]) -> str:
    words = [_("Arenas: {arenas}.").format(arenas=listed_names(graph, arenas))] if arenas else []
    if pairs:
        words.append(_("Pairs: {pairs}.").format(pairs=pairs_in_words(graph, pairs)))
    return " ".join(words)


def _arenas(graph: Graph, actor: str) -> list[str]:
    """Return where an actor sits in any role, itself or through a unit below it."""
    return sorted(arena for arena, roles in rolled_up_roles(graph).items() if actor in roles)


def _links(graph: Graph, actor: str, shown: frozenset[str]) -> Mapping[tuple[str, str], Stroke]:
    linked = sorted(shown & actor_ties(graph)[actor].linked - {actor})
    return {(actor, other): STROKES["link"] for other in linked}


def _seats(
    graph: Graph, actor: str, arenas: Iterable[str], shown: frozenset[str]
) -> list[DrawnSeat]:
    """Return who of those shown sits in the arenas of an actor; its own seats are painted last."""
    seats = [
        DrawnSeat(actor=each, arena=arena, stroke=_stroke(roles[each], is_own=each == actor))
        for arena in arenas
        for roles in [rolled_up_roles(graph)[arena]]
        for each in sorted(shown & roles.keys())
    ]
    return sorted(seats, key=lambda seat: seat.actor == actor)


def _stroke(role: str, *, is_own: bool) -> Stroke:
    stroke = STROKES["takes_part" if role in MEMBER_ROLES else "loose"]
    if is_own:
        return replace(stroke, colour=DOCUMENTED, width=OWN_WIDTH)
    return replace(stroke, colour=AROUND_INK, width=AROUND_WIDTH)
