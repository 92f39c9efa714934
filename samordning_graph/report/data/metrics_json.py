"""The figures of the network as JSON, unrounded; null where a figure is not defined."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any, TextIO

from samordning_graph.graph.graph import Graph, model_of, options_of
from samordning_graph.metrics.figures import municipality_figures
from samordning_graph.report.data.figures_json import figures_json
from samordning_graph.report.findings_report import Report


def write(graph: Graph, stream: TextIO) -> None:
    """Write one municipality (format `samordning-metrics`, version 2; schema in the package)."""
    stream.writelines(_chunks(graph))
    stream.write("\n")


def write_many(graphs: Iterable[Graph], stream: TextIO) -> None:
    """Write many municipalities (format `samordning-metrics-many`), one after the other."""
    stream.write('{"format": "samordning-metrics-many", "version": 2, "metrics": [')
    for number, graph in enumerate(graphs):
        stream.write(",\n" if number else "\n")
        stream.writelines(_chunks(graph))
    stream.write("\n]}\n")


def _chunks(graph: Graph) -> Iterator[str]:
    """Yield the text of one municipality: a line for each part."""
    separator = "{\n  "
    for key, part in _parts(graph).items():
        yield f'{separator}"{key}": {json.dumps(part, ensure_ascii=False, allow_nan=False)}'
        separator = ",\n  "
    yield "\n}"


def _parts(graph: Graph) -> dict[str, Any]:
    municipality, options = model_of(graph).municipality, options_of(graph)
    return {
        "format": "samordning-metrics",
        "version": 2,
        "municipality": {"number": municipality.number, "name": municipality.name},
        **asdict(municipality_figures(graph)),
        "congruence": [
            {"ground": ground, **figures_json(congruence)}
            for ground, congruence in Report(graph).congruence.items()
        ],
        "options": {
            "as_of": options.as_of.isoformat(),
            "max_arena_size": options.max_arena_size,
            "min_meetings": options.min_meetings,
            "links": options.links,
        },
    }
