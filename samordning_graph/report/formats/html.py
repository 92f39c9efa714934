"""The report as one HTML file: self-contained, printable on A4, without JavaScript."""

from collections.abc import Iterable
from importlib import resources
from typing import TextIO

from samordning_graph.common.locale import current_language
from samordning_graph.report.blocks import Block, Heading


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
    page = environment.get_template("report.html.j2").generate(
        language=current_language(),
        title=next((block.text for _kind, block in named if isinstance(block, Heading)), ""),
        blocks=named,
        style=resources.files(__package__).joinpath("report.css").read_text(encoding="utf-8"),
    )
    stream.writelines(page)
    stream.write("\n")
