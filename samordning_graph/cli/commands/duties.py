"""`samordning duties`: the duty register, and which duties apply in a municipality."""

from functools import partial
from pathlib import Path
from typing import Any

import click

from samordning_graph.cli.data_source import DataSource, analysis_options, picture
from samordning_graph.cli.diff_inputs import one_model
from samordning_graph.cli.output import format_of, format_options, write_output
from samordning_graph.cli.translated_click import command
from samordning_graph.common.locale import mark

FORMATS = ("text", "md", "html", "json")


@command(
    "duties",
    mark(
        "List the duties to cooperate that follow from boligsosialloven § 5 and the neighbouring"
        " laws. With a PATH: which apply there, to whom, and whether they are documented."
    ),
)
@click.argument("path", required=False)
@format_options(*FORMATS)
@analysis_options
def duties(
    path: str | None,
    format_: str | None,
    output: Path | None,
    **narrowed: Any,
) -> None:
    """List duties, or those of one municipality."""
    from samordning_graph.graph.build import build
    from samordning_graph.report.data import duties_json
    from samordning_graph.report.documents import duties as duties_document
    from samordning_graph.schema.duty_register import built_in_duties

    form = format_of(format_, output, FORMATS)
    options = picture(**narrowed)
    register = built_in_duties() if options.duties is None else options.duties
    if path is None:
        blocks = duties_document.register_document(register)
        write_output(
            form, output, blocks, {"json": partial(duties_json.write_json, None, register)}
        )
        return
    graph = build(one_model(DataSource(path), options.as_of), options)
    blocks = duties_document.duties_document(graph)
    write_output(form, output, blocks, {"json": partial(duties_json.write_json, graph, register)})


command = duties
