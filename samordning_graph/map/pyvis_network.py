"""A view of the map as a pyvis network: to show in a notebook, to change, or to write as a page."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from math import atan2, cos, hypot, pi, sin, sqrt
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from samordning_graph.common.locale import current_language
from samordning_graph.drawing.strokes import BASIS_STROKES, BLUE, INK, STROKES, WHITE, Stroke
from samordning_graph.drawing.table_places import ROW_WIDTH
from samordning_graph.drawing.text_width import text_width
from samordning_graph.drawing.wrapped_text import shortened
from samordning_graph.graph.coverage_kind import Coverage
from samordning_graph.graph.graph import Graph
from samordning_graph.graph.sector_colours import sector_colours, text_colour_on
from samordning_graph.map.appearance import NODE_STYLES, REGION_STYLE, TABLE_STYLES, NodeStyle
from samordning_graph.map.gaps import GAP_KINDS, map_findings
from samordning_graph.map.geometry.frame import Point
from samordning_graph.map.node_labels import map_disclaimer, tie_name
from samordning_graph.map.view import MapNode, Region, View, ViewFlag, ViewTie
from samordning_graph.map.views.registry import build_view
from samordning_graph.map.vis_network import vis_network

if TYPE_CHECKING:
    from jinja2 import Environment
    from pyvis.network import Network

TEMPLATE = Path(__file__).with_suffix(".html.j2")
FRAME_HEIGHT = "720px"
"""The height of the frame in a notebook; a page of its own is as high as its window."""
SELECTED_EXTRA_WIDTH = 3
"""How much wider the border of a node gets when it is selected, in pixels."""
ARROW_SCALE = 0.6
HIDDEN_AT_TABLE = ("not_assessed", "referral")
"""Ties that the page of the map has off at first; in the network they are, to be shown."""
TABLE_MARKS = {"unit": "□■", "external": "○●"}
"""At the long table, of an actor that was not asked and of one that was."""
ROOM_OF_MARK = 34
"""Of a row at the long table, for its mark and its edges, in pixels."""


def pyvis_network(graph: Graph, view: str = "actors") -> "Network":
    """Return a view of the map as a pyvis network, with the positions and the look of the map.

    Parameters
    ----------
    graph
        The municipality.
    view
        One of `VIEWS`: actors, arenas, sectors or goals.

    Raises
    ------
    KeyError
        If there is no such view.

    Notes
    -----
    It is an ordinary `pyvis.network.Network`: add nodes and ties, change options, `show` it in a
    notebook or `write_html` it. Only the template of the page is ours. Pyvis's own fetches two
    files from the network, and reads tooltips as HTML when one of them holds `href`; ours fetches
    nothing, and whatever a name says stays text.
    """
    from pyvis.network import Network

    drawn = build_view(graph, view)
    # An undirected pyvis network would keep one tie of several between two nodes.
    network = Network(
        directed=True, height=FRAME_HEIGHT, heading=drawn.name, cdn_resources="in_line"
    )
    _set_options(network)
    network.path = TEMPLATE.name
    network.templateEnv = _environment(graph, drawn)
    network.prep_notebook()
    for node in drawn.nodes:
        # vis-network reads -8e-14 as -8.
        x, y = (round(place, 1) for place in drawn.positions[node.key])
        style = _node_style(graph, node, drawn)
        label = _label_at_table(node, x) if ViewFlag.IS_TABLE in drawn.flags else node.label
        network.add_node(node.key, label, x=x, y=y, **_node_options(node, style))
    names = {node.key: node.name for node in drawn.nodes}
    for tie, stroke in zip(drawn.ties, _strokes(graph, drawn.ties), strict=True):
        ends = f"{names[tie.source]} – {names[tie.target]}"
        network.add_edge(
            tie.source,
            tie.target,
            title="\n".join((ends, tie_name(tie.kind), *tie.facts)),
            **_edge_options(drawn, tie, stroke),
        )
    return network


# The page


def _set_options(network: "Network") -> None:
    """Set the options one by one: after `Network.set_options`, `toggle_physics` would fail."""
    options = network.options
    options.nodes = {"font": {"face": "Arial"}, "labelHighlightBold": False}
    options.edges.color.inherit = False
    options.edges.smooth.enabled = False
    options.interaction.hover = True
    options.interaction.selectConnectedEdges = False
    options.physics.enabled = False


def _environment(graph: Graph, view: View) -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(TEMPLATE.parent), autoescape=True, undefined=StrictUndefined
    )
    environment.globals.update(
        language=current_language(),
        ink=INK,
        sentences=[
            *([view.counted.sentence] if view.counted else []),
            view.meaning,
            map_disclaimer(),
        ],
        regions=[_region(graph, region) for region in view.regions],
        region_style=asdict(REGION_STYLE),
        # `write_html` uses the encoding of the machine, whatever it is.
        vis_network=Markup(vis_network().encode("ascii", "backslashreplace").decode("ascii")),
    )
    return environment


def _region(graph: Graph, region: Region) -> dict[str, Any]:
    fill = None
    if region.sector is not None:
        fill = sector_colours(graph).get(region.sector, REGION_STYLE.fill)
    return {"name": region.name, "fill": fill, **asdict(region.box)}


# Nodes


def _node_style(graph: Graph, node: MapNode, view: View) -> NodeStyle:
    kind = "excluded_arena" if node.attributes.get("working") is False else node.kind
    if ViewFlag.IS_TABLE in view.flags:
        return TABLE_STYLES.get(kind, NODE_STYLES[kind])
    style = NODE_STYLES[kind]
    colour = sector_colours(graph).get(str(node.attributes.get("sector")))
    return replace(style, fill=colour, ink=text_colour_on(colour)) if colour else style


def _label_at_table(node: MapNode, x: float) -> str:
    """Return a name on one line with the mark of its row, which is towards the middle."""
    marks = TABLE_MARKS.get(node.kind)
    if marks is None:
        return node.name
    mark = marks[bool(node.attributes["asked"])]
    room = ROW_WIDTH - ROOM_OF_MARK
    name = shortened(node.name, room, TABLE_STYLES[node.kind].font_size, text_width)
    label = f"{name} {mark}" if x < 0 else f"{mark} {name}"
    # vis-network breaks lines at spaces.
    return label.replace(" ", "\u00a0")


def _node_options(node: MapNode, style: NodeStyle) -> dict[str, Any]:
    fill, border = {"background": style.fill}, {"border": style.border}
    return {
        "title": "\n".join((node.name, *node.facts)),
        "shape": style.shape,
        "color": {
            **fill,
            **border,
            "hover": {**fill, **border},
            "highlight": {**fill, "border": BLUE},
        },
        "borderWidth": style.border_width,
        "borderWidthSelected": style.border_width + SELECTED_EXTRA_WIDTH,
        "shapeProperties": {
            "borderRadius": style.radius,
            "borderDashes": list(style.dashes) or False,
        },
        **(_box_options(style) if style.shape == "box" else _mark_options(style)),
    }


def _box_options(style: NodeStyle) -> dict[str, Any]:
    return {
        "font": {"color": style.ink, "size": style.font_size},
        "margin": 3,
        "widthConstraint": {"minimum": style.width, "maximum": style.width},
        "heightConstraint": {"minimum": style.height},
    }


def _mark_options(style: NodeStyle) -> dict[str, Any]:
    """Return what a node has whose name is below it, on top of whatever is drawn in that place."""
    return {
        "font": {
            "color": style.ink,
            "size": style.font_size,
            "strokeWidth": 4,
            "strokeColor": WHITE,
            "vadjust": -3,
        },
        "size": style.width / 2,
    }


# Ties


def _strokes(graph: Graph, ties: Sequence[ViewTie]) -> Iterator[Stroke]:
    """Yield how each tie is drawn: a gap by its strongest finding, a count by its size."""
    findings = [gap.finding for gap in map_findings(graph).gaps]
    basis_of = {finding.identity: finding.basis for finding in reversed(findings)}
    strength = {identity: number for number, identity in enumerate(basis_of)}
    largest: dict[str, float] = defaultdict(float)
    for tie in ties:
        largest[tie.kind] = max(largest[tie.kind], tie.weight or 0)
    for tie in ties:
        stroke = STROKES[tie.kind]
        if tie.kind == GAP_KINDS[Coverage.NONE] and tie.about:
            stroke = BASIS_STROKES[basis_of[max(tie.about, key=strength.__getitem__)]]
        if tie.source.startswith("duty:"):
            # One contact across a duty is enough: none of its ties is a gap by itself.
            stroke = replace(stroke, width=stroke.width / 2, curve=0)
        if stroke.counts and tie.weight:
            stroke = replace(stroke, width=1 + 7 * sqrt(tie.weight / largest[tie.kind]))
        yield stroke


def _edge_options(view: View, tie: ViewTie, stroke: Stroke) -> dict[str, Any]:
    return {
        "id": tie.id,
        "hidden": ViewFlag.IS_TABLE in view.flags and tie.kind in HIDDEN_AT_TABLE,
        "color": stroke.colour,
        "width": stroke.width,
        "dashes": list(stroke.dashes) or False,
        "arrows": {"to": {"enabled": stroke.arrow, "scaleFactor": ARROW_SCALE}},
        "smooth": {
            "enabled": bool(stroke.curve),
            "type": _bend(view.positions[tie.source], view.positions[tie.target], stroke.curve),
            "roundness": stroke.curve,
        },
    }


def _bend(start: Point, end: Point, curve: float) -> str:
    """Return which way a line bends: towards the middle of the view, where there are fewer boxes."""
    clockwise, counterclockwise = (_control_point(start, end, side) for side in (curve, -curve))
    return "curvedCW" if hypot(*clockwise) <= hypot(*counterclockwise) else "curvedCCW"


def _control_point(start: Point, end: Point, curve: float) -> Point:
    """Return where vis-network has the control point of a curve."""
    across, up = end[0] - start[0], start[1] - end[1]
    reach = (abs(curve) * 0.5 + 0.5) * hypot(across, up)
    angle = atan2(up, across) + (curve * 0.5 + 0.5) * pi
    return start[0] + reach * sin(angle), start[1] + reach * cos(angle)
