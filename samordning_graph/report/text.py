"""The report as plain text, for pipes and files."""

import textwrap
from collections.abc import Iterable, Iterator
from typing import TextIO

from samordning_graph.report.blocks import Block, Bullets, Heading, Paragraph, Sentences, Table

WIDTH = 100
_UNDERLINES = {1: "=", 2: "-"}


def write(blocks: Iterable[Block], stream: TextIO) -> None:
    """Write blocks as plain text, at most 100 characters wide."""
    for block in blocks:
        stream.writelines(f"{line}\n" for line in _lines(block))


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield ""
            yield from textwrap.wrap(block.text, WIDTH)
            if block.level in _UNDERLINES:
                yield _UNDERLINES[block.level] * min(len(block.text), WIDTH)
        case Paragraph():
            yield from textwrap.wrap(block.text, WIDTH)
        case Bullets():
            for number, item in enumerate(block.items, start=1):
                yield from _hanging(f"{number}. " if block.numbered else "- ", item)
        case Table():
            yield from _table(block)
        case Sentences():
            yield ""
            yield from textwrap.wrap(block.title, WIDTH)
            for label, sentence in block.lines:
                yield from _hanging(f"  {label}: ", sentence, indent=4)


def _hanging(start: str, text: str, indent: int | None = None) -> list[str]:
    spaces = " " * (len(start) if indent is None else indent)
    return textwrap.wrap(text, WIDTH, initial_indent=start, subsequent_indent=spaces)


def _table(table: Table) -> Iterator[str]:
    """Yield a table with columns as wide as their content, the widest cut until it fits."""
    rows = (table.header, *table.rows)
    widths = [max(len(row[i]) for row in rows) for i in range(len(table.header))]
    while sum(widths) + 2 * (len(widths) - 1) > WIDTH:
        widths[widths.index(max(widths))] -= 1
    yield ""
    yield from textwrap.wrap(table.caption, WIDTH)
    for row in rows:
        yield from _row_lines(row, widths)
        if row is table.header:
            yield "  ".join("-" * width for width in widths)


def _row_lines(row: Iterable[str], widths: list[int]) -> Iterator[str]:
    cells = [textwrap.wrap(cell, width) or [""] for cell, width in zip(row, widths, strict=True)]
    for line in range(max(len(cell) for cell in cells)):
        parts = [
            (cell[line] if line < len(cell) else "").ljust(width)
            for cell, width in zip(cells, widths, strict=True)
        ]
        yield "  ".join(parts).rstrip()
