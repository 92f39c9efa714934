from samordning_graph.analysis.pair_message import ALL_UP_TO, MOST_LINES
from samordning_graph.drawing.municipality_table import (
    drawn_pairs,
    guests_of,
    names_of,
    table_of,
)
from samordning_graph.graph.coverage import pair_engine
from samordning_graph.graph.coverage_kind import Ground
from samordning_graph.graph.graph import actors
from tests.helpers.samples import municipality
from tests.helpers.tiny import tiny

EXAMPLE = municipality("eksempel")


def test_everybody_sits_at_the_table():
    assert sorted(table_of(EXAMPLE).rows()) == sorted(actor.id for actor in actors(EXAMPLE))


def test_the_lines_are_the_pairs_that_are_counted_as_not_documented():
    figures = pair_engine(EXAMPLE).congruence(*Ground)
    assert len(drawn_pairs(EXAMPLE)) == figures.not_documented == 11
    assert drawn_pairs(EXAMPLE)[0] == ("boligkontoret", "plan-og-samfunnsutvikling")


def test_those_of_a_pair_stand_out():
    strong = names_of(EXAMPLE).strong
    assert "boligkontoret" in strong
    assert "husbanken" not in strong


def test_of_many_pairs_the_strongest_are_drawn():
    units = [f"u{i};{('bolig', 'helse')[i % 2]};ja" for i in range(14)]
    owners = [f"u{i};Tak over hodet" for i in range(14)]
    graph = tiny(
        units="\n".join(("name;sector;surveyed", *units)),
        goals="name\nTak over hodet",
        goal_owners="\n".join(("actor;goal", *owners)),
        arenas="name;participants_complete\nForum;ja",
        participation="actor;arena\nu0;Forum",
    )
    assert pair_engine(graph).congruence(*Ground).not_documented > ALL_UP_TO
    assert len(drawn_pairs(graph)) == MOST_LINES


def test_a_municipality_of_nobody_has_an_empty_table():
    assert list(table_of(tiny()).rows()) == []
    assert guests_of(tiny()).pairs == []
