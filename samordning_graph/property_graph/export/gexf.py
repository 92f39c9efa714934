"""GEXF for Gephi and networkx, with the sectors in the colours of the map.

Version 1.2, which every networkx reads, with `kind` of 1.3: by it Gephi distinguishes ties of
different types between the same two nodes.

Known limits
    Gephi adds up ties of one type between the same two nodes (two agreements).
"""

from collections.abc import Iterator
from typing import TextIO

from samordning_graph.common.version import __version__
from samordning_graph.property_graph.export.contents import Contents
from samordning_graph.property_graph.export.network import (
    Network,
    NetworkNode,
    NetworkTie,
    attributes_in_use,
)
from samordning_graph.property_graph.export.xml_text import filled, quoted, xml_type_of
from samordning_graph.property_graph.rows import Properties

_HEAD = f"""\
<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://www.gexf.net/1.2draft" xmlns:viz="http://www.gexf.net/1.2draft/viz" version="1.2">
<meta><creator>samordning_graph {__version__}</creator></meta>
<graph defaultedgetype="directed" mode="static">
"""


def write(contents: Contents, stream: TextIO) -> None:
    """Write the network of some municipalities as GEXF."""
    network = Network(contents)
    stream.write(_HEAD)
    stream.writelines(_attributes("node", attributes_in_use(network.nodes())))
    stream.writelines(_attributes("edge", attributes_in_use(network.ties())))
    stream.write("<nodes>\n")
    stream.writelines(map(_node, network.nodes()))
    stream.write("</nodes>\n<edges>\n")
    stream.writelines(map(_tie, network.ties()))
    stream.write("</edges>\n</graph>\n</gexf>\n")


def _attributes(scope: str, names: tuple[str, ...]) -> Iterator[str]:
    yield f'<attributes class="{scope}" mode="static">\n'
    for name in names:
        yield f'<attribute id="{name}" title="{name}" type="{xml_type_of(name)}"/>\n'
    yield "</attributes>\n"


def _node(node: NetworkNode) -> str:
    return (
        f"<node id={quoted(node.id)} label={quoted(node.label)}>{_values(node.attributes)}"
        f"{_colour(node.colour)}</node>\n"
    )


def _colour(colour: str) -> str:
    """Return a colour, given as #rrggbb, or nothing."""
    if not colour:
        return ""
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return f'<viz:color r="{red}" g="{green}" b="{blue}"/>'


def _tie(tie: NetworkTie) -> str:
    ends = f"source={quoted(tie.source)} target={quoted(tie.target)}"
    kind = quoted(tie.attributes["tie"])
    return (
        f'<edge id={quoted(tie.id)} {ends} weight="{tie.weight}" kind={kind}>'
        f"{_values(tie.attributes)}</edge>\n"
    )


def _values(attributes: Properties) -> str:
    values = "".join(
        f'<attvalue for="{name}" value={quoted(value)}/>'
        for name, value in filled(attributes).items()
    )
    return f"<attvalues>{values}</attvalues>"
