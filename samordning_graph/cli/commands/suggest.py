"""`samordning suggest`: the next steps of all gaps, as a document, as JSON, or as rows to try out."""

from functools import partial
from typing import TYPE_CHECKING

import click

from samordning_graph.cli.analysis_options import analysis_options
from samordning_graph.cli.data_source import (
    DataSource,
    path_argument,
    read_one_model,
    refuse_to_overwrite_input,
)
from samordning_graph.cli.output import Output, output_options
from samordning_graph.cli.translated_click import command, option
from samordning_graph.common.locale import _, mark

if TYPE_CHECKING:
    from samordning_graph.graph.graph import AnalysisOptions


@command(
    "suggest",
    mark(
        "Suggest the next step for each pair and duty without documented coordination: agreements"
        " to renew, the seats that close most, and new arenas where no arena suits.\n\nNo arena grows beyond --max-arena-size (12 if it is not"
        " given). As YAML the steps are rows of the tables, for report --what-if."
    ),
)
@path_argument
@output_options("text", "md", "html", "json", "yaml")
@option(
    "--max-invitations",
    type=click.IntRange(min=1),
    metavar="N",
    help_message=mark("Suggest at most N seats. Default: 5."),
)
@analysis_options
def suggest_command(
    data_source: DataSource,
    output: Output,
    max_invitations: int | None,
    options: "AnalysisOptions",
) -> None:
    """Write the suggested steps of one municipality."""
    from samordning_graph.analysis.suggest import plan as steps
    from samordning_graph.graph.build import build
    from samordning_graph.report.data import suggestions_json, suggestions_overlay
    from samordning_graph.report.documents.suggestions import suggest_document

    refuse_to_overwrite_input(output.path, data_source)
    graph = build(read_one_model(data_source, options.as_of), options)
    plan = steps.suggest(graph, max_invitations or steps.MOST_INVITATIONS)
    data = {
        "json": partial(suggestions_json.write, graph, plan),
        "yaml": partial(suggestions_overlay.write, graph, plan),
    }
    output.write(suggest_document(graph, plan), data)
    if output.path is None and output.format.name == "text":
        click.echo(
            _(
                "Other limits: --max-invitations, --max-arena-size. As a file: samordning suggest PATH"
                " -o steps.yaml; the report with the steps in place: samordning report PATH --what-if"
                " steps.yaml."
            ),
            err=True,
        )
