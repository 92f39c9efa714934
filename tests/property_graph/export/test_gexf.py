import io

import networkx as nx
import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import given
from hypothesis import strategies as st

from samordning_graph.property_graph.export import gexf
from tests.helpers.tiny import tiny_model
from tests.property_graph.contents import DATA_SETS, data_set
from tests.property_graph.export.reading import example_models, nodes_of, saying, ties_of, written

GEXF = "{http://www.gexf.net/1.2draft}"
VIZ = "{http://www.gexf.net/1.2draft/viz}"


def read(*models):
    return nx.read_gexf(io.BytesIO(written(gexf, *models).encode()))


def nodes(graph):
    return {
        node: {name: value for name, value in data.items() if name != "viz"}
        for node, data in graph.nodes(data=True)
    }


def edges(graph):
    return {
        data["id"]: (from_, to, {name: value for name, value in data.items() if name != "id"})
        for from_, to, data in graph.edges(data=True)
    }


@pytest.mark.parametrize("name", DATA_SETS)
def test_networkx_reads_the_same_nodes_ties_and_attributes(name):
    model = data_set(name)
    graph = read(model)

    assert nodes(graph) == nodes_of(model)
    assert edges(graph) == ties_of(model)
    assert graph.is_directed()


def test_all_municipalities_are_one_graph():
    models = example_models()
    graph = read(*models)

    assert nodes(graph) == nodes_of(*models)
    assert edges(graph) == ties_of(*models)


@given(st.text())
def test_any_text_is_text(text):
    model = saying(text)
    graph = read(model)

    assert nodes(graph) == nodes_of(model)
    assert edges(graph) == ties_of(model)


def test_what_networkx_has_read_it_can_write_again_and_gephi_can_read_that():
    again = io.BytesIO()
    nx.write_gexf(read(*example_models()), again)
    root = fromstring(again.getvalue())

    directions = {edge.get("type") for edge in root.iter() if edge.tag.endswith("}edge")}
    assert directions <= {None, "directed", "undirected"}


def test_gephi_can_tell_ties_of_different_types_between_the_same_two_apart():
    root = fromstring(
        written(
            gexf,
            tiny_model(
                units="name;sector\nBolig;bolig\nRus;helse",
                links="from;to;agreement;strength\nBolig;Rus;Avtale;samarbeid",
            ),
        )
    )
    kinds = [
        edge.get("kind") for edge in root.iter(f"{GEXF}edge") if edge.get("target") == "0000/rus"
    ]

    assert sorted(kinds) == ["COLLABORATES_WITH", "HAS_AGREEMENT_WITH"]


def test_a_sector_has_its_colour_and_what_has_no_sector_none():
    root = fromstring(
        written(gexf, tiny_model(units="name;sector\nBolig;bolig", arenas="name\nForum"))
    )
    colours = {
        node.get("id"): [colour.attrib for colour in node.iter(f"{VIZ}color")]
        for node in root.iter(f"{GEXF}node")
    }

    assert colours["0000/bolig"] == [{"r": "0", "g": "114", "b": "178"}]
    assert colours["0000/forum"] == []


def test_the_same_data_give_the_same_file():
    assert written(gexf, *example_models()) == written(gexf, *example_models())
