import io

import networkx as nx
import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import given
from hypothesis import strategies as st

from samordning_graph.property_graph.export import graphml
from tests.helpers.tiny import tiny_model
from tests.property_graph.contents import DATA_SETS, data_set
from tests.property_graph.export.reading import example_models, nodes_of, saying, ties_of, written

GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"
YED = "{http://www.yworks.com/xml/graphml}"
TAKEN_BY_GEPHI = {"d3", "d7", "x", "y", "z", "r", "g", "b", "size"}
"""Keys and names that Gephi takes for a label, a place, a colour or a size."""


def read(*models):
    return nx.read_graphml(io.StringIO(written(graphml, *models)), force_multigraph=True)


def edges(graph):
    return {key: (from_, to, data) for from_, to, key, data in graph.edges(keys=True, data=True)}


@pytest.mark.parametrize("name", DATA_SETS)
def test_networkx_reads_the_same_nodes_ties_and_attributes(name):
    model = data_set(name)
    graph = read(model)

    assert dict(graph.nodes(data=True)) == nodes_of(model)
    assert edges(graph) == ties_of(model)
    assert graph.is_directed()


def test_all_municipalities_are_one_graph():
    models = example_models()
    graph = read(*models)

    assert dict(graph.nodes(data=True)) == nodes_of(*models)
    assert edges(graph) == ties_of(*models)


def test_attributes_keep_their_types():
    graph = read(
        tiny_model(
            municipality="number;name;population\n4614;Stord;19000",
            units='name;sector;tasks\nBolig;bolig;"forebygge;skaffe"',
            arenas="name;meetings_per_year;decision_authority\nForum;4,5;nei",
        )
    )

    assert graph.nodes["4614"]["population"] == 19000
    assert graph.nodes["4614/bolig"]["tasks"] == "prevent;obtain"
    assert graph.nodes["4614/forum"]["meetings_per_year"] == 4.5
    assert graph.nodes["4614/forum"]["decision_authority"] is False


@given(st.text())
def test_any_text_is_text(text):
    model = saying(text)
    graph = read(model)

    assert dict(graph.nodes(data=True)) == nodes_of(model)
    assert edges(graph) == ties_of(model)


def test_yed_draws_names_sector_colours_and_arrows_of_ties_with_a_direction():
    root = fromstring(
        written(
            graphml,
            tiny_model(
                units="name;sector\nBolig & bo;bolig\nRus;helse",
                links="from;to\nBolig & bo;Rus",
                referrals="from;to\nBolig & bo;Rus",
            ),
        )
    )
    (node,) = [
        element for element in root.iter(f"{GRAPHML}node") if element.get("id") == "0000/bolig-bo"
    ]
    arrows = {
        edge.get("id").split(":")[1]: next(edge.iter(f"{YED}Arrows")).get("target")
        for edge in root.iter(f"{GRAPHML}edge")
    }

    assert next(node.iter(f"{YED}NodeLabel")).text == "Bolig & bo"
    assert next(node.iter(f"{YED}Fill")).get("color").startswith("#")
    assert arrows["REFERS_TO"] == "standard"
    assert arrows["COLLABORATES_WITH"] == "none"


def test_gephi_takes_the_name_as_the_label_and_nothing_else_for_what_it_is_not():
    root = fromstring(written(graphml, *example_models()))
    keys = {key.get("id"): key for key in root.iter(f"{GRAPHML}key")}

    assert len(keys) == len(list(root.iter(f"{GRAPHML}key")))
    assert keys["label"].get("for") == "node"
    assert not TAKEN_BY_GEPHI & {*keys, *(key.get("attr.name") for key in keys.values())}
    for node in root.iter(f"{GRAPHML}node"):
        (drawn,) = [data for data in node if data.get("key") == "label"]
        assert "".join(drawn.itertext())


def test_the_same_data_give_the_same_file():
    assert written(graphml, *example_models()) == written(graphml, *example_models())
