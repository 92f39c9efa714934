"""`samordning map`: the interactive map as one HTML file."""

from pathlib import Path
from typing import Any

import click

from samordning_graph.cli.municipalities import (
    PATH,
    Origin,
    path_argument,
    picture,
    picture_options,
    read_models,
    refuse_to_overwrite_input,
    writing_to,
)
from samordning_graph.cli.translated import Failure, command, option
from samordning_graph.locale import _, mark


@command("map", mark("Draw the map: one HTML file that needs no network."))
@path_argument
@option(
    "-o",
    "--output",
    type=PATH,
    required=True,
    metavar="FILE",
    help_message=mark("The file to write (.html)."),
)
@picture_options
def map_(origin: Origin, output: Path, **narrowed: Any) -> None:  # noqa: ANN401 - the options of the picture
    """Write the map of one municipality."""
    from samordning_graph.graph import build  # noqa: PLC0415
    from samordning_graph.map.page import map_page  # noqa: PLC0415
    from samordning_graph.output import write_text_atomically  # noqa: PLC0415

    refuse_to_overwrite_input(output, origin)
    options = picture(**narrowed)
    models = read_models(origin, options.as_of)
    if len(models) != 1:
        raise Failure(
            _("a map is of one municipality. Choose one with --municipality.")
            if origin.is_address
            else _("a map is of one municipality. Give one of those in the folder.")
        )
    page = map_page(build(models[0], options))
    with writing_to(output):
        write_text_atomically(output, lambda stream: stream.writelines([page]))
    click.echo(_("Written: {path}").format(path=output.as_posix()), err=True)


command = map_
