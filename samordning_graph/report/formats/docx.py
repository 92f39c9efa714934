"""The report as a Word document: the same blocks as the HTML, on A4, in real styles.

Headings, lists, captions and header rows are those of Word, so that its navigation, its table of
contents and a screen reader know them.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from samordning_graph.common.locale import LANGUAGES, _, current_language
from samordning_graph.common.text import tidy
from samordning_graph.report.blocks import (
    Bars,
    Block,
    Bullets,
    Heading,
    Heat,
    Matrices,
    Paragraph,
    Sentences,
    TableBlock,
)
from samordning_graph.report.formats.plain_text import drawn, fitting_widths

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph as WordParagraph

_WIDTH_CM, _HEIGHT_CM, _MARGIN_CM = 21.0, 29.7, 2.0
"""A4."""
_ROW_CHARACTERS, _CELL_PADDING = 90, 3
"""Characters of a table across the page, bold ones too, and of the margins of a cell."""
_FONT = "Calibri"
_BLUE, _HEADER, _EDGE = "005A8C", "EEF3F6", "B35C00"
_FINDING = "Finding"
_HEAT = ("E7B98A", "F1DCC6", "F4F4F4", "D5E5EF", "A9CBE0")
"""From 0 to 1, pale enough for black text."""
_MAX_HEADING_LEVEL = 9
"""Levels of heading that Word has."""


def write(blocks: Iterable[Block], path: Path) -> None:
    """Write blocks as a document; the first heading is its title."""
    import docx

    document = docx.Document()
    _set_page(document)
    _set_styles(document)
    above = 1
    for block in blocks:
        if isinstance(block, Heading):
            above = block.level
            if not document.core_properties.title:
                _set_title(document, block.text)
        _add(document, block, above)
    document.save(str(path))


def _add(document: "Document", block: Block, above: int) -> None:
    """Add a block; `above` is the level of the heading that it stands under."""
    match block:
        case Heading():
            heading = document.add_heading(tidy(block.text), block.level)
            heading.paragraph_format.page_break_before = block.opens_page
        case Paragraph():
            added = document.add_paragraph(tidy(block.text))
            added.runs[0].italic = block.quiet
        case Bullets():
            _add_bullets(document, block)
        case TableBlock():
            _add_table(document, block)
        case Sentences():
            document.add_heading(tidy(block.title), min(above + 1, _MAX_HEADING_LEVEL))
            for label, sentence in block.lines:
                _add_sentence(document, label, sentence)
        case Bars():
            rows = (
                (name, bar.label, drawn(bar.parts), bar.figure)
                for name, group in block.groups
                for bar in group
            )
            header = (_("Name"), _("What"), _("# there · . not there · ? not known"), _("Figure"))
            _add_table(document, TableBlock(block.caption, header, tuple(rows)))
        case Heat():
            _add_heat(document, block)
        case Matrices():
            for table in block.plain:
                _add_table(document, table)


# Text


def _add_bullets(document: "Document", block: Bullets) -> None:
    number = _new_numbering(document) if block.numbered else None
    for item in block.items:
        added = document.add_paragraph(
            tidy(item), style="List Number" if block.numbered else "List Bullet"
        )
        if number is not None:
            added._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = number


def _new_numbering(document: "Document") -> int:
    """Return a numbering that begins at 1: in Word, all lists of a style are one list."""
    numbering: Any = document.part.numbering_part.element
    style: Any = document.styles["List Number"].element
    of_style = numbering.num_having_numId(style.pPr.numPr.numId.val)
    new = numbering.add_num(of_style.abstractNumId.val)
    new.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(new.numId)


def _add_sentence(document: "Document", label: str, sentence: str) -> None:
    """Add a sentence of a finding: its label in bold, and a line along the finding."""
    added = document.add_paragraph(style=_FINDING)
    added.add_run(f"{tidy(label)}: ").bold = True
    added.add_run(tidy(sentence))


# Tables


def _add_table(document: "Document", block: TableBlock) -> None:
    _fill_table(document, block.caption, (block.header, *block.rows))


def _add_heat(document: "Document", block: Heat) -> None:
    """Add the cells as a table in colours, and the remarks under it: there is no room beside."""
    table, remarks = block.plain
    cells_of = _fill_table(document, table.caption, (table.header, *table.rows))
    for shown, (_name, cells, _remark) in zip(cells_of[1:], block.rows, strict=True):
        for word_cell, cell in zip(shown[1:], cells, strict=True):
            if cell.value is not None:
                _shade(word_cell, _HEAT[round(cell.value * (len(_HEAT) - 1))])
    _add_bullets(document, remarks)


def _fill_table(
    document: "Document", caption: str, rows: Sequence[Sequence[str]]
) -> list[tuple["_Cell", ...]]:
    """Add a table with a caption and a header that is repeated on every page; return its cells."""
    from docx.shared import Cm, Pt

    if caption:
        document.add_paragraph(tidy(caption), style="Caption")
    texts = [[tidy(text) for text in row] for row in rows]
    table = document.add_table(len(texts), len(texts[0]), style="Table Grid")
    room = _ROW_CHARACTERS - _CELL_PADDING * len(texts[0])
    widths = [
        _CELL_PADDING + width for width in fitting_widths(list(zip(*texts, strict=True)), room)
    ]
    cm_per_character = (_WIDTH_CM - 2 * _MARGIN_CM) / sum(widths)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width * cm_per_character)
    cells_of = [row.cells for row in table.rows]
    for number, (cells, row) in enumerate(zip(cells_of, texts, strict=True)):
        for cell, text, width in zip(cells, row, widths, strict=True):
            cell.width = Cm(width * cm_per_character)
            paragraph = cell.paragraphs[0]
            paragraph.paragraph_format.space_after = Pt(0)
            run = paragraph.add_run(text)
            run.font.size = Pt(9)
            if number == 0:
                run.bold = True
                _shade(cell, _HEADER)
    for word_row in table.rows:
        _child(word_row._tr.get_or_add_trPr(), "w:cantSplit")
    _child(table.rows[0]._tr.get_or_add_trPr(), "w:tblHeader")
    document.add_paragraph().paragraph_format.space_after = Pt(0)
    return cells_of


def _shade(cell: "_Cell", colour: str) -> None:
    _child(cell._tc.get_or_add_tcPr(), "w:shd", val="clear", color="auto", fill=colour)


# The document


def _set_page(document: "Document") -> None:
    from docx.shared import Cm

    page = document.sections[0]
    page.page_width, page.page_height = Cm(_WIDTH_CM), Cm(_HEIGHT_CM)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm(_MARGIN_CM)
    _add_page_number(page.footer.paragraphs[0])


def _add_page_number(paragraph: "WordParagraph") -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    field = _child(paragraph._p, "w:fldSimple", instr="PAGE")
    field.append(paragraph.add_run("1")._r)


def _set_styles(document: "Document") -> None:
    """Set one font, blue headings, and the language of the text for the spelling checker."""
    from docx.shared import Pt, RGBColor

    sizes = {"Normal": 10.5, "Caption": 10.5, "Heading 1": 18, "Heading 2": 14, "Heading 3": 12}
    for name in ("Normal", "Caption", *(f"Heading {level}" for level in range(1, 5))):
        style: ParagraphStyle = document.styles[name]
        style.font.name = _FONT
        style.font.size = Pt(sizes.get(name, 11))
        style.font.color.rgb = RGBColor.from_string(_BLUE if name[-1].isdecimal() else "1B1B1B")
        fonts = style.element.rPr.rFonts
        for attribute in [attribute for attribute in fonts.attrib if attribute.endswith("Theme")]:
            del fonts.attrib[attribute]  # the font of the theme would win over the one that is set
    document.styles["Caption"].paragraph_format.keep_with_next = True
    document.styles["Normal"].paragraph_format.space_after = Pt(6)
    _add_finding_style(document)
    for language in document.styles.element.xpath("//w:docDefaults//w:lang"):
        language.set(_name("w:val"), LANGUAGES[current_language()].word_tag)


def _add_finding_style(document: "Document") -> None:
    """Add the style of the sentences of a finding: one block, with a line along it."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Cm, Pt

    style: Any = document.styles.add_style(_FINDING, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    # The line comes first: Word minds the order of the properties of a paragraph.
    line = _child(style.element.get_or_add_pPr(), "w:pBdr")
    _child(line, "w:left", val="single", sz="24", space="6", color=_EDGE)
    style.paragraph_format.left_indent = Cm(0.4)
    style.paragraph_format.space_after = Pt(1)


def _set_title(document: "Document", title: str) -> None:
    properties = document.core_properties
    properties.title, properties.author, properties.comments = tidy(title), "samordning", ""
    properties.language = LANGUAGES[current_language()].word_tag


# XML that python-docx has no method for


def _child(parent: Any, tag: str, **attributes: str) -> Any:  # noqa: ANN401 - lxml has no types
    """Add an element, and return it; attributes are in the namespace of Word."""
    from docx.oxml import OxmlElement

    element: Any = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(_name(f"w:{name}"), value)
    parent.append(element)
    return element


def _name(tag: str) -> str:
    from docx.oxml.ns import qn

    return qn(tag)
