"""`samordning diff`: what has changed between two data sets."""

from typing import TYPE_CHECKING

import click

from samordning_graph.cli.analysis_options import analysis_options
from samordning_graph.cli.changes import refuse_baseline_of_another, snapshot_of, write_changes
from samordning_graph.cli.data_source import (
    DataSource,
    read_one_model,
    refuse_to_overwrite_input,
)
from samordning_graph.cli.output import Output, output_options
from samordning_graph.cli.translated_click import command
from samordning_graph.common.locale import _, mark

if TYPE_CHECKING:
    from samordning_graph.graph.graph import AnalysisOptions


@command(
    "diff",
    mark(
        "Tell what has changed from OLD to NEW: findings closed and new, by id, and whether the"
        " network has changed or only what the data can tell. OLD may also be an earlier report"
        " (JSON). Exit 0 whether or not anything has changed."
    ),
)
@click.argument("old")
@click.argument("new")
@output_options("text", "md", "html", "json")
@analysis_options
def diff_command(
    old: str,
    new: str,
    output: Output,
    options: "AnalysisOptions",
) -> None:
    """Compare two data sets of one municipality."""
    from samordning_graph.analysis.diff import diff, snapshot
    from samordning_graph.graph.build import build

    for path in (old, new):
        refuse_to_overwrite_input(output.path, DataSource(path))
    before = snapshot_of(DataSource(old), options)
    model = read_one_model(DataSource(new), options.as_of)
    refuse_baseline_of_another(before, model)
    after = snapshot(build(model, options))
    municipality = model.municipality
    title = _("What has changed in {name} ({number})").format(
        name=municipality.name, number=municipality.number
    )
    sources = (DataSource(old).shown, DataSource(new).shown)
    write_changes(diff(before, after), title, sources, output)
