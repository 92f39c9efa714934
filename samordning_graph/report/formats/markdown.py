"""The report as Markdown."""

import re
from collections.abc import Iterable, Iterator
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
    Picture,
    Sentences,
    TableBlock,
)
from samordning_graph.report.formats.plain_text import drawn

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~&])")
_STARTS_A_LIST = re.compile(r"^(\d*)([-+.)])(?=\s)")


def write(blocks: Iterable[Block], stream: TextIO) -> None:
    """Write blocks as Markdown (CommonMark with tables). Text from the data is escaped."""
    for block in blocks:
        if not isinstance(block, Picture):
            stream.writelines(f"{line}\n" for line in _lines(block))
            stream.write("\n")


def escaped(text: str) -> str:
    """Return text in which nothing is taken as markup."""
    return _STARTS_A_LIST.sub(r"\1\\\2", _MARKUP.sub(r"\\\1", text))


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"{'#' * block.level} {escaped(block.text)}"
        case Message():
            yield f"**{escaped(block.text)}**"
        case Paragraph():
            yield f"*{escaped(block.text)}*" if block.quiet else escaped(block.text)
        case Bullets():
            for number, item in enumerate(block.items, start=1):
                yield f"{f'{number}.' if block.numbered else '-'} {escaped(item)}"
        case TableBlock():
            yield f"**{escaped(block.caption)}**"
            yield ""
            yield _row(block.header)
            yield _row(tuple("---" for _header in block.header), raw=True)
            for row in block.rows:
                yield _row(row)
        case FiguresBar():
            yield f"`{drawn(block.parts)}` {escaped(block.text)}"
        case Bars():
            yield f"**{escaped(block.caption)}**"
            for name, group in block.groups:
                yield ""
                yield f"{escaped(name)}:"
                yield ""
                for bar in group:
                    yield f"- {escaped(bar.label)}: `{drawn(bar.parts)}` {escaped(bar.figure)}"
        case Heat() | Matrices():
            for part in block.plain:
                yield from _lines(part)
                yield ""
        case Sentences():
            yield f"**{escaped(block.title)}**"
            yield ""
            for label, sentence in block.lines:
                yield f"- *{escaped(label)}:* {escaped(sentence)}"


def _row(cells: tuple[str, ...], *, raw: bool = False) -> str:
    return "| " + " | ".join(cell if raw else escaped(cell) for cell in cells) + " |"
