"""Paragraphs and their text: the look is that of a style, by which Word and a screen reader know them."""

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from samordning_graph.common.text import tidy
from samordning_graph.drawing.strokes import MISSING
from samordning_graph.report.formats.docx.element import element, hex_of

LABELS_END = ": "
"""Between the label of a sentence and the sentence."""
_SQUARES = "■■▨"
"""As the parts of a bar are drawn: the last is hatched."""


def run(text: str, *looks: Element) -> Element:
    """Return a stretch of text of one look; spaces at its ends are kept."""
    shown = element("t")
    shown.text = text
    shown.set("xml:space", "preserve")
    return element("r", *([element("rPr", *looks)] if looks else ()), shown)


def paragraph(text: str, style: str = "", *properties: Element) -> Element:
    """Return a paragraph of plain text; one without a style is body text."""
    return _paragraph(style, properties, run(tidy(text)))


def heading(text: str, level: int, *, opens_page: bool = False) -> Element:
    """Return a heading; one that opens a page begins on a new page of paper."""
    breaks = (element("pageBreakBefore"),) if opens_page else ()
    return paragraph(text, f"Heading{level}", *breaks)


def message(lead: str, rest: str) -> Element:
    """Return the message of a report, the number that stands out in the colour of what is missing."""
    colour = element("color", val=hex_of(MISSING))
    leading = [run(f"{tidy(lead)} ", colour)] if lead else []
    return _paragraph("Message", (), *leading, run(tidy(rest)))


def figures(texts: Iterable[str], colours: Iterable[str]) -> Element:
    """Return figures in words, each after a square in the colour of its part of a bar."""
    runs: list[Element] = []
    for sign, text, colour in zip(_SQUARES, texts, colours, strict=True):
        runs += [run(sign, element("color", val=hex_of(colour))), run(f" {tidy(text)}     ")]
    return _paragraph("Figures", (), *runs)


def labelled_sentence(label: str, sentence: str) -> Element:
    """Return a sentence of a finding: its label in bold, and a line along the finding."""
    bold = run(tidy(label) + LABELS_END, element("b"))
    return _paragraph("Finding", (), bold, run(tidy(sentence)))


def list_item(text: str, numbering: int | None) -> Element:
    """Return an item with a bullet, or one of the list that has a numbering."""
    if numbering is None:
        return paragraph(text, "ListBullet")
    place = element("numPr", element("ilvl", val=0), element("numId", val=numbering))
    return paragraph(text, "ListNumber", place)


def _paragraph(style: str, properties: tuple[Element, ...], *runs: Element) -> Element:
    named = (element("pStyle", val=style), *properties) if style else properties
    return element("p", *([element("pPr", *named)] if named else ()), *runs)
