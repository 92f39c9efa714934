"""The picture of a service: its arenas, whom it meets there, and the pairs that are missing."""

from samordning_graph.drawing.marks import Drawing, LineMark, TextMark
from samordning_graph.drawing.service_picture import (
    AROUND_INK,
    MOST_HEIGHT,
    MOST_ROWS,
    service_picture,
)
from samordning_graph.drawing.strokes import DOCUMENTED, MISSING
from samordning_graph.drawing.table_picture import DrawnPair
from samordning_graph.graph.graph import Graph
from samordning_graph.rules.basis import Basis
from tests.helpers.tiny import tiny

UNITS = "id;name;sector\na;Alfa;bolig\nb;Beta;helse\nc;Ceta;plan\nd;Delta;helse"
MISSING_PAIR = DrawnPair(first="a", second="c", number=7, basis=Basis.HINT)


def meeting(**tables: str) -> Graph:
    """Return a who meets b in an arena, works with d, and never meets c."""
    given = {
        "units": UNITS,
        "arenas": "id;name\nf;Forum\no;Et annet",
        "participation": "actor;arena\na;f\nb;f\nc;o",
        "links": "from;to;strength;reported_by\na;d;cooperation;both",
    }
    return tiny(**given | tables)


def lines(picture: Drawing, colour: str) -> list[LineMark]:
    return [
        mark
        for mark in picture.marks
        if isinstance(mark, LineMark) and mark.colour == colour and len(mark.segments[0]) == 3
    ]


def words(picture: Drawing) -> set[str]:
    return {mark.text for mark in picture.marks if isinstance(mark, TextMark)}


def test_its_own_seats_and_links_are_told_from_those_of_whom_it_meets():
    picture = service_picture(meeting(), "a", ["b", "d"], [])

    assert {"Alfa", "Beta", "Delta", "Forum"} <= words(picture)
    assert {"Ceta", "Et annet"}.isdisjoint(words(picture))
    assert sorted(line.width for line in lines(picture, DOCUMENTED)) == [2.6, 3]
    assert len(lines(picture, AROUND_INK)) == 1


def test_a_missing_pair_has_its_number_and_is_told_in_words():
    picture = service_picture(meeting(), "a", ["b", "d"], [MISSING_PAIR])

    assert len(lines(picture, MISSING)) == 1
    assert {"Ceta", "7"} <= words(picture)
    assert picture.description == "Arenas: «Forum». Pairs: 7: Alfa – Ceta."


def test_who_sits_through_a_unit_below_is_seen_to_sit_there():
    graph = meeting(
        units="id;name;sector;part_of\na;Alfa;bolig;\nb;Beta;helse;\nc;Ceta;plan;a\nd;Delta;helse;"
    )
    picture = service_picture(graph, "a", ["b"], [])

    assert len(lines(picture, DOCUMENTED)) == 2  # to the forum, and to what its unit sits in
    assert "Et annet" in words(picture)


def test_of_many_the_missing_are_shown_before_those_it_meets_and_it_stays_low():
    many = [f"u{i:02}" for i in range(40)]
    graph = meeting(
        units=UNITS + "".join(f"\n{key};Tjeneste {key};sosial" for key in many),
        participation="actor;arena\na;f" + "".join(f"\n{key};f" for key in many),
    )
    picture = service_picture(graph, "a", many, [MISSING_PAIR])
    services = {
        word for word in words(picture) if word.startswith("Tjeneste") or word in ("Alfa", "Ceta")
    }

    assert "Ceta" in services
    assert len(services) == MOST_ROWS
    assert picture.height <= MOST_HEIGHT + 60


def test_who_has_nothing_has_no_picture():
    assert service_picture(meeting(), "c", [], []) is not None
    assert service_picture(meeting(participation="actor;arena\na;f"), "c", [], []) is None
