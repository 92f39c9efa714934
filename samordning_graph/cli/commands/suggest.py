"""`samordning suggest`: whom to invite where, as a document, as JSON, or as rows to try out."""

from functools import partial
from typing import Any

import click

from samordning_graph.cli.data_source import (
    DataSource,
    analysis_options,
    path_argument,
    picture,
    refuse_to_overwrite_input,
)
from samordning_graph.cli.diff_inputs import one_model
from samordning_graph.cli.output import Output, output_options
from samordning_graph.cli.translated_click import command, option
from samordning_graph.common.locale import mark


@command(
    "suggest",
    mark(
        "Suggest the smallest set of invitations that closes most of what is missing, and new"
        " arenas where none serves.\n\nNo arena grows beyond --max-arena-size (12 if it is not"
        " given). As YAML the steps are rows of the tables, for report --what-if."
    ),
)
@path_argument
@output_options("text", "md", "html", "json", "yaml")
@option(
    "--max-invitations",
    type=click.IntRange(min=1),
    metavar="N",
    help_message=mark("Suggest at most N invitations. Default: 5."),
)
@analysis_options
def suggest(
    origin: DataSource,
    output: Output,
    max_invitations: int | None,
    **narrowed: Any,
) -> None:
    """Write the suggested steps of one municipality."""
    from samordning_graph.analysis.suggest import plan as steps
    from samordning_graph.graph.build import build
    from samordning_graph.report.data import suggestions_json as suggest_json
    from samordning_graph.report.data import suggestions_overlay as suggest_overlay
    from samordning_graph.report.documents.suggestions import suggest_document

    refuse_to_overwrite_input(output.path, origin)
    options = picture(**narrowed)
    graph = build(one_model(origin, options.as_of), options)
    plan = steps.suggest(graph, max_invitations or steps.MOST_INVITATIONS)
    data = {
        "json": partial(suggest_json.write, graph, plan),
        "yaml": partial(suggest_overlay.write, graph, plan),
    }
    output.write(suggest_document(graph, plan), data)


command = suggest
