"""`samordning diff`: what has changed between two data sets."""

from typing import Any

import click

from samordning_graph.cli.data_source import DataSource, analysis_options, picture
from samordning_graph.cli.diff_inputs import one_model, write_changes
from samordning_graph.cli.output import Output, output_options
from samordning_graph.cli.translated_click import command
from samordning_graph.common.locale import _, mark


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
def diff(
    old: str,
    new: str,
    output: Output,
    **narrowed: Any,
) -> None:
    """Compare two data sets of one municipality."""
    from samordning_graph.analysis.diff import diff as difference
    from samordning_graph.analysis.diff import snapshot
    from samordning_graph.cli.diff_inputs import snapshot_of
    from samordning_graph.graph.build import build

    options = picture(**narrowed)
    before = snapshot_of(DataSource(old), options)
    model = one_model(DataSource(new), options.as_of)
    after = snapshot(build(model, options))
    town = model.municipality
    title = _("What has changed in {name} ({number})").format(name=town.name, number=town.number)
    write_changes(difference(before, after), title, (old, new), output)


command = diff
