"""The document: its blocks in order, each in the style of Word that says what it is.

Word's navigation, its table of contents and a screen reader know headings, lists, captions and
header rows by their styles.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from samordning_graph.common.text import tidy
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
from samordning_graph.report.formats.docx.element import element
from samordning_graph.report.formats.docx.figures_bar import figures_bar
from samordning_graph.report.formats.docx.lists import NumberedLists
from samordning_graph.report.formats.docx.package import FOOT, write_package
from samordning_graph.report.formats.docx.page import section
from samordning_graph.report.formats.docx.paragraphs import (
    heading,
    labelled_sentence,
    list_item,
    message,
    paragraph,
)
from samordning_graph.report.formats.docx.picture import picture
from samordning_graph.report.formats.docx.tables import (
    bar_table,
    heat_table,
    plain_table,
)


def write(blocks: Iterable[Block], path: Path) -> None:
    """Write blocks as a document; the first heading is its title."""
    body, lists, title, above = element("body"), NumberedLists(), "", 1
    for number, block in enumerate(blocks, start=1):
        if isinstance(block, Heading):
            above = block.level
            title = title or tidy(block.text)
        body.extend(_elements(block, above, lists, number))
    body.append(section(FOOT))
    write_package(path, element("document", body), lists.part(), title)


def _elements(block: Block, above: int, lists: NumberedLists, number: int) -> Iterator[Element]:
    """Yield a block, which has a number; `above` is the level of the heading that it stands under."""
    match block:
        case Heading():
            yield heading(block.text, block.level, opens_page=block.opens_page)
        case Message():
            yield message(block.lead, block.rest)
        case FiguresBar():
            yield from figures_bar(block, number)
        case Picture():
            if (drawing := block.draw()) is not None:
                if drawing.marks:
                    yield picture(drawing, number)
                if drawing.caption:
                    yield paragraph(drawing.caption, "Remark")
        case Paragraph():
            yield paragraph(block.text, "Remark" if block.quiet else "")
        case Bullets():
            numbering = lists.begin() if block.numbered else None
            for item in block.items:
                yield list_item(item, numbering)
        case TableBlock():
            yield from plain_table(block)
        case Sentences():
            yield heading(block.title, above + 1)
            for label, sentence in block.lines:
                yield labelled_sentence(label, sentence)
        case Bars():
            yield from bar_table(block)
        case Heat():
            yield from heat_table(block)
            _cells, remarks = block.plain
            yield from _elements(remarks, above, lists, number)
        case Matrices():
            for table in block.plain:
                yield from plain_table(table)
