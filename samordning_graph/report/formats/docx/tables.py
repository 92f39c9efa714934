"""Tables: a caption, a header that comes again on every page, and rows that no page cuts."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple
from xml.etree.ElementTree import Element

from samordning_graph.common.locale import _
from samordning_graph.drawing.strokes import DOCUMENTED, MISSING, UNKNOWN, WHITE
from samordning_graph.report.blocks import Bar, Bars, Heat, TableBlock
from samordning_graph.report.formats.docx.element import element, hex_of
from samordning_graph.report.formats.docx.page import TEXT_WIDTH
from samordning_graph.report.formats.docx.paragraphs import paragraph
from samordning_graph.report.formats.plain_text import BAR_WIDTH, bar_widths, drawn, fitting_widths

_ROW_CHARACTERS, _CELL_PADDING = 90, 3
"""Characters of a table across the page, bold ones too, and of the margins of a cell."""


class _Ground(NamedTuple):
    """The ground of a cell: a colour, and lines of another across it where it is hatched."""

    fill: str
    hatching: str = ""


_OF_HEADER = _Ground("EEF3F6")
_OF_HEAT = tuple(map(_Ground, ("E7B98A", "F1DCC6", "F4F4F4", "D5E5EF", "A9CBE0")))
"""From 0 to 1, pale enough for black text."""
_OF_BAR = (
    _Ground(hex_of(DOCUMENTED)),
    _Ground(hex_of(MISSING)),
    _Ground(hex_of(WHITE), hatching=hex_of(UNKNOWN)),
)
"""What is documented, what is not, and what nobody knows."""


class _Cell(NamedTuple):
    """A cell over one column or more."""

    text: str = ""
    ground: _Ground | None = None
    columns: int = 1


def plain_table(block: TableBlock) -> Iterator[Element]:
    """Yield a table of text with its caption."""
    rows = [tuple(map(_Cell, row)) for row in block.rows]
    yield from _table(block.caption, [_header(block), *rows], _widths(block))


def heat_table(block: Heat) -> Iterator[Element]:
    """Yield the cells as a table in colours; there is no room for the remarks beside."""
    in_text, _remarks = block.plain
    rows = [
        (_Cell(name), *(_Cell(cell.text, _of_value(cell.value)) for cell in cells))
        for name, cells, _remark in block.rows
    ]
    yield from _table(block.caption, [_header(in_text), *rows], _widths(in_text))


def bar_table(block: Bars) -> Iterator[Element]:
    """Yield the bars as a table: a bar is cells in colours, over narrow columns that all share."""
    legend = _("From the left: documented (blue) · not documented (orange) · not known (hatched)")
    named = [(name, bar) for name, bars in block.groups for bar in bars]
    in_text = TableBlock(
        block.caption,
        (_("Name"), _("What"), legend, _("Figure")),
        tuple((name, bar.label, drawn(bar.parts), bar.figure) for name, bar in named),
    )
    *first, whole_bar, last = _widths(in_text)
    *names, shown, figure = _header(in_text)
    header = (*names, shown._replace(columns=BAR_WIDTH), figure)
    rows = [(_Cell(name), _Cell(bar.label), *_bar(bar), _Cell(bar.figure)) for name, bar in named]
    widths = [*first, *[whole_bar / BAR_WIDTH] * BAR_WIDTH, last]
    yield from _table(block.caption, [header, *rows], widths)


def _header(block: TableBlock) -> tuple[_Cell, ...]:
    return tuple(_Cell(text, _OF_HEADER) for text in block.header)


def _of_value(value: float | None) -> _Ground | None:
    return None if value is None else _OF_HEAT[round(value * (len(_OF_HEAT) - 1))]


def _bar(bar: Bar) -> Iterator[_Cell]:
    for ground, columns in zip(_OF_BAR, bar_widths(bar.parts), strict=True):
        if columns:
            yield _Cell("", ground, columns)


def _widths(block: TableBlock) -> list[float]:
    """Return the width of each column in characters."""
    columns = list(zip(block.header, *block.rows, strict=True))
    room = _ROW_CHARACTERS - _CELL_PADDING * len(columns)
    return [_CELL_PADDING + width for width in fitting_widths(columns, room)]


def _table(
    caption: str, rows: Sequence[Sequence[_Cell]], widths: Sequence[float]
) -> Iterator[Element]:
    """Yield the caption, the table, and a line that keeps it apart from another."""
    if caption:
        yield paragraph(caption, "Caption")
    scale = TEXT_WIDTH / sum(widths)
    edges = [0, *(round(scale * edge) for edge in accumulate(widths))]
    header, *others = rows
    rows_shown = [
        _row(header, edges, "TableHeading", element("tblHeader")),
        *(_row(row, edges, "TableText") for row in others),
    ]
    yield _grid(rows_shown, edges, element("tblLook", val="0020", firstRow=1))
    yield paragraph("", "AfterTable")


def _grid(rows: Iterable[Element], edges: Sequence[int], *properties: Element) -> Element:
    """Return a table across the page, of rows with cells between these edges."""
    return element(
        "tbl",
        element(
            "tblPr",
            element("tblStyle", val="TableGrid"),
            element("tblW", w=TEXT_WIDTH, type="dxa"),
            element("tblLayout", type="fixed"),
            *properties,
        ),
        element("tblGrid", *(element("gridCol", w=end - start) for start, end in pairwise(edges))),
        *rows,
    )


def _row(cells: Sequence[_Cell], edges: Sequence[int], style: str, *properties: Element) -> Element:
    row = element("tr", element("trPr", element("cantSplit"), *properties))
    start = 0
    for cell in cells:
        end = start + cell.columns
        row.append(_cell(cell, edges[end] - edges[start], style))
        start = end
    return row


def _cell(cell: _Cell, width: int, style: str) -> Element:
    properties = element("tcPr", element("tcW", w=width, type="dxa"))
    if cell.columns > 1:
        properties.append(element("gridSpan", val=cell.columns))
    if cell.ground:
        properties.append(_shading(cell.ground))
    return element("tc", properties, paragraph(cell.text, style))


def _shading(ground: _Ground) -> Element:
    pattern = "diagStripe" if ground.hatching else "clear"
    return element("shd", val=pattern, color=ground.hatching or "auto", fill=ground.fill)
