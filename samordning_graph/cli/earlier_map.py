"""The option --layout-from: an earlier map whose places are kept."""

from pathlib import Path
from typing import TYPE_CHECKING

from samordning_graph.cli.output import PATH
from samordning_graph.cli.translated_click import Failure, option
from samordning_graph.common.locale import mark

if TYPE_CHECKING:
    from samordning_graph.map.page.earlier_positions import Earlier

layout_option = option(
    "--layout-from",
    type=PATH,
    metavar="FILE",
    help_message=mark(
        "An earlier map (.html) whose places are kept: those who were in it stay where they were."
    ),
)


def earlier_map(file: Path | None) -> "Earlier | None":
    """Return the places of an earlier map, if one is named."""
    if file is None:
        return None
    from samordning_graph.map.page.earlier_positions import NotAMapError, read_previous

    try:
        return read_previous(file)
    except NotAMapError as error:
        raise Failure(str(error)) from error
