"""The picture of page one: who is in it, and that all of it can be read on A4."""

import pytest

from samordning_graph.analysis.matters import matters
from samordning_graph.drawing.marks import Drawing, LineMark, TextMark
from samordning_graph.drawing.pairs_picture import (
    MOST_HEIGHT,
    ROOM_FOR_ALL,
    pairs_picture,
    strongest_pairs,
)
from samordning_graph.drawing.strokes import MISSING
from samordning_graph.drawing.table_picture import WIDTH
from samordning_graph.graph.graph import AnalysisOptions, Graph, node_name
from tests.helpers.samples import DATA_SETS, municipality
from tests.helpers.tiny import TODAY, tiny

POINTS_ACROSS_A4 = 527
"""186 mm, between the margins of a printed report."""
SECTORS = ("bolig", "helse", "sosial", "plan", "oppvekst", "eiendom")
KNOWN = {"arenas": "name;participants_complete\nForum;ja", "participation": "actor;arena\nu0;Forum"}


def crowd(n: int, owners: int, sectors: int = 6) -> Graph:
    """Return so many services, of which the first own a goal together; only u0 sits in an arena."""
    units = (f"u{i};Tjenesten for oppfølging {i};{SECTORS[i % sectors]};ja" for i in range(n))
    return tiny(
        units="\n".join(("id;name;sector;surveyed", *units)),
        goals="id;name\ng;Et mål",
        goal_owners="\n".join(("actor;goal", *(f"u{i};g" for i in range(owners)))),
        **KNOWN,
    )


def words(picture: Drawing) -> str:
    return " ".join(mark.text for mark in picture.marks if isinstance(mark, TextMark))


def lines(picture: Drawing, colour: str) -> list[LineMark]:
    # Those of the key are short and straight.
    return [
        mark
        for mark in picture.marks
        if isinstance(mark, LineMark) and mark.colour == colour and len(mark.segments[0]) == 3
    ]


def test_every_pair_is_a_line_with_its_number_among_all_matters():
    graph = municipality("eksempel")
    picture = pairs_picture(graph)
    numbers = [number for number, _pair in matters(graph).numbered_pairs()]

    assert len(lines(picture, MISSING)) == len(numbers) == 11
    shown = {mark.text for mark in picture.marks if isinstance(mark, TextMark) and mark.is_bold}
    assert {str(number) for number in numbers} <= shown


def test_only_those_in_a_pair_are_in_it_where_all_have_no_room_and_the_caption_says_so():
    graph = municipality("eksempel")
    picture = pairs_picture(graph)

    assert "Boligkontoret" in words(picture)
    assert "Husbanken" not in words(picture)
    assert picture.caption.endswith("everybody is on the map.")


@pytest.mark.parametrize("graph", [municipality("eksempel"), crowd(120, 120), crowd(500, 9, 2)])
def test_every_letter_is_at_least_eight_points_high_on_a4_and_no_name_is_cut(graph: Graph):
    picture = pairs_picture(graph)
    sizes = [mark.size for mark in picture.marks if isinstance(mark, TextMark)]

    assert picture.width == WIDTH
    assert min(sizes) * POINTS_ACROSS_A4 / WIDTH > 8
    assert "…" not in words(picture)
    assert picture.height <= MOST_HEIGHT + 60
    for mark in picture.marks:
        if isinstance(mark, TextMark):
            assert 0 <= mark.x <= picture.width
            assert 0 <= mark.y <= picture.height


def test_of_many_pairs_the_strongest_are_drawn_as_long_as_names_have_room():
    graph = crowd(120, 120)
    picture = pairs_picture(graph)

    assert len(strongest_pairs(graph)) == 20
    assert len(lines(picture, MISSING)) == 20
    assert "These are the 20 strongest." in picture.caption


def test_far_more_rows_than_have_room_take_fewer_pairs():
    units = [f"u{i};Tjeneste {i};{SECTORS[i % 6]};ja" for i in range(50)]
    graph = tiny(
        units="\n".join(("id;name;sector;surveyed", *units)),
        goals="id;name\n" + "\n".join(f"g{i};Mål {i}" for i in range(25)),
        goal_owners="actor;goal\n" + "\n".join(f"u{i};g{i // 2}" for i in range(50)),
        **KNOWN,
    )

    assert 10 < len(strongest_pairs(graph)) < 20
    assert len(lines(pairs_picture(graph), MISSING)) == len(strongest_pairs(graph))


def test_of_few_all_are_in_it_with_who_sits_where():
    picture = pairs_picture(municipality("stord"))

    assert "Husbanken" in words(picture)
    assert len(lines(picture, "#8c8c8c")) == 1
    assert picture.caption == "Grey lines are who takes part in which arena."


def test_the_caption_says_which_numbers_are_no_pairs_only_where_there_are_any():
    graph = municipality("eksempel")

    assert not any(number == 1 for number, _pair in matters(graph).numbered_pairs())
    assert "No. 1 is not a pair: see the list." in pairs_picture(graph).caption
    assert "not a pair" not in pairs_picture(crowd(120, 120)).caption


@pytest.mark.parametrize("name", DATA_SETS)
def test_the_pairs_are_told_in_words_too(name: str):
    graph = municipality(name)
    picture = pairs_picture(graph)

    assert picture.title
    for pair in strongest_pairs(graph):
        ends = f"{node_name(graph, pair.first)} – {node_name(graph, pair.second)}"
        assert f"{pair.number}: {ends}" in picture.description


def test_many_without_a_line_have_no_picture_but_where_to_look():
    picture = pairs_picture(
        tiny(
            units="name;sector\n"
            + "\n".join(f"Tjeneste {i};bolig" for i in range(ROOM_FOR_ALL + 1))
        )
    )

    assert picture.marks == ()
    assert "on the map" in picture.caption


def test_nobody_has_no_picture():
    assert pairs_picture(tiny(options=AnalysisOptions(as_of=TODAY))) is None
