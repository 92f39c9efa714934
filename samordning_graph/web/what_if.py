"""What if all suggested steps were taken: their rows over the data, and what would be closed."""

from pathlib import Path

from samordning_graph.analysis.diff import Diff, diff, snapshot
from samordning_graph.analysis.suggest.plan import suggest
from samordning_graph.common.atomic_write import write_text
from samordning_graph.graph.build import build
from samordning_graph.graph.graph import Graph, options_of
from samordning_graph.input.overlay import overlaid
from samordning_graph.input.read_source import read_source
from samordning_graph.input.record import Source
from samordning_graph.input.validate import validate
from samordning_graph.report.data import suggestions_overlay


def with_all_steps(source: Source, graph: Graph, rows: Path) -> Diff:
    """Return what would change in a municipality that was read from a source; `rows` is written (YAML)."""
    plan, options = suggest(graph), options_of(graph)
    write_text(rows, lambda stream: suggestions_overlay.write(graph, plan, stream))
    model = validate(overlaid(source, read_source(rows)), options.as_of)
    assert model is not None, "the rows of the steps do not fit"
    return diff(snapshot(graph), snapshot(build(model, options)))
