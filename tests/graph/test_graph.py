"""What a graph answers of its nodes, actors and options."""

from copy import deepcopy
from datetime import date
from gc import collect
from pickle import dumps, loads
from weakref import ref

import pytest

from samordning_graph.graph import graph as g
from samordning_graph.graph.build import build
from samordning_graph.graph.coverage import pair_engine
from samordning_graph.schema.tables import Unit
from tests.helpers.tiny import tiny, tiny_model

TWO = "name;sector\nBolig;bolig\nRus;helse"
LINE = "name;sector;part_of\nTopp;sosial;\nMidt;bolig;Topp\nBunn;helse;Midt\nSide;plan;Topp"


def test_a_misspelt_id_is_an_error_and_no_new_node():
    graph = tiny(units=TWO)

    with pytest.raises(KeyError):
        g.node_row(graph, "boolig")
    assert "boolig" not in graph


def test_actors_come_by_id_units_and_external_ones_together():
    graph = tiny(units=TWO, external_actors="name;actor_type\nHusbanken;husbanken")

    assert [actor.id for actor in g.actors(graph)] == ["bolig", "husbanken", "rus"]
    assert not g.is_unit(graph, "husbanken")


def test_nodes_of_a_table_come_by_id():
    assert [unit.id for unit in g.nodes(tiny(units=LINE), Unit)] == ["bunn", "midt", "side", "topp"]


def test_today_is_the_day_unless_another_is_given():
    assert g.options_of(build(tiny_model())).as_of == date.today()


def test_a_graph_that_is_no_longer_used_is_forgotten_with_its_answers():
    graph = tiny(units=TWO)
    assert pair_engine(graph).graph is graph
    forgotten = ref(graph)
    del graph
    collect()

    assert forgotten() is None


def test_a_graph_can_be_pickled_and_copied_without_its_answers():
    graph = tiny(units=TWO)
    pair_engine(graph)
    again = loads(dumps(graph))

    assert [unit.id for unit in g.nodes(again, Unit)] == ["bolig", "rus"]
    assert pair_engine(again).graph is again
    copied = deepcopy(graph)
    assert pair_engine(copied).graph is copied


def test_the_municipalitys_own_row_is_one_of_those_with_a_source():
    dated = "number;name;source_date\n0000;Testvik;2020-03-01"
    units = "name;sector;source_date\nBolig;bolig;2026-01-01"

    assert g.source_period(tiny(municipality=dated, units=units)) == (
        date(2020, 3, 1),
        date(2026, 1, 1),
    )
    assert g.rows_older_than_law(tiny(municipality=dated, units=units)) == 1
    assert g.undated_rows(tiny(municipality=dated, units=units)) == (0, 2)
    assert g.undated_rows(tiny(units=units)) == (1, 2)
    assert g.source_period(tiny(units="name;sector\nBolig;bolig")) is None
