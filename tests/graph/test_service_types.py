"""Which units serve users."""

from samordning_graph.graph.graph import get_actor
from samordning_graph.graph.service_types import is_service, may_be_one_service, types_of_actors
from tests.helpers.tiny import tiny

GRAPH = tiny(
    units="id;name;sector;service_type\n"
    "a;Boligkontoret;bolig;\n"
    "b;Økonomi;stab;\n"
    "c;Kommunedirektøren;bolig;\n"
    "d;Rådet;bolig;politisk organ\n"
    "e;Teamet;helse;"
)


def test_a_unit_is_a_service_unless_its_sector_or_one_of_its_types_is_none():
    units = [get_actor(GRAPH, unit_id) for unit_id in "abcde"]

    assert [is_service(GRAPH, unit) for unit in units] == [True, False, False, False, True]


def test_the_types_of_a_graph_are_those_of_its_model():
    assert types_of_actors(GRAPH).unknown == ("b", "e")


def test_what_has_units_below_it_or_is_no_service_may_not_be_one_service_itself():
    graph = tiny(
        units="id;name;sector;part_of\na;Velferd;sosial;\nb;Laget;sosial;a\nc;Staben;stab;"
        "\nd;Annet lag;annet;"
    )
    units = [get_actor(graph, unit_id) for unit_id in "abcd"]

    assert [may_be_one_service(graph, unit) for unit in units] == [False, True, False, True]
