"""The formats of one file, and what writes each. `neo4j_csv` is a folder."""

from collections.abc import Callable, Mapping
from typing import TextIO

from samordning_graph.property_graph.export import cypher_script, gexf, graphml
from samordning_graph.property_graph.export import node_link_json as json_format
from samordning_graph.property_graph.export.contents import Contents

WRITERS: Mapping[str, Callable[[Contents, TextIO], None]] = {
    "graphml": graphml.write,
    "gexf": gexf.write,
    "json": json_format.write,
    "cypher": cypher_script.write,
}
