"""The network as node-link JSON: what d3 draws, and `networkx.node_link_graph` reads.

    {"directed": true, "multigraph": true, "graph": {…}, "nodes": [{"id", "type", "name", …}],
     "edges": [{"source", "target", "key", "weight", "tie", "directed", …}]}

A property is there when it is known; its name and meaning are those of the data dictionary, many
values are a list. `graph` names the format, its version and the municipalities.
"""

import json
from collections.abc import Iterable
from typing import Any, TextIO

from samordning_graph.common.version import __version__
from samordning_graph.property_graph.export.contents import Contents
from samordning_graph.property_graph.export.network import Network, NetworkNode, NetworkTie


def write(contents: Contents, stream: TextIO) -> None:
    """Write the network of some municipalities (format `samordning-graph`, version 1)."""
    network = Network(contents)
    graph = {
        "format": "samordning-graph",
        "version": 1,
        "tool": {"name": "samordning_graph", "version": __version__},
        "municipalities": [
            {"number": model.municipality.number, "name": model.municipality.name}
            for model in contents.models
        ],
    }
    stream.write(f'{{"directed": true, "multigraph": true,\n"graph": {_json(graph)},\n"nodes": [')
    _write_all(map(_node, network.nodes()), stream)
    stream.write('],\n"edges": [')
    _write_all(map(_tie, network.ties()), stream)
    stream.write("]}\n")


def _write_all(items: Iterable[dict[str, Any]], stream: TextIO) -> None:
    separator = "\n"
    for item in items:
        stream.write(separator + _json(item))
        separator = ",\n"


def _node(node: NetworkNode) -> dict[str, Any]:
    return {"id": node.id, **node.attributes}


def _tie(tie: NetworkTie) -> dict[str, Any]:
    return {
        "source": tie.source,
        "target": tie.target,
        "key": tie.id,
        "weight": tie.weight,
        **tie.attributes,
    }


def _json(value: Any) -> str:  # noqa: ANN401 - whatever JSON holds
    return json.dumps(value, ensure_ascii=False)
