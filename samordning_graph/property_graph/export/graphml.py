"""GraphML for Gephi, yEd and networkx.

The name of a node, and its colour, are written as yEd draws them, under the key `label`: Gephi takes
what stands there as the label, and networkx gives it as `label`. Keys are named after what they hold,
since Gephi takes an attribute with the key `d3`, as other programs number theirs, for the label.

Known limits
    Gephi reads no kind of tie from GraphML and adds up those between the same two nodes: GEXF
    distinguishes them. No positions: yEd shows the nodes on top of each other until a layout is chosen.
"""

from collections.abc import Iterator
from typing import TextIO

from samordning_graph.property_graph.export.contents import Contents
from samordning_graph.property_graph.export.network import (
    Network,
    NetworkNode,
    NetworkTie,
    attributes_in_use,
)
from samordning_graph.property_graph.export.xml_text import filled, quoted, text, xml_type_of
from samordning_graph.property_graph.rows import Properties

_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns"
  xmlns:y="http://www.yworks.com/xml/graphml"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://www.yworks.com/xml/schema/graphml/1.1/ygraphml.xsd">
<key id="label" for="node" yfiles.type="nodegraphics"/>
<key id="edgelabel" for="edge" yfiles.type="edgegraphics"/>
<key id="weight" for="edge" attr.name="weight" attr.type="double"/>
"""
_ARROW = '<y:PolyLineEdge><y:Arrows source="none" target="{}"/></y:PolyLineEdge>'
_ARROWS = {True: _ARROW.format("standard"), False: _ARROW.format("none")}


def write(contents: Contents, stream: TextIO) -> None:
    """Write the network of some municipalities as GraphML."""
    network = Network(contents)
    stream.write(_HEAD)
    stream.writelines(_keys("node", attributes_in_use(network.nodes())))
    stream.writelines(_keys("edge", attributes_in_use(network.ties())))
    stream.write('<graph id="samordning" edgedefault="directed">\n')
    stream.writelines(map(_node, network.nodes()))
    stream.writelines(map(_tie, network.ties()))
    stream.write("</graph>\n</graphml>\n")


def _keys(scope: str, names: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        yield (
            f'<key id="{scope}.{name}" for="{scope}" attr.name="{name}"'
            f' attr.type="{xml_type_of(name)}"/>\n'
        )


def _node(node: NetworkNode) -> str:
    fill = f'<y:Fill color="{node.colour}" transparent="false"/>' if node.colour else ""
    drawn = f"<y:ShapeNode>{fill}<y:NodeLabel>{text(node.label)}</y:NodeLabel></y:ShapeNode>"
    return (
        f'<node id={quoted(node.id)}><data key="label">{drawn}</data>'
        f"{_data('node', node.attributes)}</node>\n"
    )


def _tie(tie: NetworkTie) -> str:
    ends = f"source={quoted(tie.source)} target={quoted(tie.target)}"
    return (
        f"<edge id={quoted(tie.id)} {ends}>"
        f'<data key="edgelabel">{_ARROWS[tie.attributes["directed"]]}</data>'
        f'<data key="weight">{tie.weight}</data>{_data("edge", tie.attributes)}</edge>\n'
    )


def _data(scope: str, attributes: Properties) -> str:
    return "".join(
        f'<data key="{scope}.{name}">{text(value)}</data>'
        for name, value in filled(attributes).items()
    )
