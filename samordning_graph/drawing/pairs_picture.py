"""The picture on page one of a report: who has a ground to coordinate, without it being documented.

Only those who are in such a pair stand in it, so that names can be read; where everybody has room,
all do, as on the map.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from samordning_graph.analysis.matters import matters
from samordning_graph.analysis.pair_message import ALL_UP_TO, MOST_LINES
from samordning_graph.common.locale import _, ngettext
from samordning_graph.common.phrases import listed, sentences
from samordning_graph.drawing.marks import Drawing
from samordning_graph.drawing.municipality_table import guests_of
from samordning_graph.drawing.table_picture import (
    DrawnPair,
    DrawnSeat,
    TableContent,
    guests_among,
    pairs_in_words,
    seat_stroke,
    table_picture,
)
from samordning_graph.graph.graph import Graph, get_actor

MOST_HEIGHT = 620.0
"""In pixels, nearly half of the height of A4: the rest of the page is for words."""
MOST_ROWS = 34.0
"""Rows and half rows between sectors, in both columns, which have room for names on two lines."""
ROOM_FOR_ALL = 18
"""Actors up to which all of them stand in the picture."""
SEAT_INK, SEAT_WIDTH = "#8c8c8c", 1.2
"""Who sits where is quiet beside the pairs."""


def pairs_picture(graph: Graph) -> Drawing | None:
    """Return the picture; where it would have no line, only where to look; None of nobody."""
    pairs = strongest_pairs(graph)
    guests = guests_of(graph)
    everybody = {key for keys in guests.sectors.values() for key in keys}
    if not everybody:
        return None
    ends = {end for pair in pairs for end in (pair.first, pair.second)}
    shown = everybody if len(everybody) <= ROOM_FOR_ALL else ends
    arenas = {arena for actor, arena in guests.seats if actor in shown}
    chosen = replace(
        guests_among(guests, shown, arenas), pairs=[(pair.first, pair.second) for pair in pairs]
    )
    are_few = len(pairs) + len(chosen.seats) <= ALL_UP_TO
    seats = _seats(graph, chosen.seats) if are_few else []
    if not pairs and not seats:
        return Drawing(caption=_("Who sits in which arena is on the map."))
    content = TableContent(
        guests=chosen,
        pairs=pairs,
        seats=seats,
        links={},
        most_height=MOST_HEIGHT,
        title=_("Services by sector, with the arenas between them"),
        description=_("Pairs: {pairs}.").format(pairs=pairs_in_words(graph, pairs))
        if pairs
        else _("No pair is drawn."),
        caption=sentences(*_caption(graph, pairs, seats, is_whole=shown == everybody)),
    )
    return table_picture(graph, content)


def _caption(
    graph: Graph, pairs: Sequence[DrawnPair], seats: Sequence[DrawnSeat], *, is_whole: bool
) -> Iterator[str]:
    if pairs:
        yield _("A dashed line is such a pair, with its number.")
        yield _numbers_of_others(graph, max(pair.number for pair in pairs))
    if matters(graph).number_of_pairs > len(pairs):
        yield _("These are the {n} strongest.").format(n=len(pairs))
    if seats:
        yield _("Grey lines are who takes part in which arena.")
    if not is_whole:
        yield _("Only those who are in such a pair are shown; everybody is on the map.")


def _numbers_of_others(graph: Graph, most: int) -> str:
    """Say which numbers, up to the highest drawn, are of what is no pair; they have no line."""
    others = [
        matter.number
        for matter in matters(graph).first
        if matter.pair is None and matter.number <= most
    ]
    return (
        ngettext(
            "No. {numbers} is not a pair: see the list.",
            "Nos. {numbers} are not pairs: see the list.",
            len(others),
        ).format(numbers=listed(list(map(str, others))))
        if others
        else ""
    )


def strongest_pairs(graph: Graph) -> list[DrawnPair]:
    """Return the pairs that are drawn: all, or of too many the strongest that have room."""
    of_graph = matters(graph)
    most = of_graph.number_of_pairs if of_graph.number_of_pairs <= ALL_UP_TO else MOST_LINES
    found: list[DrawnPair] = []
    ends: set[str] = set()
    for number, pair in islice(of_graph.numbered_pairs(), most):
        ends |= {pair.first, pair.second}
        if len(ends) + len({get_actor(graph, end).sector for end in ends}) / 2 > MOST_ROWS:
            break
        basis = of_graph.tell_pair(pair).basis
        found.append(DrawnPair(first=pair.first, second=pair.second, number=number, basis=basis))
    return found


def _seats(graph: Graph, seats: Sequence[tuple[str, str]]) -> list[DrawnSeat]:
    return [
        DrawnSeat(
            actor=actor,
            arena=arena,
            stroke=replace(seat_stroke(graph, actor, arena), colour=SEAT_INK, width=SEAT_WIDTH),
        )
        for actor, arena in seats
    ]
