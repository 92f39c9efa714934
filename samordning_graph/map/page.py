"""The map as one HTML page that works offline: picture, legend, and the same in tables."""

from dataclasses import dataclass
from typing import Any

from samordning_graph.graph import (
    Graph,
    actors,
    asked,
    is_unit,
    model_of,
    nodes,
    options_of,
    sector_name,
    set_aside,
    source_period,
)
from samordning_graph.locale import _, current_language, in_words, ngettext
from samordning_graph.map.drawing import kind_name, network
from samordning_graph.map.layout import Layout, layout
from samordning_graph.map.lines import Kind, Line, Pairs, known_lines, uncovered_pairs
from samordning_graph.map.palette import STROKES, Stroke, sector_colours
from samordning_graph.map.previous import Earlier
from samordning_graph.map.tables import nothing_needed, tables
from samordning_graph.map.wording import sector_heading
from samordning_graph.schema import Arena

HIDDEN_AT_FIRST = (Kind.NOT_ASSESSED,)
"""What is not known is not drawn as if it were a gap, until somebody asks for it."""
_SWITCHES = (Kind.MISSING, Kind.NOT_ASSESSED, Kind.LOOSE)


def map_page(graph: Graph, view: str | None = None, earlier: Earlier | None = None) -> str:
    """Return the map of a municipality as a whole HTML page, in the language in use."""
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415 - slow

    from samordning_graph.map.assets import assets  # noqa: PLC0415 - reads half a megabyte

    environment = Environment(
        loader=PackageLoader("samordning_graph.map", "template"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    known, pairs, placed = known_lines(graph), uncovered_pairs(graph), layout(graph)
    lines = [*known, *pairs[Kind.NOT_ASSESSED].lines, *pairs[Kind.MISSING].lines]
    return environment.get_template("page.html.j2").render(
        language=current_language(),
        title=_("Coordination map of {municipality}").format(municipality=_municipality(graph)),
        facts=_facts(graph),
        data=_data(graph, placed, lines),
        legend=_legend(graph, placed, lines, pairs),
        tables=tables(graph, known, pairs),
        texts=_texts(),
        assets=assets(),
    )


def _municipality(graph: Graph) -> str:
    town = model_of(graph).municipality
    return town.name or town.number


def _facts(graph: Graph) -> tuple[str, ...]:
    """Return whose data, how old, and who was asked."""
    number, everyone = asked(graph)
    return (
        _("Municipality number {number}").format(number=model_of(graph).municipality.number),
        _("Drawn as of {date}").format(date=in_words(options_of(graph).as_of)),
        _data_period(graph),
        ngettext(
            "{asked} of {n} actor was asked", "{asked} of {n} actors were asked", everyone
        ).format(asked=number, n=everyone),
    )


def _data_period(graph: Graph) -> str:
    period = source_period(graph)
    if period is None:
        return _("The age of the data is not stated")
    first, last = (in_words(day) for day in period)
    if first == last:
        return _("Data from {date}").format(date=first)
    return _("Data from {first} to {last}").format(first=first, last=last)


def _data(graph: Graph, placed: Layout, lines: list[Line]) -> dict[str, Any]:
    """Return what the script draws; the only data it gets."""
    drawn, colours = network(graph, placed, lines), sector_colours(graph)
    return {
        "nodes": drawn.nodes,
        "edges": drawn.edges,
        "regions": [
            {
                "name": sector_heading(graph, one.sector),
                "colour": colours[one.sector] if one.sector else None,
                "left": one.box.left,
                "top": one.box.top,
                "width": one.box.width,
                "height": one.box.height,
            }
            for one in placed.regions
        ],
        "view": {"width": placed.whole.width, "height": placed.whole.height},
        "hidden": [str(kind) for kind in HIDDEN_AT_FIRST],
        "texts": {"shown": _("Lines shown: {shown} of {all}")},
    }


@dataclass(frozen=True, slots=True)
class LegendLine:
    """A kind of line in the legend: how many there are, and whether it can be switched off."""

    kind: Kind
    name: str
    count: int
    stroke: Stroke
    has_switch: bool
    is_on: bool
    meaning: str


@dataclass(frozen=True, slots=True)
class Legend:
    """What the shapes, colours and lines mean; only what the map holds."""

    sectors: tuple[tuple[str, str], ...]
    has_external: bool
    has_working_arenas: bool
    has_set_aside: bool
    lines: tuple[LegendLine, ...]


def _legend(graph: Graph, placed: Layout, lines: list[Line], pairs: dict[Kind, Pairs]) -> Legend:
    colours = sector_colours(graph)
    used = {one.sector for one in actors(graph)}
    return Legend(
        sectors=tuple(sorted((sector_name(graph, sector), colours[sector]) for sector in used)),
        has_external=any(not is_unit(graph, one.id) for one in actors(graph)),
        has_working_arenas=len(set_aside(graph)) < len(nodes(graph, Arena)),
        has_set_aside=bool(set_aside(graph)),
        lines=tuple(
            LegendLine(
                kind=kind,
                name=kind_name(kind),
                count=pairs[kind].count
                if kind in pairs
                else sum(line.kind is kind for line in lines),
                stroke=STROKES[kind],
                has_switch=kind in _SWITCHES,
                is_on=kind not in HIDDEN_AT_FIRST,
                meaning=_meaning(kind, pairs),
            )
            for kind in Kind
        ),
    )


def _meaning(kind: Kind, pairs: dict[Kind, Pairs]) -> str:
    if kind is Kind.MISSING and not pairs[kind].needed:
        return nothing_needed()
    if kind is Kind.MISSING:
        return _(
            "A ground to coordinate, but no common meeting place or direct collaboration in the data."
        )
    if kind is Kind.NOT_ASSESSED and pairs[kind].count:
        return _("A ground to coordinate, but whether they do is not known.")
    return ""


def _texts() -> dict[str, str]:
    """Return the fixed texts of the page."""
    return {
        "no_answer_key": _(
            "The map is no answer key. It shows the pattern as the data have it today, so that"
            " people can discuss it. Unknown is not absent."
        ),
        "map": _("Map"),
        "picture": _("The coordination map. The tables below the map hold the same information."),
        "no_script": _("The map needs JavaScript. The tables below hold the same information."),
        "to_tables": _("To the tables"),
        "legend": _("Legend"),
        "lines": _("Lines"),
        "shapes": _("Shapes"),
        "sectors": _("Sectors"),
        "unit": _("Municipal unit"),
        "external": _("External actor"),
        "working_arena": _("Working arena"),
        "set_aside": _("Arena that does not count"),
        "zoom_in": _("Zoom in"),
        "zoom_out": _("Zoom out"),
        "whole_map": _("Whole map"),
        "tables": _("The same as tables"),
        "licence": _(
            "Drawn with vis-network 9.1.2 (© Almende B.V. and visjs contributors, MIT or Apache 2.0)."
        ),
    }
