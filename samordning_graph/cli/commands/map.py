"""`samordning map`: the interactive map as one HTML file."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from samordning_graph.cli.analysis_options import analysis_options, anonymous_option
from samordning_graph.cli.data_source import (
    DataSource,
    path_argument,
    read_models,
    refuse_to_overwrite_input,
)
from samordning_graph.cli.earlier_map import earlier_map, layout_option
from samordning_graph.cli.output import (
    Output,
    chosen_format,
    file_named,
    force_option,
    output_option,
)
from samordning_graph.cli.translated_click import Failure, command, option
from samordning_graph.common.locale import _, mark
from samordning_graph.map.views.registry import VIEWS

if TYPE_CHECKING:
    from samordning_graph.graph.graph import AnalysisOptions


@command("map", mark("Draw the map: one HTML file that needs no network."))
@path_argument
@output_option(mark("The file to write (.html)."), required=True)
@force_option
@option(
    "--view",
    type=click.Choice([*VIEWS, "all"]),
    default="all",
    help_message=mark(
        "What to draw: actors, arenas, sectors or goals. Default: all of them as tabs of one page."
    ),
)
@layout_option
@anonymous_option
@analysis_options
def map_command(
    data_source: DataSource,
    output: Path,
    force: bool,
    view: str,
    layout_from: Path | None,
    options: "AnalysisOptions",
) -> None:
    """Write the map of one municipality."""
    from samordning_graph.graph.build import build
    from samordning_graph.map.page.html_page import map_page

    file = file_named(output)
    page_file = Output(chosen_format(("html",), None, output), file, force)
    if file is not None:
        refuse_to_overwrite_input(file, data_source)
        page_file.refuse_to_lose(file)
    earlier = earlier_map(layout_from)
    models = read_models(data_source, options.as_of)
    if len(models) != 1:
        raise Failure(
            _("a map is of one municipality. Choose one with --municipality.")
            if data_source.is_address
            else _("a map is of one municipality. Give one of those in the folder.")
        )
    graph = build(models[0], options)
    page = map_page(graph, view=None if view == "all" else view, earlier=earlier)
    page_file.fill(lambda stream: stream.writelines([page]))
