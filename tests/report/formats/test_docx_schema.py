"""Word refuses a document whose elements stand in another order than in the schema."""

import zipfile
from itertools import pairwise
from xml.etree.ElementTree import fromstring

import pytest

from samordning_graph.report.blocks import Bar, Bars
from samordning_graph.report.documents.findings import findings_document
from samordning_graph.report.findings_report import Report
from samordning_graph.report.formats.docx.document import write
from tests.helpers.samples import municipality

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# ECMA-376 (5th edition) part 4, transitional, wml.xsd: the sequences of CT_PPr, CT_RPr, CT_TblPr,
# CT_TcPr, CT_SectPr, CT_Style, CT_AbstractNum, CT_Lvl, CT_Num, CT_Tbl, CT_Row, CT_Tc and CT_P.
SEQUENCES = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers"
    " pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE"
    " autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents"
    " suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr"
    " sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint"
    " noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect"
    " bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc"
    " tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    "tblBorders": "top start left bottom end right insideH insideV",
    "tblCellMar": "top start left bottom end right",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText"
    " vAlign hideMark",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc"
    " pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi"
    " rtlGutter docGrid printerSettings",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden"
    " unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr"
    " tcPr tblStylePr",
    "numbering": "numPicBullet abstractNum num numIdMacAtCleanup",
    "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    "num": "abstractNumId lvlOverride",
    "numPr": "ilvl numId",
    "tbl": "tblPr tblGrid tr",
    "tr": "trPr tc",
    "tc": "tcPr p",
    "body": "p tbl sectPr",
    "p": "pPr r fldSimple",
}
IN_ANY_ORDER = {"body": {"p", "tbl"}, "p": {"r", "fldSimple"}}
"""Content: a sequence holds only for what comes before or after it."""


@pytest.fixture(scope="module")
def parts(tmp_path_factory):
    """The parts of a report with every kind of block that a report has, and bars."""
    path = tmp_path_factory.mktemp("word") / "rapport.docx"
    blocks = findings_document(Report(municipality("eksempel")), "researcher")
    write([*blocks, Bars("Andeler", (("Ås", (Bar("mål", (2, 1, 1), "2"),)),))], path)
    with zipfile.ZipFile(path) as package:
        return [fromstring(package.read(name)) for name in package.namelist() if "word/" in name]


def children(parts, tag: str):
    """Yield the names of the children of every element of a name."""
    for part in parts:
        for found in part.iter(W + tag):
            yield [child.tag.removeprefix(W) for child in found]


@pytest.mark.parametrize("tag", SEQUENCES)
def test_children_stand_in_the_order_of_the_schema(parts, tag: str):
    sequence, free = SEQUENCES[tag].split(), IN_ANY_ORDER.get(tag, set())
    shown = list(children(parts, tag))

    assert shown
    for names in shown:
        assert set(names) <= set(sequence)
        for before, after in pairwise(names):
            assert {before, after} <= free or sequence.index(before) <= sequence.index(after)


def test_a_cell_ends_with_a_paragraph(parts):
    assert {names[-1] for names in children(parts, "tc")} == {"p"}


def test_a_table_is_followed_by_a_paragraph(parts):
    (body,) = children(parts, "body")

    assert body[-1] == "sectPr"
    assert {after for before, after in pairwise(body) if before == "tbl"} == {"p"}


def test_a_row_has_as_many_columns_as_its_table(parts):
    for part in parts:
        for table in part.iter(f"{W}tbl"):
            for row in table.iter(f"{W}tr"):
                spans = (cell.find(f"{W}tcPr/{W}gridSpan") for cell in row.iter(f"{W}tc"))
                columns = sum(1 if span is None else int(span.get(f"{W}val")) for span in spans)
                assert columns == len(table.findall(f"{W}tblGrid/{W}gridCol"))
