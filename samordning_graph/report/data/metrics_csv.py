"""The figures of the actors as CSV for Excel in Norway: `;`, decimal comma, one row an actor."""

import csv
from collections.abc import Iterable
from typing import TextIO

from samordning_graph.common.locale import _
from samordning_graph.graph.graph import Graph, model_of, node_name, sector_name
from samordning_graph.metrics import definitions as measures
from samordning_graph.metrics.figures import ActorFigures, municipality_figures
from samordning_graph.report.formats.csv_dialect import (
    BYTE_ORDER_MARK,
    NorwegianCsv,
    escape_formula,
)


def write(graphs: Iterable[Graph], stream: TextIO) -> None:
    """Write the figures of the actors of one or many municipalities as one table."""
    stream.write(BYTE_ORDER_MARK)
    writer = csv.writer(stream, NorwegianCsv)
    writer.writerow(_header())
    for graph in graphs:
        municipality = model_of(graph).municipality
        for actor in municipality_figures(graph).actors:
            texts = (
                municipality.number,
                municipality.name or "",
                actor.id,
                node_name(graph, actor.id),
            )
            sector = (actor.sector, sector_name(graph, actor.sector))
            writer.writerow([*map(escape_formula, (*texts, *sector)), *_figures(actor)])


def _header() -> list[str]:
    return [
        _("municipality number"),
        _("municipality"),
        _("id"),
        _("name"),
        _("sector"),
        _("sector name"),
        _("links"),
        _("arenas"),
        _(measures.BETWEENNESS.title).lower(),
        _(measures.CONSTRAINT.title).lower(),
        _(measures.EFFECTIVE_SIZE.title).lower(),
        _("coordinator"),
        _("consultant"),
        _("representative"),
        _("gatekeeper"),
        _("liaison"),
    ]


def _figures(actor: ActorFigures) -> list[str]:
    roles = actor.brokerage
    return [
        _number(figure)
        for figure in (
            actor.degree,
            actor.arenas,
            actor.betweenness,
            actor.constraint,
            actor.effective_size,
            roles.coordinator,
            roles.consultant,
            roles.representative,
            roles.gatekeeper,
            roles.liaison,
        )
    ]


def _number(figure: float | None) -> str:
    """Return a figure, unrounded, as Excel in Norway reads it; an empty cell where not defined."""
    return "" if figure is None else repr(figure).replace(".", ",")
