"""The nodes and lines as vis-network draws them, built with pyvis.

pyvis is only asked for the data. Its own page opens for injected HTML and does not work offline.
"""

from collections.abc import Iterable, Mapping
from math import atan2, cos, hypot, pi, sin
from typing import TYPE_CHECKING, Any

from samordning_graph.graph import (
    Graph,
    actors,
    is_open,
    is_unit,
    name,
    nodes,
    sector_name,
    set_aside,
    words_of,
)
from samordning_graph.locale import _
from samordning_graph.map.frame import BOX_HEIGHT, BOX_WIDTH, Point
from samordning_graph.map.layout import Layout
from samordning_graph.map.lines import Kind, Line
from samordning_graph.map.palette import INK, STROKES, Stroke, sector_colours, text_on
from samordning_graph.map.wording import asked, kind_of_actor, label
from samordning_graph.rules.telling import set_aside_reason
from samordning_graph.schema import Actor, Arena, Unit

if TYPE_CHECKING:
    from pyvis.network import Network

ARENA_LINE = 22
FACE = 'Arial, "Liberation Sans", sans-serif'


def network(graph: Graph, placed: Layout, lines: Iterable[Line]) -> "Network":
    """Return the map as pyvis data: `nodes` and `edges`, positions set, each line once."""
    from pyvis.network import Network  # noqa: PLC0415 - slow, and brings IPython

    # Directed, since pyvis drops the second of two undirected lines; no arrow is drawn.
    drawn = Network(directed=True)
    colours = sector_colours(graph)
    for one in actors(graph):
        _add_actor(drawn, graph, one, colours[one.sector], placed.positions[one.id])
    for place in nodes(graph, Arena):
        _add_arena(drawn, graph, place, placed.positions[place.id])
    for number, line in enumerate(lines):
        drawn.add_edge(
            line.one,
            line.other,
            id=f"line-{number}",
            kind=str(line.kind),
            title=_line_title(graph, line),
            arrows="",
            **_stroke(STROKES[line.kind], placed.positions, line),
        )
    return drawn


def _add_actor(drawn: "Network", graph: Graph, one: Actor, colour: str, at: Point) -> None:
    unit = is_unit(graph, one.id)
    drawn.add_node(
        one.id,
        label=label(one.name),
        title=_actor_title(graph, one),
        shape="box",
        x=at[0],
        y=at[1],
        color=_fill(colour, INK),
        font={"color": text_on(colour), "size": 13, "face": FACE},
        borderWidth=1 if unit else 2.5,
        borderWidthSelected=4,
        margin=3,
        shapeProperties={"borderRadius": 3 if unit else BOX_HEIGHT / 2},
        widthConstraint={"minimum": BOX_WIDTH, "maximum": BOX_WIDTH},
        heightConstraint={"minimum": BOX_HEIGHT},
    )


def _add_arena(drawn: "Network", graph: Graph, place: Arena, at: Point) -> None:
    aside = place.id in set_aside(graph)
    drawn.add_node(
        place.id,
        label=label(place.name, width=ARENA_LINE),
        title=_arena_title(graph, place),
        shape="diamond",
        size=13,
        x=at[0],
        y=at[1] - 16,
        color=_fill("#ffffff", "#767676") if aside else _fill("#3a3a3a", INK),
        font={
            "color": "#595959" if aside else INK,
            "size": 13,
            "face": FACE,
            "strokeWidth": 4,
            "strokeColor": "#ffffff",
            "vadjust": -3,
        },
        borderWidth=1.5,
        shapeProperties={"borderDashes": [4, 3] if aside else False},
    )


def _fill(background: str, border: str) -> dict[str, Any]:
    """Return the colours of a node: the same under the mouse, so that its name stays readable."""
    same = {"background": background, "border": border}
    return {**same, "highlight": same, "hover": same}


def _actor_title(graph: Graph, one: Actor) -> list[str]:
    texts = [one.name, kind_of_actor(graph, one)]
    texts.append(_("Sector: {sector}").format(sector=sector_name(graph, one.sector)))
    if isinstance(one, Unit) and one.part_of:
        texts.append(_("Part of: {unit}").format(unit=name(graph, one.part_of)))
    return [*texts, asked(one)]


def _arena_title(graph: Graph, place: Arena) -> list[str]:
    texts = [place.name, _("Coordination arena")]
    if place.level:
        texts.append(_("Level: {level}").format(level=words_of(graph, "level")[place.level].name))
    if place.meetings_per_year is not None:
        texts.append(_("Meetings a year: {n}").format(n=f"{place.meetings_per_year:g}"))
    reason = set_aside(graph).get(place.id)
    if reason:
        texts.append(
            _("Not counted as a working arena: {reason}").format(reason=set_aside_reason(reason))
        )
    if is_open(graph, place):
        texts.append(_("The participant list is incomplete"))
    return texts


def kind_name(kind: Kind) -> str:
    """Return what a kind of line is called."""
    return {
        Kind.TAKES_PART: _("Leader or member"),
        Kind.LOOSE: _("On call, observer or acquaintance"),
        Kind.LINK: _("Works together directly"),
        Kind.AGREEMENT: _("Agreement in force"),
        Kind.MISSING: _("Possible missing link"),
        Kind.NOT_ASSESSED: _("Cannot be assessed"),
    }[kind]


def _line_title(graph: Graph, line: Line) -> list[str]:
    return [
        f"{name(graph, line.one)} – {name(graph, line.other)}",
        kind_name(line.kind),
        *line.texts,
    ]


def _stroke(stroke: Stroke, positions: Mapping[str, Point], line: Line) -> dict[str, Any]:
    return {
        "color": {"color": stroke.colour, "highlight": stroke.colour, "hover": stroke.colour},
        "width": stroke.width,
        "dashes": list(stroke.dashes) or False,
        "smooth": bend(positions[line.one], positions[line.other], stroke.curve),
    }


def bend(one: Point, other: Point, curve: float) -> dict[str, Any] | bool:
    """Return how a line bends: towards the middle of the map, where no box is in its way."""
    if not curve:
        return False
    turns = {"curvedCW": curve, "curvedCCW": -curve}
    inwards = min(turns, key=lambda turn: hypot(*_via(one, other, turns[turn])))
    return {"enabled": True, "type": inwards, "roundness": curve}


def _via(one: Point, other: Point, curve: float) -> Point:
    """Return the point that a curve of vis-network is drawn towards."""
    across, up = other[0] - one[0], one[1] - other[1]
    reach = (abs(curve) * 0.5 + 0.5) * hypot(across, up)
    angle = atan2(up, across) + (curve * 0.5 + 0.5) * pi
    return one[0] + reach * sin(angle), one[1] + reach * cos(angle)
