import json

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samordning_graph.property_graph.export import node_link_json as json_format
from samordning_graph.property_graph.export.contents import Contents
from samordning_graph.property_graph.export.network import Network
from samordning_graph.property_graph.rows import plain
from tests.helpers.tiny import tiny_model
from tests.property_graph.contents import DATA_SETS, data_set
from tests.property_graph.export.reading import example_models, saying, written


def document(*models):
    return json.loads(written(json_format, *models))


def read(*models):
    return nx.node_link_graph(document(*models), edges="edges")


@pytest.mark.parametrize("name", DATA_SETS)
def test_networkx_reads_the_same_nodes_ties_and_attributes(name):
    model = data_set(name)
    graph, wanted = read(model), Network(Contents([model]))

    assert graph.is_directed()
    assert graph.is_multigraph()
    assert dict(graph.nodes(data=True)) == {node.id: node.attributes for node in wanted.nodes()}
    assert list(graph.edges(keys=True, data=True)) == sorted(
        (
            (tie.source, tie.target, tie.id, {"weight": tie.weight, **tie.attributes})
            for tie in wanted.ties()
        ),
        key=lambda edge: list(graph.edges(keys=True)).index(edge[:3]),
    )


def test_what_networkx_writes_of_it_is_the_same_document():
    once = document(*example_models())
    again = nx.node_link_data(nx.node_link_graph(once, edges="edges"), edges="edges")

    assert again["nodes"] == once["nodes"]
    assert again["graph"] == once["graph"]
    assert sorted(map(json.dumps, map(_sorted, again["edges"]))) == sorted(
        map(json.dumps, map(_sorted, once["edges"]))
    )


def _sorted(properties):
    return dict(sorted(properties.items()))


def test_many_values_are_a_list_and_what_is_not_known_is_not_there():
    found = document(tiny_model(units='name;sector;tasks\nBolig;bolig;"skaffe;beholde"'))
    (unit,) = [node for node in found["nodes"] if node["type"] == "Unit"]

    assert unit == {
        "id": "0000/bolig",
        "type": "Unit",
        "local_id": "bolig",
        "name": "Bolig",
        "sector": "bolig",
        "tasks": ["obtain", "keep"],
        "municipality": "0000",
    }


def test_it_tells_what_it_is_and_of_which_municipalities():
    graph = document(data_set("stord"))["graph"]

    assert (graph["format"], graph["version"]) == ("samordning-graph", 1)
    assert graph["municipalities"] == [{"number": "4614", "name": "Stord"}]


@given(st.text())
def test_any_text_is_text(text):
    (municipality, *_rest) = document(saying(text))["nodes"]

    assert municipality["name"] == plain(text)


def test_an_empty_municipality_is_a_document_too():
    found = document(tiny_model())

    assert (len(found["nodes"]), found["edges"]) == (1, [])
