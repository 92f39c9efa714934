"""The report as plain text, for pipes and files."""

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from typing import TextIO

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
    Sentences,
    TableBlock,
)

WIDTH = 100
BAR_WIDTH = 20
BAR_SIGNS = "#.?"
_GAP = 2
"""Characters of a line, of a bar, for its parts, and between columns."""
_UNDERLINES = {1: "=", 2: "-"}


def write(blocks: Iterable[Block], stream: TextIO) -> None:
    """Write blocks as plain text, at most 100 characters wide."""
    for block in blocks:
        stream.writelines(f"{line}\n" for line in _lines(block))


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield ""
            yield from wrapped(block.text)
            if block.level in _UNDERLINES:
                yield _UNDERLINES[block.level] * min(len(block.text), WIDTH)
        case Message():
            yield ""
            yield from wrapped(block.text)
        case Paragraph():
            yield from wrapped(block.text)
        case Bullets():
            for number, item in enumerate(block.items, start=1):
                yield from _hanging(f"{number}. " if block.numbered else "- ", item)
        case TableBlock():
            yield from _table(block)
        case FiguresBar():
            yield from _hanging(f"{drawn(block.parts)}  ", block.text)
        case Bars():
            yield from _bars(block)
        case Heat() | Matrices():
            for part in block.plain:
                yield from _lines(part)
        case Sentences():
            yield ""
            yield from wrapped(block.title)
            for label, sentence in block.lines:
                yield from _hanging(f"  {label}: ", sentence, indent=4)


def _bars(bars: Bars) -> Iterator[str]:
    width = max((len(bar.label) for _name, group in bars.groups for bar in group), default=0)
    yield ""
    yield from wrapped(bars.caption)
    for name, group in bars.groups:
        yield from wrapped(name)
        for bar in group:
            yield f"  {bar.label.ljust(width)}  {drawn(bar.parts)}  {bar.figure}"


def drawn(parts: Sequence[int]) -> str:
    """Return the parts of a bar in characters: what is there, is not, and nobody knows.

    Examples
    --------
    >>> drawn((6, 4, 10))
    '######....??????????'
    """
    return "".join(sign * width for sign, width in zip(BAR_SIGNS, bar_widths(parts), strict=True))


def bar_widths(parts: Sequence[int]) -> list[int]:
    """Return how many of the characters of a bar each part gets.

    A part that is not nothing has at least one, so that no bar looks whole that is not.

    Examples
    --------
    >>> bar_widths((999, 1, 0))
    [19, 1, 0]
    """
    widths = [max(1, round(BAR_WIDTH * part / sum(parts))) if part else 0 for part in parts]
    widths[widths.index(max(widths))] += BAR_WIDTH - sum(widths)
    return widths


def _hanging(start: str, text: str, indent: int | None = None) -> list[str]:
    spaces = " " * (len(start) if indent is None else indent)
    return wrapped(text, start=start, indent=spaces)


def wrapped(text: str, width: int = WIDTH, start: str = "", indent: str = "") -> list[str]:
    """Return the lines that `textwrap.wrap` makes of a text.

    `textwrap` took a fifth of the time of a nation's reports, so what it does to ordinary text is
    done here. It still gets odd white space, hyphens to break at, and words longer than the line
    that they begin on or would be moved from: those it breaks.
    """
    lines, line, margin = [], start + text, len(start)
    is_odd = not text or not text.isprintable() or "  " in text or text != text.strip()
    while not is_odd and len(line) > width:
        cut = line.rfind(" ", margin, width + 1)
        word_end = line.find(" ", width + 1)
        moved = (word_end if word_end > 0 else len(line)) - cut - 1
        is_odd = cut < 0 or moved > width - margin or "-" in text
        lines.append(line[:cut])
        line, margin = indent + line[cut + 1 :], len(indent)
    if is_odd:
        return textwrap.wrap(text, width, initial_indent=start, subsequent_indent=indent)
    return [*lines, line]


def _table(table: TableBlock) -> Iterator[str]:
    """Yield a table with columns as wide as their content, cut until it fits."""
    rows = (table.header, *table.rows)
    widths = fitting_widths(list(zip(*rows, strict=True)), WIDTH - _GAP * (len(table.header) - 1))
    yield ""
    yield from wrapped(table.caption)
    for row in rows:
        yield from _row_lines(row, widths)
        if row is table.header:
            yield (" " * _GAP).join("-" * width for width in widths)


def fitting_widths(columns: Sequence[Sequence[str]], room: int) -> list[int]:
    """Return widths that fit: the widest is cut first, and a word only when nothing else can be."""
    widths = [max(map(len, column)) for column in columns]
    words = [
        max((len(word) for cell in column for word in cell.split()), default=0)
        for column in columns
    ]
    while sum(widths) > room:
        roomy = [i for i, width in enumerate(widths) if width > words[i]]
        widest = max(roomy or range(len(widths)), key=widths.__getitem__)
        widths[widest] -= 1
    return widths


def _row_lines(row: Iterable[str], widths: list[int]) -> Iterator[str]:
    cells = [wrapped(cell, width) or [""] for cell, width in zip(row, widths, strict=True)]
    for line in range(max(len(cell) for cell in cells)):
        parts = [
            (cell[line] if line < len(cell) else "").ljust(width)
            for cell, width in zip(cells, widths, strict=True)
        ]
        yield (" " * _GAP).join(parts).rstrip()
