"""`samordning compare`: many municipalities side by side."""

from functools import partial
from typing import TYPE_CHECKING

import click

from samordning_graph.cli.analysis_options import analysis_options
from samordning_graph.cli.data_source import (
    DataSource,
    read_models,
    refuse_to_overwrite_input,
)
from samordning_graph.cli.output import Output, output_options
from samordning_graph.cli.translated_click import command
from samordning_graph.common.locale import mark

if TYPE_CHECKING:
    from samordning_graph.graph.graph import AnalysisOptions


@command(
    "compare",
    mark(
        "Show many municipalities side by side, by number: who was asked, pairs with a ground to"
        " coordinate, § 5, isolated, findings by rule. No league table: what was asked differs."
    ),
)
@click.argument("paths", nargs=-1, required=True)
@output_options("text", "md", "html", "csv", "json")
@analysis_options
def compare_command(
    paths: tuple[str, ...],
    output: Output,
    options: "AnalysisOptions",
) -> None:
    """Compare every municipality of some paths."""
    from samordning_graph.graph.build import build
    from samordning_graph.report.data import comparison as comparison_data
    from samordning_graph.report.documents.comparison import comparison_document
    from samordning_graph.report.findings_report import Report
    from samordning_graph.report.municipality_row import municipality_row

    for path in paths:
        refuse_to_overwrite_input(output.path, DataSource(path))
    models = [
        model
        for path in paths
        for model in read_models(DataSource(path), options.as_of, warnings_in_short=True)
    ]
    rows = sorted(
        (municipality_row(Report(build(model, options))) for model in models),
        key=lambda row: row.number,
    )
    data = {
        "csv": partial(comparison_data.write_csv, rows),
        "json": partial(comparison_data.write_json, rows),
    }
    output.write(comparison_document(rows), data)
