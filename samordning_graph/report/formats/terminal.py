"""The report in a terminal, with rich: the same document as the plain text."""

from collections.abc import Iterable

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table as RichTable
from rich.text import Text

from samordning_graph.report.blocks import (
    Bars,
    Block,
    Bullets,
    FiguresBar,
    Heading,
    Heat,
    Matrices,
    Message,
    Paragraph,
    Picture,
    Sentences,
    TableBlock,
)
from samordning_graph.report.formats.plain_text import drawn

WIDTH = 110
_STYLES = {1: "bold reverse", 2: "bold cyan", 3: "bold"}


def show(blocks: Iterable[Block]) -> None:
    """Print blocks on the terminal. Text from the data is never taken as markup."""
    console = Console(highlight=False, markup=False, emoji=False)
    console.width = min(console.width, WIDTH)
    for block in blocks:
        for part in _parts(block):
            console.print(part)


def _parts(block: Block) -> list[RenderableType]:
    match block:
        case Heading():
            return ["", Text(block.text, style=_STYLES[block.level])]
        case Paragraph():
            return [Text(block.text, style="dim" if block.quiet else "")]
        case Message():
            return ["", Text(block.text, style="bold")]
        case FiguresBar():
            return [Text.assemble((drawn(block.parts), "cyan"), f"  {block.text}")]
        case Picture():
            return []
        case Bullets():
            return [_bullets(block)]
        case TableBlock():
            return [_table(block)]
        case Bars():
            return [Text(block.caption, style="bold"), *_bars(block)]
        case Heat() | Matrices():
            return [laid_out for part in block.plain for laid_out in _parts(part)]
        case Sentences():
            return ["", Text(block.title, style="bold yellow"), _sentences(block)]


def _bars(block: Bars) -> list[RenderableType]:
    parts: list[RenderableType] = []
    for name, group in block.groups:
        grid = RichTable.grid(padding=(0, 1))
        for bar in group:
            grid.add_row(Text(bar.label), Text(drawn(bar.parts), style="cyan"), Text(bar.figure))
        parts += [Text(name), Padding(grid, (0, 0, 0, 2))]
    return parts


def _bullets(block: Bullets) -> RichTable:
    grid = RichTable.grid(padding=(0, 1))
    for number, item in enumerate(block.items, start=1):
        grid.add_row(Text(f"{number}." if block.numbered else "•"), Text(item))
    return grid


def _sentences(block: Sentences) -> Padding:
    grid = RichTable.grid(padding=(0, 1))
    for label, sentence in block.lines:
        grid.add_row(Text(label, style="dim"), Text(sentence))
    return Padding(grid, (0, 0, 0, 2))


def _table(block: TableBlock) -> RichTable:
    table = RichTable(title=Text(block.caption), title_justify="left", expand=False)
    for header in block.header:
        table.add_column(Text(header))
    for row in block.rows:
        table.add_row(*(Text(cell) for cell in row))
    return table
