"""`samordning suggest`: whom to invite where, as a document, as JSON, or as rows to try out."""

from functools import partial
from pathlib import Path
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
from samordning_graph.cli.output import format_of, format_options, write_output
from samordning_graph.cli.translated_click import command, option
from samordning_graph.common.locale import mark

FORMATS = ("text", "md", "html", "json", "yaml")


@command(
    "suggest",
    mark(
        "Suggest the smallest set of invitations that closes most of what is missing, and new"
        " arenas where none serves.\n\nNo arena grows beyond --max-arena-size (12 if it is not"
        " given). As YAML the steps are rows of the tables, for report --what-if."
    ),
)
@path_argument
@format_options(*FORMATS)
@option(
    "--max-invitations",
    type=click.IntRange(min=1),
    metavar="N",
    help_message=mark("Suggest at most N invitations. Default: 5."),
)
@analysis_options
def suggest(
    origin: DataSource,
    format_: str | None,
    output: Path | None,
    max_invitations: int | None,
    **narrowed: Any,
) -> None:
    """Write the suggested steps of one municipality."""
    from samordning_graph.analysis.suggest import plan as steps
    from samordning_graph.graph.build import build
    from samordning_graph.report.data import suggestions_json as suggest_json
    from samordning_graph.report.data import suggestions_overlay as suggest_overlay
    from samordning_graph.report.documents.suggestions import suggest_document

    form = format_of(format_, output, FORMATS)
    if output is not None:
        refuse_to_overwrite_input(output, origin)
    options = picture(**narrowed)
    graph = build(one_model(origin, options.as_of), options)
    plan = steps.suggest(graph, max_invitations or steps.MOST_INVITATIONS)
    data = {
        "json": partial(suggest_json.write, graph, plan),
        "yaml": partial(suggest_overlay.write, graph, plan),
    }
    write_output(form, output, suggest_document(graph, plan), data)


command = suggest
