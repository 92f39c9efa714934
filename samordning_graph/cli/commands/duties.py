"""`samordning duties`: the duty register, and which duties apply in a municipality."""

from functools import partial
from typing import TYPE_CHECKING

import click

from samordning_graph.cli.analysis_options import analysis_options
from samordning_graph.cli.data_source import DataSource, read_one_model
from samordning_graph.cli.output import Output, output_options
from samordning_graph.cli.translated_click import command
from samordning_graph.common.locale import mark

if TYPE_CHECKING:
    from samordning_graph.graph.graph import AnalysisOptions


@command(
    "duties",
    mark(
        "List the duties to cooperate that follow from boligsosialloven § 5 and the neighbouring"
        " laws. With a PATH: which apply there, to whom, and whether they are documented."
    ),
)
@click.argument("path", required=False)
@output_options("text", "md", "html", "json")
@analysis_options
def duties_command(
    path: str | None,
    output: Output,
    options: "AnalysisOptions",
) -> None:
    """List duties, or those of one municipality."""
    from samordning_graph.graph.build import build
    from samordning_graph.report.data import duties_json
    from samordning_graph.report.documents import duties as duties_document
    from samordning_graph.schema.duty_register import built_in_duties

    register = built_in_duties() if options.duties is None else options.duties
    if path is None:
        blocks = duties_document.register_document(register)
        output.write(blocks, {"json": partial(duties_json.write, None, register)})
        return
    graph = build(read_one_model(DataSource(path), options.as_of), options)
    blocks = duties_document.duties_document(graph)
    output.write(blocks, {"json": partial(duties_json.write, graph, register)})
