"""The sheet of paper: A4, its margins, and the foot of every page. Lengths are in twips (1/20 point)."""

from xml.etree.ElementTree import Element

from samordning_graph.report.disclaimer import report_disclaimer
from samordning_graph.report.formats.docx.element import element
from samordning_graph.report.formats.docx.paragraphs import run

_WIDTH, _HEIGHT, _MARGIN, _TO_FOOT = 11906, 16838, 851, 454
"""210 × 297, 15 and 8 mm."""
TEXT_WIDTH = _WIDTH - 2 * _MARGIN


def section(foot: str) -> Element:
    """Return what the body ends with: the paper, and the name of the part with the foot."""
    reference = element("footerReference", type="default")
    reference.set("r:id", foot)
    margins = dict.fromkeys(("top", "right", "bottom", "left"), _MARGIN)
    return element(
        "sectPr",
        reference,
        element("pgSz", w=_WIDTH, h=_HEIGHT),
        element("pgMar", **margins, header=_TO_FOOT, footer=_TO_FOOT, gutter=0),
    )


def foot() -> Element:
    """Return the foot of every page: what no figure says, and the number of the page."""
    stop = element("tabs", element("tab", val="right", pos=TEXT_WIDTH))
    properties = element("pPr", element("pStyle", val="Footer"), stop)
    to_the_right = element("r", element("tab"))
    number = element("fldSimple", run("1"), instr="PAGE")
    sentence = run(report_disclaimer())
    return element("ftr", element("p", properties, sentence, to_the_right, number))
