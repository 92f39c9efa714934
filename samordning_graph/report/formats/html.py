"""The report as one HTML file: self-contained, printable on A4, without JavaScript."""

from collections.abc import Iterable
from importlib import resources
from itertools import count
from typing import TYPE_CHECKING, TextIO

from samordning_graph.common.locale import current_language
from samordning_graph.drawing.strokes import PALETTE
from samordning_graph.report.blocks import Block, Heading

if TYPE_CHECKING:
    from samordning_graph.drawing.marks import Drawing


def write(blocks: Iterable[Block], stream: TextIO) -> None:
    """Write blocks as an HTML page. Text from the data is escaped by the template."""
    # Jinja2 costs as much as the rest of the program to import.
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("samordning_graph.report.formats", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    named = [(type(block).__name__, block) for block in blocks]
    pictures = count(1)
    page = environment.get_template("report.html.j2").generate(
        language=current_language(),
        title=next((block.text for _kind, block in named if isinstance(block, Heading)), ""),
        blocks=named,
        palette=PALETTE,
        svg=lambda drawing: _svg(drawing, f"picture-{next(pictures)}"),
        style=resources.files(__package__).joinpath("report.css").read_text(encoding="utf-8"),
    )
    stream.writelines(page)
    stream.write("\n")


def _svg(drawing: "Drawing", id_: str) -> str:
    """Return a picture as an element of the page; `id_` is its own."""
    # A report without a picture begins sooner.
    from samordning_graph.report.formats.svg import svg_of

    return svg_of(drawing, id_)
