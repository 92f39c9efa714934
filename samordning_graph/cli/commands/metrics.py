"""`samordning metrics`: figures of the network."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, TextIO

from samordning_graph.cli.analysis_options import analysis_options
from samordning_graph.cli.data_source import (
    DataSource,
    path_argument,
    read_models,
    refuse_to_overwrite_input,
)
from samordning_graph.cli.output import Output, output_options
from samordning_graph.cli.translated_click import command
from samordning_graph.common.locale import mark

if TYPE_CHECKING:
    from samordning_graph.graph.graph import AnalysisOptions, Graph


@command(
    "metrics",
    mark(
        "Show figures of the network: who bridges, where it can break, how sectors are tied."
        "\n\nEach figure with what it means, what it does not mean, and its source."
    ),
)
@path_argument
@output_options("text", "json", "csv", "html")
@analysis_options
def metrics_command(
    data_source: DataSource,
    output: Output,
    options: "AnalysisOptions",
) -> None:
    """Write the figures of each municipality of a data source."""
    from samordning_graph.graph.build import build
    from samordning_graph.report.data import metrics_csv, metrics_json
    from samordning_graph.report.documents.metrics import metrics_document, metrics_of_many

    refuse_to_overwrite_input(output.path, data_source)
    models = read_models(data_source, options.as_of)
    many = len(models) > 1

    def graphs() -> "Iterator[Graph]":
        for model in models:
            yield build(model, options)

    def write_json(stream: TextIO) -> None:
        if many:
            metrics_json.write_many(graphs(), stream)
        else:
            metrics_json.write(next(graphs()), stream)

    def write_csv(stream: TextIO) -> None:
        metrics_csv.write(graphs(), stream)

    blocks = metrics_of_many(graphs()) if many else metrics_document(next(graphs()))
    output.write(blocks, {"json": write_json, "csv": write_csv})
